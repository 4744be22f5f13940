package org.plumbline.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.judge.TargetsAhead;
import org.plumbline.remedy.CommitmentDue;
import org.plumbline.remedy.CommitmentDue.Stands;
import org.plumbline.remedy.StabilizationStanding;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.RemedySentences;
import org.plumbline.wording.Wording;

/**
 * Where the service is in its stabilization, how commitments stand, and which targets change from
 * when on.
 */
final class StabilizationSections {

  private final Evaluation evaluation;
  private final Agreement agreement;
  private final Wording wording;
  private final LocalDate today;

  StabilizationSections(Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.wording = wording;
    agreement = evaluation.agreement();
    today = evaluation.results().asOf().atZone(agreement.zone()).toLocalDate();
  }

  List<Document.Section> sections() {
    List<Document.Section> sections = new ArrayList<>();
    StabilizationStanding.of(agreement, evaluation.follows(), today)
        .ifPresent(standing -> sections.add(stabilization(standing)));
    if (!evaluation.follows().commitments().isEmpty()) {
      sections.add(commitments());
    }
    List<TargetsAhead.Ahead> ahead = TargetsAhead.of(agreement, today);
    if (!ahead.isEmpty()) {
      sections.add(ahead(ahead));
    }
    return sections;
  }

  // ---- stabilization ----

