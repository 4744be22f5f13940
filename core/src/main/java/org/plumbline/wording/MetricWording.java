package org.plumbline.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.agreement.Quantity;

/** A metric as one sentence, and what it leaves to the defaults said aloud. */
final class MetricWording {

  private final Agreement agreement;
  private final Names names;
  private final ClockWords clocks;
  private final QuantityWords quantities;
  private final LevelWords levels;
  private final VaryingWords varying;

  MetricWording(
      Agreement agreement,
      Names names,
      ClockWords clocks,
      QuantityWords quantities,
      LevelWords levels,
      VaryingWords varying) {
    this.agreement = agreement;
    this.names = names;
    this.clocks = clocks;
    this.quantities = quantities;
    this.levels = levels;
    this.varying = varying;
  }

  /** The promise in one sentence. */
  String sentence(Metric metric) {
    String each = metric.each().map(field -> " for each " + Phrases.words(field)).orElse("");
    boolean list = metric.target() instanceof Level.Lines many && many.lines().size() > 1;
    String counted =
        each + (list ? "; counted " : ", counted ") + PeriodWords.each(agreement, metric);
    if (metric.target() instanceof Level.Lines lines) {
      return Phrases.sentence(
          names.partyInFull(metric.performing())
              + with(metric)
              + " "
              + (metric.figureOrDefault() instanceof Quantity.ShareInTime share
                  ? inTime(metric, share, lines)
                  : keeps(metric, lines))
              + counted);
    }
    String noun = quantities.noun(metric);
    if (metric.target() instanceof Level.Open open) {
      return Phrases.sentence(
          names.partyInFull(metric.performing())
              + " keeps "
              + noun
              + " at "
              + varying.open(open.open())
              + counted);
    }
    if (metric.target() instanceof Level.Baseline baseline) {
      return Phrases.sentence(
          names.partyInFull(metric.performing())
              + " keeps "
              + noun
              + " at the level of the first "
              + baseline.periods()
              + " periods (the "
              + baseline.take().key()
              + " of them)"
              + counted);
    }
    return Phrases.sentence("reported, not promised: " + noun + counted);
  }

  /** The verb and what is promised of a share in time. */
  String inTime(Metric metric, Quantity.ShareInTime share, Level.Lines lines) {
    String population = quantities.population(metric, share.where());
    String tail = clocks.tail(metric);
    String spaced = tail.isEmpty() ? "" : " " + tail;
    if (lines.lines().size() == 1
        && lines.lines().get(0).applies() instanceof Level.Applies.Always) {
      Level.Line line = lines.lines().get(0);
      return "brings "
          + levels.atLeast(line.bounds())
          + " of "
          + population
          + " "
          + clocks.route(metric)
          + " "
          + line.limit().map(levels::limit).orElse("")
          + spaced
          + levels.rest(line.rest());
    }
    return "brings "
        + population
        + " "
        + clocks.route(metric)
        + " in time"
        + (tail.isEmpty() ? "" : " (" + tail.replaceFirst("^of ", "") + ")")
        + ": "
        + String.join("; ", levels.lines(lines));
  }

  private String keeps(Metric metric, Level.Lines lines) {
    String noun = quantities.noun(metric);
    if (lines.lines().size() == 1
        && lines.lines().get(0).applies() instanceof Level.Applies.Always) {
      return "keeps " + noun + " " + levels.at(lines.lines().get(0).bounds());
    }
    return "keeps " + noun + ": " + String.join("; ", levels.lines(lines));
  }

  private String with(Metric metric) {
    return metric.with().isEmpty()
        ? ""
        : ", with " + Phrases.and(metric.with().stream().map(names::party).toList()) + ",";
  }

