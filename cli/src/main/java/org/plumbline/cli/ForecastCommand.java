package org.plumbline.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.forecast.Forecast;
import org.plumbline.forecast.Forecasting;
import org.plumbline.inforce.InForce;
import org.plumbline.register.Version;
import org.plumbline.replay.Past;
import org.plumbline.report.ForecastDocument;
import org.plumbline.report.json.ForecastJson;
import org.plumbline.story.AskedPeriods;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline forecast}. */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description = {
      "What can still become of a period that has not ended: the misses still allowed,",
      "what is required of the rest, the chance of meeting, and when the result is certain."
    },
    footer = {
      "",
      "  plumbline forecast first --period 2025-03 --as-of 2025-03-14",
      "  plumbline forecast first --period 2025-03 --as-of 2025-03-14 --metric invoices-on-time -o march.html"
    })
final class ForecastCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Plumbline root;
  @Mixin private PastOptions options;

  @Option(
      names = "--metric",
      paramLabel = "ID",
      description = "Only this metric; may be given more than once.")
  private List<String> metrics = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "With which cases of past periods are drawn (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Terminal terminal = Terminal.ofProcess();
    AgreementFile file = AgreementFile.open(options.file());
    tellOfRegister(file, err);
    Instant asOf = options.asOf(file.agreement(), root.now());
    Agreement shown = file.shown(asOf);
    for (String metric : metrics) {
      options.requireMetric("--metric", metric, shown);
    }
    ReportingPeriod asked = options.periods(shown);
    Evaluator.checked(file, options.records());
    Agreement loading = file.versions().map(InForce::loading).orElseGet(file::agreement);
    Progress progress = new Progress(err, terminal);
    try (LoadedRecords records = LoadedRecords.load(file, loading, options.records(), progress)) {
      Engine engine = new DuckDbEngine(records.database());
      Optional<Version> inForce = inForce(file, asOf);
      Agreement text =
          inForce
              .map(last -> overPast(engine, last.agreement(), shown, records, asOf))
              .orElse(shown);
      inForce.ifPresent(
          last ->
              err.println(
                  "Note: forecast by the text that is in force, as if it had been all the time."));
      List<Forecast> forecasts =
          Forecasting.of(
              engine,
              text,
              records.sets(),
              asOf,
              metrics,
              seed,
              series -> AskedPeriods.of(series, asked),
              set -> progress.say("Evaluating " + set));
      progress.clear();
      if (forecasts.isEmpty()) {
        throw new InputRefused("no metric has a period in " + asked.name());
      }
      String hash = inForce.map(Version::hash).orElseGet(file::hash);
      options.put(
          ForecastDocument.of(text, forecasts, asked, hash, asOf, seed),
          () -> ForecastJson.write(text, forecasts, asked, hash, asOf),
          terminal);
    }
    return ExitCode.DONE;
  }

  /** Says that a register is left aside: the past is taken as the records tell it. */
  private void tellOfRegister(AgreementFile file, PrintWriter err) {
    options
        .records()
        .register(file)
        .ifPresent(
            path ->
                err.println(
                    "Note: "
                        + Shown.relative(path)
                        + " is left aside here: granted requests and final results are not heeded,"
                        + " as evaluate heeds them."));
  }

  /** The version in force as of a moment, where there are several. */
  private static Optional<Version> inForce(AgreementFile file, Instant asOf) {
    return file.versions().map(all -> InForce.asked(all, asOf).last());
  }

  private static Agreement overPast(
      Engine engine, Agreement last, Agreement past, LoadedRecords records, Instant asOf) {
    return new Past(engine, past, Optional.empty(), records.sets(), asOf).over(last);
  }
}
