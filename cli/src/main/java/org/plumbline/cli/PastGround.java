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
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.records.StoredSet;
import org.plumbline.register.Versions;
import org.plumbline.replay.Past;
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

  /**
   * One text that was evaluated.
   *
   * @param past over which others are run
   */
  record Base(Agreement text, Evaluated evaluated, Past past) {}

  PastGround(LoadedRecords records, Instant asOf, Consumer<String> progress) {
    this.records = records;
    this.engine = new DuckDbEngine(records.database());
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
    return Counted.of(records.database(), sets, versions, asOf, progress);
  }

  /** One text, as it was evaluated. */
  Counted counted(Base base) {
    return new Counted(
        base.evaluated().results(),
        base.evaluated().totals(),
        base.evaluated().findings(),
        new CaseStories(engine, base.text(), base.evaluated().compiled()),
        Optional.empty());
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
      Evaluated evaluated = Rounds.evaluate(engine, first, sets, asOf, progress);
      made =
          new Base(first, evaluated, new Past(engine, first, Optional.of(evaluated), sets, asOf));
      bases.put(key, made);
    }
    return made;
  }

  @Override
  public void close() {
    records.close();
  }
}
