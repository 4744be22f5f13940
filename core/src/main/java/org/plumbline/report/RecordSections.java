package org.plumbline.report;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.agreement.Reopening;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.finding.Finding;
import org.plumbline.records.BadRow;
import org.plumbline.records.LoadReport;
import org.plumbline.records.Superseded;
import org.plumbline.report.Block.Listing.Item;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.Wording;

/** What the figures rest on: where all cases went, what was loaded, what was noticed. */
final class RecordSections {

  private static final int MOST_BAD_ROWS = 50;

  private final Evaluation evaluation;

  RecordSections(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Whether there may be more cases than the records name. */
  private boolean reopens() {
    return evaluation.agreement().records().values().stream()
        .flatMap(set -> set.reopening().stream())
        .anyMatch(reopening -> reopening.thenOrDefault() != Reopening.Then.IGNORE);
  }

  List<Document.Section> sections() {
    List<Document.Section> sections = new ArrayList<>();
    if (!evaluation.totals().isEmpty()) {
      sections.add(
          new Document.Section(
              "totals",
              "Where all cases went",
              "Every case counts once, in the period in which it was decided; the parts of a row"
                  + " add up to all its cases."
                  + (reopens() ? " A case that is reopened late goes on as another one." : ""),
              List.of(totals())));
    }
    evaluation.load().ifPresent(load -> sections.add(records(load)));
    evaluation
        .load()
        .filter(load -> !load.superseded().isEmpty())
        .ifPresent(load -> sections.add(superseded(load.superseded())));
    if (!evaluation.findings().isEmpty()) {
      sections.add(
          new Document.Section(
              "findings",
              "Drafting comments and findings",
              "What the checks say of the agreement and of this evaluation.",
              List.of(
                  new Block.Listing(
                      evaluation.findings().stream().map(RecordSections::item).toList(), false))));
    }
    return sections;
  }

  private static Document.Section superseded(List<Superseded> values) {
    List<Block.Row> rows = new ArrayList<>();
    for (Superseded value : values.subList(0, Math.min(MOST_BAD_ROWS, values.size()))) {
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(value.key()),
                  Block.Cell.of(Wording.turn(value.column())),
                  Block.Cell.of(value.was().isEmpty() ? "–" : value.was()),
                  Block.Cell.of(value.is().isEmpty() ? "–" : value.is()),
                  Block.Cell.of(
                      value.delivery() + (value.reason().isEmpty() ? "" : ": " + value.reason())),
                  Block.Cell.of(value.set())),
              false));
    }
    return new Document.Section(
        "superseded",
        "Changed by later deliveries",
        values.size() > MOST_BAD_ROWS
            ? "The first " + MOST_BAD_ROWS + " values that a later delivery changed, old and new."
            : "Values of cases that a later delivery changed, old and new.",
        List.of(
            new Block.Table(
                "Changed values",
                List.of(
                    new Block.Column("Case", false, 0),
                    new Block.Column("What", false, 0),
                    new Block.Column("Was", false, 0),
                    new Block.Column("Is", false, 0),
                    new Block.Column("By", false, 0),
                    new Block.Column("Record set", false, 1)),
                rows)));
  }

  private Block totals() {
    List<Block.Column> columns =
        List.of(
            new Block.Column("Metric", false, 0),
            new Block.Column("All", true, 0),
            new Block.Column("Counted", true, 0),
            new Block.Column("Cannot be said", true, 0),
            new Block.Column("Open", true, 0),
            new Block.Column("Voided", true, 1),
            new Block.Column("Do not qualify", true, 0),
            new Block.Column("Outside", true, 1));
    List<Block.Row> rows = new ArrayList<>();
    for (CaseTotals totals : evaluation.totals()) {
      String name =
          java.util.Optional.ofNullable(evaluation.agreement().metrics().get(totals.metric()))
              .map(metric -> metric.name())
              .orElse(totals.metric());
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(name),
                  number(totals.all()),
                  number(totals.counted()),
                  number(totals.indeterminate()),
                  number(totals.open()),
                  number(totals.voided()),
                  number(totals.notQualified()),
                  number(totals.outside())),
              false));
    }
    return new Block.Table("Where all cases went, by metric", columns, rows);
  }

  private static Block.Cell number(long value) {
    return Block.Cell.of(Numbers.count(value));
  }

  private Document.Section records(LoadReport load) {
    List<Block> blocks = new ArrayList<>();
    List<Block.Row> rows = new ArrayList<>();
    for (LoadReport.FileReport file : load.files()) {
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(file.name()),
                  Block.Cell.of(Wording.turn(file.set())),
                  number(file.rows()),
                  number(file.bytes()),
                  Block.Cell.of(file.sha256())),
              false));
    }
    blocks.add(
        new Block.Table(
            "Files read",
            List.of(
                new Block.Column("File", false, 0),
                new Block.Column("Record set", false, 1),
                new Block.Column("Rows", true, 0),
                new Block.Column("Bytes", true, 2),
                new Block.Column("SHA-256", false, 0)),
            rows));
    List<Item> notes = new ArrayList<>();
    load.sets().forEach((id, set) -> notes.addAll(notes(Wording.turn(id), set)));
    blocks.add(new Block.Listing(notes, false));
    if (load.badRowCount() > 0) {
      blocks.add(badRows(load));
    }
    return new Document.Section(
        "records", "Records", "What was read, and what was noticed while reading.", blocks);
  }

  private static List<Item> notes(String name, LoadReport.SetReport set) {
    List<Item> notes = new ArrayList<>();
    StringBuilder counts = new StringBuilder(Numbers.counted(set.cases(), "case", "cases"));
    if (set.events() > 0) {
      counts.append(" from ").append(Numbers.counted(set.events(), "event", "events"));
    }
    if (set.holds() > 0) {
      counts.append(", ").append(Numbers.counted(set.holds(), "hold", "holds"));
    }
    notes.add(new Item(name, counts + ".", Tone.PLAIN, List.of()));
    add(notes, name, set.unusable(), "case is", "cases are", "unusable and cannot be said");
    add(notes, name, set.timesTwice(), "time occurs", "times occur", "twice on the local clock");
    add(notes, name, set.timesNever(), "time occurs", "times occur", "never on the local clock");
    set.changing()
        .forEach(
            (field, cases) ->
                add(
                    notes,
                    name,
                    cases,
                    "case has",
                    "cases have",
                    "more than one value of “" + Wording.turn(field) + "”"));
    set.repeated()
        .forEach(
            (moment, cases) ->
                add(
                    notes,
                    name,
                    cases,
                    "case has",
                    "cases have",
                    "“" + Wording.turn(moment) + "” more than once"));
    set.warnings().forEach(warning -> notes.add(new Item(name, warning, Tone.UNKNOWN, List.of())));
    return notes;
  }

  private static void add(
      List<Item> notes, String name, long count, String one, String many, String what) {
    if (count > 0) {
      notes.add(
          new Item(
              name, Numbers.counted(count, one, many) + " " + what + ".", Tone.PLAIN, List.of()));
    }
  }

  private static Block badRows(LoadReport load) {
    List<Block.Row> rows = new ArrayList<>();
    for (BadRow row : load.badRows().subList(0, Math.min(MOST_BAD_ROWS, load.badRows().size()))) {
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(row.file() + ", row " + Numbers.count(row.row())),
                  Block.Cell.of(row.key()),
                  Block.Cell.of(row.column()),
                  Block.Cell.of(row.value()),
                  Block.Cell.of(row.reason() + (row.right().isEmpty() ? "" : "; " + row.right()))),
              false));
    }
    return new Block.Table(
        "Bad rows: the first "
            + Numbers.count(rows.size())
            + " of "
            + Numbers.count(load.badRowCount()),
        List.of(
            new Block.Column("Where", false, 0),
            new Block.Column("Case", false, 0),
            new Block.Column("Column", false, 1),
            new Block.Column("Value", false, 1),
            new Block.Column("What is wrong", false, 0)),
        rows);
  }

  private static Item item(Finding finding) {
    Tone tone =
        switch (finding.severity()) {
          case ERROR -> Tone.BAD;
          case WARNING -> Tone.UNKNOWN;
          case NOTE -> Tone.QUIET;
        };
    List<String> right = finding.right().isEmpty() ? List.of() : List.of(finding.right());
    return new Item(finding.place() + " " + finding.code().id(), finding.found(), tone, right);
  }
}
