package org.plumbline.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.RecordSet;
import org.plumbline.reconcile.CaseComparison;

/**
 * What is masked of the cases of a metric where they are compared.
 *
 * @param shown sensitive fields that are not masked
 */
record CaseMasking(Agreement agreement, Set<String> shown) {

  private Optional<Metric> metric(String id) {
    return Optional.ofNullable(agreement.metrics().get(id));
  }

  private Optional<RecordSet> set(String metric) {
    return metric(metric).map(Metric::records).flatMap(agreement::recordSet);
  }

  /** The fields that are masked. */
  Set<String> hidden(String metric) {
    return set(metric).map(set -> Masking.hidden(set, shown)).orElse(Set.of());
  }

  /** Whether the values of {@code each} are masked. */
  boolean hidesEach(String metric) {
    return metric(metric).flatMap(Metric::each).filter(hidden(metric)::contains).isPresent();
  }

  /** The key of a case, its sensitive parts masked. */
  String key(String metric, String key) {
    return Masking.key(set(metric).map(RecordSet::caseKey).orElse(List.of()), key, hidden(metric));
  }

  /** A comparison with the keys of its cases masked. */
  CaseComparison comparison(CaseComparison cases) {
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
}
