package org.plumbline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.Party;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.LineId;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.judge.Trend;
import org.plumbline.remedy.Account;
import org.plumbline.remedy.Posting;
import org.plumbline.replay.Answered;
import org.plumbline.replay.Replay;
import org.plumbline.replay.Term;
import org.plumbline.replay.TurnedCase;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.RemedySentences;
import org.plumbline.wording.Wording;

/**
 * Lays a replay out as a document, <em>What would it have done?</em>: what the draft changes, what
 * turns and because of which term, the figures side by side, what would be owed.
 */
public final class ReplayDocument {

  private static final String SAME = "the same";

  private final Replay replay;
  private final List<String> changes;
  private final List<TurnedCase> cases;
  private final Agreement agreement;
  private final Wording wording;
  private final ReplayMask mask;

  private ReplayDocument(Replay replay, List<String> changes, List<TurnedCase> cases) {
    this.replay = replay;
    this.changes = changes;
    this.cases = cases;
    agreement = replay.after().agreement();
    wording = Wording.of(agreement);
    mask = new ReplayMask(replay);
  }

  /**
   * The document.
   *
   * @param changes what the draft changes, in sentences
   * @param cases those that stand otherwise, as far as they were asked for
   */
  public static Document of(Replay replay, List<String> changes, List<TurnedCase> cases) {
    return new ReplayDocument(replay, changes, cases).document();
  }

  private Document document() {
    List<Document.Section> sections = new ArrayList<>();
    sections.add(glance());
    sections.add(turning());
    sections.add(figures());
    remedies().ifPresent(sections::add);
    if (!cases.isEmpty()) {
      sections.add(cases());
    }
    sections.add(answered());
    List<ReportingPeriod> periods = replay.after().results().periods();
    String span =
        periods.isEmpty()
            ? ""
            : ", "
                + PeriodWords.name(periods.get(0))
                + (periods.size() == 1
                    ? ""
                    : " to " + PeriodWords.name(periods.get(periods.size() - 1)));
    return new Document(
        agreement.title() + ": what would it have done?",
        wording.party(Party.PROVIDER) + " for " + wording.party(Party.CUSTOMER) + span,
        agreement.marking(),
        List.of(
            new Document.Fact("Agreement", replay.before().agreement().id()),
            new Document.Fact("In force", replay.before().hash()),
            new Document.Fact("Draft", replay.after().hash()),
            new Document.Fact(
                "As of", new Moments(agreement.zone()).minute(replay.after().results().asOf())),
            new Document.Fact("Times and dates", "in the agreement’s zone, " + agreement.zone())),
        sections);
  }

  // ---- at a glance ----

  private Document.Section glance() {
    List<Block> blocks = new ArrayList<>();
    long turned = replay.turned().size();
    long both =
        replay.rows().stream()
            .filter(row -> row.before().isPresent() && row.after().isPresent())
            .count();
    List<Block.KeyFigures.KeyFigure> figures = new ArrayList<>();
    figures.add(
        new Block.KeyFigures.KeyFigure(
            turned + " of " + both, "results turn", turned == 0 ? Tone.QUIET : Tone.FAIR));
    figures.add(kept("met as it was", replay.before()));
    figures.add(kept("met under the draft", replay.after()));
    owed(replay.before())
        .forEach((who, money) -> figures.add(owed(who, money, "owed as it was by ")));
    owed(replay.after())
        .forEach((who, money) -> figures.add(owed(who, money, "owed under the draft by ")));
    blocks.add(new Block.KeyFigures(figures));
    blocks.add(
        new Block.Listing(
            changes.stream()
                .map(sentence -> new Block.Listing.Item("", sentence, Tone.PLAIN, List.of()))
                .toList(),
            false));
    return new Document.Section(
        "glance",
        "What would it have done?",
        "The draft as if it had been in force over the whole past of the agreement, over the same"
            + " records.",
        changes.isEmpty() ? blocks.subList(0, 1) : blocks);
  }

  private static Block.KeyFigures.KeyFigure kept(String label, Replay.Side side) {
    long met = count(side, Status.MET);
    long judged = met + count(side, Status.BELOW_EXPECTED) + count(side, Status.NOT_MET);
    return new Block.KeyFigures.KeyFigure(met + " of " + judged, label, Tone.PLAIN);
  }

  private static long count(Replay.Side side, Status status) {
    return side.results().results().stream().filter(it -> it.status() == status).count();
  }

  private Block.KeyFigures.KeyFigure owed(String party, Money money, String label) {
    return new Block.KeyFigures.KeyFigure(
        RemedySentences.money(money), label + wording.party(party), Tone.PLAIN);
  }

