package org.plumbline.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PerformancePeriod;

/** Texts that take some of their terms from another. */
final class Taken {

  private Taken() {}

  /** The first text with some terms of the second, of the metrics that both have. */
  static Agreement of(Agreement before, Agreement after, Set<Term> terms) {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    before
        .metrics()
        .forEach(
            (id, metric) -> {
              Metric other = after.metrics().get(id);
              metrics.put(id, other == null ? metric : of(metric, other, terms));
            });
    boolean dates = terms.contains(Term.CALENDARS);
    return with(
        before,
        before.amendment(),
        before.performancePeriod(),
        terms.contains(Term.FACTS) ? after : before,
        dates ? after : before,
        terms.contains(Term.DEFINITIONS) ? after : before,
        metrics,
        terms.contains(Term.EXCLUSIONS) ? after : before);
  }

  /**
   * A draft as if it had been in force over the performance period of another text, and under its
   * number, by which samples are drawn.
   */
  static Agreement overPast(Agreement draft, Agreement past) {
    PerformancePeriod whole =
        new PerformancePeriod(
            past.performancePeriod().from(),
            past.performancePeriod().until(),
            draft.performancePeriod().runOut());
    return with(draft, past.amendment(), whole, draft, draft, draft, draft.metrics(), draft);
  }

  private static Agreement with(
      Agreement text,
      Optional<Amendment> amendment,
      PerformancePeriod performance,
      Agreement facts,
      Agreement calendars,
      Agreement records,
      Map<String, Metric> metrics,
      Agreement exclusions) {
    return new Agreement(
        text.language(),
        text.id(),
        text.title(),
        text.zone(),
        text.marking(),
        facts.parties(),
        text.roles(),
        text.references(),
        text.includes(),
        performance,
        text.renewal(),
        text.stabilization(),
        amendment,
        text.definitions(),
        calendars.calendar(),
        calendars.period(),
        calendars.calendars(),
        calendars.periods(),
        text.services(),
        records.records(),
        metrics,
        text.remedies(),
        text.pools(),
        text.settlement(),
        exclusions.exclusions(),
        text.reconsideration(),
        text.reports(),
        text.commitments(),
        text.clauses(),
        text.open());
  }

  /** The first metric with some terms of the second. */
  static Metric of(Metric before, Metric after, Set<Term> terms) {
    Levels levels = Levels.of(before, after, terms);
    Metric records = terms.contains(Term.RECORDS) ? after : before;
    Metric population = terms.contains(Term.POPULATION) ? after : before;
    Metric clock = terms.contains(Term.CLOCK) ? after : before;
    Metric figure = terms.contains(Term.FIGURE) ? after : before;
    Metric period = terms.contains(Term.PERIOD) ? after : before;
    Metric rules = terms.contains(Term.RULES) ? after : before;
    Metric performing = terms.contains(Term.PERFORMING) ? after : before;
    return new Metric(
        before.name(),
        performing.performing(),
        performing.with(),
        before.reporting(),
        before.accountable(),
        performing.service(),
        before.steps(),
        before.clause(),
        before.implementsMeasure(),
        before.adopts(),
        before.labels(),
        before.was(),
        records.records(),
        population.qualifies(),
        clock.clock(),
        figure.figure(),
        population.each(),
        figure.countedWhen(),
        period.period(),
        levels.target(),
        levels.minimum(),
        rules.lowVolume(),
        rules.noData(),
        rules.roundedTo(),
        before.remedies());
  }

  /** Target and minimum with limits and bounds of one text or the other. */
  private record Levels(Level target, Optional<Level> minimum) {

    static Levels of(Metric before, Metric after, Set<Term> terms) {
      boolean limits = terms.contains(Term.LIMIT);
      Level target = level(before.target(), after.target(), limits, terms.contains(Term.TARGET));
      boolean minimums = terms.contains(Term.MINIMUM);
      Optional<Level> minimum = minimums ? after.minimum() : before.minimum();
      if (before.minimum().isPresent() && after.minimum().isPresent()) {
        minimum =
            Optional.of(level(before.minimum().get(), after.minimum().get(), limits, minimums));
      }
      return new Levels(target, minimum);
    }

    /** Levels that cannot be mixed line by line go over as wholes, with their bounds. */
    private static Level level(Level before, Level after, boolean limits, boolean bounds) {
      Level whole = bounds ? after : before;
      return Term.mixed(limits ? after : before, whole).orElse(whole);
    }
  }
}
