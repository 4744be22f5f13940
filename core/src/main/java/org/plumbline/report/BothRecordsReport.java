package org.plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.RecordSet;
import org.plumbline.judge.Result;
import org.plumbline.reconcile.BothRecords;
import org.plumbline.reconcile.BothRecordsWording;
import org.plumbline.reconcile.CaseComparison;
import org.plumbline.reconcile.ReconciliationWording;
import org.plumbline.records.SetBeside;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/** Lays both parties’ records out side by side: figures, what differs, case by case. */
public final class BothRecordsReport {

  /** Cases beyond this many are in the data only. */
  private static final int MOST_CASES = 50;

  private final BothRecords both;
  private final BothRecordsWording words;
  private final String theirs;

  private BothRecordsReport(BothRecords both) {
    this.both = both;
    this.words = new BothRecordsWording(both.agreement(), both.whose());
    this.theirs = "By the records of " + both.whose();
  }

  /**
   * The document, sensitive values masked.
   *
   * @param version the hash of the version
   * @param folders the folders of these and of the other records as they were named
   * @param engine name and version of what computed the figures
   * @param shown sensitive fields that are not masked
   */
  public static Document build(
      BothRecords both, String version, List<String> folders, String engine, Set<String> shown) {
    return new BothRecordsReport(BothRecordsMasking.apply(both, shown))
        .document(version, folders, engine);
  }

  private Document document(String version, List<String> folders, String engine) {
    Agreement agreement = both.agreement();
    List<Document.Section> sections = new ArrayList<>();
    sections.add(figures());
    sections.add(records());
    comparisons().ifPresent(sections::add);
    cases().ifPresent(sections::add);
    return new Document(
        agreement.title(),
        "These records and those of "
            + both.whose()
            + " side by side, "
            + PeriodWords.name(both.asked()),
        agreement.marking(),
        List.of(
            new Document.Fact("Agreement", agreement.id()),
            new Document.Fact("Version", version),
            new Document.Fact("These records", folders.get(0)),
            new Document.Fact("Records of " + both.whose(), folders.get(1)),
            new Document.Fact("As of", new Moments(agreement.zone()).minute(both.asOf())),
            new Document.Fact("Times and dates", "in the agreement’s zone, " + agreement.zone()),
            new Document.Fact("Computed by", engine)),
        sections);
  }

