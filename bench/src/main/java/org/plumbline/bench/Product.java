package org.plumbline.bench;

import java.util.List;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.Compiler;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.Measurement;
import org.plumbline.evaluate.Measurements;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;

/** The answer as Plumbline gives it, from the agreement's text to the measurements. */
final class Product {

  private Product() {}

  /** Reads {@code AGREEMENT.yaml}, compiles it and evaluates it over the tickets. */
  static Answer answer(Database database, String agreement, Tickets tickets) {
    return answer(new DuckDbEngine(database), agreement, tickets);
  }

  /** Does so in an engine. */
  static Answer answer(Engine engine, String agreement, Tickets tickets) {
    return answer(
        engine,
        read(agreement, Script.resource(agreement + ".yaml")),
        tickets.stored(agreement.equals("held")));
  }

  /** Compiles an agreement and evaluates it. */
  static Answer answer(Engine engine, Agreement terms, StoredSet tickets) {
    Measurements measurements = engine.evaluate(terms, compile(terms, tickets));
    return new Answer(
        measurements.measurements().stream()
            .filter(each -> each.cases() + each.indeterminate() > 0)
            .map(Product::figure)
            .toList(),
        measurements.totals().stream().map(Product::totals).toList());
  }

  /** Reads an agreement that has no mistakes. */
  static Agreement read(String name, String text) {
    return AgreementYaml.read(name + ".yaml", text).agreement().orElseThrow();
  }

  /** Compiles all metrics of an agreement over the tickets. */
  static CompiledSet compile(Agreement agreement, StoredSet tickets) {
    return Compiler.compile(
        agreement, tickets, List.copyOf(agreement.metrics().keySet()), Tickets.AS_OF);
  }

  private static Answer.Figure figure(Measurement measured) {
    return new Answer.Figure(
        measured.metric(),
        measured.line().line(),
        measured.period().name(),
        measured.cases(),
        measured.holding(),
        measured.indeterminate(),
        measured.figure(),
        measured.low(),
        measured.high());
  }

  private static Answer.Totals totals(CaseTotals totals) {
    return new Answer.Totals(
        totals.metric(),
        totals.all(),
        totals.counted(),
        totals.indeterminate(),
        totals.open(),
        totals.voided(),
        totals.notQualified());
  }
}
