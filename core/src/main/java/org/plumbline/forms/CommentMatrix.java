package org.plumbline.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.finding.Severity;
import org.plumbline.profile.Words;
import org.plumbline.workbook.Cell;
import org.plumbline.workbook.NewWorkbook.NewSheet;

/**
 * A comment resolution matrix: drafting comments written as its rows, and read back with what
 * people said, answered and decided.
 */
public final class CommentMatrix {

  private static final LogRows<CommentColumn> LOG =
      new LogRows<>(
          CommentColumn.class,
          CommentColumn.NUMBER,
          CommentColumn.COMMENT,
          Set.of(CommentColumn.COMMENT, CommentColumn.PLACE));
  private static final LogRows<CommentColumn> ANY =
      new LogRows<>(
          CommentColumn.class,
          CommentColumn.NUMBER,
          CommentColumn.COMMENT,
          Set.of(CommentColumn.COMMENT, CommentColumn.NUMBER));

  private CommentMatrix() {}

  /** Drafting comments as rows; what weighs most first. */
  public static List<Map<CommentColumn, Cell>> of(
      String document, List<Finding> findings, LocalDate day) {
    List<Map<CommentColumn, Cell>> rows = new ArrayList<>();
    findings.stream()
        .sorted(java.util.Comparator.comparing(Finding::severity))
        .forEach(
            finding -> {
              Map<CommentColumn, Cell> row = new EnumMap<>(CommentColumn.class);
              row.put(CommentColumn.DOCUMENT, Cell.text(document));
              row.put(CommentColumn.PLACE, Cell.text(finding.place().toString()));
              row.put(CommentColumn.COMMENT, Cell.text(Words.oneLine(finding.found())));
              row.put(CommentColumn.KIND, Cell.text(weight(finding.severity())));
              row.put(CommentColumn.PROPOSAL, Cell.text(Words.oneLine(finding.right())));
              row.put(CommentColumn.BY, Cell.text("Plumbline, " + finding.code().id()));
              row.put(CommentColumn.ON, Cell.date(day));
              row.put(CommentColumn.STATUS, Cell.text("Open"));
              rows.add(row);
            });
    return rows;
  }

  private static String weight(Severity severity) {
    return switch (severity) {
      case ERROR -> "Critical";
      case WARNING -> "Substantive";
      case NOTE -> "Administrative";
    };
  }

  /** A matrix made anew. */
  public static NewSheet sheet(List<Map<CommentColumn, Cell>> rows) {
    return LOG.sheet("Comments", rows);
  }

  /** Comments below the last one of a matrix that people keep, but for those that it has. */
  public static Optional<Filled> into(List<Map<CommentColumn, Cell>> rows, List<FormTable> form) {
    return LOG.into(rows, form, List.of()).or(() -> ANY.into(rows, form, List.of()));
  }

  /**
   * Reads a matrix; its text is CSV with a row a comment.
   *
   * @param file the file as it was named
   */
  public static Understood read(String file, List<FormTable> form) {
    LogRows<CommentColumn> log = LOG.in(form).isPresent() ? LOG : ANY;
    Optional<FormTable> table = log.in(form);
    if (table.isEmpty()) {
      return new Understood("", List.of(), List.of(), List.of(none(file)), "");
    }
    List<Understood.Row> rows = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    StringBuilder csv = new StringBuilder();
    csv.append(
        Csv.line(
            List.of(
                "number",
                "document",
                "place",
                "comment",
                "weight",
                "proposal",
                "by",
                "organization",
                "on",
                "disposition",
                "response",
                "answered-by",
                "status")));
    int open = 0;
    List<LogRows.Entry<CommentColumn>> entries = log.entries(table.get());
    for (LogRows.Entry<CommentColumn> entry : entries) {
      String said = entry.text(CommentColumn.DISPOSITION);
      Optional<String> disposition = disposition(said);
      String status = entry.text(CommentColumn.STATUS).toLowerCase(Locale.ROOT);
      boolean closed = status.matches("closed|resolved|done|complete[d]?");
      open += closed || disposition.isPresent() && status.isEmpty() ? 0 : 1;
      List<String> notes = new ArrayList<>();
      if (!said.isEmpty() && disposition.isEmpty()) {
        notes.add(Words.shown(said) + " is no disposition that is known here; kept as it is");
      }
      if (closed && disposition.isEmpty() && entry.text(CommentColumn.RESPONSE).isEmpty()) {
        String found = "the comment is closed, and nothing says what was decided";
        notes.add(found);
        findings.add(
            Finding.of(
                FindingCode.HOLE_IN_FORM,
                entry.table().place(entry.line().number(), -1),
                found,
                "write accepted, accepted with changes, rejected, noted or deferred, and why"));
      }
      rows.add(
          new Understood.Row(
              "row " + entry.line().number(),
              Words.oneLine(entry.text(CommentColumn.COMMENT)),
              words(entry, disposition.orElse(said), closed),
              notes));
      csv.append(Csv.line(cells(entry, disposition.orElse(said), closed ? "closed" : "open")));
    }
    String what =
        Words.counted(entries.size(), "comment")
            + " in "
            + table.get().label()
            + ", "
            + open
            + " open";
    return new Understood(what, log.columns(table.get()), rows, findings, csv.toString());
  }

