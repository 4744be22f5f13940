package org.plumbline.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.Service;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.inforce.InForceFollows;
import org.plumbline.inforce.UnderVersions;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.RegisterBills;
import org.plumbline.remedy.Circumstances;
import org.plumbline.remedy.Consequences;
import org.plumbline.remedy.PostingId;
import org.plumbline.remedy.Remedying;

/** What follows from the results asked for, with the bills that the records have. */
final class Follows {

  private final Agreement agreement;
  private final LoadedRecords records;
  private final Optional<UnderVersions> under;

  /**
   * What follows.
   *
   * @param under which version judged what, where there are several
   */
  Follows(Agreement agreement, LoadedRecords records, Optional<UnderVersions> under) {
    this.agreement = agreement;
    this.records = records;
    this.under = under;
  }

  /**
   * What follows.
   *
   * @param all results of all periods
   * @param chosen those asked for
   * @param asked the days asked for
   * @param ofAgreement whether remedies that are judged for the agreement were asked for too
   */
  Consequences from(Results all, Results chosen, ReportingPeriod asked, boolean ofAgreement) {
    if (agreement.remedies().isEmpty() && under.isEmpty()) {
      return Consequences.NONE;
    }
    Circumstances circumstances = new Circumstances(bills(all), List.of(), List.of(), List.of());
    Consequences follows =
        under
            .map(found -> InForceFollows.of(found, circumstances))
            .orElseGet(() -> Remedying.follow(agreement, all, circumstances));
    Set<List<Object>> shown = new HashSet<>();
    for (Result result : chosen.results()) {
      shown.add(List.of(result.metric(), result.period()));
    }
    return follows.only(id -> isShown(id, shown, asked, ofAgreement));
  }

  private static boolean isShown(
      PostingId id, Set<List<Object>> shown, ReportingPeriod asked, boolean ofAgreement) {
    return id.metric().isEmpty()
        ? ofAgreement && asked.contains(id.period().until())
        : shown.contains(List.of(id.metric().get(), id.period()));
  }

  private List<Circumstances.Bill> bills(Results all) {
    StoredSet stored = records.sets().get(RegisterBills.SET);
    if (stored == null) {
      return List.of();
    }
    LocalDate today = all.asOf().atZone(agreement.zone()).toLocalDate();
    List<Circumstances.Bill> bills = new ArrayList<>();
    for (RegisterBills.Bill bill : RegisterBills.read(records.database(), stored)) {
      Optional<String> currency = currency(bill.service());
      if (currency.isPresent() && !bill.billed().isAfter(today)) {
        ReportingPeriod period = period(bill.period());
        bills.add(
            new Circumstances.Bill(
                bill.service(),
                period.from(),
                period.until(),
                new Money(bill.amount(), currency.get())));
      }
    }
    return bills;
  }

  private ReportingPeriod period(String name) {
    try {
      return ReportingPeriods.parse(
          name, PeriodRules.fiscalYear(agreement).orElseGet(PeriodRule::federalFiscalYear));
    } catch (RefusedInputException e) {
      throw new InputRefused(RegisterBills.SET + ", period: " + e.getMessage());
    }
  }

  /** Bills have a number; its currency is that of the service's fees. */
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
}
