package org.plumbline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.cli.explain.CasesCsv;
import org.plumbline.cli.explain.PostingDocument;
import org.plumbline.cli.question.AskedText;
import org.plumbline.remedy.Posting;
import org.plumbline.report.CaseStory;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Masking;
import org.plumbline.report.RequestSections;
import org.plumbline.report.csv.PostingsCsv;
import org.plumbline.report.html.HtmlReport;
import org.plumbline.report.json.EvaluationJson;
import org.plumbline.report.terminal.TerminalReport;
import org.plumbline.story.ExplainDocument;
import org.plumbline.story.Explained;
import org.plumbline.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "How a figure came about: the promise, the counts, where all cases went, the cases, each",
      "with its row of the file. With --case: whose turn it was when."
    },
    footer = {
      "",
      "  plumbline explain first --period 2025-03 --metric invoices-on-time",
      "  plumbline explain first --period 2025-03 --metric invoices-on-time --case 2500280",
      "  plumbline explain first --period 2025-03 --posting"
          + " corrective-plan/invoices-on-time/2025-03"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  @Spec private CommandSpec spec;
  @ParentCommand private Plumbline root;
  @Mixin private EvaluateOptions options;

  @Option(names = "--metric", paramLabel = "ID", description = "The metric.")
  private String metric = "";

  @Option(
      names = "--posting",
      paramLabel = "ID",
      description = {
        "In place of a metric: what follows from a result, such as credit/invoices-on-time/2026-10",
        "or letter/2026-10."
      })
  private @Nullable String posting;

  @Option(
      names = "--case",
      paramLabel = "KEY",
      description =
          "One case by its key as it is shown, such as 'V1 / 17' for a key of two parts; or a list"
              + " of the parts: '[\"V1\", \"17\"]'.")
  private @Nullable String key;

  @Option(names = "--cases", paramLabel = "N", description = "How many cases to list (20).")
  private int shown = 20;

  @Option(
      names = "--format",
      paramLabel = "text|json|csv|html",
      description = "How to answer (as the ending of the file named with -o, else text).")
  private EvaluationOutput.@Nullable Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the answer goes, instead of what goes out.")
  private Optional<Path> output = Optional.empty();

  @Override
  public Integer call() throws Exception {
    if (shown < 0) {
      throw options.usage("--cases: write a number from 0 on");
    }
    PrintWriter err = spec.commandLine().getErr();
    Terminal terminal = Terminal.ofProcess();
    AgreementFile file = AgreementFile.open(options.file());
    Agreement agreement = file.shown(options.asOf(file.agreement(), root.now()));
    if (metric.isEmpty() == (posting == null)) {
      throw options.usage("write either --metric or --posting");
    }
    List<String> asked = posting == null ? options.metrics(agreement, List.of(metric)) : List.of();
    var period = options.period(agreement);
    Evaluation evaluation;
    try (Evaluator evaluator =
        Evaluator.open(
            file,
            options.records(),
            options.asOf(agreement, root.now()),
            options.knownAt(agreement, root.now()),
            options.shown(agreement),
            new Progress(err, terminal))) {
      evaluation =
          posting != null
              ? evaluator.follow(period)
              : key == null
                  ? evaluator.explain(period, asked.get(0))
                  : evaluator.explainCase(period, asked.get(0), key);
    }
    EvaluationOutput.put(
        text(evaluation, output.isPresent() ? Terminal.PLAIN : terminal),
        output,
        spec.commandLine().getOut(),
        err);
    return ExitCode.DONE;
  }

  private String text(Evaluation evaluation, Terminal terminal) {
    EvaluationOutput.Format chosen =
        format == null ? EvaluationOutput.Format.ofFile(output) : format;
    return switch (chosen) {
      case TEXT -> TerminalReport.render(document(evaluation), EvaluationOutput.style(terminal));
      case HTML -> HtmlReport.render(document(evaluation));
      case JSON ->
          EvaluationJson.write(
              posting != null
                  ? evaluation.with(evaluation.follows().only(found(evaluation).id()::equals))
                  : evaluation);
      case CSV ->
          posting != null
              ? PostingsCsv.write(
                  evaluation.with(evaluation.follows().only(found(evaluation).id()::equals)))
              : CasesCsv.write(
                  Masking.apply(evaluation).stories(), Wording.of(evaluation.agreement()));
    };
  }

  private Posting found(Evaluation evaluation) {
    String id = Objects.requireNonNull(posting);
    return evaluation
        .follows()
        .find(id)
        .orElseThrow(
            () -> {
              List<String> ids =
                  evaluation.follows().postings().stream().map(it -> it.id().toString()).toList();
              return new InputRefused(
                  "nothing that follows is called "
                      + AskedText.quoted(id)
                      + (ids.isEmpty()
                          ? "; nothing follows in this period"
                          : "; there is " + String.join(", ", ids)));
            });
  }

  private static String asOf(Evaluation evaluation) {
    ZoneId zone = evaluation.agreement().zone();
    String asOf = MINUTE.format(evaluation.results().asOf().atZone(zone)) + " " + zone;
    String knownAt = MINUTE.format(evaluation.knownAt().atZone(zone)) + " " + zone;
    return asOf.equals(knownAt) ? asOf : asOf + ", as known at " + knownAt;
  }

  private Document document(Evaluation evaluation) {
    Evaluation masked = Masking.apply(evaluation);
    if (posting != null) {
      return PostingDocument.of(masked, found(masked), asOf(masked));
    }
    Agreement agreement = masked.agreement();
    Metric term = agreement.metrics().get(metric);
    if (term == null) {
      throw new IllegalStateException("no metric " + metric);
    }
    List<CaseStory> stories = masked.stories();
    return ExplainDocument.of(
        new Explained(
            agreement,
            masked.version(),
            masked.engine(),
            asOf(masked),
            metric,
            masked.results().of(metric),
            masked.totals().stream().filter(it -> it.metric().equals(metric)).findFirst(),
            key == null ? stories : List.of(),
            key == null ? List.of() : stories,
            masked.versions(),
            RequestSections.of(masked, Wording.of(agreement))),
        term,
        shown);
  }
}
