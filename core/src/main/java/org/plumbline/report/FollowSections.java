package org.plumbline.report;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.remedy.Account;
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
    if (follows.postings().isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Listing(follows.postings().stream().map(this::item).toList(), true));
    if (!follows.ledger().isEmpty()) {
      blocks.add(ledger());
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

  private static Block.Row row(
      String period, String party, String what, String amount, String stands, boolean sub) {
    return new Block.Row(
        List.of(
            Block.Cell.of(period),
            Block.Cell.of(party),
            Block.Cell.of(what),
            Block.Cell.of(amount),
            Block.Cell.of(stands)),
        sub);
  }
}
