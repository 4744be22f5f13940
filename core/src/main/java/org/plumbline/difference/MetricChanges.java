package org.plumbline.difference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.wording.Wording;

/**
 * What changed of metrics, as people say it: {@code The target of “Invoices in time” falls from 98%
 * to 95%}; and whether figures can still be compared with those before.
 */
public final class MetricChanges {

  private static final String BROKEN = ": not comparable with earlier periods.";

  private final Agreement before;
  private final Agreement after;
  private final List<String> sentences = new ArrayList<>();

  private MetricChanges(Agreement before, Agreement after) {
    this.before = before;
    this.after = after;
  }

  /** The sentences, in the order of the later version's metrics; then those that are gone. */
  public static List<String> between(Agreement before, Agreement after) {
    MetricChanges changes = new MetricChanges(before, after);
    List<String> continued = new ArrayList<>();
    after
        .metrics()
        .forEach(
            (id, metric) -> {
              String from = metric.was().orElse(id);
              Metric old = before.metrics().get(from);
              if (old == null) {
                changes.say(name(metric) + " is promised anew.");
              } else {
                continued.add(from);
                changes.compare(from, old, id, metric);
              }
            });
    before
        .metrics()
        .forEach(
            (id, metric) -> {
              if (!continued.contains(id)) {
                changes.say(name(metric) + " is promised no more.");
              }
            });
    changes.calendars();
    return List.copyOf(changes.sentences);
  }

  private static String name(Metric metric) {
    return "“" + metric.name() + "”";
  }

  private void say(String sentence) {
    sentences.add(sentence);
  }

  private void compare(String from, Metric old, String id, Metric young) {
    String name = name(young);
    if (!from.equals(id)) {
      say(name + " goes on from " + from + " under the id " + id + ".");
    }
    level("target", name, old.target(), young.target());
    if (old.minimum().isPresent() && young.minimum().isPresent()) {
      level("minimum", name, old.minimum().get(), young.minimum().get());
    }
    if (!old.performing().equals(young.performing())) {
      say(
          name
              + " is now owed by the "
              + young.performing()
              + ", not the "
              + old.performing()
              + ".");
    }
    clock(name, old, young);
    counted(name, from, old, id, young);
    if (!old.records().equals(young.records())) {
      say(name + " is now measured over " + young.records() + ", not " + old.records() + BROKEN);
    } else if (!defined(before, old).equals(defined(after, young))) {
      say("The records of " + name + " are defined otherwise" + BROKEN);
    }
    if (!old.qualifies().equals(young.qualifies())) {
      say("Other cases count for " + name + BROKEN);
    }
    if (!old.figureOrDefault().equals(young.figureOrDefault())
        || !old.each().equals(young.each())) {
      say("Another figure is formed of " + name + BROKEN);
    }
  }

  /** The record set without when it is delivered, which changes no figure. */
  private static Optional<RecordSet> defined(Agreement agreement, Metric metric) {
    return agreement.recordSet(metric.records()).map(RecordSet::withoutDelivery);
  }

  private void clock(String name, Metric old, Metric young) {
    if (old.clock().isEmpty() || young.clock().isEmpty()) {
      return;
    }
    Clock was = old.clock().get();
    Clock is = young.clock().get();
    if (!was.starts().equals(is.starts())) {
      say("The clock of " + name + " now starts at " + moments(is.starts(), was.starts()) + BROKEN);
    }
    if (!was.stops().equals(is.stops())) {
      say(
          "The clock of "
              + name
              + " now stops at "
              + moments(Optional.of(is.stops()), Optional.of(was.stops()))
              + BROKEN);
    }
    if (!was.calendar().equals(is.calendar()) || !was.counting().equals(is.counting())) {
      say("The clock of " + name + " now counts other time" + BROKEN);
    }
  }

  /**
   * Calendars whose days or hours changed, each with the metrics that it times. Each day is looked
   * up in the text in force on it, so that the figures go on, and count other time.
   */
  private void calendars() {
    for (String id : after.calendars().keySet()) {
      CalendarTerms was = before.calendars().get(id);
      CalendarTerms is = after.calendars().get(id);
      List<String> timed =
          after.metrics().values().stream()
              .filter(metric -> calendarsOf(metric).contains(id))
              .map(MetricChanges::name)
              .toList();
      if (was != null && is != null && !was.equals(is) && !timed.isEmpty()) {
        say(
            "The calendar "
                + id
                + " has other days or hours, by which the time of "
                + String.join(", ", timed)
                + " is counted: each day as the text in force on it says.");
      }
    }
  }

  /** The calendars of a clock; without one the agreement's, where a limit is in workdays. */
  private Set<String> calendarsOf(Metric metric) {
    Set<String> used = new LinkedHashSet<>();
    metric
        .clock()
        .flatMap(Clock::calendar)
        .ifPresent(calendar -> used.addAll(Varying.values(calendar)));
    boolean workdays =
        Stream.of(metric.target(), metric.minimumOrTarget())
            .flatMap(level -> level.measured().stream())
            .flatMap(line -> line.limit().stream())
            .flatMap(limit -> amounts(limit).stream())
            .anyMatch(amount -> amount.unit() == TimeAmount.Unit.WORKDAYS);
    if (used.isEmpty() && workdays) {
      after.calendar().ifPresent(used::add);
    }
    return used;
  }

