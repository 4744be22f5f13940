package org.plumbline.referee;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.ReportingPeriods;

/**
 * The second family of random agreements: those of the first with drafts, baselines, deliveries,
 * excepted periods, limits of work by period, sets of the register, and composites that read what
 * all this makes of results. Seeds of the first family keep their meaning.
 */
final class GeneratedTerms {

  private static final String TO_BE_AGREED =
      "{to-be-agreed: {owed-by: provider/program-manager, until: 2027-02-01}}";

  private final Dice dice;
  private final Scenario first;
  private final Agreement agreement;
  private final Map<String, String> metrics;
  private final List<RefereeRecords> more;
  private final StringBuilder exclusions = new StringBuilder();
  private String head;

  private GeneratedTerms(Scenario first, Dice dice) {
    this.first = first;
    this.dice = dice;
    agreement = first.agreement();
    metrics = new LinkedHashMap<>(first.metrics());
    more = new ArrayList<>(first.more());
    head = first.head();
  }

  /** A scenario of the first family, changed. */
  static Scenario of(Scenario first, long seed) {
    return new GeneratedTerms(first, new Dice(seed)).changed();
  }

  private Scenario changed() {
    List<String> read = List.copyOf(first.metrics().keySet());
    for (String id : read) {
      if (!id.equals("composite")) {
        metrics.computeIfPresent(id, (key, text) -> target(text));
      }
    }
    if (dice.percent(50)) {
      delivered();
    }
    if (dice.percent(30)) {
      exclusions
          .append("  skipped: {periods: [")
          .append(dice.of("march", "june", "october", "december"))
          .append("], excludes: ")
          .append(names(read))
          .append("}\n");
    }
    if (dice.percent(30)) {
      exclusions
          .append("  busy: {workload: {limits: {")
          .append(dice.of(read))
          .append(": ")
          .append(dice.of("1", "3", "{of: customer.size, share: 50%}"))
          .append("}, takes: period}, excludes: ")
          .append(names(read))
          .append("}\n");
    }
    if (dice.percent(60)) {
      register();
    }
    composites(read.stream().filter(id -> !id.equals("composite")).toList());
    if (exclusions.length() > 0) {
      head += (head.contains("\nexclusions:\n") ? "" : "exclusions:\n") + exclusions;
    }
    return new Scenario(first.seed(), head, metrics, first.records(), more, first.asOf());
  }

  private String names(List<String> read) {
    return dice.of("all", "[" + dice.of(read) + "]");
  }

  // ---- targets ----

  private String target(String text) {
    int from = text.indexOf("target: ") + "target: ".length();
    String target = text.substring(from, end(text, from));
    boolean limited =
        target.contains("within:") || target.contains("under:") || target.contains("by:");
    String other =
        switch (dice.below(8)) {
          case 0 -> TO_BE_AGREED;
          case 1 -> target.replaceFirst(", at-least: [0-9.]+%", ", at-least: " + TO_BE_AGREED);
          case 2 -> target.replaceFirst("(within|under): [0-9]+ [a-z]+", "$1: " + TO_BE_AGREED);
          case 3, 4 -> limited ? target : baseline(text);
          default -> target;
        };
    return text.substring(0, from) + other + text.substring(from + target.length());
  }

  private String baseline(String text) {
    String floor =
        text.contains("share:")
            ? dice.of("", ", floor: {at-least: 40%}", ", floor: {below: 90%}")
            : "";
    return "{baseline: {periods: "
        + dice.between(1, 3)
        + ", take: "
        + dice.of("mean", "median", "worst")
        + floor
        + "}}";
  }

