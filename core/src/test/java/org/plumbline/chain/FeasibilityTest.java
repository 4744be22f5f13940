package org.plumbline.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.finding.Finding;

/** Chains gone through by hand, over one November with two federal holidays. */
class FeasibilityTest {

  private static final String HEAD =
      """
      plumbline: 1
      agreement: small
      title: A small agreement
      zone: America/New_York
      parties:
        customer: {name: Customer}
        provider: {name: Provider}
      performance-period: {from: 2026-11-01, until: 2026-11-30}
      period: {every: month}
      calendar: work
      calendars:
        work: {hours: {mon-fri: ["08:00-17:00"]}, holidays: [us-federal]}
      records:
        requests:
          case: [number]
          moments: {opened: instant, approved: instant, paid: instant}
          turns:
            - {stage: entry, from: opened, until: approved, whose: customer}
            - {stage: payment, from: approved, until: paid, whose: provider}
      metrics:
      """;

  private static final String CONOPS =
      """
      plumbline: 1
      conops: small-conops
      title: Steps
      zone: America/New_York
      processes:
        pay:
          name: Pay
          steps:
            - {id: enter, name: Enter, to-be: provider, before: 2 workdays}
            - {id: approve, name: Approve, to-be: customer, before: 3 workdays}
      """;

  @Test
  void fiveWorkdaysAreSevenDaysUnlessAHolidayLiesAmongThem() {
    Chain chain = chain(metric("whole", "pay/enter, pay/approve", "within: 7 days", ""), CONOPS);
    assertThat(chain.starts()).isEqualTo(30);
    assertThat(chain.bySlack())
        .isEqualTo(Map.of(-3L, 2L, -2L, 2L, -1L, 10L, 0L, 11L, 1L, 2L, 2L, 3L));
    assertThat(chain.late()).isEqualTo(14);
    // From Friday 6: Monday, Tuesday; no Wednesday (Veterans Day); Thursday, Friday, Monday 16.
    assertThat(day(chain.worst().start())).isEqualTo("2026-11-06");
    assertThat(day(chain.worst().end())).isEqualTo("2026-11-16");
    assertThat(chain.worst().used()).isEqualTo(10);
    assertThat(chain.worst().spans().get(0).used()).isEqualTo(4);
    assertThat(chain.worst().spans().get(1).used()).isEqualTo(6);
    assertThat(chain.worst().critical().link().reference()).isEqualTo("pay/approve");
  }

  @Test
  void stepsInWorkdaysFitIntoAPromiseOfAsManyFromEveryStart() {
    Chain chain =
        chain(metric("whole", "pay/enter, pay/approve", "within: 5 workdays", ""), CONOPS);
    assertThat(chain.bySlack()).isEqualTo(Map.of(0L, 30L));
  }

  @Test
  void timeThatTheClockLeavesOutDoesNotCount() {
    Chain chain =
        chain(
            metric("whole", "pay/enter, pay/approve", "within: 2 workdays", ", counts: [provider]"),
            CONOPS);
    assertThat(chain.bySlack()).isEqualTo(Map.of(0L, 30L));
    assertThat(chain.links().get(1).counted()).isFalse();
  }

  @Test
  void theCustomersOwnTimeAloneCanBreakThePromise() {
    Chain chain = chain(metric("whole", "pay/enter, pay/approve", "within: 5 days", ""), CONOPS);
    // Three workdays from Tuesday 24 November: Wednesday, Friday, Monday: six days. Nothing before
    // is as long but from Friday 6: Monday, Tuesday, Thursday: six days as well.
    Course alone = chain.others().orElseThrow();
    assertThat(day(alone.start())).isEqualTo("2026-11-06");
    assertThat(alone.used()).isEqualTo(6);
  }

  @Test
  void hoursAreCountedInsideTheirCalendarFromEveryHour() {
    String conops = CONOPS.replace("2 workdays", "3 hours").replace("3 workdays", "6 hours");
    Chain chain =
        chain(
            metric("whole", "pay/enter, pay/approve", "within: 8 hours", ", calendar: work"),
            conops);
    assertThat(chain.starts()).isEqualTo(30 * 24 * 2);
    assertThat(chain.bySlack().keySet()).containsExactly(-3_600_000_000L);
    assertThat(chain.words(chain.worst().slack())).isEqualTo("−1 hour");
  }

