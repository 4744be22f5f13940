package org.plumbline.web.negotiation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.forms.CommentMatrix.FilledRow;
import org.plumbline.forms.FormTable;
import org.plumbline.web.refusal.Refused;
import org.plumbline.workbook.RefusedWorkbook;

/**
 * A comment resolution matrix that somebody filled in, read against the threads: what each row
 * would add. Nothing is taken of a row that does not fit its thread.
 */
final class FilledMatrix {

  private static final int MOST_ROWS = 900;

  private FilledMatrix() {}

  /** What a row does. */
  enum What {
    /** A comment that is not there yet. */
    COMMENT("A new comment"),
    /** An answer to a thread. */
    ANSWER("An answer"),
    /** What becomes of a comment. */
    RESOLUTION("A resolution"),
    /** Nothing that is not there. */
    NOTHING("Nothing new"),
    /** It does not fit. */
    FAULT("Left out");

    private final String words;

    What(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /**
   * A row and what it adds.
   *
   * @param place where it stands in the file
   * @param comment the thread that it belongs to; empty for a new comment
   * @param about what the thread or the new comment is about, in words
   * @param term the term of a new comment; empty: the whole text
   * @param outcome of a resolution
   * @param text what is added; of a fault why
   */
  record Row(
      String place,
      What what,
      Optional<UUID> comment,
      String about,
      String term,
      Optional<CommentThread.Outcome> outcome,
      String text) {}

  /** A term by its id and what it is called. */
  record Term(String id, String heading) {}

  /**
   * Reads a file.
   *
   * @throws Refused if it is no workbook or document with a matrix
   */
  static List<FilledRow> read(String name, byte[] content) {
    String ending = name.toLowerCase(Locale.ROOT).endsWith(".docx") ? ".docx" : ".xlsx";
    try {
      Path file = Files.createTempFile("matrix-", ending);
      try {
        Files.write(file, content);
        List<FilledRow> rows = org.plumbline.forms.CommentMatrix.rows(FormTable.of(name, file));
        if (rows.isEmpty()) {
          throw new Refused(
              name
                  + " has no table with comments. Its headings are No., Section, Comment, Status,"
                  + " Response.");
        }
        if (rows.size() > MOST_ROWS) {
          throw new Refused("Take in at most 900 rows at once.");
        }
        return rows;
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (RefusedWorkbook refusal) {
      throw new Refused(name + ": " + refusal.found() + ". " + refusal.right() + ".");
    } catch (IOException e) {
      throw new UncheckedIOException("reading a matrix", e);
    }
  }

  /**
   * What each row would add.
   *
   * @param terms of the text to which new comments belong
   */
  static List<Row> against(List<FilledRow> rows, List<CommentThread> threads, List<Term> terms) {
    List<Row> told = new ArrayList<>();
    for (FilledRow row : rows) {
      told.add(row(row, threads, terms));
    }
    return told;
  }

  private static Row row(FilledRow row, List<CommentThread> threads, List<Term> terms) {
    Optional<CommentThread> thread =
        threads.stream()
            .filter(
                each ->
                    each.number().filter(it -> row.number().equals(String.valueOf(it))).isPresent())
            .findFirst();
    if (thread.isPresent()) {
      return same(thread.get().first().text(), row.comment())
          ? answered(row, thread.get())
          : fault(
              row,
              thread.get().about(),
              "no. "
                  + row.number()
                  + " reads otherwise here; write a new comment without a number");
    }
    if (!row.number().isEmpty() && row.number().matches("\\d+")) {
      boolean known = threads.stream().anyMatch(each -> same(each.first().text(), row.comment()));
      return known
          ? fault(row, row.section(), "this comment has another number here")
          : added(row, terms);
    }
    return added(row, terms);
  }

  private static Row added(FilledRow row, List<Term> terms) {
    Optional<Term> term =
        terms.stream()
            .filter(each -> same(each.heading(), row.section()) || each.id().equals(row.section()))
            .findFirst();
    return new Row(
        row.place().toString(),
        What.COMMENT,
        Optional.empty(),
        term.map(Term::heading)
            .orElse(
                row.section().isEmpty()
                    ? "The whole text"
                    : "The whole text (“" + row.section() + "” is no term of it)"),
        term.map(Term::id).orElse(""),
        Optional.empty(),
        row.comment());
  }

  private static Row answered(FilledRow row, CommentThread thread) {
    Optional<CommentThread.Outcome> outcome = outcome(row);
    String response = row.response().strip();
    boolean isOpen = row.said().isBlank() || row.said().strip().equalsIgnoreCase("open");
    if (outcome.isEmpty() && !isOpen && row.disposition().isEmpty()) {
      return fault(
          row,
          thread.about(),
          "“"
              + row.said()
              + "” is no outcome; write Accepted, Accepted with changes, Not accepted, Withdrawn or"
              + " Open");
    }
    if (outcome.isPresent()) {
      boolean known =
          thread
              .resolution()
              .filter(each -> each.outcome() == outcome.get() && same(each.response(), response))
              .isPresent();
      if (known) {
        return nothing(row, thread);
      }
      return response.isEmpty()
          ? fault(row, thread.about(), "it says what becomes of the comment, and not why")
          : of(row, What.RESOLUTION, thread, outcome, response);
    }
    boolean said =
        response.isEmpty()
            || thread.answers().stream().anyMatch(note -> same(note.text(), response))
            || thread.resolutions().stream().anyMatch(each -> same(each.response(), response));
    return said ? nothing(row, thread) : of(row, What.ANSWER, thread, Optional.empty(), response);
  }

  /** Noted and deferred end nothing: they are answers. */
  private static Optional<CommentThread.Outcome> outcome(FilledRow row) {
    return CommentThread.Outcome.of(row.said())
        .or(
            () ->
                row.disposition()
                    .flatMap(
                        word ->
                            switch (word) {
                              case "accepted" -> Optional.of(CommentThread.Outcome.ACCEPTED);
                              case "accepted with changes" ->
                                  Optional.of(CommentThread.Outcome.ACCEPTED_WITH_CHANGES);
                              case "rejected" -> Optional.of(CommentThread.Outcome.NOT_ACCEPTED);
                              default -> Optional.empty();
                            }));
  }

  private static Row nothing(FilledRow row, CommentThread thread) {
    return of(row, What.NOTHING, thread, Optional.empty(), "");
  }

  private static Row of(
      FilledRow row,
      What what,
      CommentThread thread,
      Optional<CommentThread.Outcome> outcome,
      String text) {
    return new Row(
        row.place().toString(),
        what,
        Optional.of(thread.first().id()),
        thread.about(),
        "",
        outcome,
        text);
  }

  private static Row fault(FilledRow row, String about, String why) {
    return new Row(
        row.place().toString(), What.FAULT, Optional.empty(), about, "", Optional.empty(), why);
  }

  /** A spreadsheet changes spaces and lines, and marks what looks like a formula. */
  private static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.startsWith("'") ? line.substring(1) : line;
  }

  /** How many rows do something. */
  static long adding(List<Row> rows) {
    return rows.stream()
        .filter(row -> Stream.of(What.NOTHING, What.FAULT).noneMatch(row.what()::equals))
        .count();
  }
}