  /** What each party owes in all; one currency a party, as ledgers have it. */
  private static Map<String, Money> owed(Replay.Side side) {
    Map<String, Money> owed = new LinkedHashMap<>();
    for (Account page : side.follows().ledger()) {
      owed.merge(
          page.party(),
          page.total(),
          (one, other) -> new Money(one.amount().add(other.amount()), one.currency()));
    }
    return owed;
  }

  // ---- what turns ----

  private Document.Section turning() {
    List<Block> blocks = new ArrayList<>();
    List<Block.Listing.Item> items = new ArrayList<>();
    for (Replay.Row row : replay.turned()) {
      Status before = row.before().orElseThrow().status();
      Status after = row.after().orElseThrow().status();
      items.add(
          new Block.Listing.Item(
              PeriodWords.shortName(row.period()) + ", " + name(row),
              "would be " + after.words() + " instead of " + before.words() + because(row) + ".",
              Tone.of(after),
              List.of()));
    }
    blocks.add(
        items.isEmpty()
            ? new Block.Paragraph("No result turns.")
            : new Block.Listing(items, false));
    return new Document.Section(
        "turns", "What turns", "Results that the draft turns, and because of which term.", blocks);
  }

  private static String because(Replay.Row row) {
    if (row.because().isEmpty()) {
      return ", as the results it rests on turn";
    }
    List<String> words = row.because().stream().map(Term::words).toList();
    if (row.because().size() == 1) {
      return ", because of " + words.get(0);
    }
    return row.alone()
        ? ", because of each of these alone: " + String.join(", ", words)
        : ", because of these together: " + String.join(", ", words);
  }

  private String name(Replay.Row row) {
    return metric(row.metric())
        + row.each().map(value -> ": " + mask.each(row.metric(), value)).orElse("");
  }

  private String metric(String id) {
    Metric metric = agreement.metrics().get(id);
    return metric == null
        ? Wording.of(replay.before().agreement()).metricName(id)
        : wording.metricName(id);
  }

  // ---- figures side by side ----