  private static Set<TimeAmount> amounts(Level.Limit limit) {
    if (limit instanceof Level.Limit.Within within) {
      return Varying.values(within.amount());
    }
    return limit instanceof Level.Limit.Under under ? Varying.values(under.amount()) : Set.of();
  }

  /** When cases count, over which periods, and what is left out of them. */
  private void counted(String name, String from, Metric old, String id, Metric young) {
    if (old.countedWhenOrDefault() != young.countedWhenOrDefault()) {
      say(
          "Cases of "
              + name
              + " now count when they are "
              + young.countedWhenOrDefault().key().replace('-', ' ')
              + ", not when they are "
              + old.countedWhenOrDefault().key().replace('-', ' ')
              + BROKEN);
    }
    if (!PeriodRules.terms(before, old).equals(PeriodRules.terms(after, young))) {
      say("The figures of " + name + " are formed over other periods" + BROKEN);
    }
    if (!excluded(before, from).equals(excluded(after, id))) {
      say("Other cases or times are left out of " + name + BROKEN);
    }
    if (!before.zone().equals(after.zone())) {
      say(
          "The days of "
              + name
              + " are now read in the time of "
              + after.zone()
              + ", not of "
              + before.zone()
              + BROKEN);
    }
  }

  private static Set<Exclusion.Ground> excluded(Agreement agreement, String metric) {
    Set<Exclusion.Ground> grounds = new LinkedHashSet<>();
    for (Exclusion exclusion : agreement.exclusions().values()) {
      boolean named =
          exclusion.effect() instanceof Exclusion.Effect.Excludes excludes
              && (excludes.metrics().contains(metric) || excludes.metrics().contains("all"));
      if (named && !(exclusion.ground() instanceof Exclusion.Ground.Periods)) {
        grounds.add(exclusion.ground());
      }
    }
    return grounds;
  }

  private String moments(Optional<MomentTerm> is, Optional<MomentTerm> was) {
    return is.map(moment -> Wording.of(after).moment(moment)).orElse("no moment")
        + " instead of "
        + was.map(moment -> Wording.of(before).moment(moment)).orElse("none");
  }

  private void level(String kind, String name, Level old, Level young) {
    if (old instanceof Level.Lines was
        && young instanceof Level.Lines is
        && was.lines().size() == is.lines().size()) {
      for (int i = 0; i < was.lines().size(); i++) {
        String line = is.lines().size() == 1 ? "" : ", line " + (i + 1) + ",";
        line(kind, name + line, was.lines().get(i), is.lines().get(i));
      }
    } else if (!old.equals(young)) {
      say("The " + kind + " of " + name + " has other lines.");
    }
  }

  private void line(String kind, String name, Level.Line old, Level.Line young) {
    if (!old.applies().equals(young.applies())) {
      say("The " + kind + " of " + name + " takes other cases.");
    }
    limit(kind, name, amount(old), amount(young));
    if (old.bounds().size() != young.bounds().size()) {
      return;
    }
    for (int i = 0; i < old.bounds().size(); i++) {
      Level.Bound was = old.bounds().get(i);
      Level.Bound is = young.bounds().get(i);
      Optional<Literal> from = was.value().fixed();
      Optional<Literal> to = is.value().fixed();
      if (was.comparison() == is.comparison()
          && from.isPresent()
          && to.isPresent()
          && !from.equals(to)) {
        say(
            "The "
                + kind
                + " of "
                + name
                + moved(from.get(), to.get())
                + from.get()
                + " to "
                + to.get()
                + ".");
      }
    }
  }

  private static String moved(Literal from, Literal to) {
    if (from instanceof Literal.Percent one && to instanceof Literal.Percent other) {
      return one.share().ratio().compareTo(other.share().ratio()) > 0
          ? " falls from "
          : " rises from ";
    }
    if (from instanceof Literal.Numeral one && to instanceof Literal.Numeral other) {
      return one.value().compareTo(other.value()) > 0 ? " falls from " : " rises from ";
    }
    return " changes from ";
  }

  private static Optional<TimeAmount> amount(Level.Line line) {
    if (line.limit().isPresent() && line.limit().get() instanceof Level.Limit.Within within) {
      return within.amount().fixed();
    }
    return line.limit().isPresent() && line.limit().get() instanceof Level.Limit.Under under
        ? under.amount().fixed()
        : Optional.empty();
  }

  private void limit(
      String kind, String name, Optional<TimeAmount> old, Optional<TimeAmount> young) {
    if (old.isPresent() && young.isPresent() && !old.equals(young)) {
      say(
          "The limit on a case in the "
              + kind
              + " of "
              + name
              + " changes from "
              + old.get()
              + " to "
              + young.get()
              + ".");
    }
  }
}
