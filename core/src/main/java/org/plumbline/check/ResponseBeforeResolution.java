package org.plumbline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.FindingCode;

/**
 * What comes first has no more time than what comes after it, counted from the same start: else who
 * keeps the later limit has kept the earlier one long before it runs out.
 */
final class ResponseBeforeResolution implements Rule {

  private static final Pattern RESPONSE =
      Pattern.compile(
          "(.*-)?(respon\\w*|acknowledg\\w*|first-reply|replied|assigned|accepted|triaged)");
  private static final Pattern RESOLUTION =
      Pattern.compile("(.*-)?(resol\\w*|solved|clos\\w*|complet\\w*|restored|fixed|done|finished)");

  /** So many metrics with one start are set against each other. */
  private static final int MOST = 40;

  /** What two metrics have in common: the same cases, timed alike from the same start. */
  private record Start(
      String records,
      MomentTerm starts,
      Optional<Varying<String>> calendar,
      Clock.Counting counting) {}

  @Override
  public void check(Draft draft) {
    OrderOfMoments order = new OrderOfMoments(draft);
    Map<Start, List<MetricView>> alike = new LinkedHashMap<>();
    for (MetricView metric : draft.metrics()) {
      if (metric.isInTime() && metric.starts().isPresent() && metric.set().isPresent()) {
        Clock clock = metric.metric().clock().orElseThrow();
        Start start =
            new Start(
                metric.metric().records(),
                metric.starts().get(),
                clock.calendar(),
                clock.counting());
        alike.computeIfAbsent(start, any -> new ArrayList<>()).add(metric);
      }
    }
    for (List<MetricView> metrics : alike.values()) {
      List<MetricView> compared = metrics.subList(0, Math.min(MOST, metrics.size()));
      for (MetricView first : compared) {
        for (MetricView later : compared) {
          if (precedes(first, later, order) && tell(first, later, draft)) {
            break;
          }
        }
      }
    }
  }

  /** Whether the one stops before the other: by their names, their moments or their steps. */
  private static boolean precedes(MetricView first, MetricView later, OrderOfMoments order) {
    Optional<String> one = first.stops().flatMap(OrderOfMoments::name);
    Optional<String> other = later.stops().flatMap(OrderOfMoments::name);
    if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
      return false;
    }
    String records = first.metric().records();
    return !order.leads(records, other.get(), one.get())
        && ((RESPONSE.matcher(one.get()).matches() && RESOLUTION.matcher(other.get()).matches())
            || order.leads(records, one.get(), other.get())
            || isBegun(first.metric().steps(), later.metric().steps()));
  }

  /** Whether the steps of the one are the first of the other's. */
  private static boolean isBegun(List<String> first, List<String> all) {
    return !first.isEmpty()
        && first.size() < all.size()
        && all.subList(0, first.size()).equals(first);
  }

  /** Tells a case for which the first has more time than the later one; whether there is one. */
  private static boolean tell(MetricView first, MetricView later, Draft draft) {
    List<Condition> conditions = new ArrayList<>(conditions(first));
    conditions.addAll(conditions(later));
    Optional<Cells> cells = Cells.of(conditions, KnownSubjects.of(first.set().orElseThrow()));
    for (Map<Object, Object> cell : cells.map(Cells::all).orElse(List.of())) {
      Optional<TimeAmount> one = limit(first, cell);
      Optional<TimeAmount> other = limit(later, cell);
      boolean longer =
          one.isPresent()
              && other.isPresent()
              && one.get().kind() == other.get().kind()
              && length(one.get()) > length(other.get());
      if (longer) {
        String of = Cells.words(cell);
        draft.tell(
            FindingCode.RESPONSE_AFTER_RESOLUTION,
            LimitsAndFigures.pathOfLimit(first.target().get(0)),
            "this allows "
                + one.get()
                + ", and \""
                + later.id()
                + "\" asks for the whole within "
                + other.get()
                + (of.isEmpty() ? "" : " (" + of + ")"),
            "write less than " + other.get() + ", or give the later one more");
        return true;
      }
    }
    return false;
  }

  private static long length(TimeAmount amount) {
    return Cells.number(new org.plumbline.agreement.Literal.Time(amount))
        .orElseThrow()
        .longValueExact();
  }

  private static List<Condition> conditions(MetricView metric) {
    List<Condition> conditions = new ArrayList<>();
    metric.metric().qualifies().ifPresent(conditions::add);
    for (MetricView.LineView line : metric.target()) {
      line.when().ifPresent(conditions::add);
      line.line()
          .limit()
          .ifPresent(
              limit ->
                  Terms.conditions(
                      amount(limit), "", (path, condition) -> conditions.add(condition)));
    }
    return conditions;
  }

  private static Varying<TimeAmount> amount(Level.Limit limit) {
    if (limit instanceof Level.Limit.Within within) {
      return within.amount();
    }
    return limit instanceof Level.Limit.Under under
        ? under.amount()
        : new Varying.ByDate<>(List.of());
  }

  /** The limit of a case in a cell; empty where it does not count or has none. */
  private static Optional<TimeAmount> limit(MetricView metric, Map<Object, Object> cell) {
    Optional<Condition> counts = metric.metric().qualifies();
    if (counts.isPresent() && !Cells.holds(counts.get(), cell)) {
      return Optional.empty();
    }
    return metric.target().stream()
        .filter(line -> line.when().map(when -> Cells.holds(when, cell)).orElse(true))
        .findFirst()
        .flatMap(line -> line.line().limit())
        .flatMap(limit -> value(amount(limit), cell));
  }

  private static Optional<TimeAmount> value(Varying<TimeAmount> amount, Map<Object, Object> cell) {
    if (amount instanceof Varying.ByCondition<TimeAmount> by) {
      return by.choices().stream()
          .filter(choice -> choice.when().map(when -> Cells.holds(when, cell)).orElse(true))
          .findFirst()
          .flatMap(choice -> value(choice.is(), cell));
    }
    return amount.fixed();
  }
}
