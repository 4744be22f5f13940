package org.plumbline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Metric;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.register.Version;
import org.plumbline.report.Block;
import org.plumbline.report.CaseStory;
import org.plumbline.report.Document;
import org.plumbline.report.Tone;
import org.plumbline.report.VersionSections;
import org.plumbline.wording.CaseTimes;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/**
 * A figure explained as a document (design 4.12): the promise, the result, the counts, where all
 * cases went, the cases; or one case with its life.
 */
public final class ExplainDocument {
  private final Explained explained;
  private final Wording wording;
  private final Metric metric;

  private ExplainDocument(Explained explained, Metric metric) {
    this.explained = explained;
    this.wording = Wording.of(explained.agreement());
    this.metric = metric;
  }

  /**
   * The document.
   *
   * @param shown how many cases are listed at most
   */
  public static Document of(Explained explained, Metric metric, int shown) {
    return new ExplainDocument(explained, metric).document(shown);
  }

  private Document document(int shown) {
    List<Document.Section> sections = new ArrayList<>();
    sections.add(promise());
    if (explained.asked().isEmpty()) {
      sections.add(results());
      sections.addAll(explained.requests());
      explained.totals().ifPresent(totals -> sections.add(whereCasesWent(totals)));
      sections.add(cases(shown));
      takenOut().ifPresent(sections::add);
    } else {
      CaseLife life = new CaseLife(explained.agreement(), wording, explained.metric());
      explained.asked().forEach(story -> sections.add(life.section(story)));
      sections.addAll(explained.requests());
    }
    return new Document(
        metric.name(),
        wording.party(metric.performing()) + ", " + periods(),
        explained.agreement().marking(),
        List.of(
            new Document.Fact(
                "Agreement", explained.agreement().id() + ", " + explained.agreement().title()),
            new Document.Fact("Version", explained.version()),
            new Document.Fact("As of", explained.asOf()),
            new Document.Fact(
                "Times and dates", "in the agreement’s zone, " + explained.agreement().zone()),
            new Document.Fact("Computed by", explained.engine())),
        sections);
  }

  private String periods() {
    List<String> names =
        explained.results().stream().map(Result::period).map(PeriodWords::name).distinct().toList();
    if (names.isEmpty()) {
      return "no period";
    }
    return names.size() == 1 ? names.get(0) : names.get(0) + " to " + names.get(names.size() - 1);
  }

  private Document.Section promise() {
    List<Block> blocks = new ArrayList<>();
    Wording own = explained.results().stream().findFirst().map(this::wording).orElse(wording);
    blocks.add(new Block.Paragraph(own.metric(explained.metric())));
    blocks.add(
        new Block.Listing(
            own.details(explained.metric()).stream()
                .map(text -> new Block.Listing.Item("", text, Tone.PLAIN, List.of()))
                .toList(),
            false));
    metric
        .clause()
        .flatMap(this::clause)
        .ifPresent(
            clause ->
                blocks.add(
                    new Block.Paragraph("Clause “" + clause.heading() + "”: " + clause.text())));
    return new Document.Section("promise", "What was promised", "", blocks);
  }

  private Optional<Clause> clause(String id) {
    return explained.agreement().clauses().stream()
        .filter(clause -> clause.id().equals(id))
        .findFirst();
  }

