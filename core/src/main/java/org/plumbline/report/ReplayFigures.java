package org.plumbline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.LineId;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.replay.Replay;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/** Figures, targets and results side by side, a table for each metric that differs. */
final class ReplayFigures {

  private static final String SAME = "the same";

  private final Replay replay;
  private final Agreement agreement;
  private final Function<Replay.Row, String> name;

  /**
   * The tables.
   *
   * @param name what a row is of
   */
  ReplayFigures(Replay replay, Agreement agreement, Function<Replay.Row, String> name) {
    this.replay = replay;
    this.agreement = agreement;
    this.name = name;
  }

  Document.Section section() {
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
          if (rows.stream().allMatch(ReplayFigures::isSame)) {
            same.add(name.apply(rows.get(0)));
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
      Optional<LineResult> was = row.before().flatMap(ReplayFigures::only);
      Optional<LineResult> would = row.after().flatMap(ReplayFigures::only);
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
        name.apply(rows.get(0)),
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
}
