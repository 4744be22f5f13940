package org.plumbline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Party;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.wording.CaseTimes;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/** Cases: one drawn as a line, the worst ones, and those that wait for the customer. */
final class CaseSections {

  private static final int WORST = 10;
  private static final int WAITING = 25;

  private final Evaluation evaluation;
  private final Wording wording;
  private final List<CaseStory> worst;

  CaseSections(Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.wording = wording;
    this.worst = worst(evaluation.stories());
  }

  List<Document.Section> sections() {
    List<Document.Section> sections = new ArrayList<>();
    drawn().ifPresent(story -> sections.add(line(story)));
    if (!worst.isEmpty()) {
      sections.add(
          new Document.Section(
              "worst",
              "Worst cases",
              "The cases furthest past their limit, the worst first.",
              List.of(worstTable())));
    }
    List<CaseStory> unsure = unsure();
    if (!unsure.isEmpty()) {
      sections.add(
          new Document.Section(
              "unsure",
              "Cases of which it cannot be said",
              "They make no figure better: a result that rests on them is indeterminate. The first "
                  + "of each metric, and why.",
              List.of(reasons("Indeterminate cases", unsure))));
    }
    List<CaseStory> takenOut = takenOut();
    if (!takenOut.isEmpty()) {
      sections.add(
          new Document.Section(
              "taken-out",
              "Cases taken out",
              "They do not count, by a rule agreed in advance or on request. The first of each "
                  + "metric, and why.",
              List.of(reasons("Cases that were taken out", takenOut))));
    }
    List<CaseStory> waiting = waiting();
    String customer = wording.party(Party.CUSTOMER);
    if (!evaluation.stories().isEmpty()) {
      sections.add(
          new Document.Section(
              "waiting",
              "Waiting on " + customer,
              waiting.isEmpty()
                  ? "No open case waits for " + customer + "."
                  : "Open cases that wait for "
                      + customer
                      + " now, the longest wait in open hours first.",
              waiting.isEmpty() ? List.of() : List.of(waitingTable(waiting))));
    }
    return sections;
  }

  private static List<CaseStory> worst(List<CaseStory> stories) {
    return stories.stream()
        .filter(story -> story.outcome().state() == CaseOutcome.State.NOT_MET)
        .filter(story -> overrun(story.outcome()) > 0)
        .sorted(
            Comparator.comparing((CaseStory story) -> -size(story.outcome()))
                .thenComparing(story -> story.outcome().key())
                .thenComparing(story -> story.outcome().metric()))
        .limit(WORST)
        .toList();
  }

  private static long overrun(CaseOutcome outcome) {
    return outcome.elapsed().isPresent() && outcome.limit().isPresent()
        ? outcome.elapsed().getAsLong() - outcome.limit().getAsLong()
        : 0;
  }

  /** The overrun for the order of the list alone: a day stands for 24 hours. */
  private static long size(CaseOutcome outcome) {
    return outcome.unit() == FigureUnit.MICROSECONDS
        ? overrun(outcome)
        : overrun(outcome) * 24 * EpochMicros.HOUR;
  }

