package org.plumbline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Party;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.gap.WritableBound;
import org.plumbline.replay.TargetSearch;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/** Lays out which target the past would have kept: in sentences, by period, and by limit. */
public final class TargetDocument {

  private final Agreement agreement;
  private final TargetSearch.Found found;
  private final Metric metric;

  private TargetDocument(Agreement agreement, TargetSearch.Found found) {
    this.agreement = agreement;
    this.found = found;
    metric =
        Optional.ofNullable(agreement.metrics().get(found.metric()))
            .orElseThrow(() -> new IllegalArgumentException("no metric " + found.metric()));
  }

  /**
   * The document.
   *
   * @param hash names the text in force
   * @param asOf up to when what had happened counts, in words
   */
  public static Document of(
      Agreement agreement, TargetSearch.Found found, String hash, java.time.Instant asOf) {
    return new TargetDocument(agreement, found).document(hash, asOf);
  }

  private Document document(String hash, java.time.Instant asOf) {
    List<Document.Section> sections = new ArrayList<>();
    for (int i = 0; i < found.lines().size(); i++) {
      sections.add(section(found.lines().get(i), i));
    }
    Wording wording = Wording.of(agreement);
    return new Document(
        agreement.title() + ": which target would have held?",
        metric.name() + ", owed by " + wording.party(metric.performing()),
        agreement.marking(),
        List.of(
            new Document.Fact("Agreement", agreement.id()),
            new Document.Fact("Version", hash),
            new Document.Fact("As of", new Moments(agreement.zone()).minute(asOf)),
            new Document.Fact(
                "Parties", wording.party(Party.PROVIDER) + " for " + wording.party(Party.CUSTOMER)),
            new Document.Fact("Worked out from", found.answered().words())),
        sections);
  }

  private Document.Section section(TargetSearch.Line line, int number) {
    List<Block> blocks = new ArrayList<>();
    List<Block.Listing.Item> items = new ArrayList<>();
    sentences(line)
        .forEach(text -> items.add(new Block.Listing.Item("", text, Tone.PLAIN, List.of())));
    blocks.add(new Block.Listing(items, false));
    if (!line.figures().isEmpty()) {
      blocks.add(periods(line));
    }
    if (!line.curve().isEmpty()) {
      blocks.add(chart(line, number));
      blocks.add(curve(line));
    }
    return new Document.Section("line-" + (number + 1), title(line), "", blocks);
  }

  private String title(TargetSearch.Line line) {
    Level.Line written = metric.target().measured().get(line.line().line());
    String which =
        written.applies() instanceof Level.Applies.When when
            ? ": " + Wording.of(agreement).condition(when.condition())
            : written.applies() instanceof Level.Applies.Otherwise ? ": all others" : "";
    return metric.name() + which;
  }

  // ---- in sentences ----

  /** What would have held, in sentences. */
  public static List<String> sentences(TargetSearch.Line line) {
    List<String> sentences = new ArrayList<>();
    if (line.figures().isEmpty()) {
      return List.of("There is no data in these periods.");
    }
    String of = line.needed() + " of " + line.figures().size() + " periods";
    String within = line.limit().map(limit -> ", the limit being " + limit).orElse("");
    line.bound()
        .ifPresent(
            bound ->
                sentences.add(
                    "As it is written ("
                        + bound(line.comparison(), bound, line.unit())
                        + within
                        + "), it held in "
                        + line.held()
                        + " of "
                        + line.figures().size()
                        + " periods."));
    sentences.add(
        line.tightest()
            .map(
                value ->
                    "The tightest bound that would have held in "
                        + of
                        + within
                        + ": "
                        + bound(
                            line.comparison(),
                            WritableBound.rounded(value, line.unit(), line.comparison()),
                            line.unit())
                        + ".")
            .orElse("No bound would have held in " + of + "."));
    if (line.limit().isPresent() && line.bound().isPresent()) {
      String bound = bound(line.comparison(), line.bound().get(), line.unit());
      sentences.add(
          line.tightestLimit()
              .map(
                  limit ->
                      "The tightest limit that would have held in "
                          + of
                          + ", the bound being "
                          + bound
                          + ": "
                          + limit
                          + ".")
              .orElse(
                  "No limit up to "
                      + line.curve().get(line.curve().size() - 1).limit()
                      + " would have held in "
                      + of
                      + ", the bound being "
                      + bound
                      + "."));
    }
    return sentences;
  }

