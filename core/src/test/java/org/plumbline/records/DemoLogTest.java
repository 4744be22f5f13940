package org.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.records.LoadOutcome.Loaded;
import org.plumbline.records.LoadReport.SetReport;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.records.yaml.BindingYaml;

/** The real log of the demo, whole. */
class DemoLogTest {

  @Test
  void theWholeLogLoadsWithWhatIsKnownOfIt(@TempDir Path temporary) throws IOException {
    Path example = Path.of("../examples/uci-service-desk").toRealPath();
    Agreement agreement =
        AgreementYaml.read("agreement.yaml", Files.readString(example.resolve("agreement.yaml")))
            .asFarAsRead()
            .orElseThrow();
    Binding binding =
        BindingYaml.read(
                "records.yaml", Files.readAllBytes(example.resolve("records.yaml")), agreement)
            .binding()
            .orElseThrow();
    try (Database database =
        Database.open(new DatabaseSettings(2, 1L << 30, temporary, List.of()))) {
      Loaded loaded =
          (Loaded)
              Loader.load(
                  database,
                  agreement,
                  binding,
                  example.resolve("records"),
                  LoadOptions.DEFAULT,
                  LoadProgress.SILENT);
      SetReport report = RecordsFolder.report(loaded, "incidents");
      assertThat(report.cases()).isEqualTo(24_918);
      assertThat(report.events()).isEqualTo(141_712);
      assertThat(loaded.sets()).containsOnlyKeys("incidents");
      assertThat(
              database.number(
                  "SELECT count(*) FROM \"incidents.cases\" WHERE \"m:opened\" IS NULL"))
          .isZero();
    }
  }
}
