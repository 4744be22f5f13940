package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.cli.question.AskedText;
import org.plumbline.difference.ChangeGroup;
import org.plumbline.difference.Difference;
import org.plumbline.difference.MetricChanges;
import org.plumbline.records.LoadReport;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;
import org.plumbline.replay.RecordsNeededException;
import org.plumbline.replay.Replay;
import org.plumbline.replay.TargetSearch;
import org.plumbline.report.Heeded;
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
      "  plumbline replay first --with draft.yaml --periods 2025 --from 2025-07-01",
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
      description =
          "The draft: an agreement’s file, as if it had been in force all the time; or a folder"
              + " with versions, each from its own day on.")
  private Optional<String> draft = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "DAY|effective",
      description =
          "The draft takes effect on this day, or on the effective day of its amendment, by its"
              + " own transition; what was in force holds until then.")
  private Optional<String> from = Optional.empty();

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

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description =
          "Keep in this folder what was counted, with the clocks of cases: with the same records,"
              + " register and --as-of another replay then needs no records where only limits,"
              + " targets, minimums or remedies change.")
  private Optional<Path> keep = Optional.empty();

  /** What is asked of a past. */
  private interface Question<T> {
    T of(PastRun past) throws IOException;
  }

  @Override
  public Integer call() throws Exception {
    AgreementFile file = AgreementFile.open(options.file());
    if (draft.isPresent() == find.isPresent()) {
      throw options.usage("name a draft with --with, or a metric with --find");
    }
    if (find.isPresent() && from.isPresent()) {
      throw options.usage("--from is the day of a draft; name one with --with");
    }
    return find.isPresent() ? found(file) : replayed(file);
  }

  private int replayed(AgreementFile file) throws IOException {
    AgreementFile other = AgreementFile.open(draft.orElseThrow());
    Evaluator.checked(other, options.records());
    Instant asOf = options.asOf(file.agreement(), root.now());
    Agreement shown = file.shown(asOf);
    ReportingPeriod asked = options.periods(shown);
    for (String id : metrics) {
      options.requireMetric("--metric", id, shown, other.shown(asOf));
    }
    for (String id : cases) {
      options.requireMetric("--cases", id, shown, other.shown(asOf));
    }
    Told told =
        answered(
            file,
            asOf,
            versions(other),
            past -> {
              PastTerms terms = terms(past, other);
              return new Told(
                  SideBySide.of(past, terms, asked, metrics, cases),
                  past.heeded().of(how(terms)),
                  past.files());
            });
    Replay replay = told.found().replay();
    if (replay.rows().isEmpty()) {
      throw new InputRefused("no metric has a period in " + asked.name());
    }
    List<String> changes = changes(file, other);
    options.put(
        ReplayDocument.of(replay, changes, told.found().cases(), told.heeded()),
        () -> ReplayJson.write(replay, changes, told.found().cases()),
        Terminal.ofProcess(),
        options.paper(file.agreement(), told.files(), root.now()));
    return ExitCode.DONE;
  }

  /** A replay, and how it came about. */
  private record Told(Replay.WithCases found, Heeded heeded, List<LoadReport.FileReport> files) {}

  /** Asks what was kept, and the records where that does not answer. */
  private <T> T answered(
      AgreementFile file, Instant asOf, List<Version> drafts, Question<T> question)
      throws IOException {
    Keeping keeping = new Keeping(keep, cases.isEmpty());
    try {
      return answered(file, asOf, drafts, keeping, question);
    } catch (RecordsNeededException e) {
      return answered(file, asOf, drafts, keeping.anew(), question);
    }
  }

  private <T> T answered(
      AgreementFile file, Instant asOf, List<Version> drafts, Keeping keeping, Question<T> question)
      throws IOException {
    try (PastRun past =
        PastRun.open(
            file,
            options.records(),
            asOf,
            options.knownAt(file.agreement(), root.now()),
            drafts,
            keeping,
            new Progress(spec.commandLine().getErr(), Terminal.ofProcess()))) {
      T answer = question.of(past);
      past.keep();
      return answer;
    }
  }

  // ---- how the draft is run ----

  private static List<Version> versions(AgreementFile draft) {
    return draft
        .versions()
        .map(Versions::versions)
        .orElseGet(
            () -> List.of(new Version(draft.agreement(), draft.hash(), draft.path().toString())));
  }

  private PastTerms terms(PastRun past, AgreementFile other) {
    List<Version> versions = versions(other);
    if (versions.size() > 1) {
      if (from.isPresent()) {
        throw options.usage("--from: the versions of a folder have their own days");
      }
      return PastTerms.byDate(new Versions(versions));
    }
    Versions inForce = past.register().versions();
    return from.isPresent()
        ? PastTerms.from(inForce, versions.get(0), day(other.agreement()))
        : PastTerms.throughout(inForce, versions.get(0));
  }

  private LocalDate day(Agreement draft) {
    String written = from.orElseThrow();
    if (written.equals("effective")) {
      return draft
          .amendment()
          .map(Amendment::effective)
          .orElseThrow(
              () -> options.usage("--from: the draft has no amendment with an effective day"));
    }
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw options.usage("--from: " + AskedText.quoted(written) + " is no day like 2026-07-01");
    }
  }

  private static String how(PastTerms terms) {
    if (terms.throughout()) {
      return "as if it had been in force all the time";
    }
    Version last = terms.texts().last();
    return terms.texts().versions().size() == 1
        ? "in force from the first day on"
        : "in force from " + last.from() + " on, after " + before(terms.texts());
  }

  private static String before(Versions texts) {
    return texts.versions().get(texts.versions().size() - 2).name();
  }

  // ---- the tightest target ----

  private int found(AgreementFile file) throws IOException {
    Instant asOf = options.asOf(file.agreement(), root.now());
    Agreement shown = file.shown(asOf);
    String id = find.orElseThrow();
    options.requireMetric("--find", id, shown);
    if (Objects.requireNonNull(shown.metrics().get(id)).each().isPresent()) {
      throw new InputRefused(id + " has a figure for each value of a field, and no one target");
    }
    ReportingPeriod asked = options.periods(shown);
    int[] times = times();
    Searched searched =
        answered(
            file,
            asOf,
            List.of(),
            past ->
                new Searched(
                    past.agreement(),
                    PastSearch.tightest(past, id, asked, times[0], times[1]),
                    past.hash(),
                    past.files()));
    options.put(
        TargetDocument.of(searched.agreement(), searched.found(), searched.hash(), asOf),
        () -> TargetJson.write(searched.agreement(), searched.found(), searched.hash()),
        Terminal.ofProcess(),
        options.paper(searched.agreement(), searched.files(), root.now()));
    return ExitCode.DONE;
  }

  /** What a search found, and in which text. */
  private record Searched(
      Agreement agreement,
      TargetSearch.Found found,
      String hash,
      List<LoadReport.FileReport> files) {}

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