  private static String bound(Comparison comparison, Exact value, FigureUnit unit) {
    return Numbers.bound(comparison, Numbers.figure(value, unit, List.of()));
  }

  // ---- by period and by limit ----

  private static Block periods(TargetSearch.Line line) {
    List<Block.Row> rows = new ArrayList<>();
    for (TargetSearch.Figure figure : line.figures()) {
      boolean held =
          line.tightest()
              .filter(value -> line.comparison().holds(figure.figure().compareTo(value)))
              .isPresent();
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(PeriodWords.shortName(figure.period())),
                  Block.Cell.of(Numbers.count(figure.cases())),
                  Block.Cell.of(Numbers.figure(figure.figure(), line.unit(), List.of())),
                  Block.Cell.of(held ? "holds" : "does not", held ? Tone.GOOD : Tone.BAD)),
              false));
    }
    return new Block.Table(
        "By period, as little favorable as indeterminate cases may make it",
        List.of(
            new Block.Column("Period", false, 0),
            new Block.Column("Cases", true, 1),
            new Block.Column("Figure", true, 0),
            new Block.Column("Tightest bound", false, 0)),
        rows);
  }

  private static Block chart(TargetSearch.Line line, int number) {
    List<Block.TrendPoint> points = new ArrayList<>();
    for (TargetSearch.Point point : line.curve()) {
      Optional<BigDecimal> bound = line.bound().map(value -> value.times(Exact.of(100)).rounded(4));
      points.add(
          new Block.TrendPoint(
              point.limit().toString(),
              point.share().map(share -> share.times(Exact.of(100)).rounded(4)),
              share(point),
              bound,
              line.bound().map(value -> bound(line.comparison(), value, line.unit())).orElse(""),
              tone(line, point),
              says(line, point)));
    }
    return new Block.TrendChart(
        "curve-" + (number + 1),
        "What share each limit would have given in "
            + line.needed()
            + " of "
            + line.figures().size()
            + " periods",
        "%",
        points);
  }

  private static Block curve(TargetSearch.Line line) {
    List<Block.Row> rows = new ArrayList<>();
    List<Optional<BigDecimal>> course = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (TargetSearch.Point point : line.curve()) {
      course.add(point.share().map(share -> share.rounded(9)));
      words.add(share(point));
    }
    rows.add(
        new Block.Row(
            List.of(
                Block.Cell.of("all"),
                Block.Cell.of(new Block.Spark(course, String.join(", ", words))),
                Block.Cell.of("")),
            false));
    for (TargetSearch.Point point : line.curve()) {
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(point.limit().toString()),
                  Block.Cell.of(share(point)),
                  Block.Cell.of(says(line, point), tone(line, point))),
              false));
    }
    return new Block.Table(
        "By limit, any minimum left aside",
        List.of(
            new Block.Column("Limit", false, 0),
            new Block.Column("Share in " + line.needed() + " of " + line.figures().size(), true, 0),
            new Block.Column("Bound as written", false, 0)),
        rows);
  }

  private static String share(TargetSearch.Point point) {
    return point.share().map(Numbers::percent).orElse("no data");
  }

  private static boolean holds(TargetSearch.Line line, TargetSearch.Point point) {
    return line.bound().isPresent()
        && point
            .share()
            .filter(share -> line.comparison().holds(share.compareTo(line.bound().get())))
            .isPresent();
  }

  private static Tone tone(TargetSearch.Line line, TargetSearch.Point point) {
    return line.bound().isEmpty() ? Tone.QUIET : holds(line, point) ? Tone.GOOD : Tone.BAD;
  }

  private static String says(TargetSearch.Line line, TargetSearch.Point point) {
    String says = line.bound().isEmpty() ? "none" : holds(line, point) ? "holds" : "does not";
    return line.limit().filter(point.limit()::equals).isPresent()
        ? says + " (the limit as it is)"
        : says;
  }
}
