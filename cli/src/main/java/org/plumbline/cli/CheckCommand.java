package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.catalog.Catalog;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingPage;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Severity;
import org.plumbline.register.VersionFolder;
import org.plumbline.report.CheckDocument;
import org.plumbline.report.Document;
import org.plumbline.report.html.HtmlReport;
import org.plumbline.report.terminal.TerminalReport;
import org.plumbline.review.Review;
import org.plumbline.trial.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "What is wrong with an agreement: file, line and column, what was found, what would be"
          + " right.",
      "Everything at once, in file order; exit code 1 if one of the findings is an error."
    },
    footer = {
      "",
      "  plumbline check agreement.yaml",
      "  plumbline check agreement.yaml --review",
      "  plumbline check agreement.yaml -o draft.html",
      "  plumbline check --explain PL348"
    })
final class CheckCommand implements Callable<Integer> {
  /** How to answer. */
  enum Format {
    /** A line a finding. */
    TEXT,
    /** The same as data, with what the draft covers. */
    JSON,
    /** The findings for tools that show them beside the text (SARIF 2.1.0). */
    SARIF,
    /** One file for a browser, with what the draft covers. */
    HTML
  }

  @Spec private CommandSpec spec;
  @ParentCommand private Plumbline root;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The agreement, or a folder with agreement.yaml or versions.")
  private @Nullable String file;

