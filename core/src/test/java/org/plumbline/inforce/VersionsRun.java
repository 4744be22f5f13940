package org.plumbline.inforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementHash;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;

/** Several versions over a folder of records. */
final class VersionsRun {

  private VersionsRun() {}

  /** A version; {@code HASH} in a text stands for the hash of the version before. */
  static Versions versions(List<String> texts) {
    List<Version> versions = new java.util.ArrayList<>();
    String hash = "";
    for (int i = 0; i < texts.size(); i++) {
      String file = "version-" + i + ".yaml";
      ReadAgreement read =
          AgreementYaml.read(file, texts.get(i).replace("HASH", hash), Folder.NONE);
      Agreement agreement =
          read.agreement().orElseThrow(() -> new IllegalStateException("" + read.findings()));
      hash = AgreementHash.of(agreement, path -> java.util.Optional.empty());
      versions.add(new Version(agreement, hash, file));
    }
    return new Versions(versions);
  }

  /** What they give; the tables are dropped afterwards. */
  static UnderVersions run(
      Database database, Versions versions, Binding binding, Path records, Instant asOf) {
    try {
      LoadOutcome outcome =
          Loader.load(
              database,
              InForce.loading(versions),
              binding,
              records,
              LoadOptions.DEFAULT,
              LoadProgress.SILENT);
      assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(LoadOutcome.Loaded.class);
      return InForce.evaluate(
          new DuckDbEngine(database),
          versions,
          ((LoadOutcome.Loaded) outcome).sets(),
          asOf,
          set -> {});
    } finally {
      database
          .query("SELECT table_name FROM duckdb_tables()", row -> row.getString(1))
          .forEach(table -> database.execute("DROP TABLE \"" + table + "\""));
    }
  }
}