  /**
   * The provider works Monday to Friday without the federal holidays, the customer Monday to
   * Thursday. Two workdays of the provider and one of the customer, from Friday 6 November: Monday
   * 9, Tuesday 10 (the provider's); Wednesday is a federal holiday, which the customer's calendar
   * does not know, so Wednesday 11: five days. From Tuesday 10: Thursday 12, Friday 13; the
   * customer's next day is Monday 16: six days. From Thursday 5: Friday 6, Monday 9, Tuesday 10.
   */
  @Test
  void eachPartysStepsAreCountedInItsOwnCalendar() {
    String conops =
        CONOPS
            .replace(
                "processes:",
                "calendars: {four: {hours: {mon-thu: [\"08:00-17:00\"]}}}\n"
                    + "works: {customer: four}\nprocesses:")
            .replace("3 workdays", "1 workday");
    Chain chain = chain(metric("whole", "pay/enter, pay/approve", "within: 5 days", ""), conops);
    assertThat(chain.links().get(0).calendar()).isEmpty();
    assertThat(chain.links().get(1).calendar()).contains("four");
    assertThat(used(chain, conops, "2026-11-06")).isEqualTo("2026-11-11");
    assertThat(used(chain, conops, "2026-11-10")).isEqualTo("2026-11-16");
    assertThat(used(chain, conops, "2026-11-05")).isEqualTo("2026-11-10");
  }

  /** A step's own calendar comes before that of its party. */
  @Test
  void aStepMayNameACalendarOfItsOwn() {
    String conops =
        CONOPS
            .replace("processes:", "works: {customer: always}\nprocesses:")
            .replace("before: 3 workdays", "before: 3 hours, calendar: work")
            .replace("before: 2 workdays", "before: 2 hours");
    Chain chain =
        chain(
            metric("whole", "pay/enter, pay/approve", "within: 5 hours", ", calendar: work"),
            conops);
    assertThat(chain.links().get(1).calendar()).contains("work");
    assertThat(chain.bySlack().keySet()).containsExactly(0L);
  }

  /** The day on which a chain ends from a start on this one. */
  private static String used(Chain chain, String conops, String start) {
    Agreement agreement =
        agreement(
            HEAD.replace(
                    "from: 2026-11-01, until: 2026-11-30", "from: " + start + ", until: " + start)
                + metric("whole", "pay/enter, pay/approve", "within: 5 days", ""));
    List<Chain> chains = Feasibility.of(agreement, Optional.of(conops(conops)));
    assertThat(chains.get(0).promised()).isEqualTo(chain.promised());
    return day(chains.get(0).worst().end());
  }

  @Test
  void metricsThatLeadFromStartToStopAreStepsToo() {
    Agreement agreement =
        agreement(
            HEAD
                + "  approved: {name: A, performing: customer, records: requests, clock: {starts:"
                + " opened, stops: approved}, target: {within: 3 days, at-least: 95%}}\n"
                + "  paid: {name: P, performing: provider, records: requests, clock: {starts:"
                + " approved, stops: paid}, target: {within: 4 days, at-least: 95%}}\n"
                + "  whole: {name: W, performing: provider, records: requests, clock: {starts:"
                + " opened, stops: paid}, target: {within: 5 days, at-least: 95%}}\n");
    List<Chain> chains = Feasibility.of(agreement, Optional.empty());
    assertThat(chains).hasSize(1);
    assertThat(chains.get(0).links())
        .extracting(Link::reference)
        .containsExactly("approved", "paid");
    assertThat(chains.get(0).bySlack()).isEqualTo(Map.of(-2L, 30L));
  }

  private static final String BRANCHES =
      CONOPS
          + "      - {id: board, name: Board, to-be: customer, before: 4 workdays, after: enter}\n"
          + "      - {id: pay, name: Pay, to-be: provider, before: 1 workday, after: [approve,"
          + " board]}\n";