  private Document.Section results() {
    List<Block> blocks = new ArrayList<>();
    for (Result result : explained.results()) {
      blocks.add(new Block.Paragraph(wording(result).result(result)));
      explained
          .under()
          .flatMap(under -> under.version(result))
          .ifPresent(version -> blocks.add(new Block.Paragraph(terms(version))));
      explained
          .under()
          .map(under -> VersionSections.heldToOthers(under, result))
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> blocks.add(new Block.Paragraph(text)));
      blocks.add(lines(result));
    }
    return new Document.Section("figure", "The figure, and what it means", "", blocks);
  }

  /** The words of the version that judged a result. */
  private Wording wording(Result result) {
    return explained.under().map(under -> Wording.of(under.text(result))).orElse(wording);
  }

  private String terms(Version version) {
    String clause =
        Optional.ofNullable(version.agreement().metrics().get(explained.metric()))
            .flatMap(Metric::clause)
            .map(id -> ", clause " + id)
            .orElse("");
    return "Judged by "
        + version.name()
        + clause
        + ", in force from "
        + version.from()
        + " ("
        + version.hash()
        + ").";
  }

  private Block lines(Result result) {
    List<Block.Column> columns =
        List.of(
            new Block.Column("Line", false, 0),
            new Block.Column("Cases", true, 0),
            new Block.Column("Hold", true, 0),
            new Block.Column("Cannot be said", true, 1),
            new Block.Column("Open", true, 2),
            new Block.Column("Figure", true, 0),
            new Block.Column("Bound", false, 0),
            new Block.Column("Kept", false, 0));
    List<Block.Row> rows = new ArrayList<>();
    for (LineResult line : result.lines()) {
      Measurement measured = line.measurement();
      String level = line.line().level() == LineId.LevelKind.TARGET ? "target" : "minimum";
      String of = wording(result).line(explained.metric(), line);
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(of.isEmpty() ? level : level + ": " + of),
                  Block.Cell.of(Numbers.count(measured.cases())),
                  Block.Cell.of(Numbers.count(measured.holding())),
                  Block.Cell.of(Numbers.count(measured.indeterminate())),
                  Block.Cell.of(Numbers.count(measured.open())),
                  Block.Cell.of(
                      measured
                          .figure()
                          .map(figure -> Numbers.figure(figure, measured.unit(), line.bounds()))
                          .orElse("no data")),
                  Block.Cell.of(
                      line.bounds().isEmpty()
                          ? "reported"
                          : Wording.bounds(line.bounds(), measured.unit())),
                  Block.Cell.of(
                      line.holds().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                      Tone.of(line.holds()))),
              false));
    }
    return new Block.Table(PeriodWords.name(result.period()), columns, rows);
  }

  private Document.Section whereCasesWent(CaseTotals totals) {
    List<Block.Row> rows =
        List.of(
            row("counted, in some period", totals.counted()),
            row("cannot be said (indeterminate)", totals.indeterminate()),
            row("open, not decided yet", totals.open()),
            row("voided before they were decided", totals.voided()),
            row("not in the population (do not qualify)", totals.notQualified()),
            row("decided outside the performance period", totals.outside()),
            row("all", totals.all()));
    return new Document.Section(
        "where",
        "Where all cases went",
        "Every case of the records, once; over all periods, not only those asked for.",
        List.of(
            new Block.Table(
                "Cases",
                List.of(new Block.Column("", false, 0), new Block.Column("Cases", true, 0)),
                rows)));
  }

  private static Block.Row row(String name, long count) {
    return new Block.Row(List.of(Block.Cell.of(name), Block.Cell.of(Numbers.count(count))), false);
  }

  private Document.Section cases(int shown) {
    List<CaseStory> cases = explained.cases().stream().filter(story -> !isTakenOut(story)).toList();
    List<Block.Row> rows =
        cases.stream().limit(shown).map(CaseStory::outcome).map(this::caseRow).toList();
    String lead =
        cases.isEmpty()
            ? "No case counts in these periods."
            : cases.size() <= shown
                ? "All "
                    + Numbers.counted(cases.size(), "case", "cases")
                    + (stock() ? " that the figures of these periods count." : " of these periods.")
                : "The first "
                    + shown
                    + " of "
                    + Numbers.count(cases.size())
                    + " cases of these periods; --cases N shows more, --case KEY one of them.";
    return new Document.Section(
        "cases",
        "The cases",
        lead,
        rows.isEmpty() ? List.of() : List.of(new Block.Table("Cases", caseColumns(), rows)));
  }

  private static boolean isTakenOut(CaseStory story) {
    return story.outcome().exclusion().isPresent();
  }

  private Optional<Document.Section> takenOut() {
    List<Block.Row> rows =
        explained.cases().stream()
            .filter(ExplainDocument::isTakenOut)
            .map(CaseStory::outcome)
            .map(this::caseRow)
            .toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Document.Section(
                "taken-out",
                "Cases taken out",
                "They do not count, by a rule agreed in advance or on request; the first of all"
                    + " periods.",
                List.of(new Block.Table("Cases taken out", caseColumns(), rows))));
  }

  private String decided(CaseOutcome outcome) {
    return stock()
        ? outcome.period().map(PeriodWords::shortName).orElse("")
        : outcome.decided().map(Object::toString).orElse("");
  }

  /** Whether cases are counted once in each period in which they are open. */
  private boolean stock() {
    return metric.countedWhenOrDefault().isStock();
  }

  private List<Block.Column> caseColumns() {
    return List.of(
        new Block.Column("Case", false, 0),
        new Block.Column("Stands", false, 0),
        new Block.Column("Started", false, 3),
        new Block.Column("Stopped", false, 4),
        new Block.Column("Taken", true, 0),
        new Block.Column("Limit", true, 1),
        new Block.Column(stock() ? "Counted in" : "Decided", false, 2),
        new Block.Column("Source", false, 0));
  }

  private Block.Row caseRow(CaseOutcome outcome) {
    CaseTimes times = CaseTimes.of(explained.agreement(), explained.metric());
    return new Block.Row(
        List.of(
            Block.Cell.of(CaseLife.name(outcome)),
            Block.Cell.of(
                CaseLife.state(outcome, wording, stock()), CaseLife.tone(outcome, stock())),
            Block.Cell.of(outcome.start().map(times::start).orElse("")),
            Block.Cell.of(outcome.stop().map(times::stop).orElse("")),
            Block.Cell.of(CaseLife.amount(outcome.elapsed(), outcome.unit())),
            Block.Cell.of(CaseLife.amount(outcome.limit(), outcome.unit())),
            Block.Cell.of(decided(outcome)),
            Block.Cell.of(CaseLife.source(outcome))),
        false);
  }
}
