package org.plumbline.remedy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.RegisterRow;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.agreement.Service;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;

/**
 * What the register's files say, as remedies ask for it (docs/meaning.md 26). What is dated after
 * today is not known yet; a row that cannot be understood is told and left out.
 */
final class RegisterFacts {

  private final Agreement agreement;
  private final Map<String, List<RegisterRow>> rows;
  private final LocalDate today;
  private final Findings findings;

  RegisterFacts(
      Agreement agreement,
      Map<String, List<RegisterRow>> rows,
      LocalDate today,
      Findings findings) {
    this.agreement = agreement;
    this.rows = rows;
    this.today = today;
    this.findings = findings;
  }

  /** All but the decisions, which can be judged only when it is known what follows. */
  Circumstances circumstances() {
    return new Circumstances(
        bills(), billLines(), issued(), List.of(), causes(), milestones(), Map.of());
  }

  private List<RegisterRow> of(String set, String moment) {
    return rows.getOrDefault(set, List.of()).stream()
        .filter(row -> row.day(moment).filter(day -> day.isAfter(today)).isEmpty())
        .toList();
  }

  private List<Circumstances.Bill> bills() {
    List<Circumstances.Bill> bills = new ArrayList<>();
    for (RegisterRow row : of(RegisterSets.BILLS, "billed")) {
      Optional<Money> amount = amount(row);
      Optional<ReportingPeriod> period = period(row);
      if (amount.isPresent() && period.isPresent() && row.day("billed").isPresent()) {
        bills.add(
            new Circumstances.Bill(
                row.text("service").orElseThrow(),
                period.get().from(),
                period.get().until(),
                amount.get()));
      }
    }
    return bills;
  }

  private List<Circumstances.BillLine> billLines() {
    List<Circumstances.BillLine> lines = new ArrayList<>();
    for (RegisterRow row : of(RegisterSets.BILL_LINES, "billed")) {
      Optional<Money> amount = amount(row);
      Optional<ReportingPeriod> period = period(row);
      if (amount.isPresent() && period.isPresent()) {
        lines.add(
            new Circumstances.BillLine(
                row.text("service").orElseThrow(),
                period.get(),
                row.text("line").orElse(""),
                row.text("posting"),
                amount.get()));
      }
    }
    return lines;
  }

  private List<Circumstances.Issued> issued() {
    List<Circumstances.Issued> issued = new ArrayList<>();
    for (RegisterRow row : of(RegisterSets.REPORTS, "issued")) {
      Optional<ReportingPeriod> period = period(row);
      if (period.isPresent() && row.day("issued").isPresent()) {
        issued.add(new Circumstances.Issued(period.get(), row.day("issued").get()));
      }
    }
    return issued;
  }

  private List<Circumstances.Cause> causes() {
    Map<String, List<String>> postings = new LinkedHashMap<>();
    Map<String, Boolean> concurrent = new LinkedHashMap<>();
    for (RegisterRow row : of(RegisterSets.CAUSES, "named")) {
      String cause = row.text("cause").orElse("");
      if (cause.isEmpty()) {
        unreadable(row, "it names no cause", "give the cause a name in the column cause");
        continue;
      }
      postings.computeIfAbsent(cause, key -> new ArrayList<>()).add(row.text("posting").orElse(""));
      concurrent.merge(
          cause,
          row.text("concurrent")
              .filter(text -> text.equals("yes") || text.equals("true"))
              .isPresent(),
          Boolean::logicalOr);
    }
    return postings.entrySet().stream()
        .map(
            each ->
                new Circumstances.Cause(
                    each.getKey(), each.getValue(), concurrent.getOrDefault(each.getKey(), false)))
        .toList();
  }

  private List<Circumstances.Milestone> milestones() {
    return rows.getOrDefault(RegisterSets.MILESTONES, List.of()).stream()
        .map(
            row ->
                new Circumstances.Milestone(
                    row.text("posting").orElse(""),
                    row.text("milestone").orElse(""),
                    row.text("owner"),
                    row.day("due"),
                    row.day("done")))
        .toList();
  }

  private Optional<ReportingPeriod> period(RegisterRow row) {
    try {
      return Optional.of(
          ReportingPeriods.parse(
              row.text("period").orElse(""),
              PeriodRules.fiscalYear(agreement).orElseGet(PeriodRule::federalFiscalYear)));
    } catch (RefusedInputException e) {
      unreadable(
          row, String.valueOf(e.getMessage()), "write it like 2026-10, 2026-Q4 or FY2027-Q1");
      return Optional.empty();
    }
  }

  /** Bills have numbers; their currency is that of the service's fees. */
  private Optional<Money> amount(RegisterRow row) {
    String service = row.text("service").orElse("");
    Optional<BigDecimal> number = row.text("amount").map(BigDecimal::new);
    Optional<String> currency = currency(service);
    if (number.isEmpty()) {
      unreadable(row, "it has no amount", "write a number in the column amount");
    } else if (currency.isEmpty()) {
      unreadable(
          row,
          "the agreement has no service “" + service + "” with fees",
          "name one of " + String.join(", ", agreement.services().keySet()));
    }
    return number.flatMap(
        value ->
            currency.map(
                in -> Cents.money(Cents.halfUp(org.plumbline.evaluate.Exact.of(value), in), in)));
  }

  private Optional<String> currency(String service) {
    return Optional.ofNullable(agreement.services().get(service)).stream()
        .flatMap(term -> term.fees().stream())
        .map(Service.Fee::amount)
        .flatMap(amount -> money(amount).stream())
        .map(Money::currency)
        .findFirst();
  }

  private static Optional<Money> money(Varying<Money> amount) {
    if (amount instanceof Varying.ByDate<Money> dated) {
      return dated.steps().stream().flatMap(step -> money(step.is()).stream()).findFirst();
    }
    if (amount instanceof Varying.ByCondition<Money> choices) {
      return choices.choices().stream().flatMap(choice -> money(choice.is()).stream()).findFirst();
    }
    return amount.fixed();
  }

  private void unreadable(RegisterRow row, String what, String right) {
    findings.add(
        FindingCode.ROW_WITHOUT_EFFECT, row.place(), "the row has no effect: " + what, right);
  }
}
