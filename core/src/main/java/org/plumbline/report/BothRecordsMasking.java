package org.plumbline.report;

import java.util.Set;
import org.plumbline.judge.Result;
import org.plumbline.reconcile.BothRecords;
import org.plumbline.records.SetBeside;

/** Masks sensitive keys and values where both parties’ records stand side by side. */
public final class BothRecordsMasking {

  private final CaseMasking cases;

  private BothRecordsMasking(CaseMasking cases) {
    this.cases = cases;
  }

  /**
   * The same, masked; masking twice is masking once.
   *
   * @param shown sensitive fields that are not masked
   */
  public static BothRecords apply(BothRecords both, Set<String> shown) {
    BothRecordsMasking masking = new BothRecordsMasking(new CaseMasking(both.agreement(), shown));
    return new BothRecords(
        both.agreement(),
        both.asked(),
        both.asOf(),
        both.whose(),
        both.sets(),
        both.missing(),
        both.figures().stream().map(masking::figure).toList(),
        both.comparisons().stream().map(masking.cases::comparison).toList(),
        both.cases().stream().map(masking::told).toList(),
        both.untold());
  }

  private BothRecords.Figure figure(BothRecords.Figure figure) {
    return new BothRecords.Figure(
        figure.here().map(this::result),
        figure.there().map(this::result),
        figure.effects().stream()
            .map(effect -> new BothRecords.Effect(effect.difference(), result(effect.result())))
            .toList());
  }

  private Result result(Result result) {
    return cases.hidesEach(result.metric())
        ? new Result(
            result.metric(),
            result.period(),
            result.each().map(each -> Masking.MASK),
            result.status(),
            result.wouldBe(),
            result.reason(),
            result.lines())
        : result;
  }

  private BothRecords.Case told(BothRecords.Case told) {
    Set<String> hidden = cases.hidden(told.metric());
    String key = cases.key(told.metric(), told.key());
    return new BothRecords.Case(
        told.metric(),
        key,
        told.here(),
        told.there(),
        told.values().stream().map(value -> value(value, key, hidden)).toList(),
        told.alone());
  }

  private static SetBeside.Value value(SetBeside.Value value, String key, Set<String> hidden) {
    boolean masked =
        value.part().kind() == SetBeside.Kind.FIELD && hidden.contains(value.part().name());
    return new SetBeside.Value(
        key,
        value.part(),
        masked ? masked(value.here()) : value.here(),
        masked ? masked(value.there()) : value.there());
  }

  private static SetBeside.Stored masked(SetBeside.Stored stored) {
    return new SetBeside.Stored(
        stored.text().isEmpty() ? "" : Masking.MASK, stored.file(), stored.row());
  }
}
