package org.plumbline.web.records;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;
import org.plumbline.known.ChangedSets;
import org.plumbline.known.Deliveries;
import org.plumbline.known.KnownRecords;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.LoadReport;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.records.yaml.BindingYaml;
import org.plumbline.records.yaml.ReadBinding;
import org.plumbline.web.refusal.Refused;

/** Files of records loaded into a database of their own, whatever came of it; close them. */
public final class OpenRecords implements KnownRecords {

  private final Database database;
  private final LoadOutcome outcome;
  private final Map<String, StoredSet> sets;
  private final ChangedSets changed;

  private OpenRecords(Database database, LoadOutcome outcome) {
    this.database = database;
    this.outcome = outcome;
    this.sets = outcome instanceof LoadOutcome.Loaded loaded ? loaded.sets() : Map.of();
    this.changed = new ChangedSets(database, sets);
  }

  /**
   * Files that are laid out, to be loaded.
   *
   * @param binding the text that says which column is what; without it, columns have the names of
   *     the agreement
   * @param files the folder
   * @param scratch for what is spilled
   * @param today what was delivered later is not read
   */
  public record Opening(
      KnownAgreement terms, Optional<byte[]> binding, Path files, Path scratch, LocalDate today) {

    /** All that had been delivered, whatever came of it. */
    OpenRecords all() {
      return OpenRecords.load(this, Set.of());
    }

    /**
     * What had been delivered.
     *
     * @param without deliveries that are not read
     * @throws Refused if it could not be loaded
     */
    public OpenRecords usable(Set<String> without) {
      OpenRecords records = OpenRecords.load(this, without);
      if (records.outcome instanceof LoadOutcome.Loaded) {
        return records;
      }
      records.close();
      throw new Refused(
          "The records cannot be measured yet: "
              + records.outcome.findings().stream()
                  .filter(finding -> finding.severity() == Severity.ERROR)
                  .map(Finding::found)
                  .findFirst()
                  .orElse("nothing could be read")
              + ". The page of records says where.");
    }
  }

  private static OpenRecords load(Opening opening, Set<String> without) {
    Agreement agreement = opening.terms().loading();
    Optional<ReadBinding> read =
        opening.binding().map(bytes -> BindingYaml.read(Loads.BINDING, bytes, agreement));
    Database database =
        Database.open(DatabaseSettings.ofThisMachine(opening.scratch(), List.of(opening.files())));
    try {
      if (read.isPresent() && read.get().binding().isEmpty()) {
        return new OpenRecords(database, new LoadOutcome.Refused(none(), read.get().findings()));
      }
      LoadOptions options =
          new Deliveries(opening.terms(), opening.today())
              .of(LoadOptions.DEFAULT.keepingGood(), without);
      return new OpenRecords(
          database,
          Loader.load(
              database,
              agreement,
              read.flatMap(ReadBinding::binding).orElseGet(Binding::byNames),
              opening.files(),
              options,
              LoadProgress.SILENT));
    } catch (RuntimeException fault) {
      database.close();
      throw fault;
    }
  }

  private static LoadReport none() {
    return new LoadReport(List.of(), Map.of(), List.of(), 0, 0);
  }

  /** What came of the load. */
  LoadOutcome outcome() {
    return outcome;
  }

  @Override
  public Database database() {
    return database;
  }

  @Override
  public Map<String, StoredSet> sets() {
    return sets;
  }

  @Override
  public LoadReport report() {
    return outcome.report();
  }

  @Override
  public List<Finding> findings() {
    return outcome.findings();
  }

  @Override
  public ChangedSets changed() {
    return changed;
  }

  @Override
  public void close() {
    database.close();
  }
}
