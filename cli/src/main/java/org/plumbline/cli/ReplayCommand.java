package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.cli.diff.ChangeGroup;
import org.plumbline.cli.diff.Difference;
import org.plumbline.cli.diff.MetricChanges;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.replay.Replay;
import org.plumbline.replay.TargetSearch;
import org.plumbline.replay.TurnedCase;
import org.plumbline.report.ReplayDocument;
import org.plumbline.report.TargetDocument;
import org.plumbline.report.json.ReplayJson;
import org.plumbline.report.json.TargetJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Run a draft over the past: what would it have done?",
      "Figures, results and remedies side by side; what turns, and because of which term."
    },
    footer = {
      "",
      "  plumbline replay first --with draft.yaml --periods 2025-01..2025-03",
      "  plumbline replay first --with draft.yaml --periods 2025 --cases first-response",
      "  plumbline replay first --with draft.yaml --periods 2025 -o replay.html",
      "  plumbline replay first --find first-response --met 11/12 --periods 2025"
    })
final class ReplayCommand implements Callable<Integer> {
  private static final Pattern TIMES = Pattern.compile("(\\d{1,4})\\s*/\\s*(\\d{1,4})");

  @Spec private CommandSpec spec;
  @ParentCommand private Plumbline root;
  @Mixin private PastOptions options;

  @Option(
      names = "--with",
      paramLabel = "DRAFT",
      description = "The draft: an agreement’s file, as if it had been in force all the time.")
  private Optional<String> draft = Optional.empty();

  @Option(
      names = "--find",
      paramLabel = "ID",
      description =
          "Instead of a draft: the tightest target of this metric that would have held in so many"
              + " of the periods, and the share of cases that each limit would have given.")
  private Optional<String> find = Optional.empty();

  @Option(
      names = "--met",
      paramLabel = "N/M",
      description = "With --find: in how many of the periods it shall have held, 11/12 (all).")
  private Optional<String> met = Optional.empty();

  @Option(
      names = "--metric",
      paramLabel = "ID",
      description = "Only this metric; may be given more than once (all).")
  private List<String> metrics = List.of();

  @Option(
      names = "--cases",
      paramLabel = "ID",
      description = "Also list the cases of this metric that stand otherwise; more than once.")
  private List<String> cases = List.of();

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Terminal terminal = Terminal.ofProcess();
    AgreementFile file = AgreementFile.open(options.file());
    options.tellOfRegister(file);
    if (draft.isPresent() == find.isPresent()) {
      throw options.usage("name a draft with --with, or a metric with --find");
    }
    if (find.isPresent()) {
      return found(file, terminal);
    }
    AgreementFile other = AgreementFile.open(draft.orElseThrow());
    Instant asOf = options.asOf(file.agreement(), root.now());
    Agreement shown = file.shown(asOf);
    ReportingPeriod asked = options.periods(shown);
    for (String id : metrics) {
      options.requireMetric("--metric", id, shown, other.agreement());
    }
    for (String id : cases) {
      options.requireMetric("--cases", id, shown, other.agreement());
    }
    Replay replay;
    List<TurnedCase> turned = new ArrayList<>();
    try (PastRun past =
        PastRun.open(file, List.of(other), options.records(), asOf, new Progress(err, terminal))) {
      Map<String, List<CaseOutcome>> before = new LinkedHashMap<>();
      cases.forEach(id -> before.put(id, past.cases(id, asked)));
      replay = past.replay(other, asked, metrics);
      before.forEach(
          (id, was) -> turned.addAll(TurnedCase.between(id, was, past.cases(replay, id))));
    }
    if (replay.rows().isEmpty()) {
      throw new InputRefused("no metric has a period in " + asked.name());
    }
    List<String> changes = changes(file, other);
    options.put(
        ReplayDocument.of(replay, changes, turned),
        () -> ReplayJson.write(replay, changes, turned),
        terminal);
    return ExitCode.DONE;
  }

  // ---- the tightest target ----

  private int found(AgreementFile file, Terminal terminal) throws IOException {
    Agreement agreement = file.agreement();
    Instant asOf = options.asOf(agreement, root.now());
    String id = find.orElseThrow();
    options.requireMetric("--find", id, agreement);
    if (file.versions().isPresent()) {
      throw options.usage(
          "--find: name the file of one version; several versions have several targets");
    }
    if (Objects.requireNonNull(agreement.metrics().get(id)).each().isPresent()) {
      throw new InputRefused(id + " has a figure for each value of a field, and no one target");
    }
    ReportingPeriod asked = options.periods(agreement);
    int[] times = times();
    try (PastRun past =
        PastRun.open(
            file,
            List.of(),
            options.records(),
            asOf,
            new Progress(spec.commandLine().getErr(), terminal))) {
      TargetSearch.Found found = past.find(id, asked, times[0], times[1]);
      options.put(
          TargetDocument.of(agreement, found, past.hash(), asOf),
          () -> TargetJson.write(agreement, found, past.hash()),
          terminal);
    }
    return ExitCode.DONE;
  }

  /** {@code 11/12}; without it all. */
  private int[] times() {
    Matcher matcher = TIMES.matcher(met.orElse("1/1").strip());
    if (matcher.matches()) {
      int held = Integer.parseInt(matcher.group(1));
      int of = Integer.parseInt(matcher.group(2));
      if (held > 0 && held <= of) {
        return new int[] {held, of};
      }
    }
    throw options.usage("--met: " + met.orElse("") + " is not like 11/12: so many of so many");
  }

  /** What the draft changes, in sentences: of metrics as people say it, else what it says now. */
  private static List<String> changes(AgreementFile file, AgreementFile draft) {
    Agreement before = file.agreement();
    Agreement after = draft.agreement();
    List<String> changes = new ArrayList<>(MetricChanges.between(before, after));
    ChangeGroup.of(Difference.between(file.canonical(), draft.canonical()), before, after).stream()
        .filter(group -> !group.section().equals("metrics"))
        .map(
            group ->
                group.heading()
                    + (group.after().isEmpty()
                        ? group.before().isEmpty() ? " changes." : " is gone."
                        : " now: " + String.join(" ", group.after())))
        .forEach(changes::add);
    return changes;
  }
}
