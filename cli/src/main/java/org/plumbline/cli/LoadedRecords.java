package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.Engine;
import org.plumbline.finding.Finding;
import org.plumbline.known.ChangedSets;
import org.plumbline.known.KnownRecords;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadReport;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;

/**
 * Records in a database, ready to be evaluated; close it.
 *
 * @param database where they are
 * @param sets by id
 * @param report what was read
 * @param findings warnings of the load
 * @param changed the sets with what was granted
 */
record LoadedRecords(
    Database database,
    Map<String, StoredSet> sets,
    LoadReport report,
    List<Finding> findings,
    ChangedSets changed)
    implements KnownRecords {

  /**
   * Loads the records of an agreement.
   *
   * @throws InputRefused with all that is wrong, if the load is refused
   */
  static LoadedRecords load(
      AgreementFile file, Agreement agreement, RecordsOptions options, Progress progress)
      throws IOException {
    return load(file, agreement, options, options.load(), progress);
  }

  /**
   * Loads what had been delivered of the records of an agreement.
   *
   * @param delivered what is read of the files, and in which order they came
   * @throws InputRefused with all that is wrong, if the load is refused
   */
  static LoadedRecords load(
      AgreementFile file,
      Agreement agreement,
      RecordsOptions options,
      LoadOptions delivered,
      Progress progress)
      throws IOException {
    Path folder = options.folder(file);
    var binding = options.binding(file, agreement);
    progress.say("Starting");
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", "."));
    if (!Files.isDirectory(temporary)) {
      throw new InputRefused("there is no folder for temporary files: " + temporary);
    }
    Database database = Database.open(DatabaseSettings.ofThisMachine(temporary, List.of(folder)));
    try {
      LoadOutcome outcome = Loader.load(database, agreement, binding, folder, delivered, progress);
      if (outcome instanceof LoadOutcome.Loaded loaded) {
        return new LoadedRecords(
            database,
            loaded.sets(),
            loaded.report(),
            loaded.findings(),
            new ChangedSets(database, loaded.sets()));
      }
      throw BadRecords.refusal(folder, outcome);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    } finally {
      progress.clear();
    }
  }

  @Override
  public Engine engine() {
    return EngineName.maker().over(database);
  }

  @Override
  public void close() {
    database.close();
  }
}