  /**
   * A row as somebody filled it in.
   *
   * @param place where it stands
   * @param section what it is about, as it is written there
   * @param disposition what was decided, in the words of this class; empty where nothing was
   * @param said the words for it as they stand, of the disposition or else the status
   */
  public record FilledRow(
      Place place,
      String number,
      String section,
      String comment,
      Optional<String> disposition,
      String said,
      String response,
      String by) {}

  /** The rows of a matrix as they were filled in; none if no table is one. */
  public static List<FilledRow> rows(List<FormTable> form) {
    LogRows<CommentColumn> log = LOG.in(form).isPresent() ? LOG : ANY;
    return log.in(form).map(log::entries).orElse(List.of()).stream()
        .map(
            entry -> {
              String decided = entry.text(CommentColumn.DISPOSITION);
              String said = decided.isEmpty() ? entry.text(CommentColumn.STATUS) : decided;
              return new FilledRow(
                  entry.table().place(entry.line().number(), -1),
                  entry.text(CommentColumn.NUMBER),
                  Words.oneLine(entry.text(CommentColumn.PLACE)),
                  entry.text(CommentColumn.COMMENT),
                  disposition(said),
                  said,
                  entry.text(CommentColumn.RESPONSE),
                  Words.oneLine(entry.text(CommentColumn.BY)));
            })
        .toList();
  }

  private static List<String> cells(
      LogRows.Entry<CommentColumn> entry, String disposition, String status) {
    List<String> cells = new ArrayList<>();
    for (CommentColumn column : CommentColumn.values()) {
      cells.add(
          switch (column) {
            case DISPOSITION -> disposition;
            case STATUS -> status;
            default -> entry.text(column);
          });
    }
    return cells;
  }

  private static String words(
      LogRows.Entry<CommentColumn> entry, String disposition, boolean closed) {
    String by = entry.text(CommentColumn.BY);
    return (closed ? "closed" : "open")
        + (disposition.isEmpty() ? "" : ", " + disposition)
        + (entry.text(CommentColumn.PLACE).isEmpty()
            ? ""
            : ", on " + Words.oneLine(entry.text(CommentColumn.PLACE)))
        + (by.isEmpty() ? "" : ", by " + Words.oneLine(by));
  }

  /** What was decided, in one word or three. */
  private static Optional<String> disposition(String text) {
    String plain = Headings.plain(text);
    if (plain.matches("(accept|concur|agree|adopt|approve)(ed|red|d)?|a|yes")) {
      return Optional.of("accepted");
    }
    if (plain.matches(
        "(accept|concur|adopt|agree)(ed|red|d)? (with|in)"
            + " (comments?|changes?|modifications?|part|principle)|partial(ly)?("
            + " accepted)?|am|revised")) {
      return Optional.of("accepted with changes");
    }
    if (plain.matches("(reject|decline|disagree)(ed|d)?|non-?concur|not (accepted|adopted)|r|no")) {
      return Optional.of("rejected");
    }
    if (plain.matches("noted?|no (action|change)( required| needed)?|n")) {
      return Optional.of("noted");
    }
    return plain.matches("defer(red)?|later|d") ? Optional.of("deferred") : Optional.empty();
  }

  private static Finding none(String file) {
    return Finding.of(
        FindingCode.FORM_NOT_UNDERSTOOD,
        Place.of(file),
        "no table has comments with a number or a place",
        "write a row of headings such as No., Section, Comment, Disposition, Response");
  }
}
