package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.agreement.Agreement;
import org.plumbline.inforce.InForce;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.records.store.LoadStore;
import org.plumbline.register.Load;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Whose loads they are, and where: what the commands on loads share. */
final class LoadsOptions {
  @Parameters(
      paramLabel = "FILE|DIR",
      description = "The agreement, or a folder with agreement.yaml or versions.")
  private String file = "";

  @Mixin private RecordsOptions records;

  /**
   * An agreement with the files of its records.
   *
   * @param loading the text that records are loaded for
   * @param loads the loads of the register by the name of each file that they name; of a file that
   *     several name the first
   * @param files names of all files of records that are not the register's own
   */
  record Opened(
      AgreementFile file,
      Agreement loading,
      Binding binding,
      Path folder,
      LoadStore store,
      Map<String, Map.Entry<String, Load>> loads,
      List<String> files) {

    /** A database that may open the folder. */
    Database database() {
      return Database.open(
          DatabaseSettings.ofThisMachine(
              Path.of(System.getProperty("java.io.tmpdir", ".")), List.of(folder)));
    }

    /** The load that names a file. */
    Optional<Map.Entry<String, Load>> load(String name) {
      return Optional.ofNullable(loads.get(name));
    }

    /** Where a file lies in the folder, unless it was taken into the store. */
    Optional<Path> beside(String name) {
      return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
    }
  }

  /**
   * Opens the agreement, its register and the store.
   *
   * @param now what was signed later is not seen
   */
  Opened open(Instant now) throws IOException {
    AgreementFile agreement = AgreementFile.open(file);
    Agreement loading = agreement.versions().map(InForce::loading).orElseGet(agreement::agreement);
    RegisterFile register = RegisterFile.find(agreement, records, now);
    Path folder = records.folder(agreement);
    Binding binding = records.binding(agreement, loading);
    Map<String, Map.Entry<String, Load>> loads = new TreeMap<>();
    register
        .register()
        .loads()
        .forEach(
            (id, load) ->
                load.files().forEach(name -> loads.putIfAbsent(name, Map.entry(id, load))));
    List<String> files =
        Loader.files(loading, binding, folder, LoadOptions.DEFAULT).stream()
            .filter(name -> !name.startsWith("register-"))
            .toList();
    return new Opened(agreement, loading, binding, folder, store(folder), loads, files);
  }

  private static LoadStore store(Path folder) throws IOException {
    try {
      return LoadStore.of(folder);
    } catch (LoadStore.Damaged e) {
      throw new InputRefused(
          folder.resolve(LoadStore.FOLDER) + ": " + e.getMessage() + "\nGet it from a backup", e);
    }
  }

  /** A number of things: {@code 1 file}, {@code 2 files}. */
  static String counted(long number, String one) {
    return String.format(java.util.Locale.ROOT, "%,d %s", number, number == 1 ? one : one + "s");
  }
}
