package org.plumbline.remedy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

  /** Where an entry stands in the ledger. */
  public record Page(ReportingPeriod period, String party, String currency) {}

  /** The ledger of some pages: each with its total, by period, party and currency. */
  public static List<Account> ledger(Map<Page, List<Entry>> pages) {
    List<Account> ledger = new ArrayList<>();
    pages.forEach((page, entries) -> ledger.add(of(page, entries)));
    ledger.sort(
        Comparator.comparing((Account page) -> page.period().until())
            .thenComparing(Account::party)
            .thenComparing(Account::currency));
    return ledger;
  }

  private static Account of(Page page, List<Entry> entries) {
    String currency = page.currency();
    BigDecimal sum =
        entries.stream()
            .filter(entry -> entry.standing().counts())
            .map(entry -> entry.amount().amount())
            .reduce(BigDecimal.ZERO.setScale(Cents.scale(currency)), BigDecimal::add);
    return new Account(page.period(), page.party(), currency, entries, new Money(sum, currency));
  }
}
