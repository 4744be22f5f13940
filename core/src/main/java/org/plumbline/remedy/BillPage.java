package org.plumbline.remedy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.plumbline.agreement.Money;
import org.plumbline.calendar.ReportingPeriod;

/**
 * One bill beside the ledger, line by line (docs/meaning.md 26).
 *
 * @param period that the bill is for
 * @param lines what is charged first, then what is taken off, by postings, then what names none
 */
public record BillPage(String service, ReportingPeriod period, String currency, List<Line> lines) {

  /** Copies the list. */
  public BillPage {
    lines = List.copyOf(lines);
  }

  /**
   * One line; below zero is what makes the bill less.
   *
   * @param posting empty for what is charged, and for a line that names none
   * @param text what the bill calls it; empty where the bill has no such line
   * @param ledger what the agreement and the ledger make it; empty: nothing that could be said
   * @param billed what the bill says; empty: it has no such line
   * @param why what explains the difference, or that there is none
   */
  public record Line(
      Optional<PostingId> posting,
      String text,
      Optional<Money> ledger,
      Optional<Money> billed,
      Reason why) {

    /** What is billed less what the ledger says. */
    public BigDecimal difference() {
      return amount(billed).subtract(amount(ledger));
    }
  }

  /**
   * Why a line is as it is.
   *
   * @param about the standing, the other bill, or the posting that is named; may be empty
   */
  public record Reason(Kind kind, String about) {

    /** Kinds of reasons. */
    public enum Kind {
      /** Both say the same. */
      AGREES("as in the ledger"),
      /** What is charged is not what the agreement's fees come to. */
      FEES_DIFFER("not the fees of the agreement"),
      /** Fees cannot be said. */
      FEES_NOT_KNOWN("the fees cannot be said"),
      /** The amount is another one. */
      AMOUNT_DIFFERS("another amount than in the ledger"),
      /** It is owed on this bill, which does not have it. */
      NOT_ON_THE_BILL("owed on this bill, and not on it"),
      /** It stands on another bill. */
      ON_ANOTHER_BILL("owed on this bill, and on another:"),
      /** It belongs on another bill. */
      OF_ANOTHER_BILL("owed on another bill:"),
      /** It does not count in the ledger. */
      DOES_NOT_COUNT("on the bill, though it is"),
      /** The ledger has no such posting. */
      NO_SUCH_POSTING("the ledger has no posting"),
      /** It names no posting. */
      NAMES_NONE("names no posting of the ledger");

      private final String words;

      Kind(String words) {
        this.words = words;
      }
    }

    /** In words. */
    public String words() {
      return about.isEmpty() ? kind.words : kind.words + " " + about;
    }

    /** The kind as a key: {@code not-on-the-bill}. */
    public String key() {
      return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** What the agreement and the ledger make the bill. */
  public Money ledger() {
    return sum(Line::ledger);
  }

  /** What the bill says. */
  public Money billed() {
    return sum(Line::billed);
  }

  /** What is billed less what the ledger says. */
  public Money difference() {
    return new Money(billed().amount().subtract(ledger().amount()), currency);
  }

  private Money sum(java.util.function.Function<Line, Optional<Money>> part) {
    return new Money(
        lines.stream()
            .map(line -> amount(part.apply(line)))
            .reduce(BigDecimal.ZERO.setScale(Cents.scale(currency)), BigDecimal::add),
        currency);
  }

  private static BigDecimal amount(Optional<Money> money) {
    return money.map(Money::amount).orElse(BigDecimal.ZERO);
  }

  BillPage renamed(UnaryOperator<PostingId> rename) {
    return new BillPage(
        service,
        period,
        currency,
        lines.stream()
            .map(
                line ->
                    new Line(
                        line.posting().map(rename),
                        line.text(),
                        line.ledger(),
                        line.billed(),
                        line.why()))
            .toList());
  }
}