  /** Where a value in flow style ends. */
  private static int end(String text, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char at = text.charAt(i);
      if (depth == 0 && i > from && (at == ',' || at == '}' || at == ']')) {
        return i;
      }
      depth += at == '{' || at == '[' ? 1 : at == '}' || at == ']' ? -1 : 0;
    }
    throw new IllegalArgumentException(text);
  }

  // ---- deliveries ----

  private void delivered() {
    String terms =
        "due: "
            + dice.of("3 days", "2 workdays")
            + ", if-missing: "
            + dice.of("not-met", "no-data");
    head =
        head.contains("delivery: {")
            ? head.replaceFirst("delivery: \\{", "delivery: {" + terms + ", ")
            : head.replaceFirst(
                "    case: \\[number\\]\n", "    case: [number]\n    delivery: {" + terms + "}\n");
    if (dice.percent(60)) {
      List<RefereeCase> rows = new ArrayList<>();
      for (String period : months()) {
        if (dice.percent(70)) {
          Map<String, Long> moments = new HashMap<>();
          if (dice.percent(80)) {
            moments.put("delivered", day());
          }
          rows.add(
              RefereeCase.workedOut(
                  "items / " + period,
                  moments,
                  Map.of("set", "items", "period", period),
                  Optional.empty()));
        }
      }
      more.add(new RefereeRecords(RegisterSets.DELIVERIES, false, 0, rows));
    }
  }

  private List<String> months() {
    List<String> names = new ArrayList<>();
    LocalDate last = agreement.performancePeriod().until();
    for (LocalDate date = agreement.performancePeriod().from().withDayOfMonth(1);
        !date.isAfter(last);
        date = date.plusMonths(1)) {
      names.add(ReportingPeriods.periodOf(PeriodRule.Civil.MONTH, date).name());
    }
    return names;
  }

  /** A date of the performance period, or some days after it. */
  private long day() {
    LocalDate from = agreement.performancePeriod().from();
    long days = ChronoUnit.DAYS.between(from, agreement.performancePeriod().until());
    return from.toEpochDay() + dice.below((int) days + 20);
  }

  // ---- the register ----

  private void register() {
    List<RefereeCase> rows = new ArrayList<>();
    for (int i = dice.between(1, 8); i > 0; i--) {
      Map<String, Long> moments = new HashMap<>();
      Map<String, Object> values = new HashMap<>();
      boolean bills = rows.size() % 2 == 1;
      moments.put("planned", day());
      if (dice.percent(80)) {
        moments.put("held", day());
      }
      values.put("id", "R" + i);
      if (dice.percent(90)) {
        values.put("kind", bills ? "yearly" : "monthly");
      }
      rows.add(RefereeCase.workedOut("R" + i, moments, values, Optional.empty()));
    }
    more.add(new RefereeRecords("register/reviews", false, 0, rows));
    metrics.put(
        "reviews",
        "{name: Generated, performing: provider, records: register/reviews, "
            + dice.of(
                "figure: {share: {kind: monthly}}, target: {at-least: 50%}}",
                "clock: {starts: planned, stops: held}, target: {within: 3 days, at-least: 80%}}",
                "clock: {stops: held}, target: {by: planned, at-least: 80%}}",
                "figure: {count: cases}, each: kind, target: {at-least: 1}}"));
    if (dice.percent(50)) {
      List<RefereeCase> bills = new ArrayList<>();
      for (String period : months()) {
        Map<String, Object> values = new HashMap<>();
        values.put("service", "desk");
        values.put("period", period);
        if (dice.percent(90)) {
          values.put("amount", BigDecimal.valueOf(dice.between(0, 900)));
        }
        bills.add(
            RefereeCase.workedOut(
                "desk / " + period,
                Map.of("billed", day(), "due", day()),
                values,
                Optional.empty()));
      }
      more.add(new RefereeRecords("register/bills", false, 0, bills));
      metrics.put(
          "bills",
          "{name: Generated, performing: provider, records: register/bills, figure: "
              + dice.of("{sum: amount}", "{mean: amount}", "{median: amount}")
              + ", target: none}");
    }
  }

  // ---- composites ----

  private void composites(List<String> read) {
    String members = String.join(", ", read);
    String over =
        "{name: Generated, performing: provider, records: register/results, qualifies: {metric: ["
            + members
            + "]}, figure: ";
    metrics.put("met-share", over + "{share: {result: met}}, target: none}");
    if (dice.percent(60)) {
      metrics.put(
          "not-judged", over + "{count: cases, where: {result: not-judged}}, target: none}");
    }
    if (dice.percent(40)) {
      metrics.put(
          "summed",
          over
              + dice.of("{sum: figure}", "{sum: figure, where: {result: met}}")
              + ", target: none}");
    }
  }
}
