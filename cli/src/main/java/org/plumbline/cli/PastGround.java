package org.plumbline.cli;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.Engine;
import org.plumbline.records.StoredSet;
import org.plumbline.register.Versions;
import org.plumbline.replay.KeptPast;
import org.plumbline.replay.Past;
import org.plumbline.replay.RecordsNeededException;
import org.plumbline.rounds.Evaluated;
import org.plumbline.rounds.Rounds;
import org.plumbline.story.CaseStories;
import org.plumbline.story.Counted;

/** Records of the past, with what was counted over them so that it need not be counted again. */
final class PastGround implements AutoCloseable {

  private final LoadedRecords records;
  private final Engine engine;
  private final Instant asOf;
  private final Consumer<String> progress;
  private final Map<Object, Base> bases = new HashMap<>();
  private final Optional<KeptPast> kept;

  /**
   * One text that was evaluated.
   *
   * @param past over which others are run
   */
  record Base(Agreement text, Counted counted, Past past) {}

  /**
   * Records.
   *
   * @param kept what was kept of the one text that is asked first, where only the register's sets
   *     are loaded
   */
  PastGround(
      LoadedRecords records, Optional<KeptPast> kept, Instant asOf, Consumer<String> progress) {
    this.kept = kept;
    this.records = records;
    this.engine = records.engine();
    this.asOf = asOf;
    this.progress = progress;
  }

  LoadedRecords records() {
    return records;
  }

  Engine engine() {
    return engine;
  }

  /** Several versions, each from its own day on. */
  Counted counted(Versions versions, Map<String, StoredSet> sets) {
    if (kept.isPresent()) {
      throw new RecordsNeededException("an agreement in several versions");
    }
    return Counted.of(engine, sets, versions, asOf, progress);
  }

  /**
   * The text over which others are run; evaluated when it is asked for first.
   *
   * @param granted what was in force, with what was granted
   * @param text what is evaluated if nothing was
   */
  Base base(Versions granted, Map<String, StoredSet> sets, Supplier<Agreement> text) {
    List<Object> key = List.of(granted, sets);
    Base made = bases.get(key);
    if (made == null) {
      Agreement first = text.get();
      made = kept.map(own -> base(first, own, sets)).orElseGet(() -> base(first, sets));
      bases.put(key, made);
    }
    return made;
  }

  private Base base(Agreement text, Map<String, StoredSet> sets) {
    Evaluated evaluated = Rounds.evaluate(engine, text, sets, asOf, progress);
    Counted counted =
        new Counted(
            evaluated.results(),
            evaluated.totals(),
            evaluated.findings(),
            new CaseStories(engine, text, evaluated.compiled()),
            Optional.empty());
    return new Base(text, counted, new Past(engine, text, Optional.of(evaluated), sets, asOf));
  }

  private Base base(Agreement text, KeptPast own, Map<String, StoredSet> sets) {
    Past past = Past.of(engine, text, own, sets, asOf);
    return new Base(
        text,
        new Counted(
            past.replay(text, progress).results(),
            List.of(),
            List.of(),
            new DraftCases(engine, past, text),
            Optional.empty()),
        past);
  }

  @Override
  public void close() {
    records.close();
  }
}
