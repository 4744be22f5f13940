package org.plumbline.records.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.agreement.SuppliedPart;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.finding.Severity;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.LoadReport;
import org.plumbline.records.LoadReport.SetReport;
import org.plumbline.records.StoredSet;
import org.plumbline.records.files.RecordFile;
import org.plumbline.records.files.RecordFiles;
import org.plumbline.records.files.RefusedFile;
import org.plumbline.records.store.LoadStore;

/**
 * Turns files of records into the stored form, in a database (design section 6; language.md 4.3).
 * Everything that is wrong with the files is found in one run; if anything is, nothing is loaded,
 * unless the options carry unusable rows on.
 */
public final class Loader {

  private final Database database;
  private final Agreement agreement;
  private final Binding binding;
  private final Path folder;
  private final LoadOptions options;
  private final List<Finding> findings = new ArrayList<>();
  private final Staging staging;
  private final BadRows bad;
  private final ZoneTables zones;

  private Loader(
      Database database,
      Agreement agreement,
      Binding binding,
      Path folder,
      LoadOptions options,
      LoadProgress progress) {
    this.database = database;
    this.agreement = agreement;
    this.binding = binding;
    this.folder = folder;
    this.options = options;
    this.staging = new Staging(database, folder, options, progress, findings);
    this.bad = new BadRows(database);
    this.zones = new ZoneTables(database);
  }

  /**
   * Loads the record sets of an agreement into a database that holds none of them yet.
   *
   * @param folder the records folder; no file outside of it is read
   */
  public static LoadOutcome load(
      Database database,
      Agreement agreement,
      Binding binding,
      Path folder,
      LoadOptions options,
      LoadProgress progress) {
    return new Loader(database, agreement, binding, folder, options, progress).run();
  }

  /**
   * The files that a load reads, by their names in the folder, in order.
   *
   * @param folder the records folder
   */
  public static List<String> files(
      Agreement agreement, Binding binding, Path folder, LoadOptions options) {
    return SetFiles.all(agreement, binding, folder, options);
  }

  /**
   * Writes sets that are in the database as Parquet files with a manifest.
   *
   * @param folder an existing folder that the database may open
   */
  public static void store(Database database, Collection<StoredSet> sets, Path folder) {
    new StoredFolder(database, folder).store(sets);
  }

  /**
   * Opens records that {@link #store} wrote.
   *
   * @param folder the folder; the database may open it
   * @param copied whether they are copied into the database; if not, they are read where they are
   */
  public static LoadOutcome open(Database database, Path folder, boolean copied) {
    return new StoredFolder(database, folder).open(copied);
  }

  /**
   * Writes all bad rows of the last load as comma separated values: set, file, row, column, value,
   * reason, right, key.
   *
   * @param target an existing folder's new file
   */
  public static void writeBadRows(Database database, Path target) {
    BadRows.write(database, target);
  }

  private LoadOutcome run() {
    try {
      LoadStore.of(folder);
    } catch (IOException e) {
      findings.add(
          Finding.of(
              FindingCode.NOT_STORED_RECORDS,
              Place.of(LoadStore.FOLDER),
              String.valueOf(e.getMessage()),
              "Get the store from a backup"));
    }
    List<SetLoad> loads = new ArrayList<>();
    for (String set : agreement.records().keySet()) {
      if (isWanted(set)) {
        SuppliedPart.of(agreement, set).ifPresent(part -> read(set, part, loads));
      }
    }
    for (String set : RegisterSets.SETS.keySet()) {
      if (isWanted(set) && !filesOf(set).isEmpty()) {
        SuppliedPart.of(agreement, set).ifPresent(part -> read(set, part, loads));
      }
    }
    long badRows = bad.count();
    findings.addAll(bad.findings(options.keepGood() ? Severity.WARNING : Severity.ERROR));
    Map<String, StoredSet> sets = new LinkedHashMap<>();
    Map<String, SetReport> reports = new LinkedHashMap<>();
    boolean refused = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    for (SetLoad load : loads) {
      if (refused) {
        load.drop();
      } else {
        StoredSet stored = known(load.build());
        sets.put(stored.set(), stored);
        SetReport report = load.report(stored);
        reports.put(stored.set(), report);
        warn(stored.set(), report);
      }
    }
    LoadReport report =
        new LoadReport(
            staging.reports(),
            reports,
            bad.first(options.badRowsShown()),
            badRows,
            bad.rowsWithoutKey(),
            loads.stream().flatMap(load -> load.superseded().stream()).toList());
    List<Finding> told = findings.stream().sorted(Finding.FILE_ORDER).toList();
    return refused
        ? new LoadOutcome.Refused(report, told)
        : new LoadOutcome.Loaded(sets, report, told);
  }

  /** Without what was not known yet, of the register's own sets. */
  private StoredSet known(StoredSet stored) {
    return options
        .knownUntil()
        .filter(day -> stored.set().startsWith(RegisterSets.PREFIX))
        .map(day -> RegisterTables.known(database, stored, day, agreement.zone()))
        .orElse(stored);
  }

  private boolean isWanted(String set) {
    return options.only().isEmpty() || options.only().contains(set);
  }

  private List<String> filesOf(String set) {
    return SetFiles.of(agreement, binding, folder, set);
  }

  private void read(String set, RecordSet records, List<SetLoad> loads) {
    String path = "sets/" + set + "/files";
    List<String> names = filesOf(set);
    if (names.isEmpty()) {
      findings.add(
          Finding.of(
              FindingCode.NO_FILES,
              binding.place(path),
              "no file is named like the record set " + set,
              "Put " + set + ".csv into the records folder, or name its files in records.yaml"));
      return;
    }
    try {
      List<String> read = names.stream().filter(name -> !options.unseen().contains(name)).toList();
      List<RecordFile> files =
          RecordFiles.find(folder, read).stream()
              .filter(file -> !options.unseen().contains(file.name()))
              .toList();
      if (files.isEmpty()) {
        findings.add(
            Finding.of(
                FindingCode.UNUSUAL_RECORDS,
                new Place(set, 0, 0, ""),
                "nothing of " + set + " had been delivered by then: it has no cases",
                ""));
      }
      SetShape shape = ShapeBuilder.of(set, records, binding.of(set));
      if (shape.holds().size() > HoldTables.MOST_HOLDS) {
        throw new RefusedFile(
            0, "more than " + HoldTables.MOST_HOLDS + " holds in one set", "Join some of them");
      }
      SetLoad load = new SetLoad(database, shape, staging, bad, zones, agreement.zone(), findings);
      load.delivered(options.deliveries().stream().filter(each -> each.set().equals(set)).toList());
      loads.add(load);
      load.read(folder, files, binding);
    } catch (RefusedFile e) {
      findings.add(
          Finding.of(
              FindingCode.NO_FILES,
              binding.place(path),
              String.valueOf(e.getMessage()),
              e.right()));
    }
  }

  private void warn(String set, SetReport report) {
    report
        .warnings()
        .forEach(
            warning ->
                findings.add(
                    Finding.of(
                        FindingCode.UNUSUAL_RECORDS, new Place(set, 0, 0, ""), warning, "")));
  }
}
