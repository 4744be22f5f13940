package org.plumbline.evaluate.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Quantity.ShareOfAvailableTime;
import org.plumbline.agreement.RecordSet;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.Compiler;
import org.plumbline.compile.sql.Dialect;
import org.plumbline.evaluate.AvailableTime.Stretch;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/**
 * The time that no reading fills, as cases of a share of available time (docs/meaning.md 14): each
 * has its beginning, its end and the meter's key, and no other value.
 */
final class GapStretches {

  private final SqlTables tables;
  private final Agreement agreement;
  private final CompiledSet compiled;
  private final RecordSet set;

  private GapStretches(SqlTables tables, Agreement agreement, CompiledSet compiled, RecordSet set) {
    this.tables = tables;
    this.agreement = agreement;
    this.compiled = compiled;
    this.set = set;
  }

  /** Runs the stretches of a metric of a compiled set. */
  @FunctionalInterface
  interface Runner {
    /** The stretches. */
    List<Stretch> run(CompiledSet compiled, String metric);
  }

  /** The stretches of a metric in gaps; none if its set has no readings, or gaps are nothing. */
  static List<Stretch> of(
      SqlTables tables, Agreement agreement, CompiledSet compiled, String metric, Runner runner) {
    Optional<RecordSet> set = agreement.recordSet(compiled.stored().set());
    if (set.isEmpty() || !(set.get().origin() instanceof Origin.Readings readings)) {
      return List.of();
    }
    Origin.Missing missing = readings.missing().orElse(Origin.Missing.UNKNOWN);
    if (missing == Origin.Missing.UP) {
      return List.of();
    }
    return new GapStretches(tables, agreement, compiled, set.get())
        .run(metric, missing == Origin.Missing.DOWN, runner);
  }

  private List<Stretch> run(String id, boolean down, Runner runner) {
    Metric metric = agreement.metrics().get(id);
    if (metric == null || !(metric.figureOrDefault() instanceof ShareOfAvailableTime share)) {
      return List.of();
    }
    StoredSet gaps = laid();
    Map<String, Metric> metrics = new LinkedHashMap<>(agreement.metrics());
    metrics.put(
        id,
        metric.withFigure(
            new ShareOfAvailableTime(
                Optional.empty(),
                share.mergeGaps(),
                share.ignoreUnder(),
                share.thirtyDays(),
                share.weight(),
                share.where())));
    CompiledSet own =
        Compiler.compile(
            agreement.withMetrics(metrics).withExclusions(declaredOnly()),
            gaps,
            List.of(id),
            compiled.asOf(),
            compiled.declared().withAbove(Map.of()));
    List<Stretch> stretches = new ArrayList<>();
    for (Stretch each : runner.run(own, id)) {
      stretches.add(
          new Stretch(
              -1 - each.caseNo(),
              each.part(),
              each.each(),
              each.from(),
              each.until(),
              each.f(),
              each.u(),
              each.open(),
              each.weight(),
              down
                  ? each.standing()
                  : each.standing().stream().map(it -> Math.min(it, 1)).toList()));
    }
    return stretches;
  }

  /** Conditions of exclusions are asked of cases alone. */
  private Map<String, Exclusion> declaredOnly() {
    Map<String, Exclusion> declared = new LinkedHashMap<>(agreement.exclusions());
    declared.values().removeIf(each -> each.ground() instanceof Exclusion.Ground.Cases);
    return declared;
  }

  /** The gaps in a table like that of cases. */
  private StoredSet laid() {
    StoredSet stored = compiled.stored();
    String name = stored.tables() + " between readings";
    Map<String, Precision> moments = new LinkedHashMap<>(stored.moments());
    StoredSet laid =
        new StoredSet(
            stored.set(),
            false,
            moments,
            stored.fields(),
            List.of(),
            List.of(),
            0,
            stored.skewMicros(),
            stored.range(),
            name,
            Set.of());
    Dialect dialect = tables.dialect();
    List<String> columns = new ArrayList<>(List.of("case_no", "case_key"));
    moments.forEach(
        (id, precision) -> {
          String column = StoredSet.momentColumn(id);
          columns.add(
              id.equals("began")
                  ? "f AS " + dialect.name(column)
                  : id.equals("ended")
                      ? "u AS " + dialect.name(column)
                      : NoRows.nothing(
                          dialect, column, precision == Precision.DATE ? "INTEGER" : "BIGINT"));
        });
    stored
        .fields()
        .forEach(
            (id, type) -> {
              String column = StoredSet.fieldColumn(id);
              columns.add(
                  isMeter(id) ? dialect.name(column) : NoRows.nothing(dialect, column, type));
            });
    columns.add(NoRows.nothing(dialect, "unusable", "VARCHAR"));
    columns.add(NoRows.nothing(dialect, "file_no", "INTEGER"));
    columns.add(NoRows.nothing(dialect, "row_no", "BIGINT"));
    tables.make(
        laid.table(Table.CASES),
        "SELECT "
            + String.join(", ", columns)
            + " FROM "
            + dialect.name(stored.gaps())
            + " ORDER BY case_no");
    NoRows.of(tables, laid.table(Table.ATOMS), NoRows.ATOMS);
    NoRows.of(tables, laid.table(Table.HOLDS), NoRows.HOLDS);
    return laid;
  }

  private boolean isMeter(String field) {
    return set.caseKey().contains(field) && !set.moments().containsKey(field);
  }
}