  @Option(
      names = "--format",
      paramLabel = "text|json|sarif|html",
      description = "How to answer (as the ending of the file named with -o, else text).")
  private @Nullable Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the answer goes, instead of what goes out.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--review",
      description = {
        "Also what the draft covers: the process chain, who does what, practices and contents that",
        "others ask for, the provider's offer, success metrics, requirements. JSON and HTML have"
            + " it."
      })
  private boolean review;

  @Option(
      names = "--explain",
      paramLabel = "CODE",
      description = "Why a rule exists, where it comes from, an example before and after.")
  private @Nullable String explain;

  @Option(
      names = "--catalog",
      paramLabel = "FILE.xlsx",
      description = {
        "A catalog of measures: metrics that implement a measure are compared with it, and for the",
        "others likely measures are named. May stand several times."
      })
  private List<String> catalogs = List.of();

  @Option(
      names = "--records",
      paramLabel = "DIR",
      description = {
        "Records of the past, on which the draft is tried as if it had been in force: how often"
            + " steps",
        "took longer than they may, and whether a period has cases enough for its target."
      })
  private Optional<Path> records = Optional.empty();

  @Override
  public Integer call() throws IOException {
    if (explain != null) {
      explain(Explained.page(explain));
      return ExitCode.DONE;
    }
    if (file == null) {
      throw new ParameterException(
          spec.commandLine(), "name the agreement's file, or a code with --explain");
    }
    AgreementFile opened = AgreementFile.open(file);
    List<Path> bindings = List.of(opened.folder().resolve("records"), opened.folder());
    List<Catalog> read = catalogs();
    Findings told = new Findings();
    opened.chain().ifPresent(chain -> chain.findings().forEach(told::add));
    Optional<CheckedText> last = Optional.empty();
    for (VersionFolder.File text : texts(opened)) {
      CheckedText checked =
          CheckedText.of(
              text.path(), text.read(), bindings, read, records.map(past -> trials(opened, past)));
      checked.findings().forEach(told::add);
      last = Optional.of(checked);
    }
    List<Finding> findings = told.inFileOrder();
    Format asked = format();
    boolean covers = review || asked == Format.JSON || asked == Format.HTML;
    Optional<Review> all = last.filter(any -> covers).flatMap(CheckCommand::reviewOf);
    Optional<Trial> trial = last.flatMap(CheckedText::trial);
    EvaluationOutput.put(
        text(opened, findings, all, trial, asked),
        output,
        spec.commandLine().getOut(),
        spec.commandLine().getErr());
    return count(findings, Severity.ERROR) > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private void explain(FindingPage page) {
    PrintWriter out = spec.commandLine().getOut();
    if (format() == Format.JSON) {
      out.println(Json.text(Explained.json(page)));
    } else {
      Explained.lines(page).forEach(out::println);
    }
  }

  private Format format() {
    if (format != null) {
      return format;
    }
    String name = output.map(path -> path.toString().toLowerCase(Locale.ROOT)).orElse("");
    for (Format one : Format.values()) {
      if (name.endsWith("." + one.name().toLowerCase(Locale.ROOT))) {
        return one;
      }
    }
    return name.endsWith(".htm") ? Format.HTML : Format.TEXT;
  }

  private String text(
      AgreementFile opened,
      List<Finding> findings,
      Optional<Review> all,
      Optional<Trial> trial,
      Format asked) {
    String path = opened.path().toString();
    return switch (asked) {
      case TEXT ->
          lines(opened, findings) + all.map(any -> reviewed(opened, all, trial)).orElse("");
      case JSON -> Json.text(CheckedJson.of(path, findings, all, trial)) + "\n";
      case SARIF -> Json.text(Sarif.of(findings)) + "\n";
      case HTML ->
          opened
              .read()
              .asFarAsRead()
              .map(draft -> HtmlReport.render(CheckDocument.of(draft, path, findings, all, trial)))
              .orElseThrow(() -> AgreementFile.refusal(path, findings));
    };
  }

  /** What the draft covers, for a terminal. */
  private static String reviewed(
      AgreementFile opened, Optional<Review> all, Optional<Trial> trial) {
    Document whole =
        CheckDocument.of(opened.agreement(), opened.path().toString(), List.of(), all, trial);
    Document covered =
        new Document(
            whole.title(),
            whole.subtitle(),
            whole.marking(),
            List.of(),
            whole.sections().subList(1, whole.sections().size()));
    return "\n" + TerminalReport.render(covered, EvaluationOutput.style(Terminal.ofProcess()));
  }

  private List<Catalog> catalogs() throws IOException {
    List<Catalog> read = new ArrayList<>();
    for (String named : catalogs) {
      read.add(CatalogCommand.open(named));
    }
    return read;
  }

  /** The text that was named; of a folder of versions all of them, the last one last. */
  private static List<VersionFolder.File> texts(AgreementFile opened) {
    return opened
        .chain()
        .map(VersionFolder.Read::files)
        .orElseGet(() -> List.of(new VersionFolder.File(opened.path(), opened.read())));
  }

  /** Tries a draft on the records in a folder; rows that cannot be used count for nothing. */
  private CheckedText.Past trials(AgreementFile opened, Path folder) {
    return (draft, conops, chains) -> {
      Progress progress = new Progress(spec.commandLine().getErr(), Terminal.ofProcess());
      RecordsOptions options = RecordsOptions.keepingGood(folder);
      try (LoadedRecords loaded = LoadedRecords.load(opened, draft, options, progress)) {
        return Trial.of(
            loaded.engine(),
            draft,
            conops,
            chains,
            loaded.sets(),
            root.now(),
            set -> progress.say("Trying the draft on " + set));
      } finally {
        progress.clear();
      }
    };
  }

  private static Optional<Review> reviewOf(CheckedText text) {
    return text.read()
        .agreement()
        .flatMap(
            draft -> text.included().map(documents -> Review.of(draft, documents.companions())));
  }

  private static String lines(AgreementFile opened, List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    findings.forEach(finding -> lines.add(finding.toLine()));
    if (!findings.isEmpty()) {
      lines.add("");
    }
    lines.add(
        findings.isEmpty()
            ? opened.path() + ": nothing to find fault with"
            : opened.path() + ": " + summary(findings));
    findings.stream()
        .map(finding -> finding.code().id())
        .findFirst()
        .ifPresent(code -> lines.add("Why: plumbline check --explain " + code));
    return String.join("\n", lines) + "\n";
  }

  private static String summary(List<Finding> findings) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = count(findings, severity);
      if (count > 0) {
        parts.add(count + " " + word(severity) + (count == 1 ? "" : "s"));
      }
    }
    return String.join(", ", parts);
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
