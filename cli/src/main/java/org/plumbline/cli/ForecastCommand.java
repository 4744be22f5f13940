package org.plumbline.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.forecast.Forecast;
import org.plumbline.inforce.InForce;
import org.plumbline.known.Ahead;
import org.plumbline.known.Deliveries;
import org.plumbline.records.LoadOptions;
import org.plumbline.report.ForecastDocument;
import org.plumbline.report.json.ForecastJson;
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
      "  plumbline forecast first --period 2025-03 --as-of 2025-03-14 --metric invoices-on-time -o"
          + " march.html"
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
    Instant asOf = options.asOf(file.agreement(), root.now());
    Agreement shown = file.shown(asOf);
    for (String metric : metrics) {
      options.requireMetric("--metric", metric, shown);
    }
    ReportingPeriod asked = options.periods(shown);
    Evaluator.checked(file, options.records());
    Agreement loading = file.versions().map(InForce::loading).orElseGet(file::agreement);
    Progress progress = new Progress(err, terminal);
    Instant knownAt = options.knownAt(file.agreement(), root.now());
    LocalDate today = knownAt.atZone(file.agreement().zone()).toLocalDate();
    RegisterFile register = RegisterFile.find(file, options.records(), knownAt);
    LoadOptions delivered = new Deliveries(register, today).of(options.records().load(), Set.of());
    try (LoadedRecords records =
        LoadedRecords.load(file, loading, options.records(), delivered, progress)) {
      Ahead ahead = new Ahead(records, register, shown, asOf, today);
      if (ahead.isVersioned()) {
        err.println("Note: forecast by the text that is in force, as if it had been all the time.");
      }
      List<Forecast> forecasts =
          ahead.of(asked, metrics, seed, set -> progress.say("Evaluating " + set));
      progress.clear();
      if (forecasts.isEmpty()) {
        throw new InputRefused("no metric has a period in " + asked.name());
      }
      String hash = InForce.asked(register.versions(), asOf).last().hash();
      options.put(
          ForecastDocument.of(ahead.text(), forecasts, asked, hash, asOf, seed),
          () -> ForecastJson.write(ahead.text(), forecasts, asked, hash, asOf),
          terminal,
          options.paper(ahead.text(), records.report().files(), root.now()));
    }
    return ExitCode.DONE;
  }
}
