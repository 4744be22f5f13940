package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.inforce.InForce;
import org.plumbline.reconcile.BothRecords;
import org.plumbline.reconcile.CaseFile;
import org.plumbline.reconcile.Comparison;
import org.plumbline.reconcile.FigureFile;
import org.plumbline.reconcile.Mapping;
import org.plumbline.reconcile.Reconciler;
import org.plumbline.reconcile.Reconciliation;
import org.plumbline.reconcile.ReportDay;
import org.plumbline.reconcile.Reported;
import org.plumbline.reconcile.ReportedCase;
import org.plumbline.reconcile.ReportedFigure;
import org.plumbline.reconcile.yaml.MappingYaml;
import org.plumbline.register.Standings;
import org.plumbline.report.BothRecordsReport;
import org.plumbline.report.Document;
import org.plumbline.report.ReconciliationReport;
import org.plumbline.report.csv.BothRecordsCsv;
import org.plumbline.report.csv.ReconciliationCsv;
import org.plumbline.report.html.HtmlReport;
import org.plumbline.report.json.BothRecordsJson;
import org.plumbline.report.json.ReconciliationJson;
import org.plumbline.report.terminal.TerminalReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline reconcile}. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    description = {
      "The provider's own figures beside ours, metric by metric, and why they differ.",
      "Other readings of the terms are evaluated over the same records until one gives theirs.",
      "Or, with --their-records, the same terms over the records of both, case by case."
    },
    footer = {
      "",
      "  plumbline reconcile desk --period 2026-03 --reported provider-march.xlsx",
      "  plumbline reconcile desk --period 2026-03 --reported report.csv --cases their-cases.csv",
      "  plumbline reconcile desk --period 2026-Q1 --reported report.csv -o reconciled.html",
      "  plumbline reconcile desk --period 2026-03 --their-records provider-records"
    })
final class ReconcileCommand implements Callable<Integer> {
  /** Of more reports the first are asked what was known on their day. */
  private static final int MOST_REPORTS = 6;

  @Spec private CommandSpec spec;
  @ParentCommand private Plumbline root;
  @Mixin private EvaluateOptions options;

  @Option(
      names = "--reported",
      paramLabel = "FILE",
      description =
          "The provider's figures (.csv, .xlsx): a row for each metric and period, or months side"
              + " by side.")
  private String reported = "";

  @Option(
      names = "--their-records",
      paramLabel = "DIR",
      description =
          "The other party's own records in full, instead of its figures; a records.yaml there"
              + " says which column is what.")
  private Optional<Path> theirRecords = Optional.empty();

  @Option(
      names = "--whose",
      paramLabel = "PARTY",
      description = "Whose records these are (${DEFAULT-VALUE}).")
  private String whose = "provider";

  @Option(
      names = "--cases",
      paramLabel = "FILE",
      description = "The provider's own list of cases, with how each was counted (.csv, .xlsx).")
  private Optional<String> cases = Optional.empty();

