package org.plumbline.remedy;

import java.math.BigDecimal;
import java.util.List;
import org.plumbline.agreement.Money;
import org.plumbline.calendar.ReportingPeriod;

/**
 * What one party owes in money for one period: the ledger's page.
 *
 * @param period a period of the agreement; a posting belongs to the one that holds the last day of
 *     its own
 * @param party who owes it; what goes back is below zero
 * @param currency of all entries
 * @param entries the postings in money that can be said, in order; those that do not count included
 * @param total the sum of the entries that count, to the cent
 */
public record Account(
    ReportingPeriod period, String party, String currency, List<Entry> entries, Money total) {

  /** Copies the list. */
  public Account {
    entries = List.copyOf(entries);
  }

  /** One line. */
  public record Entry(PostingId posting, Money amount, Standing standing) {}

  /** A page with its total. */
  public static Account of(
      ReportingPeriod period, String party, String currency, List<Entry> entries) {
    BigDecimal sum =
        entries.stream()
            .filter(entry -> entry.standing().counts())
            .map(entry -> entry.amount().amount())
            .reduce(BigDecimal.ZERO.setScale(Cents.scale(currency)), BigDecimal::add);
    return new Account(period, party, currency, entries, new Money(sum, currency));
  }
}
