package org.plumbline.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.RegisterRow;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.finding.Finding;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.remedy.Account;
import org.plumbline.remedy.BillPage;
import org.plumbline.remedy.Circumstances;
import org.plumbline.remedy.Consequences;
import org.plumbline.remedy.Decision;
import org.plumbline.remedy.Posting;
import org.plumbline.remedy.Reconciling;
import org.plumbline.remedy.Registered;
import org.plumbline.remedy.Remedying;
import org.plumbline.remedy.Step;

/** Compares what follows from results with what was worked by hand. */
record GoldenPostings(GoldenCase golden) {

  void check(Agreement agreement, Results results) {
    List<Map<String, String>> rows = golden.expected("postings.csv");
    if (rows.isEmpty()) {
      return;
    }
    Results named = named(agreement, results);
    Map<String, List<RegisterRow>> register = RegisterFiles.rows(golden.recordsFolder());
    if (register.isEmpty()) {
      check(Remedying.follow(agreement, named, circumstances()));
      return;
    }
    Registered.Follows found =
        Registered.of(
            agreement,
            register,
            results.asOf().atZone(agreement.zone()).toLocalDate(),
            List.of(),
            Map.of(),
            known ->
                Reconciling.of(agreement, named, known, Remedying.follow(agreement, named, known)));
    check(found.consequences());
    assertThat(found.findings().stream().map(Finding::toLine)).as("of the register").isEmpty();
  }

  /** Compares what follows, if anything is expected. */
  void check(Consequences consequences) {
    List<Map<String, String>> rows = golden.expected("postings.csv");
    if (rows.isEmpty()) {
      return;
    }
    assertThat(consequences.postings().stream().map(posting -> posting.id().toString()).toList())
        .as("postings")
        .isEqualTo(rows.stream().map(row -> cell(row, "posting")).toList());
    for (Map<String, String> row : rows) {
      Posting posting = consequences.find(cell(row, "posting")).orElseThrow();
      same(row, "kind", posting.kind().key());
      same(row, "owed-by", posting.owedBy());
      same(row, "amount", posting.amount().map(Money::toString).orElse("-"));
      same(row, "points", posting.points().map(BigDecimal::toPlainString).orElse("-"));
      same(row, "standing", posting.standing().key());
      same(row, "due", posting.due().map(LocalDate::toString).orElse("-"));
      same(row, "preliminary", posting.isPreliminary() ? "yes" : "no");
      same(
          row,
          "bill",
          posting.steps(Step.OnBill.class).stream()
              .findFirst()
              .map(step -> step.bill().name())
              .orElse("-"));
    }
    for (Map<String, String> row : golden.expected("ledger.csv")) {
      Account page =
          consequences.ledger().stream()
              .filter(one -> one.period().from().toString().equals(cell(row, "period")))
              .filter(one -> one.party().equals(cell(row, "party")))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no page for " + row));
      same(row, "total", page.total().toString());
    }
    List<Map<String, String>> bills = golden.expected("bills.csv");
    List<String> lines = new ArrayList<>();
    for (BillPage page : consequences.bills()) {
      for (BillPage.Line line : page.lines()) {
        lines.add(
            String.join(
                ",",
                page.service(),
                page.period().name(),
                line.posting().map(Object::toString).orElse(line.text()),
                line.ledger().map(Money::toString).orElse("-"),
                line.billed().map(Money::toString).orElse("-"),
                line.difference().toPlainString(),
                line.why().key()));
      }
    }
    if (!bills.isEmpty()) {
      assertThat(lines)
          .as("bills")
          .isEqualTo(bills.stream().map(row -> String.join(",", row.values())).toList());
    }
  }

  /** The results with periods called as people write them, which the interpreter does not. */
  private static Results named(Agreement agreement, Results results) {
    return new Results(
        results.agreement(),
        results.asOf(),
        results.results().stream()
            .map(
                result ->
                    new Result(
                        result.metric(),
                        ReportingPeriods.periodOf(
                            PeriodRules.of(
                                    agreement,
                                    Objects.requireNonNull(
                                        agreement.metrics().get(result.metric())))
                                .orElseThrow(),
                            result.period().until()),
                        result.each(),
                        result.status(),
                        result.wouldBe(),
                        result.reason(),
                        result.lines()))
            .toList());
  }

  private Circumstances circumstances() {
    List<Circumstances.Bill> bills = new ArrayList<>();
    for (Map<String, String> row : golden.known("bills.csv")) {
      String[] amount = cell(row, "amount").split(" ", -1);
      bills.add(
          new Circumstances.Bill(
              cell(row, "service"),
              LocalDate.parse(cell(row, "from")),
              LocalDate.parse(cell(row, "until")),
              new Money(new BigDecimal(amount[0]), amount[1])));
    }
    List<Circumstances.Issued> issued = new ArrayList<>();
    for (Map<String, String> row : golden.known("issued.csv")) {
      issued.add(
          new Circumstances.Issued(
              ReportingPeriod.of(
                  LocalDate.parse(cell(row, "from")), LocalDate.parse(cell(row, "until"))),
              LocalDate.parse(cell(row, "on"))));
    }
    List<Decision> decisions = new ArrayList<>();
    for (Map<String, String> row : golden.known("decisions.csv")) {
      decisions.add(
          new Decision(
              cell(row, "posting"),
              Decision.Act.valueOf(cell(row, "act").toUpperCase(Locale.ROOT)),
              LocalDate.parse(cell(row, "on")),
              cell(row, "by"),
              cell(row, "note")));
    }
    return new Circumstances(bills, issued, decisions, List.of());
  }

  private static void same(Map<String, String> row, String column, String actual) {
    if (!cell(row, column).isEmpty()) {
      assertThat(actual).as("%s of %s", column, row).isEqualTo(cell(row, column));
    }
  }

  private static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNullElse(row.get(column), "");
  }
}
