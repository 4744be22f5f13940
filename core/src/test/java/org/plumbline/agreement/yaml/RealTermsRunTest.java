package org.plumbline.agreement.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.SuppliedPart;
import org.plumbline.evaluate.LaidSet;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.finding.Findings;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.rounds.Rounds;

/** Every published term compiles and runs, over records without cases. */
class RealTermsRunTest {

  @TempDir Path temporary = Path.of(".");

  @Test
  void everyTermCompilesAndRuns() {
    List<String> failed = new ArrayList<>();
    int terms = 0;
    try (Database database =
        Database.open(new DatabaseSettings(1, 1L << 29, temporary, List.of()))) {
      DuckDbEngine engine = new DuckDbEngine(database);
      for (Map.Entry<String, YamlValue.Mapping> term : RealTerms.all().entrySet()) {
        terms++;
        Findings findings = new Findings();
        Agreement agreement =
            AgreementYaml.read(
                    term.getKey(),
                    Optional.of(term.getValue()),
                    Folder.NONE,
                    findings,
                    new Reading(findings))
                .agreement()
                .orElseThrow();
        Map<String, StoredSet> loaded = new LinkedHashMap<>();
        for (String id : agreement.records().keySet()) {
          SuppliedPart.of(agreement, id)
              .ifPresent(part -> loaded.put(id, engine.lay(empty(id, part))));
        }
        try {
          Rounds.evaluate(
              engine, agreement, loaded, Instant.parse("2027-03-01T00:00:00Z"), set -> {});
        } catch (RuntimeException e) {
          failed.add(term.getKey() + ": " + e + " " + e.getCause());
        }
      }
    }
    assertThat(failed).isEmpty();
    assertThat(terms).isEqualTo(72);
  }

  private static LaidSet empty(String id, RecordSet set) {
    Map<String, Precision> moments = new LinkedHashMap<>();
    set.moments()
        .forEach(
            (moment, term) -> {
              if (term instanceof MomentTerm.Recorded recorded) {
                moments.put(moment, recorded.precision());
              }
            });
    Map<String, String> fields = new LinkedHashMap<>();
    set.fields()
        .forEach(
            (field, declared) ->
                fields.put(
                    field,
                    switch (declared.type()) {
                      case TEXT -> "VARCHAR";
                      case NUMBER, SHARE, MONEY -> "DECIMAL(18,4)";
                      case DURATION -> "BIGINT";
                      case FLAG -> "BOOLEAN";
                    }));
    return new LaidSet(id, id, moments, fields, List.of());
  }
}