  /** What the sentence leaves unsaid, defaults included, a sentence each. */
  List<String> details(Metric metric) {
    List<String> details = new ArrayList<>();
    clock(metric, details);
    details.add(counted(metric));
    if (metric.target() instanceof Level.Lines target) {
      details.add(minimum(metric, target));
      metric.lowVolume().ifPresent(rule -> details.add(lowVolume(rule)));
      details.add(noData(metric));
      details.add(
          metric
              .roundedTo()
              .map(step -> "Figures are rounded to " + step + " before they compare.")
              .orElse("Figures compare exactly, without rounding."));
    }
    partial(metric).ifPresent(details::add);
    metric
        .implementsMeasure()
        .ifPresent(
            measure ->
                details.add(
                    "It implements the measure "
                        + measure.measure()
                        + (measure.differs().isEmpty()
                            ? "."
                            : ", with differences that the agreement lists.")));
    metric
        .clause()
        .ifPresent(id -> details.add(Phrases.sentence("it belongs to " + names.clause(id))));
    return details;
  }

  private void clock(Metric metric, List<String> details) {
    if (metric.clock().isEmpty() || metric.clock().get().starts().isEmpty()) {
      return;
    }
    Clock clock = metric.clock().get();
    if (clock.calendar().isEmpty()) {
      details.add(
          "Hours count around the clock"
              + agreement
                  .calendar()
                  .map(id -> "; workdays are those of the " + CalendarWords.name(id))
                  .orElse("")
              + ".");
    }
    if (clock.counting() instanceof Clock.Counting.AllTime) {
      details.add("All time counts, whoever’s turn it is.");
    } else if (clock.counting() instanceof Clock.Counting.Counts counts) {
      boolean own = counts.parties().contains(metric.performing());
      details.add(
          "Time under no hold and no stage counts like "
              + names.whose(metric.performing())
              + (own ? "." : ", which does not count here."));
    }
  }

  private String counted(Metric metric) {
    String period = PeriodWords.noun(PeriodWords.every(agreement, metric));
    boolean limited =
        metric.target() instanceof Level.Lines lines
            && lines.lines().stream().anyMatch(line -> line.limit().isPresent());
    return switch (metric.countedWhenOrDefault()) {
      case DECIDED ->
          limited
              ? "Each case counts once, in the "
                  + period
                  + " in which it is decided: when it stops in time, else when its limit runs out."
              : "Each case counts once, in the " + period + " in which it stops.";
      case STOPPED -> "Each case counts once, in the " + period + " in which it stops.";
      case STARTED -> "Each case counts once, in the " + period + " in which it starts.";
      case DUE -> "Each case counts once, in the " + period + " in which its limit runs out.";
      case OPEN_AT_END -> "A case counts in every " + period + " at whose end it is open.";
      case OPEN_DURING -> "A case counts in every " + period + " in which it is open at any time.";
    };
  }

  private String minimum(Metric metric, Level.Lines target) {
    if (metric.minimum().isPresent()
        && metric.minimum().get() instanceof Level.Lines minimum
        && !minimum.equals(target)) {
      return Phrases.sentence(
          "the minimum, below which remedies run, is: " + String.join("; ", levels.lines(minimum)));
    }
    return metric.remedies().isEmpty()
        ? "No remedy follows."
        : "The minimum is the target: remedies run below it.";
  }

  private static String lowVolume(Metric.LowVolume rule) {
    String few = "With fewer than " + Numbers.counted(rule.below(), "case", "cases");
    return rule.misses().isPresent()
        ? few + ", " + Numbers.counted(rule.misses().get(), "miss", "misses") + " still meet."
        : few + ", the period is reported, not judged.";
  }

  private static String noData(Metric metric) {
    return switch (metric.noDataOrDefault()) {
      case NEITHER -> "A period without cases is neither met nor not met.";
      case MET -> "A period without cases is met.";
      case NOT_MET -> "A period without cases is not met.";
    };
  }

  private Optional<String> partial(Metric metric) {
    PeriodTerms.Partial partial =
        metric
            .period()
            .flatMap(PeriodTerms::partial)
            .or(() -> agreement.period().flatMap(PeriodTerms::partial))
            .orElse(PeriodTerms.Partial.REPORT_ONLY);
    return switch (partial) {
      case REPORT_ONLY ->
          Optional.of("A first or last period that is not whole is reported, not judged.");
      case JUDGED -> Optional.of("A first or last period that is not whole is judged like others.");
      case JOIN_NEXT -> Optional.of("A first or last period that is not whole joins its neighbor.");
    };
  }
}
