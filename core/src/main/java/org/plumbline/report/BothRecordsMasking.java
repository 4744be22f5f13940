package org.plumbline.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.RecordSet;
import org.plumbline.judge.Result;
import org.plumbline.reconcile.BothRecords;
import org.plumbline.reconcile.CaseComparison;
import org.plumbline.records.SetBeside;

/** Masks sensitive keys and values where both parties’ records stand side by side. */
public final class BothRecordsMasking {

  private final Agreement agreement;
  private final Set<String> shown;

  private BothRecordsMasking(Agreement agreement, Set<String> shown) {
    this.agreement = agreement;
    this.shown = shown;
  }

  /**
   * The same, masked; masking twice is masking once.
   *
   * @param shown sensitive fields that are not masked
   */
  public static BothRecords apply(BothRecords both, Set<String> shown) {
    BothRecordsMasking masking = new BothRecordsMasking(both.agreement(), shown);
    return new BothRecords(
        both.agreement(),
        both.asked(),
        both.asOf(),
        both.whose(),
        both.sets(),
        both.missing(),
        both.figures().stream().map(masking::figure).toList(),
        both.comparisons().stream().map(masking::comparison).toList(),
        both.cases().stream().map(masking::told).toList(),
        both.untold());
  }

  private Optional<RecordSet> set(String metric) {
    return Optional.ofNullable(agreement.metrics().get(metric))
        .map(Metric::records)
        .flatMap(agreement::recordSet);
  }

  private Set<String> hidden(String metric) {
    return set(metric).map(set -> Masking.hidden(set, shown)).orElse(Set.of());
  }

  private String key(String metric, String key) {
    return Masking.key(set(metric).map(RecordSet::caseKey).orElse(List.of()), key, hidden(metric));
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
    boolean masked =
        Optional.ofNullable(agreement.metrics().get(result.metric()))
            .flatMap(Metric::each)
            .filter(hidden(result.metric())::contains)
            .isPresent();
    return masked
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

  private CaseComparison comparison(CaseComparison cases) {
    return new CaseComparison(
        cases.metric(),
        cases.period(),
        cases.alike(),
        cases.ours(),
        cases.theirs(),
        cases.groups().stream()
            .map(
                group ->
                    new CaseComparison.Group(
                        group.cause(),
                        group.words(),
                        group.agreed(),
                        group.effect(),
                        group.keys().stream().map(key -> key(cases.metric(), key)).toList()))
            .toList());
  }

  private BothRecords.Case told(BothRecords.Case told) {
    Set<String> hidden = hidden(told.metric());
    String key = key(told.metric(), told.key());
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
