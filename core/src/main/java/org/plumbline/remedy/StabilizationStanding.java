package org.plumbline.remedy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.Stabilization;

/**
 * Where a service is in its stabilization, and what would have been charged without it.
 *
 * @param from the first day, that of the performance period
 * @param until the last
 * @param day which day it is, from 1; 0 before it, above {@code days} after it
 * @param days how many it has
 * @param suspended whether money remedies are suspended in it
 * @param amounts what is suspended, in order of the postings; each before pools and causes cut it
 */
public record StabilizationStanding(
    LocalDate from, LocalDate until, long day, long days, boolean suspended, List<Amount> amounts) {

  /** Copies the list. */
  public StabilizationStanding {
    amounts = List.copyOf(amounts);
  }

  /** What one posting would have been. */
  public record Amount(PostingId posting, String owedBy, Money money) {}

  /** The standing on a day; empty without stabilization. */
  public static Optional<StabilizationStanding> of(
      Agreement agreement, Consequences follows, LocalDate today) {
    return agreement.stabilization().map(terms -> of(agreement, terms, follows, today));
  }

  private static StabilizationStanding of(
      Agreement agreement, Stabilization terms, Consequences follows, LocalDate today) {
    LocalDate from = agreement.performancePeriod().from();
    List<Amount> amounts = new ArrayList<>();
    for (Posting posting : follows.postings()) {
      if (!posting.steps(Step.Suspended.class).isEmpty()) {
        posting
            .steps(Step.Rated.class)
            .forEach(
                rated -> amounts.add(new Amount(posting.id(), posting.owedBy(), rated.amount())));
      }
    }
    return new StabilizationStanding(
        from,
        terms.until(),
        Math.max(0, today.toEpochDay() - from.toEpochDay() + 1),
        terms.until().toEpochDay() - from.toEpochDay() + 1,
        !terms.moneyRemedies().equals(Optional.of("due")),
        amounts);
  }

  /** Whether it is running. */
  public boolean isRunning() {
    return day > 0 && day <= days;
  }

  /** What all of it comes to, by currency. */
  public List<Money> total() {
    Map<String, BigDecimal> sums = new TreeMap<>();
    amounts.forEach(
        each -> sums.merge(each.money().currency(), each.money().amount(), BigDecimal::add));
    List<Money> total = new ArrayList<>();
    sums.forEach((currency, sum) -> total.add(new Money(sum, currency)));
    return total;
  }
}
