package org.plumbline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.Party;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.judge.Status;
import org.plumbline.remedy.Account;
import org.plumbline.replay.Answered;
import org.plumbline.replay.Replay;
import org.plumbline.replay.Term;
import org.plumbline.replay.TurnedCase;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.RemedySentences;
import org.plumbline.wording.Wording;

/**
 * Lays a replay out as a document, <em>What would it have done?</em>: what the draft changes, what
 * turns and because of which term, the figures side by side, what would be owed.
 */
public final class ReplayDocument {

  private final Replay replay;
  private final List<String> changes;
  private final List<TurnedCase> cases;
  private final Heeded heeded;
  private final Agreement agreement;
  private final Wording wording;
  private final ReplayMask mask;

  private ReplayDocument(
      Replay replay, List<String> changes, List<TurnedCase> cases, Heeded heeded) {
    this.heeded = heeded;
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
   * @param heeded how the draft was run, and what was known
   */
  public static Document of(
      Replay replay, List<String> changes, List<TurnedCase> cases, Heeded heeded) {
    return new ReplayDocument(replay, changes, cases, heeded).document();
  }

  private Document document() {
    List<Document.Section> sections = new ArrayList<>();
    sections.add(glance());
    sections.add(turning());
    sections.add(new ReplayFigures(replay, agreement, this::name).section());
    new ReplayFollows(replay, wording).section().ifPresent(sections::add);
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
        facts(),
        sections);
  }

  private List<Document.Fact> facts() {
    List<Document.Fact> all =
        new ArrayList<>(
            List.of(
                new Document.Fact("Agreement", replay.before().agreement().id()),
                new Document.Fact("In force", replay.before().hash()),
                new Document.Fact("Draft", replay.after().hash()),
                new Document.Fact(
                    "As of", new Moments(agreement.zone()).minute(replay.after().results().asOf())),
                new Document.Fact(
                    "Times and dates", "in the agreement’s zone, " + agreement.zone())));
    all.addAll(3, heeded.facts(agreement.zone()));
    return all;
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
        "The draft over the same past, the same records and the same register as what was.",
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
        .orElseGet(() -> Block.Cell.of("no case", Tone.QUIET));
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