  private Document.Section figures() {
    List<Block.Row> rows = new ArrayList<>();
    List<Block.Listing.Item> items = new ArrayList<>();
    for (BothRecords.Figure figure : both.figures()) {
      String name = words.name(figure.either());
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(name),
                  cell(figure.here()),
                  cell(figure.there()),
                  Block.Cell.of(figure.isSame() ? "the same" : "different")),
              false));
      if (!figure.isSame()) {
        List<String> sentences = words.sentences(figure);
        items.add(
            new Block.Listing.Item(
                name, sentences.get(0), Tone.PLAIN, sentences.subList(1, sentences.size())));
      }
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Table(
            "The same terms over the records of both",
            List.of(
                new Block.Column("Metric and period", false, 0),
                new Block.Column("By these records", true, 0),
                new Block.Column(theirs, true, 0),
                new Block.Column("The two are", false, 1)),
            rows));
    if (!items.isEmpty()) {
      blocks.add(new Block.Listing(items, false));
    }
    return new Document.Section("figures", "By the records of both", words.summary(both), blocks);
  }

  private Block.Cell cell(Optional<Result> result) {
    return result
        .map(found -> Block.Cell.of(words.brief(result), Tone.of(found.status())))
        .orElseGet(() -> Block.Cell.of("–"));
  }

  private Document.Section records() {
    List<Block> blocks = new ArrayList<>();
    for (SetBeside set : both.sets()) {
      List<Block.Row> rows = new ArrayList<>();
      rows.add(row("Only in these records", set.here(), ""));
      rows.add(row("Only in the records of " + both.whose(), set.there(), ""));
      set.parts()
          .forEach(
              part ->
                  rows.add(
                      row(
                          "In both, with another " + unquoted(part),
                          part.cases(),
                          Numbers.count(turned(set.set(), part)))));
      String title =
          set.set() + ": " + Numbers.counted(set.both(), "case is", "cases are") + " in both";
      blocks.add(new Block.Heading(title));
      blocks.add(
          new Block.Table(
              "What is not the same of " + set.set(),
              List.of(
                  new Block.Column("What is not the same", false, 0),
                  new Block.Column("Cases", true, 0),
                  new Block.Column("Decides", true, 0)),
              rows));
    }
    List<Block.Listing.Item> items = new ArrayList<>();
    for (SetBeside set : both.sets()) {
      authoritative(set.set())
          .ifPresent(
              party ->
                  items.add(
                      new Block.Listing.Item(
                          set.set(),
                          "By the agreement the records of " + party + " count.",
                          Tone.PLAIN,
                          List.of())));
    }
    for (String set : both.missing()) {
      items.add(
          new Block.Listing.Item(
              set,
              "The other folder has no file of it: these records stand in on both sides.",
              Tone.UNKNOWN,
              List.of()));
    }
    if (!items.isEmpty()) {
      blocks.add(new Block.Listing(items, false));
    }
    return new Document.Section(
        "records",
        "What is recorded otherwise",
        "Decides: in how many of these cases this alone makes the case stand as by the other’s"
            + " records.",
        blocks);
  }

  private static String unquoted(SetBeside.Part part) {
    return switch (part.kind()) {
      case MOMENT, FIELD -> part.name();
      case HOLD -> "time under " + part.name();
      case VALUES -> "value along the events";
      case RECORD -> "answer to whether the record can be used";
    };
  }

  private static Block.Row row(String what, long cases, String turned) {
    return new Block.Row(
        List.of(Block.Cell.of(what), Block.Cell.of(Numbers.count(cases)), Block.Cell.of(turned)),
        false);
  }

  /** Cases of some metric over a set that a part alone makes stand as by the other's records. */
  private long turned(String set, SetBeside.Part part) {
    return both.cases().stream()
        .filter(
            told ->
                Optional.ofNullable(both.agreement().metrics().get(told.metric()))
                        .filter(metric -> metric.records().equals(set))
                        .isPresent()
                    && told.alone().contains(part))
        .map(BothRecords.Case::key)
        .distinct()
        .count();
  }

  /** Whose records count, where several parties supply them. */
  private Optional<String> authoritative(String set) {
    return both.agreement()
        .recordSet(set)
        .flatMap(RecordSet::delivery)
        .map(Delivery::suppliedBy)
        .filter(by -> !by.isEmpty())
        .map(by -> Wording.of(both.agreement()).role(by.get(0)));
  }

  private Optional<Document.Section> comparisons() {
    List<Block> blocks = new ArrayList<>();
    for (CaseComparison cases : both.comparisons()) {
      if (!cases.groups().isEmpty()) {
        blocks.add(table(cases));
      }
    }
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Document.Section(
                "from-one-to-the-other",
                "From one to the other",
                "From the counts by these records to those by the other’s; the rows add up.",
                blocks));
  }

  private Block table(CaseComparison cases) {
    List<Block.Row> rows = new ArrayList<>();
    rows.add(ReconciliationReport.row("By these records", cases.ours(), "", false));
    for (CaseComparison.Group group : cases.groups()) {
      rows.add(
          ReconciliationReport.row(
              group.words(), group.effect(), ReconciliationWording.keys(group), true));
    }
    rows.add(ReconciliationReport.row(theirs, cases.theirs(), "", false));
    return ReconciliationReport.table(
        new ReconciliationWording(both.agreement()).metric(cases.metric())
            + ", "
            + PeriodWords.name(cases.period().orElse(both.asked()))
            + ": "
            + Numbers.counted(cases.alike(), "case", "cases")
            + " counted alike",
        rows);
  }

  private Optional<Document.Section> cases() {
    List<Block> blocks = new ArrayList<>();
    List<Block.Listing.Item> items = new ArrayList<>();
    String metric = "";
    for (BothRecords.Case told : both.cases().stream().limit(MOST_CASES).toList()) {
      if (!told.metric().equals(metric)) {
        if (!items.isEmpty()) {
          blocks.add(new Block.Listing(items, false));
          items = new ArrayList<>();
        }
        metric = told.metric();
        blocks.add(new Block.Heading(new ReconciliationWording(both.agreement()).metric(metric)));
      }
      items.add(new Block.Listing.Item(told.key(), words.sentence(told), Tone.PLAIN, List.of()));
    }
    if (items.isEmpty()) {
      return Optional.empty();
    }
    blocks.add(new Block.Listing(items, false));
    long more = (long) both.cases().size() - Math.min(both.cases().size(), MOST_CASES);
    return Optional.of(
        new Document.Section(
            "cases",
            "Case by case",
            more + both.untold() == 0
                ? "Every case that does not stand alike."
                : "The first cases that do not stand alike; "
                    + Numbers.count(more + both.untold())
                    + " more are counted above"
                    + (more == 0 ? "." : ", and told in the data (--format json)."),
            blocks));
  }
}
