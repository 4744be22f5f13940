package org.plumbline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.remedy.Account;
import org.plumbline.remedy.BillPage;
import org.plumbline.remedy.Consequences;
import org.plumbline.remedy.Posting;
import org.plumbline.remedy.Standing;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.RemedySentences;
import org.plumbline.wording.Wording;

/** What follows from the results: what is owed by whom, each with its steps, and the ledger. */
final class FollowSections {

  private final Consequences follows;
  private final Wording wording;
  private final RemedySentences sentences;

  FollowSections(Evaluation evaluation, Wording wording) {
    follows = evaluation.follows();
    this.wording = wording;
    sentences = RemedySentences.of(evaluation.agreement());
  }

  List<Document.Section> sections() {
    if (follows.postings().isEmpty() && follows.bills().isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    if (!follows.postings().isEmpty()) {
      blocks.add(new Block.Listing(follows.postings().stream().map(this::item).toList(), true));
    }
    if (!follows.ledger().isEmpty()) {
      blocks.add(ledger());
    }
    if (!follows.bills().isEmpty()) {
      blocks.add(bills());
    }
    return List.of(
        new Document.Section(
            "follows",
            "What follows",
            "What the results bring about by the agreement’s remedies, and how each came about.",
            blocks));
  }

  private Block.Listing.Item item(Posting posting) {
    return new Block.Listing.Item(
        PeriodWords.shortName(posting.id().period())
            + posting.id().metric().map(id -> ", " + metric(id)).orElse("")
            + posting.id().each().map(value -> ": " + value).orElse(""),
        sentences.sentence(posting),
        tone(posting),
        sentences.steps(posting));
  }

  private String metric(String id) {
    return wording.metricName(id);
  }

  private static Tone tone(Posting posting) {
    return switch (posting.standing()) {
      case HELD -> Tone.UNKNOWN;
      case WAIVED, LAPSED, NOTHING -> Tone.QUIET;
      case PAID -> Tone.GOOD;
      case PROPOSED, AGREED, APPLIED -> posting.isPreliminary() ? Tone.OPEN : Tone.FAIR;
    };
  }

  private Block ledger() {
    List<Block.Row> rows = new ArrayList<>();
    for (Account page : follows.ledger()) {
      String period = PeriodWords.shortName(page.period());
      rows.add(
          row(
              period,
              wording.party(page.party()),
              "total",
              RemedySentences.money(page.total()),
              "",
              false));
      for (Account.Entry entry : page.entries()) {
        rows.add(
            row(
                "",
                "",
                Wording.turn(entry.posting().remedy())
                    + entry.posting().metric().map(id -> ", " + metric(id)).orElse("")
                    + entry.posting().each().map(value -> ": " + value).orElse(""),
                RemedySentences.money(entry.amount()),
                entry.standing() == Standing.NOTHING ? "" : entry.standing().key(),
                true));
      }
    }
    return new Block.Table(
        "Ledger by period and party; what is held, waived or lapsed does not count in the total",
        List.of(
            new Block.Column("Period", false, 0),
            new Block.Column("Party", false, 0),
            new Block.Column("For", false, 0),
            new Block.Column("Amount", true, 0),
            new Block.Column("Stands", false, 1)),
        rows);
  }

  private Block bills() {
    List<Block.Row> rows = new ArrayList<>();
    for (BillPage page : follows.bills()) {
      rows.add(
          row(
              List.of(
                  PeriodWords.shortName(page.period()) + ", " + wording.serviceName(page.service()),
                  RemedySentences.money(page.ledger()),
                  RemedySentences.money(page.billed()),
                  signed(page.difference().amount()),
                  page.difference().amount().signum() == 0 ? "agrees" : "differs"),
              false));
      for (BillPage.Line line : page.lines()) {
        rows.add(
            row(
                List.of(
                    line.posting()
                        .map(
                            id ->
                                Wording.turn(id.remedy())
                                    + ", "
                                    + PeriodWords.shortName(id.period()))
                        .orElse(line.text()),
                    line.ledger().map(money -> decimal(money.amount())).orElse("–"),
                    line.billed().map(money -> decimal(money.amount())).orElse("–"),
                    signed(line.difference()),
                    line.why().words()),
                true));
      }
    }
    return new Block.Table(
        "Each bill beside the ledger, line by line; the difference is what was billed too much",
        List.of(
            new Block.Column("Bill", false, 0),
            new Block.Column("By the ledger", true, 0),
            new Block.Column("Billed", true, 0),
            new Block.Column("Difference", true, 0),
            new Block.Column("Why", false, 0)),
        rows);
  }

  private static String decimal(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
  }

  private static String signed(BigDecimal amount) {
    return (amount.signum() > 0 ? "+" : "") + decimal(amount);
  }

  private static Block.Row row(List<String> cells, boolean sub) {
    return new Block.Row(cells.stream().map(Block.Cell::of).toList(), sub);
  }

  private static Block.Row row(
      String period, String party, String what, String amount, String stands, boolean sub) {
    return row(List.of(period, party, what, amount, stands), sub);
  }
}