  /**
   * Two workdays, then three or four, then one. Six or seven workdays from each start, and a
   * promise of six: the second way is a day too long, always.
   */
  @Test
  void eachWayThroughAProcessIsGoneThrough() {
    String text =
        HEAD
            + metric(
                "whole", "pay/enter, pay/approve, pay/board, pay/pay", "within: 6 workdays", "");
    List<Chain> chains = Feasibility.of(agreement(text), Optional.of(conops(BRANCHES)));
    assertThat(chains)
        .extracting(Chain::by)
        .containsExactly(List.of("pay/approve"), List.of("pay/board"));
    assertThat(chains)
        .extracting(chain -> chain.links().stream().map(Link::reference).toList())
        .containsExactly(
            List.of("pay/enter", "pay/approve", "pay/pay"),
            List.of("pay/enter", "pay/board", "pay/pay"));
    assertThat(chains.get(0).bySlack()).isEqualTo(Map.of(0L, 30L));
    assertThat(chains.get(1).bySlack()).isEqualTo(Map.of(-1L, 30L));
    assertThat(ChainFindings.of(agreement(text), AgreementYaml.read("a", text).places(), chains))
        .extracting(Finding::found)
        .containsExactly(
            "the steps on the way by \"pay/board\" may take 7 workdays where 6 workdays are"
                + " promised, from a start on Sunday, 1 November 2026, 12:00; they take too long"
                + " from 30 of 30 starts, and 1 of the 2 ways through them do");
  }

  /** What is not named takes no time, and what is after it is after what was before it. */
  @Test
  void stepsThatThePromiseDoesNotNameAreLookedThrough() {
    Chain chain = chain(metric("whole", "pay/enter, pay/pay", "within: 6 workdays", ""), BRANCHES);
    assertThat(chain.links()).extracting(Link::reference).containsExactly("pay/enter", "pay/pay");
    assertThat(chain.by()).isEmpty();
  }

  @Test
  void stepsThatWaitForEachOtherAreTakenAsTheyStand() {
    String conops =
        BRANCHES
            .replace("after: enter", "after: pay")
            .replace("id: enter,", "id: enter, after: pay,");
    Chain chain =
        chain(metric("whole", "pay/enter, pay/board, pay/pay", "within: 7 workdays", ""), conops);
    assertThat(chain.links()).hasSize(3);
  }

  /** Four hours for the urgent, thirty for others: one and two, ten and fifteen. */
  @Test
  void tiersAreSetAgainstTheSameTiers() {
    String tiers =
        "{within: [{when: {urgent: true}, is: %s}, {when: otherwise, is: %s}], at-least: 95%%}";
    Agreement agreement =
        agreement(
            HEAD.replace(
                    "    turns:", "    fields: {urgent: {type: flag, read: at-start}}\n    turns:")
                + promise("approved", "opened", "approved", tiers.formatted("1 hour", "10 hours"))
                + promise(
                    "paid",
                    "approved",
                    "paid",
                    "[{when: {urgent: true}, within: 2 hours, at-least: 95%}, {when: otherwise,"
                        + " within: 15 hours, at-least: 90%}]")
                + promise("whole", "opened", "paid", tiers.formatted("4 hours", "30 hours")));
    List<Chain> chains = Feasibility.of(agreement, Optional.empty());
    assertThat(chains)
        .extracting(c -> c.words(c.worst().slack()))
        .containsExactly("1 hour", "5 hours");
  }

