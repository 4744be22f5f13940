package org.plumbline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.agreement.Money;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.judge.Trend;
import org.plumbline.remedy.Account;
import org.plumbline.remedy.Posting;
import org.plumbline.replay.Replay;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.RemedySentences;
import org.plumbline.wording.Wording;

/** What would follow under a draft beside what followed: postings that differ, and the ledger. */
final class ReplayFollows {

  private final Replay replay;
  private final Wording wording;

  ReplayFollows(Replay replay, Wording wording) {
    this.replay = replay;
    this.wording = wording;
  }

  /** The section; empty if nothing follows on either side. */
  Optional<Document.Section> section() {
    Map<List<Object>, Posting> before = postings(replay.before());
    Map<List<Object>, Posting> after = postings(replay.after());
    if (before.isEmpty() && after.isEmpty()) {
      return Optional.empty();
    }
    Map<List<Object>, Posting> all = new LinkedHashMap<>(before);
    after.forEach(all::putIfAbsent);
    List<Map.Entry<List<Object>, Posting>> inOrder = new ArrayList<>(all.entrySet());
    inOrder.sort(Comparator.comparing(entry -> entry.getValue().id().period(), Trend.BY_TIME));
    List<Block.Row> rows = new ArrayList<>();
    inOrder.forEach(
        entry -> {
          List<Object> key = entry.getKey();
          Posting posting = entry.getValue();
          String was = said(replay.before(), Optional.ofNullable(before.get(key)));
          String would = said(replay.after(), Optional.ofNullable(after.get(key)));
          if (!was.equals(would)) {
            rows.add(
                new Block.Row(
                    List.of(
                        Block.Cell.of(PeriodWords.shortName(posting.id().period())),
                        Block.Cell.of(
                            posting.id().metric().map(this::metric).orElse("the agreement")),
                        Block.Cell.of(was),
                        Block.Cell.of(would)),
                    false));
          }
        });
    List<Block> blocks = new ArrayList<>();
    if (rows.isEmpty()) {
      blocks.add(new Block.Paragraph("The same follows."));
    } else {
      blocks.add(
          new Block.Table(
              "What would follow otherwise",
              List.of(
                  new Block.Column("Period", false, 0),
                  new Block.Column("From", false, 0),
                  new Block.Column("As it was", false, 0),
                  new Block.Column("Under the draft", false, 0)),
              rows));
    }
    blocks.addAll(ledger());
    return Optional.of(
        new Document.Section(
            "follows",
            "What would follow",
            "Remedies that follow otherwise under the draft, and what each party would owe.",
            blocks));
  }

  private static Map<List<Object>, Posting> postings(Replay.Side side) {
    Map<List<Object>, Posting> postings = new LinkedHashMap<>();
    side.follows()
        .postings()
        .forEach(
            posting ->
                postings.put(
                    List.of(
                        posting.id().remedy(),
                        posting.id().metric(),
                        posting.id().each(),
                        posting.id().period()),
                    posting));
    return postings;
  }

  private static String said(Replay.Side side, Optional<Posting> posting) {
    return posting.map(it -> RemedySentences.of(side.agreement()).what(it)).orElse("nothing");
  }

  private List<Block> ledger() {
    Map<List<Object>, BigDecimal[]> totals =
        new TreeMap<>(
            Comparator.comparing((List<Object> key) -> (ReportingPeriod) key.get(0), Trend.BY_TIME)
                .thenComparing(key -> key.get(1).toString())
                .thenComparing(key -> key.get(2).toString()));
    totals(totals, replay.before(), 0);
    totals(totals, replay.after(), 1);
    if (totals.isEmpty()) {
      return List.of();
    }
    List<Block.Row> rows = new ArrayList<>();
    totals.forEach(
        (key, amounts) -> {
          String currency = key.get(2).toString();
          rows.add(
              new Block.Row(
                  List.of(
                      Block.Cell.of(PeriodWords.shortName((ReportingPeriod) key.get(0))),
                      Block.Cell.of(wording.party(key.get(1).toString())),
                      Block.Cell.of(money(amounts[0], currency)),
                      Block.Cell.of(money(amounts[1], currency)),
                      Block.Cell.of(money(amounts[1].subtract(amounts[0]), currency))),
                  false));
        });
    return List.of(
        new Block.Table(
            "Ledger, side by side",
            List.of(
                new Block.Column("Period", false, 0),
                new Block.Column("Party", false, 0),
                new Block.Column("As it was", true, 0),
                new Block.Column("Under the draft", true, 0),
                new Block.Column("Difference", true, 1)),
            rows));
  }

  private static void totals(Map<List<Object>, BigDecimal[]> totals, Replay.Side side, int at) {
    for (Account page : side.follows().ledger()) {
      BigDecimal[] amounts =
          totals.computeIfAbsent(
              List.of(page.period(), page.party(), page.currency()),
              key -> {
                BigDecimal nothing = BigDecimal.ZERO.setScale(page.total().amount().scale());
                return new BigDecimal[] {nothing, nothing};
              });
      amounts[at] = amounts[at].add(page.total().amount());
    }
  }

  private static String money(BigDecimal amount, String currency) {
    return RemedySentences.money(new Money(amount, currency));
  }

  private String metric(String id) {
    return replay.after().agreement().metrics().containsKey(id)
        ? wording.metricName(id)
        : Wording.of(replay.before().agreement()).metricName(id);
  }
}