  private Block worstTable() {
    List<Block.Column> columns =
        List.of(
            new Block.Column("Case", false, 0),
            new Block.Column("Metric", false, 1),
            new Block.Column("Period", false, 2),
            new Block.Column("Past the limit by", true, 0),
            new Block.Column("Taken", true, 0),
            new Block.Column("Limit", true, 0),
            new Block.Column("Source", false, 3));
    List<Block.Row> rows = new ArrayList<>();
    for (CaseStory story : worst) {
      CaseOutcome outcome = story.outcome();
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(outcome.key()),
                  Block.Cell.of(name(outcome)),
                  Block.Cell.of(outcome.period().map(PeriodWords::shortName).orElse("")),
                  Block.Cell.of(
                      Numbers.brief(Numbers.inUnit(overrun(outcome), outcome.unit())), Tone.BAD),
                  Block.Cell.of(
                      Numbers.brief(Numbers.inUnit(outcome.elapsed().orElse(0), outcome.unit()))),
                  Block.Cell.of(
                      Numbers.brief(Numbers.inUnit(outcome.limit().orElse(0), outcome.unit()))),
                  Block.Cell.of(source(outcome))),
              false));
    }
    return new Block.Table("Cases furthest past their limit", columns, rows);
  }

  private String name(CaseOutcome outcome) {
    return Optional.ofNullable(evaluation.agreement().metrics().get(outcome.metric()))
        .map(metric -> metric.name())
        .orElse(outcome.metric());
  }

  private static String source(CaseOutcome outcome) {
    return outcome.source().file().isEmpty()
        ? CaseOutcome.NO_RECORD
        : outcome.source().file() + ", row " + Numbers.count(outcome.source().row());
  }

  private List<CaseStory> unsure() {
    return evaluation.stories().stream()
        .filter(story -> story.outcome().state() == CaseOutcome.State.INDETERMINATE)
        .limit(WAITING)
        .toList();
  }

  private List<CaseStory> takenOut() {
    return evaluation.stories().stream()
        .filter(story -> story.outcome().exclusion().isPresent())
        .limit(WAITING)
        .toList();
  }

  private Block reasons(String title, List<CaseStory> stories) {
    List<Block.Row> rows = new ArrayList<>();
    for (CaseStory story : stories) {
      CaseOutcome outcome = story.outcome();
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(outcome.key()),
                  Block.Cell.of(wording.caseReason(outcome)),
                  Block.Cell.of(source(outcome)),
                  Block.Cell.of(name(outcome))),
              false));
    }
    return new Block.Table(
        title,
        List.of(
            new Block.Column("Case", false, 0),
            new Block.Column("Why", false, 0),
            new Block.Column("Source", false, 1),
            new Block.Column("Metric", false, 2)),
        rows);
  }

  private List<CaseStory> waiting() {
    Set<String> seen = new HashSet<>();
    return evaluation.stories().stream()
        .filter(story -> story.outcome().state() == CaseOutcome.State.OPEN)
        .filter(story -> !story.intervals().isEmpty())
        .filter(story -> last(story).party().equals(Party.CUSTOMER))
        .filter(story -> seen.add(story.outcome().key()))
        .sorted(
            Comparator.comparing((CaseStory story) -> -openSince(story))
                .thenComparing(story -> story.outcome().key()))
        .limit(WAITING)
        .toList();
  }

  private static CaseInterval last(CaseStory story) {
    return story.intervals().get(story.intervals().size() - 1);
  }

  /** Since when the party that holds the case now has held it without a break. */
  private static Instant since(CaseStory story) {
    int i = story.intervals().size() - 1;
    while (i > 0 && story.intervals().get(i - 1).party().equals(last(story).party())) {
      i--;
    }
    return story.intervals().get(i).from();
  }

  private static long openSince(CaseStory story) {
    Instant since = since(story);
    return story.intervals().stream()
        .filter(interval -> !interval.from().isBefore(since))
        .mapToLong(CaseInterval::openMicros)
        .sum();
  }

  private Block waitingTable(List<CaseStory> waiting) {
    List<Block.Column> columns =
        List.of(
            new Block.Column("Case", false, 0),
            new Block.Column("Waits as", false, 1),
            new Block.Column("Since", false, 0),
            new Block.Column("Open time waited", true, 0),
            new Block.Column("Limit runs out", false, 1),
            new Block.Column("Metric", false, 2));
    List<Block.Row> rows = new ArrayList<>();
    for (CaseStory story : waiting) {
      CaseOutcome outcome = story.outcome();
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(outcome.key()),
                  Block.Cell.of(Wording.turn(last(story).turn())),
                  Block.Cell.of(times(outcome).at(since(story))),
                  Block.Cell.of(Numbers.brief(Numbers.duration(openSince(story)))),
                  Block.Cell.of(
                      outcome
                          .due()
                          .map(due -> times(outcome).due(due, outcome.unit()))
                          .orElse("not while it waits")),
                  Block.Cell.of(name(outcome))),
              false));
    }
    return new Block.Table("Open cases waiting on the customer", columns, rows);
  }

  /** The worst case whose life shows more than one party; else the worst with a life. */
  private Optional<CaseStory> drawn() {
    List<CaseStory> candidates = new ArrayList<>(worst);
    candidates.addAll(evaluation.stories());
    return candidates.stream()
        .filter(story -> story.intervals().stream().map(CaseInterval::party).distinct().count() > 1)
        .findFirst()
        .or(() -> candidates.stream().filter(story -> !story.intervals().isEmpty()).findFirst());
  }

  private Document.Section line(CaseStory story) {
    CaseOutcome outcome = story.outcome();
    Instant start = story.intervals().get(0).from();
    Instant end = last(story).until();
    CaseTimes times = times(outcome);
    List<Block.Piece> pieces = new ArrayList<>();
    for (CaseInterval interval : story.intervals()) {
      pieces.add(
          new Block.Piece(
              position(interval.from(), start, end),
              position(interval.until(), start, end),
              TimeSection.name(evaluation, wording, interval.party()),
              Wording.turn(interval.turn()),
              times.at(interval.from()),
              times.at(interval.until()),
              Numbers.brief(times.length(interval)),
              Numbers.brief(times.open(interval)),
              interval.counted()));
    }
    Optional<Instant> due = outcome.due().filter(at -> !at.isBefore(start) && !at.isAfter(end));
    Block.Timeline timeline =
        new Block.Timeline(
            "case-line",
            "Case " + outcome.key() + ": whose turn it was",
            pieces,
            due.map(at -> position(at, start, end)),
            due.map(at -> "limit ran out " + times.due(at, outcome.unit())).orElse(""));
    return new Document.Section(
        "case",
        "One case, drawn",
        "Whose turn it was when, from "
            + times.withZone(start)
            + " to "
            + times.withZone(end)
            + ".",
        List.of(new Block.Paragraph(wording.caseOutcome(outcome)), timeline));
  }

  private CaseTimes times(CaseOutcome outcome) {
    return CaseTimes.of(evaluation.agreement(), outcome.metric());
  }

  private static BigDecimal position(Instant at, Instant start, Instant end) {
    long whole = Math.max(1, Duration.between(start, end).toSeconds());
    long part = Duration.between(start, at).toSeconds();
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 5, RoundingMode.HALF_UP);
  }
}
