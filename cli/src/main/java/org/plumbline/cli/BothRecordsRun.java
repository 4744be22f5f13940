package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Engine;
import org.plumbline.inforce.InForce;
import org.plumbline.known.Deliveries;
import org.plumbline.known.Reconsidering;
import org.plumbline.reconcile.BothRecords;
import org.plumbline.reconcile.Ours;
import org.plumbline.reconcile.RecordsReconciler;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.records.duckdb.OtherRecords;
import org.plumbline.records.yaml.ReadBinding;
import org.plumbline.register.Standings;
import org.plumbline.register.Versions;

/** Evaluates an agreement over its records and over those of the other party. */
final class BothRecordsRun {

  private final AgreementFile file;
  private final RecordsOptions options;
  private final Instant asOf;
  private final Instant knownAt;
  private final Progress progress;

  BothRecordsRun(
      AgreementFile file,
      RecordsOptions options,
      Instant asOf,
      Instant knownAt,
      Progress progress) {
    this.file = file;
    this.options = options;
    this.asOf = asOf;
    this.knownAt = knownAt;
    this.progress = progress;
  }

  /**
   * What each gives, and by which difference.
   *
   * @param folder the other party's records
   * @param whose whose they are: {@code the provider}
   * @throws InputRefused if a text has errors, or records are refused
   */
  BothRecords reconcile(Path folder, String whose, ReportingPeriod asked) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new InputRefused("--their-records: no such folder: " + folder);
    }
    Evaluator.checked(file, options);
    LocalDate today = knownAt.atZone(file.agreement().zone()).toLocalDate();
    RegisterFile register = RegisterFile.find(file, options, knownAt);
    Agreement loading = file.versions().map(InForce::loading).orElseGet(file::agreement);
    Standings.Told told = Standings.of(register.register(), register::on, today);
    Deliveries deliveries = new Deliveries(register, today);
    try (LoadedRecords here =
        LoadedRecords.load(
            file, loading, options, deliveries.of(options.load(), Set.of()), progress)) {
      Map<String, StoredSet> there = brought(folder, loading, here.database());
      return RecordsReconciler.reconcile(
          here.database(),
          here.sets(),
          there,
          sets -> over(here, sets, register, told),
          asked,
          asOf,
          whose,
          over -> progress.say("Evaluating " + over));
    } finally {
      progress.clear();
    }
  }

  /** The agreement over record sets, with what was granted. */
  private Ours over(
      LoadedRecords here, Map<String, StoredSet> sets, RegisterFile register, Standings.Told told) {
    LoadedRecords records =
        new LoadedRecords(
            here.database(), sets, here.report(), here.findings(), here.changed().over(sets));
    Reconsidering.Stands stands = Reconsidering.stands(records, register, told);
    Versions known = InForce.asked(stands.texts(), asOf);
    Engine engine = here.engine();
    return known.versions().size() > 1
        ? Ours.of(engine, known, stands.sets(), asOf)
        : Ours.of(engine, known.first().agreement(), stands.sets(), asOf);
  }

  private Map<String, StoredSet> brought(Path folder, Agreement loading, Database into)
      throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", "."));
    progress.say("Starting");
    try (Database database =
        Database.open(DatabaseSettings.ofThisMachine(temporary, List.of(folder, into.folder())))) {
      Binding binding = binding(folder, loading);
      Set<String> sets = new LinkedHashSet<>();
      for (String set : loading.records().keySet()) {
        if (!Loader.files(loading, binding, folder, options.load().only(Set.of(set))).isEmpty()) {
          sets.add(set);
        }
      }
      if (sets.isEmpty()) {
        throw new InputRefused(
            "no file of "
                + folder
                + " is of one of the agreement's record sets, "
                + String.join(", ", loading.records().keySet())
                + "\nName them in a records.yaml in that folder");
      }
      LoadOutcome outcome =
          Loader.load(database, loading, binding, folder, options.load().only(sets), progress);
      if (outcome instanceof LoadOutcome.Loaded loaded) {
        return OtherRecords.bring(database, into, loaded.sets(), "theirs");
      }
      throw BadRecords.refusal(folder, outcome);
    }
  }

  /** Their own binding; without one, ours; else by names alone. */
  private Binding binding(Path folder, Agreement loading) throws IOException {
    Optional<ReadBinding> own = BindingFile.find(loading, List.of(folder));
    if (own.isEmpty()) {
      return options.binding(file, loading);
    }
    return own.get()
        .binding()
        .orElseThrow(() -> AgreementFile.refusal(BindingFile.NAME, own.get().findings()));
  }
}