  private Document.Section stabilization(StabilizationStanding standing) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(sentence(standing)));
    if (!standing.amounts().isEmpty()) {
      List<Block.Row> rows = new ArrayList<>();
      for (StabilizationStanding.Amount amount : standing.amounts()) {
        rows.add(
            row(
                PeriodWords.shortName(amount.posting().period()),
                Wording.turn(amount.posting().remedy())
                    + amount.posting().metric().map(id -> ", " + wording.metricName(id)).orElse(""),
                wording.party(amount.owedBy()),
                RemedySentences.money(amount.money())));
      }
      standing.total().forEach(total -> rows.add(row("All", "", "", RemedySentences.money(total))));
      blocks.add(
          new Block.Table(
              "What would have been charged without stabilization, before pools cut it",
              List.of(
                  new Block.Column("Period", false, 0),
                  new Block.Column("For", false, 0),
                  new Block.Column("Party", false, 1),
                  new Block.Column("Amount", true, 0)),
              rows));
    }
    return new Document.Section("stabilization", "Stabilization", "", blocks);
  }

  private static String sentence(StabilizationStanding standing) {
    String money =
        standing.suspended()
            ? " Periods with a day in it count in no streak, and money that follows from them is"
                + " suspended."
            : " Periods with a day in it count in no streak; money that follows from them is due.";
    if (standing.day() == 0) {
      return "Stabilization begins on "
          + standing.from()
          + " and lasts "
          + Numbers.counted(standing.days(), "day", "days")
          + ", until "
          + standing.until()
          + "."
          + money;
    }
    return standing.isRunning()
        ? "Day "
            + standing.day()
            + " of "
            + standing.days()
            + " of stabilization, which lasts until "
            + standing.until()
            + "."
            + money
        : "Stabilization ended on "
            + standing.until()
            + ", after "
            + Numbers.counted(standing.days(), "day", "days")
            + ".";
  }

  // ---- commitments ----

  private Document.Section commitments() {
    Map<String, List<CommitmentDue>> byId = new LinkedHashMap<>();
    evaluation
        .follows()
        .commitments()
        .forEach(due -> byId.computeIfAbsent(due.id(), key -> new ArrayList<>()).add(due));
    List<Block.Row> rows = new ArrayList<>();
    byId.forEach((id, dues) -> rows.addAll(rows(dues)));
    return new Document.Section(
        "commitments",
        "Commitments",
        "What parties will do that is no metric, as the register tells it.",
        List.of(
            new Block.Table(
                "By commitment; of recurring ones what is late, the last that was done, and the"
                    + " next",
                List.of(
                    new Block.Column("Commitment", false, 0),
                    new Block.Column("By", false, 1),
                    new Block.Column("Last day", false, 0),
                    new Block.Column("Done", false, 0),
                    new Block.Column("Stands", false, 0)),
                rows)));
  }

  private List<Block.Row> rows(List<CommitmentDue> dues) {
    List<Block.Row> rows = new ArrayList<>();
    CommitmentDue first = dues.get(0);
    if (first.period().isEmpty()) {
      rows.add(row(first, what(first), false));
      return rows;
    }
    long due = dues.stream().filter(each -> isOver(each) || each.done().isPresent()).count();
    long done = dues.stream().filter(each -> each.done().isPresent()).count();
    rows.add(
        new Block.Row(
            List.of(
                Block.Cell.of(what(first)),
                Block.Cell.of(wording.party(first.commitment().performing())),
                Block.Cell.of(""),
                Block.Cell.of(Numbers.count(done) + " of " + Numbers.count(due)),
                Block.Cell.of("")),
            false));
    Optional<CommitmentDue> lastDone =
        dues.stream().filter(each -> each.stands() == Stands.DONE).reduce((one, next) -> next);
    for (CommitmentDue each : dues) {
      boolean told =
          each.stands() == Stands.PAST_LAST_DAY
              || each.stands() == Stands.DONE_LATE
              || each.stands() == Stands.UNDER_WAY
              || lastDone.filter(each::equals).isPresent();
      if (told) {
        rows.add(row(each, PeriodWords.name(each.period().orElseThrow()), true));
      }
    }
    return rows;
  }

  private boolean isOver(CommitmentDue due) {
    return due.due().filter(today::isAfter).isPresent();
  }

  private String what(CommitmentDue due) {
    return due.commitment().what()
        + due.commitment().amount().map(amount -> " (" + amount + ")").orElse("")
        + due.commitment()
            .fundedBy()
            .map(party -> ", funded by " + wording.party(party))
            .orElse("");
  }

  private Block.Row row(CommitmentDue due, String name, boolean sub) {
    long late = due.daysLate(today);
    boolean isLate = due.stands() == Stands.PAST_LAST_DAY || due.stands() == Stands.DONE_LATE;
    return new Block.Row(
        List.of(
            Block.Cell.of(name),
            Block.Cell.of(sub ? "" : wording.party(due.commitment().performing())),
            Block.Cell.of(due.due().map(LocalDate::toString).orElse("none agreed")),
            Block.Cell.of(due.done().map(LocalDate::toString).orElse("")),
            Block.Cell.of(
                due.stands().words()
                    + (isLate ? " by " + Numbers.counted(late, "day", "days") : ""),
                tone(due.stands()))),
        sub);
  }

  private static Tone tone(Stands stands) {
    return switch (stands) {
      case DONE -> Tone.GOOD;
      case DONE_LATE -> Tone.FAIR;
      case PAST_LAST_DAY -> Tone.BAD;
      case UNDER_WAY -> Tone.OPEN;
      case AHEAD -> Tone.QUIET;
    };
  }

  // ---- targets ahead ----

  private Document.Section ahead(List<TargetsAhead.Ahead> ahead) {
    List<Block.Row> rows = new ArrayList<>();
    for (TargetsAhead.Ahead step : ahead) {
      FigureUnit unit = unit(step);
      rows.add(
          row(
              wording.metricName(step.metric()),
              step.line().level() == LineId.LevelKind.TARGET ? "target" : "minimum",
              PeriodWords.shortName(step.from())
                  + (step.from().equals(step.until())
                      ? ""
                      : " to " + PeriodWords.shortName(step.until())),
              Wording.bounds(step.bounds(), unit)));
    }
    return new Document.Section(
        "ahead",
        "Targets that change",
        "What is promised for each period that has not ended, where the agreement changes it by"
            + " date.",
        List.of(
            new Block.Table(
                "By metric and period",
                List.of(
                    new Block.Column("Metric", false, 0),
                    new Block.Column("Level", false, 1),
                    new Block.Column("Periods", false, 0),
                    new Block.Column("Promised", false, 0)),
                rows)));
  }

  /** The unit in which the metric’s line was measured. */
  private FigureUnit unit(TargetsAhead.Ahead step) {
    return evaluation.results().of(step.metric()).stream()
        .flatMap(result -> result.lines().stream())
        .filter(line -> line.line().equals(step.line()))
        .map(line -> line.measurement().unit())
        .findFirst()
        .orElse(FigureUnit.SHARE);
  }

  private static Block.Row row(String... cells) {
    return new Block.Row(java.util.Arrays.stream(cells).map(Block.Cell::of).toList(), false);
  }
}
