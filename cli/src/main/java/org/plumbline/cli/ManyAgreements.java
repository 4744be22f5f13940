package org.plumbline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.RecordSet;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.check.BindingFacts;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.known.SharedRecords;
import org.plumbline.records.LoadOptions;
import org.plumbline.register.Register;
import org.plumbline.register.VersionFolder;
import org.plumbline.report.Evaluation;
import org.plumbline.story.AskedPeriods;

/**
 * The agreements of a folder over the records that they share: those with the same record sets and
 * zone are evaluated over one load; one with versions or a register of its own by itself.
 */
final class ManyAgreements {
  private static final Pattern BINDS = Pattern.compile("(?m)^binds:\\s*([a-z0-9-]+)\\s*(#.*)?$");
  private static final Set<String> OTHERS = Set.of(BindingFile.NAME, Register.NAME);

  private final List<AgreementFile> files;
  private final RecordsOptions options;
  private final Instant asOf;
  private final Instant knownAt;
  private final Progress progress;
  private int loads;

  private ManyAgreements(
      List<AgreementFile> files,
      RecordsOptions options,
      Instant asOf,
      Instant knownAt,
      Progress progress) {
    this.files = files;
    this.options = options;
    this.asOf = asOf;
    this.knownAt = knownAt;
    this.progress = progress;
  }

  /** What decides what is loaded for an agreement. */
  private record Loading(
      Map<String, RecordSet> records, ZoneId zone, Path folder, List<Path> binding) {}

  /**
   * The agreements of a folder, in order of their names: each file, and each folder with an
   * agreement; none if it is the folder of one agreement.
   */
  static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)
        || Files.exists(folder.resolve(AgreementFile.USUAL_NAME))
        || Files.isDirectory(folder.resolve(VersionFolder.NAME))) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(ManyAgreements::isAgreement).sorted().toList();
    }
  }

  private static boolean isAgreement(Path path) {
    String name = String.valueOf(path.getFileName());
    return Files.isDirectory(path)
        ? Files.isRegularFile(path.resolve(AgreementFile.USUAL_NAME))
            || Files.isDirectory(path.resolve(VersionFolder.NAME))
        : name.endsWith(".yaml") && !OTHERS.contains(name);
  }

  /**
   * Reads the agreements.
   *
   * @throws InputRefused if one cannot be read, or two have one id
   */
  static ManyAgreements open(
      List<Path> paths, RecordsOptions options, Instant asOf, Instant knownAt, Progress progress)
      throws IOException {
    List<AgreementFile> files = new ArrayList<>();
    Map<String, Path> ids = new HashMap<>();
    for (Path path : paths) {
      progress.say("Reading " + path.getFileName());
      AgreementFile file = AgreementFile.open(path.toString());
      Path other = ids.putIfAbsent(file.agreement().id(), path);
      if (other != null) {
        throw new InputRefused(
            path
                + ": "
                + other
                + " is the agreement "
                + file.agreement().id()
                + " too\nGive each an id of its own");
      }
      files.add(file);
    }
    progress.clear();
    return new ManyAgreements(files, options, asOf, knownAt, progress);
  }

  /** How often records were loaded. */
  int loads() {
    return loads;
  }

  /** Evaluates all, in order within those that share records. */
  void evaluate(ReportingPeriod asked, Consumer<Evaluation> each) throws IOException {
    Map<Loading, List<AgreementFile>> shared = new LinkedHashMap<>();
    List<AgreementFile> alone = new ArrayList<>();
    for (AgreementFile file : files) {
      if (file.chain().isPresent() || options.register(file).isPresent()) {
        alone.add(file);
      } else {
        Agreement agreement = file.agreement();
        shared
            .computeIfAbsent(
                new Loading(
                    agreement.records(),
                    agreement.zone(),
                    options.folder(file),
                    options.read(file, Optional.empty())),
                key -> new ArrayList<>())
            .add(file);
      }
    }
    for (List<AgreementFile> group : shared.values()) {
      together(group, asked, each);
    }
    for (AgreementFile file : alone) {
      loads++;
      try (Evaluator evaluator =
          Evaluator.open(file, options, asOf, knownAt, List.of(), progress)) {
        each.accept(evaluator.figures(asked, List.of()));
      }
    }
  }

  private void together(List<AgreementFile> group, ReportingPeriod asked, Consumer<Evaluation> each)
      throws IOException {
    AgreementFile bound = bound(group);
    Agreement loading = bound.agreement();
    BindingFacts facts = BindingFile.facts(options.binding(bound, loading));
    for (AgreementFile file : group) {
      Evaluator.checked(file, facts);
    }
    LoadOptions read = options.load().knownUntil(knownAt.atZone(loading.zone()).toLocalDate());
    loads++;
    try (LoadedRecords records = LoadedRecords.load(bound, loading, options, read, progress)) {
      SharedRecords all = new SharedRecords(records.database(), records.sets());
      for (AgreementFile file : group) {
        Agreement agreement = file.agreement();
        progress.say("Evaluating " + agreement.id());
        Results results = all.evaluate(agreement, asOf);
        List<Result> chosen = new ArrayList<>();
        for (String metric : agreement.metrics().keySet()) {
          List<Result> of = results.of(metric);
          Set<ReportingPeriod> periods = AskedPeriods.of(of, asked);
          of.stream().filter(result -> periods.contains(result.period())).forEach(chosen::add);
        }
        each.accept(
            new Evaluation(
                agreement,
                file.hash(),
                EngineName.of(),
                knownAt,
                new Results(results.agreement(), results.asOf(), chosen),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(records.report()),
                records.findings(),
                Set.of()));
      }
    } finally {
      progress.clear();
    }
  }

  /** The agreement that the binding names, if it is one of these; else the first. */
  private AgreementFile bound(List<AgreementFile> group) throws IOException {
    List<Path> binding = options.read(group.get(0), Optional.empty());
    if (binding.isEmpty()) {
      return group.get(0);
    }
    Matcher binds = BINDS.matcher(new String(AgreementFile.bytes(binding.get(0)), UTF_8));
    String id = binds.find() ? binds.group(1) : "";
    return group.stream()
        .filter(file -> file.agreement().id().equals(id))
        .findFirst()
        .orElse(group.get(0));
  }
}
