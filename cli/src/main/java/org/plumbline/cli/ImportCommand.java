package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.forms.CommentMatrix;
import org.plumbline.forms.ConopsDocument;
import org.plumbline.forms.DraftTerms;
import org.plumbline.forms.FormTable;
import org.plumbline.forms.MetricTable;
import org.plumbline.forms.RaidLog;
import org.plumbline.forms.ResponsibilityMatrix;
import org.plumbline.forms.SuccessTable;
import org.plumbline.forms.Understood;
import org.plumbline.workbook.RefusedWorkbook;
import org.plumbline.workbook.WordFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "What people keep in Excel or Word, read by the meaning of its headings: shows what was",
      "understood, row by row, and with -o writes the draft of a document.",
      " ",
      "  metrics           a table of metrics (.xlsx, .docx): the draft of an agreement",
      "  responsibilities  a responsibility matrix, RACI (.xlsx, .docx): of a concept of"
          + " operations",
      "  conops            a concept of operations by its headings (.docx): of the same",
      "  comments          a comment resolution matrix (.xlsx, .docx): as CSV, a row a comment",
      "  success-metrics   a table of success metrics (.pptx, .docx, .xlsx): the draft of success",
      "                    metrics; of slides also a Word table embedded in them",
      "  raid              the risks and issues of a RAID log (.xlsx): as CSV, a row an entry",
      "  history           figures of periods before an agreement was kept here (.xlsx, .csv),"
          + " with",
      "                    --agreement: as CSV, a row a metric and period"
    },
    footer = {
      "",
      "  plumbline import metrics sla-table.docx",
      "  plumbline import metrics sla-table.docx -o agreement.yaml --provider \"Example Center\""
    })
final class ImportCommand implements Callable<Integer> {

  /** What can be read. */
  enum Kind {
    /** A table of metrics. */
    METRICS,
    /** A responsibility matrix. */
    RESPONSIBILITIES,
    /** A concept of operations in Word. */
    CONOPS,
    /** A comment resolution matrix. */
    COMMENTS,
    /** A table of success metrics. */
    SUCCESS_METRICS,
    /** A log of risks and issues. */
    RAID,
    /** Figures of earlier periods. */
    HISTORY;

    /** Whether it becomes the draft of a text; else rows of CSV. */
    boolean isDraft() {
      return switch (this) {
        case METRICS, RESPONSIBILITIES, CONOPS, SUCCESS_METRICS -> true;
        case COMMENTS, RAID, HISTORY -> false;
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Spec private CommandSpec spec;
  @ParentCommand private Plumbline root;

  @Parameters(index = "0", paramLabel = "KIND", description = "What the file holds, as above.")
  private Kind kind = Kind.METRICS;

  @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
  private String file = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the draft goes; a file that is there is not written over.")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--customer", paramLabel = "NAME", description = "The name of the customer.")
  private Optional<String> customer = Optional.empty();

  @Option(names = "--provider", paramLabel = "NAME", description = "The name of the provider.")
  private Optional<String> provider = Optional.empty();

  @Option(names = "--zone", paramLabel = "ZONE", description = "Whose dates are meant.")
  private Optional<String> zone = Optional.empty();

  @Option(
      names = "--agreement",
      paramLabel = "FILE|DIR",
      description = "The agreement whose metrics a history is of.")
  private Optional<String> agreement = Optional.empty();

  @Option(names = "--from", paramLabel = "DATE", description = "The first day of performance.")
  private Optional<LocalDate> from = Optional.empty();

  @Option(names = "--until", paramLabel = "DATE", description = "The last day of performance.")
  private Optional<LocalDate> until = Optional.empty();

  @Override
  public Integer call() throws IOException {
    output.ifPresent(NewFile::refuseWhatIsThere);
    Understood understood = understood();
    PrintWriter out = spec.commandLine().getOut();
    ImportText.print(file, understood, out, Terminal.ofProcess().width());
    if (understood.isRefused()) {
      return ExitCode.REFUSED;
    }
    List<String> taken =
        kind.isDraft() && kind != Kind.SUCCESS_METRICS
            ? terms().taken(kind == Kind.METRICS)
            : List.of();
    boolean says = kind == Kind.CONOPS && !understood.text().contains("conops: draft-conops");
    if (!taken.isEmpty() && !says) {
      out.println();
      out.println("Not in the file, and taken:");
      taken.forEach(line -> out.println("  " + line));
    }
    if (output.isPresent()) {
      NewFile.write(output.get(), path -> Files.writeString(path, understood.text()));
      spec.commandLine().getErr().println("Written: " + output.get());
      next(output.get(), kind).forEach(out::println);
    } else {
      out.println();
      out.println(
          kind.isDraft()
              ? "Nothing was written; -o FILE.yaml writes the draft."
              : "Nothing was written; -o FILE.csv writes the rows.");
    }
    return ExitCode.DONE;
  }

  private Understood understood() throws IOException {
    try {
      Path path = FormFile.named(file);
      return switch (kind) {
        case METRICS -> MetricTable.read(file, FormTable.of(file, path), terms());
        case CONOPS -> ConopsDocument.read(file, WordFile.read(path), terms());
        case RESPONSIBILITIES -> ResponsibilityMatrix.read(file, FormTable.of(file, path), terms());
        case COMMENTS -> CommentMatrix.read(file, FormTable.of(file, path));
        case SUCCESS_METRICS -> SuccessTable.read(file, FormTable.of(file, path));
        case RAID -> RaidLog.read(file, FormTable.of(file, path));
        case HISTORY -> ImportedHistory.read(file, agreement, from, until);
      };
    } catch (RefusedWorkbook e) {
      throw FormFile.refused(file, e);
    }
  }

  private DraftTerms terms() {
    LocalDate today = root.now().atZone(ZoneOffset.UTC).toLocalDate();
    return new DraftTerms(customer, provider, zone, from, until, today);
  }

  private static List<String> next(Path written, Kind kind) {
    List<String> lines = new ArrayList<>();
    if (!kind.isDraft()) {
      return lines;
    }
    lines.add("");
    if (kind != Kind.METRICS) {
      lines.add(
          "What to do next: go through the lines marked check, then name it in an agreement:");
      String key = kind == Kind.SUCCESS_METRICS ? "success-metrics" : "conops";
      lines.add("  includes: {" + key + ": " + written.getFileName() + "}");
      return lines;
    }
    lines.add("What to do next: go through the lines marked check, then");
    lines.add("  " + Shown.command() + " check " + Shown.path(written));
    lines.add("  " + Shown.command() + " read " + Shown.path(written));
    return lines;
  }
}
