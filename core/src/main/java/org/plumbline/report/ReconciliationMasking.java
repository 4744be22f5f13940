package org.plumbline.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.RecordSet;
import org.plumbline.reconcile.CaseComparison;
import org.plumbline.reconcile.Comparison;
import org.plumbline.reconcile.Reconciliation;
import org.plumbline.reconcile.ReportedFigure;

/** Masks sensitive parts of the keys of cases, and sensitive values of {@code each}. */
public final class ReconciliationMasking {

  private final Agreement agreement;
  private final Set<String> shown;

  private ReconciliationMasking(Agreement agreement, Set<String> shown) {
    this.agreement = agreement;
    this.shown = shown;
  }

  /**
   * The same, masked; masking twice is masking once.
   *
   * @param shown sensitive fields that are not masked
   */
  public static Reconciliation apply(Reconciliation reconciliation, Set<String> shown) {
    ReconciliationMasking masking = new ReconciliationMasking(reconciliation.agreement(), shown);
    return new Reconciliation(
        reconciliation.agreement(),
        reconciliation.asked(),
        reconciliation.asOf(),
        reconciliation.comparisons().stream().map(masking::comparison).toList(),
        reconciliation.lists().stream().map(masking::cases).toList(),
        reconciliation.unreported(),
        reconciliation.otherPeriods(),
        reconciliation.reasons(),
        reconciliation.findings());
  }

  private Set<String> hidden(String metric) {
    return set(metric).map(set -> Masking.hidden(set, shown)).orElse(Set.of());
  }

  private Optional<RecordSet> set(String metric) {
    return Optional.ofNullable(agreement.metrics().get(metric))
        .map(Metric::records)
        .flatMap(agreement::recordSet);
  }

  private Comparison comparison(Comparison comparison) {
    ReportedFigure figure = comparison.reported();
    boolean masked =
        Optional.ofNullable(agreement.metrics().get(figure.metric()))
            .flatMap(Metric::each)
            .filter(hidden(figure.metric())::contains)
            .isPresent();
    return new Comparison(
        masked ? figure.of(figure.each().map(each -> Masking.MASK)) : figure,
        comparison.shown(),
        comparison.theirs(),
        comparison.ours(),
        comparison.line(),
        comparison.standing(),
        comparison.difference(),
        comparison.meetsAsWritten(),
        comparison.explanations(),
        comparison.tried(),
        comparison.cases().map(this::cases));
  }

  private CaseComparison cases(CaseComparison cases) {
    Set<String> hidden = hidden(cases.metric());
    List<String> fields = set(cases.metric()).map(RecordSet::caseKey).orElse(List.of());
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
                        group.keys().stream()
                            .map(key -> Masking.key(fields, key, hidden))
                            .toList()))
            .toList());
  }
}