  private Document.Section figures() {
    Map<List<Object>, List<Replay.Row>> series =
        replay.rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> List.of(row.metric(), row.each()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Block> blocks = new ArrayList<>();
    List<String> same = new ArrayList<>();
    series.forEach(
        (key, rows) -> {
          if (rows.stream().allMatch(ReplayDocument::isSame)) {
            same.add(name(rows.get(0)));
          } else {
            blocks.add(table(rows));
          }
        });
    if (!same.isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              "Figures, targets and results stay as they are: " + String.join("; ", same) + "."));
    }
    return new Document.Section(
        "figures",
        "Side by side",
        "Each figure with its target and result, as it was and under the draft.",
        blocks);
  }

  private static boolean isSame(Replay.Row row) {
    return row.before().isPresent()
        && row.after().isPresent()
        && row.before().get().status() == row.after().get().status()
        && shown(row.before().get()).equals(shown(row.after().get()));
  }

  private static List<String> shown(Result result) {
    List<String> shown = new ArrayList<>();
    for (LineResult line : result.targetLines()) {
      shown.add(target(Optional.of(line)) + " " + figure(Optional.of(line)));
    }
    return shown;
  }

  private Block table(List<Replay.Row> rows) {
    List<Block.Row> lines = new ArrayList<>();
    for (Replay.Row row : rows) {
      Optional<LineResult> was = row.before().flatMap(ReplayDocument::only);
      Optional<LineResult> would = row.after().flatMap(ReplayDocument::only);
      Optional<Result> several =
          was.isPresent() || would.isPresent() ? Optional.empty() : either(row);
      lines.add(
          row(
              PeriodWords.shortName(row.period()),
              List.of(target(was), figure(was)),
              result(row.before()),
              List.of(target(would), figure(would)),
              isSame(row) ? Block.Cell.of(SAME, Tone.QUIET) : result(row.after()),
              false));
      several.ifPresent(
          any ->
              any.targetLines()
                  .forEach(
                      line ->
                          lines.add(
                              line(
                                  row,
                                  line(row.before(), line.line()),
                                  line(row.after(), line.line())))));
    }
    return new Block.Table(
        name(rows.get(0)),
        List.of(
            new Block.Column("Period", false, 0),
            new Block.Column("Target", false, 3),
            new Block.Column("Figure", true, 0),
            new Block.Column("Result", false, 0),
            new Block.Column("Draft target", false, 2),
            new Block.Column("Draft figure", true, 0),
            new Block.Column("Draft result", false, 0)),
        lines);
  }

  private static Optional<Result> either(Replay.Row row) {
    return row.after().or(row::before);
  }

  private Block.Row line(Replay.Row row, Optional<LineResult> was, Optional<LineResult> would) {
    String now = words(agreement, row.metric(), would);
    String then = words(replay.before().agreement(), row.metric(), was);
    String words =
        now.isEmpty() || now.equals(then)
            ? then
            : then.isEmpty() ? now : now + "; as it was, " + then;
    return row(
        words,
        List.of(target(was), figure(was)),
        Block.Cell.of(""),
        List.of(target(would), figure(would)),
        Block.Cell.of(""),
        true);
  }

  private static String words(Agreement text, String metric, Optional<LineResult> line) {
    return line.map(it -> Wording.of(text).line(metric, it)).orElse("");
  }

  private static Optional<LineResult> line(Optional<Result> result, LineId id) {
    return result.stream()
        .flatMap(it -> it.targetLines().stream())
        .filter(line -> line.line().equals(id))
        .findFirst();
  }

  private static Block.Row row(
      String name,
      List<String> was,
      Block.Cell wasResult,
      List<String> would,
      Block.Cell wouldResult,
      boolean sub) {
    List<Block.Cell> cells = new ArrayList<>();
    cells.add(Block.Cell.of(name));
    was.forEach(text -> cells.add(Block.Cell.of(text)));
    cells.add(wasResult);
    would.forEach(text -> cells.add(Block.Cell.of(text)));
    cells.add(wouldResult);
    return new Block.Row(cells, sub);
  }

  private static Block.Cell result(Optional<Result> result) {
    return result
        .map(it -> Block.Cell.of(it.status().words(), Tone.of(it.status())))
        .orElseGet(() -> Block.Cell.of("none", Tone.QUIET));
  }

  private static Optional<LineResult> only(Result result) {
    List<LineResult> lines = result.targetLines();
    return lines.size() == 1 ? Optional.of(lines.get(0)) : Optional.empty();
  }

  private static String target(Optional<LineResult> line) {
    return line.map(
            it ->
                it.bounds().isEmpty()
                    ? "reported"
                    : Numbers.brief(Wording.bounds(it.bounds(), it.measurement().unit())))
        .orElse("");
  }

  private static String figure(Optional<LineResult> line) {
    return line.map(
            it ->
                it.measurement()
                    .figure()
                    .map(figure -> Numbers.figure(figure, it.measurement().unit(), it.bounds()))
                    .map(Numbers::brief)
                    .orElse("no data"))
        .orElse("");
  }

  // ---- remedies ----

  private Optional<Document.Section> remedies() {
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

  // ---- cases ----

  private Document.Section cases() {
    Map<String, List<Block.Row>> rows = new LinkedHashMap<>();
    for (TurnedCase each : cases) {
      rows.computeIfAbsent(each.metric(), key -> new ArrayList<>())
          .add(
              new Block.Row(
                  List.of(
                      Block.Cell.of(mask.key(each)),
                      state(each.before()),
                      Block.Cell.of(period(each.before())),
                      state(each.after()),
                      Block.Cell.of(period(each.after()))),
                  false));
    }
    List<Block> tables = new ArrayList<>();
    rows.forEach(
        (id, ofMetric) ->
            tables.add(
                new Block.Table(
                    metric(id),
                    List.of(
                        new Block.Column("Case", false, 0),
                        new Block.Column("As it was", false, 0),
                        new Block.Column("Period", false, 1),
                        new Block.Column("Under the draft", false, 0),
                        new Block.Column("Draft period", false, 1)),
                    ofMetric)));
    return new Document.Section(
        "cases",
        "Cases that stand otherwise",
        "Cases that the draft decides otherwise, or counts in another period.",
        tables);
  }

  private static Block.Cell state(Optional<CaseOutcome> outcome) {
    return outcome
        .map(it -> Block.Cell.of(ReplayMask.words(it.state()), ReplayMask.tone(it.state())))
        .orElseGet(() -> Block.Cell.of("in no period asked for", Tone.QUIET));
  }

  private static String period(Optional<CaseOutcome> outcome) {
    return outcome.flatMap(CaseOutcome::period).map(PeriodWords::shortName).orElse("");
  }

  // ---- what it was worked out from ----

  private Document.Section answered() {
    List<Block.Listing.Item> items = new ArrayList<>();
    for (Answered from : Answered.values()) {
      Set<String> metrics =
          replay.answered().entrySet().stream()
              .filter(entry -> entry.getValue() == from)
              .map(entry -> metric(entry.getKey()))
              .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
      if (!metrics.isEmpty()) {
        items.add(
            new Block.Listing.Item(
                from.words(), String.join("; ", metrics), Tone.PLAIN, List.of()));
      }
    }
    return new Document.Section(
        "answered",
        "What it was worked out from",
        "Counts and clocks that were kept give the same figures as the records would.",
        List.of(new Block.Listing(items, false)));
  }
}
