package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Agreement;
import org.plumbline.judge.Status;
import org.plumbline.reconcile.ReportedFigure;
import org.plumbline.report.Evaluation;
import org.plumbline.report.csv.PostingsCsv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline evaluate}. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Measure an agreement over records: results, who consumed the time, where all cases went.",
      "A result that is not met is an answer, not a failure, unless --fail-on says so."
    },
    footer = {
      "",
      "  plumbline evaluate first --period 2025-01..2025-03",
      "  plumbline evaluate first --period 2025-Q1 -o report.html",
      "  plumbline evaluate first --period 2025-Q1 -o report.docx",
      "  plumbline evaluate first --period 2025-03 --format json --as-of 2025-04-15"
    })
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Plumbline root;
  @Mixin private EvaluateOptions options;
  @Mixin private PublishOptions publish;
  @Mixin private MeasureOptions measures;

  @Option(
      names = "--metric",
      paramLabel = "ID",
      description = "Only this metric; may be given more than once (all).")
  private List<String> metrics = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json|csv|html|docx|xlsx|pptx|pdf",
      description = "How to answer (as the ending of the file named with -o, else text).")
  private @Nullable EvaluationFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the answer goes, instead of what goes out.")
  private Optional<Path> output = Optional.empty();

  @Mixin private MadeOption made;

  @Option(
      names = "--postings",
      paramLabel = "FILE",
      description = "Also write what follows from the results as CSV, a row a posting.")
  private Optional<Path> postings = Optional.empty();

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description =
          "Figures of the periods before the agreement was kept here (.csv, .xlsx): they stand"
              + " before ours in trends, and in a table of their own.")
  private Optional<String> history = Optional.empty();

  @Option(
      names = "--no-forecast",
      description =
          "Without what can still become of periods that are open; of more than 100,000 cases it is"
              + " left to the command forecast.")
  private boolean noForecast;

  @Option(
      names = "--fail-on",
      split = ",",
      paramLabel = "RESULT",
      description =
          "End with exit code 1 if a result is this: not-met, below-expected, indeterminate,"
              + " no-data; several after a comma.")
  private List<String> failOn = List.of();

  @Override
  public Integer call() throws Exception {
    Optional<String> mistake = publish.mistake();
    if (mistake.isPresent()) {
      throw options.usage(mistake.get());
    }
    EvaluationFormat chosen = format == null ? EvaluationFormat.ofFile(output) : format;
    if (chosen.isFile() && output.isEmpty()) {
      throw options.usage("-o FILE: a file of this format is not printed; name one");
    }
    measures.refuseWhatIsThere();
    List<Status> failing = failOn.stream().map(this::status).toList();
    PrintWriter err = spec.commandLine().getErr();
    Terminal terminal = Terminal.ofProcess();
    List<Path> many = ManyAgreements.in(Shown.named(options.file()));
    if (!many.isEmpty()) {
      return many(many, chosen, failing, new Progress(err, terminal));
    }
    AgreementFile file = AgreementFile.open(options.file());
    Agreement agreement = file.shown(options.asOf(file.agreement(), root.now()));
    List<String> asked = options.metrics(agreement, metrics);
    var period = options.period(agreement);
    List<ReportedFigure> earlier =
        history.isPresent() ? ImportedHistory.of(history.get(), agreement) : List.of();
    Evaluation evaluation;
    Evaluation shown;
    try (Evaluator evaluator =
        Evaluator.open(
            file,
            options.records(),
            options.asOf(agreement, root.now()),
            options.knownAt(agreement, root.now()),
            options.shown(agreement),
            new Progress(err, terminal))) {
      boolean told = chosen.tellsOfCases() || publish.folder().isPresent();
      evaluation = told ? evaluator.evaluate(period, asked) : evaluator.figures(period, asked);
      shown =
          (noForecast || chosen.isTable() ? evaluation : evaluator.ahead(evaluation, period))
              .after(earlier);
    }
    Terminal style = output.isPresent() ? Terminal.PLAIN : terminal;
    Instant at = made.at(root.now(), agreement.zone());
    chosen.put(shown, style, at, output, spec.commandLine().getOut(), err);
    if (postings.isPresent()) {
      EvaluationOutput.put(
          PostingsCsv.write(evaluation), postings, spec.commandLine().getOut(), err);
    }
    measures.write(evaluation, at, spec.commandLine());
    if (publish.folder().isPresent()) {
      Publishing.write(file, options, publish, evaluation, asked).forEach(err::println);
    }
    return evaluation.results().results().stream()
            .anyMatch(result -> failing.contains(result.status()))
        ? ExitCode.FINDINGS
        : ExitCode.DONE;
  }

  /** A folder of agreements over the records that they share. */
  private int many(
      List<Path> paths, EvaluationFormat chosen, List<Status> failing, Progress progress)
      throws IOException {
    boolean isTold = chosen == EvaluationFormat.TEXT || chosen == EvaluationFormat.CSV;
    boolean more = postings.isPresent() || !metrics.isEmpty() || history.isPresent();
    if (!isTold || publish.folder().isPresent() || more) {
      throw options.usage(
          "a folder of agreements is told as text or csv, without --publish, --postings, --history"
              + " and --metric; evaluate one of them for more");
    }
    Agreement first = AgreementFile.open(paths.get(0).toString()).agreement();
    ManyReport report = new ManyReport(chosen == EvaluationFormat.CSV);
    ManyAgreements all =
        ManyAgreements.open(
            paths,
            options.records(),
            options.asOf(first, root.now()),
            options.knownAt(first, root.now()),
            progress);
    all.evaluate(options.period(first), report::add);
    EvaluationOutput.put(
        report.whole(all.loads()),
        output,
        spec.commandLine().getOut(),
        spec.commandLine().getErr());
    return report.has(failing) ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private Status status(String key) {
    for (Status status : Status.values()) {
      if (status.key().equals(key.strip())) {
        return status;
      }
    }
    throw options.usage("--fail-on: " + key + " is no result; write not-met or below-expected");
  }
}