  @Option(
      names = "--reported-on",
      paramLabel = "DATE",
      description =
          "The day of their report: that they did not know what came later is tried as a reason"
              + " (the day on which the register says that it was issued).")
  private @Nullable LocalDate reportedOn;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "What the provider's names and columns mean (YAML), where it is not evident.")
  private Optional<String> mapping = Optional.empty();

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

  @Option(
      names = "--fail-on-difference",
      description =
          "End with exit code 1 if a reported figure is not ours, as far as written, or a figure is"
              + " another by the other party's records.")
  private boolean failOnDifference;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Terminal terminal = Terminal.ofProcess();
    AgreementFile file = AgreementFile.open(options.file());
    Instant asOf = options.asOf(file.agreement(), root.now());
    Agreement agreement = file.shown(asOf);
    Set<String> shown = Set.copyOf(options.shown(agreement));
    ReportingPeriod asked = options.period(agreement);
    requirePerformance(agreement, asked);
    if (theirRecords.isPresent() != reported.isEmpty()) {
      throw options.usage(
          "write either --reported FILE, for the provider's figures, or --their-records DIR, for"
              + " its records");
    }
    if (theirRecords.isPresent()) {
      return records(file, agreement, asOf, asked, theirRecords.get(), terminal);
    }
    Mapping said = mapping(agreement);
    Reported<ReportedFigure> figures =
        used(FigureFile.read(reported, ReportedFile.grids(reported), agreement, said, asked));
    Optional<Reported<ReportedCase>> list = Optional.empty();
    if (cases.isPresent()) {
      Set<String> among =
          figures.items().stream()
              .map(ReportedFigure::metric)
              .filter(agreement.metrics()::containsKey)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      list =
          Optional.of(
              used(
                  CaseFile.read(
                      cases.get(),
                      ReportedFile.grids(cases.get()),
                      agreement,
                      options.records().binding(file, agreement),
                      said,
                      asked,
                      among)));
    }
    Reconciliation reconciliation =
        reconciled(file, asOf, asked, figures, list, new Progress(err, terminal));
    used(new Reported<>(reported, List.of(), List.of(), reconciliation.findings()));
    String engine = EngineName.of();
    EvaluationOutput.Format chosen =
        format == null ? EvaluationOutput.Format.ofFile(output) : format;
    List<String> files = new ArrayList<>(List.of(reported));
    cases.ifPresent(files::add);
    String hash = hash(file, asOf);
    Document document = ReconciliationReport.build(reconciliation, hash, files, engine, shown);
    String text =
        switch (chosen) {
          case TEXT ->
              TerminalReport.render(
                  document, EvaluationOutput.style(output.isPresent() ? Terminal.PLAIN : terminal));
          case HTML -> HtmlReport.render(document);
          case JSON -> ReconciliationJson.write(reconciliation, hash, engine, shown);
          case CSV -> ReconciliationCsv.write(reconciliation, shown);
        };
    EvaluationOutput.put(text, output, spec.commandLine().getOut(), err);
    return failOnDifference
            && reconciliation.comparisons().stream().anyMatch(ReconcileCommand::differs)
        ? ExitCode.FINDINGS
        : ExitCode.DONE;
  }

  private static String hash(AgreementFile file, Instant asOf) {
    return file.versions().map(all -> InForce.asked(all, asOf).last().hash()).orElseGet(file::hash);
  }

  /** The same terms over the records of both parties. */
  private int records(
      AgreementFile file,
      Agreement agreement,
      Instant asOf,
      ReportingPeriod asked,
      Path folder,
      Terminal terminal)
      throws IOException {
    if (!agreement.parties().containsKey(whose)) {
      throw options.usage(
          "--whose: write one of " + String.join(", ", agreement.parties().keySet()));
    }
    Set<String> shown = Set.copyOf(options.shown(agreement));
    PrintWriter err = spec.commandLine().getErr();
    BothRecords both =
        new BothRecordsRun(
                file,
                options.records(),
                asOf,
                options.knownAt(file.agreement(), root.now()),
                new Progress(err, terminal))
            .reconcile(folder, "the " + whose, asked);
    String hash = hash(file, asOf);
    EvaluationOutput.Format chosen =
        format == null ? EvaluationOutput.Format.ofFile(output) : format;
    List<String> folders =
        List.of(Shown.relative(options.records().folder(file)), Shown.relative(folder));
    Document document = BothRecordsReport.build(both, hash, folders, EngineName.of(), shown);
    String text =
        switch (chosen) {
          case TEXT ->
              TerminalReport.render(
                  document, EvaluationOutput.style(output.isPresent() ? Terminal.PLAIN : terminal));
          case HTML -> HtmlReport.render(document);
          case JSON -> BothRecordsJson.write(both, hash, EngineName.of(), shown);
          case CSV -> BothRecordsCsv.write(both, shown);
        };
    EvaluationOutput.put(text, output, spec.commandLine().getOut(), err);
    return failOnDifference && !both.figures().stream().allMatch(BothRecords.Figure::isSame)
        ? ExitCode.FINDINGS
        : ExitCode.DONE;
  }

  private static void requirePerformance(Agreement agreement, ReportingPeriod asked) {
    PerformancePeriod performance = agreement.performancePeriod();
    if (asked.until().isBefore(performance.from()) || asked.from().isAfter(performance.until())) {
      throw new InputRefused(
          "no metric has a period in "
              + asked.name()
              + "; the agreement is in force from "
              + performance.from()
              + " to "
              + performance.until());
    }
  }

  private static boolean differs(Comparison comparison) {
    return comparison.standing() != Comparison.Standing.SAME
        && comparison.standing() != Comparison.Standing.SAME_AS_WRITTEN;
  }

  private Mapping mapping(Agreement agreement) throws IOException {
    if (mapping.isEmpty()) {
      return Mapping.NONE;
    }
    Path path = Shown.named(mapping.get());
    if (!Files.isRegularFile(path)) {
      throw new InputRefused("no such file: " + mapping.get());
    }
    MappingYaml.Read read = MappingYaml.read(mapping.get(), AgreementFile.bytes(path), agreement);
    return read.mapping().orElseThrow(() -> AgreementFile.refusal(mapping.get(), read.findings()));
  }

  private static <T> Reported<T> used(Reported<T> file) {
    if (file.isRefused()) {
      throw AgreementFile.refusal(file.file(), file.findings());
    }
    return file;
  }

  /** With what was delivered, signed and granted by the moment up to which it was known. */
  private Reconciliation reconciled(
      AgreementFile file,
      Instant asOf,
      ReportingPeriod asked,
      Reported<ReportedFigure> figures,
      Optional<Reported<ReportedCase>> list,
      Progress progress)
      throws IOException {
    Evaluator.checked(file, options.records());
    Instant knownAt = options.knownAt(file.agreement(), root.now());
    LocalDate today = knownAt.atZone(file.agreement().zone()).toLocalDate();
    RegisterFile register = RegisterFile.find(file, options.records(), knownAt);
    try (ReconciledPast past =
        new ReconciledPast(file, options.records(), register, asOf, today, progress)) {
      List<ReportDay> days = new ArrayList<>();
      Map<LocalDate, ReconciledPast> then = new LinkedHashMap<>();
      try {
        for (Map.Entry<LocalDate, Optional<ReportingPeriod>> day :
            reportDays(file.shown(asOf), register, figures, today).entrySet()) {
          Instant end =
              day.getKey()
                  .plusDays(1)
                  .atStartOfDay(file.agreement().zone())
                  .toInstant()
                  .minusNanos(1000);
          ReconciledPast known =
              new ReconciledPast(
                  file,
                  options.records(),
                  RegisterFile.find(file, options.records(), end),
                  end,
                  day.getKey(),
                  progress);
          then.put(day.getKey(), known);
          days.add(new ReportDay(day.getKey(), day.getValue(), known.settled()));
        }
        return Reconciler.reconcile(
            past.settled(), asked, asOf, figures, list, days, progress::say);
      } finally {
        then.values().forEach(ReconciledPast::close);
      }
    } finally {
      progress.clear();
    }
  }

  /** The days of their reports, with the period that each is of; empty: of all. */
  private Map<LocalDate, Optional<ReportingPeriod>> reportDays(
      Agreement agreement,
      RegisterFile register,
      Reported<ReportedFigure> figures,
      LocalDate today) {
    Map<LocalDate, Optional<ReportingPeriod>> days = new LinkedHashMap<>();
    if (reportedOn != null) {
      days.put(reportedOn, Optional.empty());
      return days;
    }
    for (ReportedFigure figure : figures.items()) {
      ReportingPeriod period = figure.period();
      Standings.issued(register.register(), agreement, period.name(), Optional.of(period), today)
          .filter(day -> days.size() < MOST_REPORTS)
          .ifPresent(day -> days.putIfAbsent(day, Optional.of(period)));
    }
    return days;
  }
}