  /**
   * Two ways over promises, by approval or by check: two days and three, four and one. The promise
   * from opening to signing holds for the approval in it, so there is no third way.
   */
  @Test
  void promisesOverAStretchHoldForAllThatLiesInIt() {
    Agreement agreement =
        agreement(
            HEAD.replace("paid: instant}", "checked: instant, signed: instant, paid: instant}")
                + promise("approved", "opened", "approved", "{within: 2 days, at-least: 95%}")
                + promise(
                    "approved-signed", "approved", "signed", "{within: 9 days, at-least: 95%}")
                + promise("signed", "opened", "signed", "{within: 2 days, at-least: 95%}")
                + promise("signed-paid", "signed", "paid", "{within: 3 days, at-least: 95%}")
                + promise("checked", "opened", "checked", "{within: 4 days, at-least: 95%}")
                + promise("checked-paid", "checked", "paid", "{within: 1 day, at-least: 95%}")
                + promise("whole", "opened", "paid", "{within: 5 days, at-least: 95%}"));
    assertThat(Feasibility.of(agreement, Optional.empty()))
        .filteredOn(chain -> chain.metric().equals("whole"))
        .extracting(chain -> chain.label() + " " + chain.worst().slack())
        .containsExactly("whole by signed, signed-paid 0", "whole by checked, checked-paid 0");
  }

  /** Four turns of four steps beside each other: 256 ways. */
  @Test
  void waysThatAreNotGoneThroughAreTold() {
    StringBuilder conops = new StringBuilder(CONOPS);
    List<String> named = new ArrayList<>(List.of("pay/enter"));
    String before = "enter";
    for (int turn = 0; turn < 4; turn++) {
      List<String> beside = new ArrayList<>();
      for (int step = 0; step < 4; step++) {
        String id = "t" + turn + "s" + step;
        beside.add(id);
        named.add("pay/" + id);
        conops
            .append("      - {id: " + id + ", name: X, to-be: customer, before: 1 workday, after: ")
            .append(before + "}\n");
      }
      before = "[" + String.join(", ", beside) + "]";
    }
    String text = HEAD + metric("whole", String.join(", ", named), "within: 20 workdays", "");
    List<Chain> chains = Feasibility.of(agreement(text), Optional.of(conops(conops.toString())));
    assertThat(chains).hasSize(64);
    assertThat(ChainFindings.of(agreement(text), AgreementYaml.read("a", text).places(), chains))
        .extracting(finding -> finding.code().id() + " " + finding.found())
        .containsExactly("PL416 there are more ways through its steps than the 64 gone through");
  }

  private static String promise(String id, String starts, String stops, String target) {
    return "  %s: {name: A, performing: provider, records: requests, clock: {starts: %s, stops: %s}, target: %s}\n"
        .formatted(id, starts, stops, target);
  }

  @Test
  void whatTakesLongerIsTold() {
    String text = HEAD + metric("whole", "pay/enter, pay/approve", "within: 7 days", "");
    ReadAgreement read = AgreementYaml.read("a.yaml", text);
    List<Chain> chains = Feasibility.of(agreement(text), Optional.of(conops(CONOPS)));
    assertThat(ChainFindings.of(agreement(text), read.places(), chains))
        .extracting(Finding::found)
        .containsExactly(
            "the steps may take 10 days where 7 days are promised, from a start on Friday, 6"
                + " November 2026, 12:00; they take too long from 14 of 30 starts");
  }

  private static String metric(String id, String steps, String limit, String clock) {
    return "  "
        + id
        + ": {name: Whole, performing: provider, records: requests, steps: ["
        + steps
        + "], clock: {starts: opened, stops: paid"
        + clock
        + "}, target: {"
        + limit
        + ", at-least: 95%}}\n";
  }

  private static Chain chain(String metric, String conops) {
    List<Chain> chains = Feasibility.of(agreement(HEAD + metric), Optional.of(conops(conops)));
    assertThat(chains).hasSize(1);
    return chains.get(0);
  }

  private static Agreement agreement(String text) {
    ReadAgreement read = AgreementYaml.read("a.yaml", text);
    assertThat(read.findings()).isEmpty();
    return read.agreement().orElseThrow();
  }

  private static Conops conops(String text) {
    var read = CompanionYaml.conops("conops.yaml", text.getBytes(UTF_8));
    assertThat(read.findings()).isEmpty();
    return read.document().orElseThrow();
  }

  private static String day(java.time.Instant instant) {
    return instant.atZone(ZoneId.of("America/New_York")).toLocalDate().toString();
  }
}
