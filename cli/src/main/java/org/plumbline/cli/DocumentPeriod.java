package org.plumbline.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.report.Evaluation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The results that a document is of, if it is of any. */
final class DocumentPeriod {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private RecordsOptions records;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = "For which periods, where the document is of results: 2026-10, 2026-Q4 …")
  private Optional<String> period = Optional.empty();

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = "Up to when what had happened counts (now).")
  private Optional<String> asOf = Optional.empty();

  @Option(
      names = "--known-at",
      paramLabel = "TIME",
      description = "Up to when what was known counts (now).")
  private Optional<String> knownAt = Optional.empty();

  @Option(
      names = "--show",
      paramLabel = "FIELD",
      description = "Show the values of this sensitive field, which are masked else.")
  private List<String> shown = List.of();

  /** The results and what follows from them. */
  Evaluation evaluate(AgreementFile file, Instant now) throws IOException {
    Agreement agreement = file.agreement();
    String asked =
        period.orElseThrow(
            () -> usage("--period PERIOD: this document is of results; name their period"));
    Instant happened = moment("--as-of", asOf, agreement, now);
    try (Evaluator evaluator =
        Evaluator.open(
            file,
            records,
            happened,
            moment("--known-at", knownAt, agreement, now),
            shown,
            new Progress(spec.commandLine().getErr(), Terminal.ofProcess()))) {
      return evaluator.follow(days(asked, file.shown(happened)));
    }
  }

  private ReportingPeriod days(String asked, Agreement agreement) {
    try {
      return ReportingPeriods.parse(asked, EvaluateOptions.fiscalYear(agreement));
    } catch (RefusedInputException e) {
      throw usage("--period: " + e.getMessage());
    }
  }

  private Instant moment(
      String option, Optional<String> text, Agreement agreement, Instant otherwise) {
    try {
      return text.isEmpty() ? otherwise : EvaluateOptions.moment(text.get(), agreement);
    } catch (RefusedInputException e) {
      throw usage(option + ": " + e.getMessage());
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
