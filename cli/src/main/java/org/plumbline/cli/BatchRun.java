package org.plumbline.cli;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.cli.batch.BadRow;
import org.plumbline.cli.batch.Batch;
import org.plumbline.cli.batch.RowQuestion;
import org.plumbline.cli.question.Calendars;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a batch of small questions from a file, or from what comes in. */
final class BatchRun {
  private final CommandSpec spec;
  private final QuestionOptions options;

  BatchRun(CommandSpec spec, QuestionOptions options) {
    this.spec = spec;
    this.options = options;
  }

  /**
   * Runs it.
   *
   * @param first what stands where a single question has its first argument; may be the file of
   *     rows
   * @param second what stands in second place; nothing may
   */
  int run(RowQuestion.Kind kind, @Nullable String first, @Nullable String second)
      throws IOException {
    String named = options.batch().orElse("-");
    if (second != null || (first != null && !named.equals("-"))) {
      throw options.usage("a batch takes its moments from rows, not from the command line");
    }
    String rows = first == null ? named : first;
    Calendars calendars = options.calendars();
    RowQuestion question =
        new RowQuestion(kind, calendars, options.usual(calendars), options.explain());
    Batch.Outcome outcome;
    try (Reader in = open(rows)) {
      outcome = answer(in, rows, question);
    }
    return tell(outcome);
  }

  private Batch.Outcome answer(Reader in, String rows, RowQuestion question) throws IOException {
    PrintWriter standard = spec.commandLine().getOut();
    if (options.output().isEmpty()) {
      Writer out = new BufferedWriter(standard, 1 << 16);
      Batch.Outcome outcome = Batch.run(in, out, question, options.format());
      out.flush();
      return outcome;
    }
    Path file = options.output().get();
    if (Files.exists(file) && !rows.equals("-") && Files.isSameFile(file, Shown.named(rows))) {
      throw options.usage("the answers cannot replace the rows: name another file with -o");
    }
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      return Batch.run(in, out, question, options.format());
    }
  }

  private int tell(Batch.Outcome outcome) {
    if (outcome.bad() == 0) {
      return ExitCode.DONE;
    }
    PrintWriter err = spec.commandLine().getErr();
    for (BadRow row : outcome.told()) {
      err.println(row.toLine());
    }
    if (outcome.bad() > outcome.told().size()) {
      err.printf(
          Locale.ENGLISH,
          "and %,d more; the column error names them all%n",
          outcome.bad() - outcome.told().size());
    }
    err.printf(
        Locale.ENGLISH,
        "plumbline: %,d of %,d rows have no answer; the others are answered%n",
        outcome.bad(),
        outcome.rows());
    return ExitCode.REFUSED;
  }

  private static Reader open(String rows) throws IOException {
    InputStream in =
        rows.equals("-")
            ? System.in
            : new BufferedInputStream(Files.newInputStream(Shown.named(rows)));
    InputStream plain = rows.endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    return new InputStreamReader(
        plain,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}
