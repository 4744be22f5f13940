package org.plumbline.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.Measurement;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.remedy.Circumstances;
import org.plumbline.remedy.Remedying;
import org.plumbline.rounds.Evaluated;
import org.plumbline.rounds.Rounds;

/** An agreement and a few rows, evaluated, over which drafts are run; close it. */
final class SmallPast implements AutoCloseable {

  private static final String HEAD =
      """
      plumbline: 1
      agreement: small
      title: A small agreement
      zone: UTC
      parties:
        customer: {name: Department of Examples}
        provider: {name: Example Services}
      """;

  private final Database database;
  private final Engine engine;
  private final Map<String, StoredSet> sets;
  private final Instant asOf;
  private final Agreement agreement;
  private final Evaluated evaluated;

  SmallPast(Path folder, String text, Map<String, String> files, String asOf) {
    agreement = read(text);
    this.asOf = Instant.parse(asOf);
    files.forEach((name, rows) -> write(folder.resolve(name), rows));
    database = Database.open(new DatabaseSettings(1, 1L << 28, folder, List.of(folder)));
    LoadOutcome outcome =
        Loader.load(
            database,
            agreement,
            Binding.byNames(),
            folder,
            LoadOptions.DEFAULT.keepingGood(),
            LoadProgress.SILENT);
    assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(LoadOutcome.Loaded.class);
    sets = ((LoadOutcome.Loaded) outcome).sets();
    engine = new DuckDbEngine(database);
    evaluated = Rounds.evaluate(engine, agreement, sets, this.asOf, set -> {});
  }

  /** An agreement from what stands after its parties. */
  static Agreement read(String text) {
    ReadAgreement read = AgreementYaml.read("agreement.yaml", HEAD + text, Folder.NONE);
    return read.agreement()
        .orElseThrow(() -> new IllegalStateException(read.findings().toString()));
  }

  Agreement agreement() {
    return agreement;
  }

  Evaluated evaluated() {
    return evaluated;
  }

  Past past() {
    return new Past(engine, agreement, Optional.of(evaluated), sets, asOf);
  }

  /** The past as it is read back from the bytes in which it was kept, without its records. */
  Past keptAndRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    KeptPastFormat.write(past().kept(), bytes);
    return Past.of(
        engine,
        agreement,
        KeptPastFormat.read(new ByteArrayInputStream(bytes.toByteArray()), agreement),
        Map.of(),
        asOf);
  }

  /** What is measured of a text when everything is counted from the records. */
  List<Measurement> measured(Agreement text) {
    return Rounds.evaluate(engine, text, sets, asOf, set -> {}).measurements();
  }

  /** A draft beside the agreement. */
  Replay replay(String text) {
    Past past = past();
    Replayed replayed = past.replay(read(text), set -> {});
    return Replay.of(
        side(agreement, evaluated.results()),
        side(replayed.agreement(), replayed.results()),
        replayed.answered(),
        result -> agreement,
        variant -> past.replay(variant, set -> {}).results());
  }

  /** The tightest target over the periods with data. */
  TargetSearch.Found find(String metric, int met, int of) {
    return TargetSearch.find(
        past(),
        agreement,
        metric,
        evaluated.results().of(metric).stream().map(Result::period).toList(),
        met,
        of);
  }

  private static Replay.Side side(Agreement text, Results results) {
    return new Replay.Side(
        text, "hash", results, Remedying.follow(text, results, Circumstances.NONE));
  }

  private static void write(Path file, String rows) {
    try {
      Files.writeString(file, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
