package org.plumbline.report;

import java.util.Set;
import org.plumbline.reconcile.Comparison;
import org.plumbline.reconcile.Reconciliation;
import org.plumbline.reconcile.ReportedFigure;

/** Masks sensitive parts of the keys of cases, and sensitive values of {@code each}. */
public final class ReconciliationMasking {

  private final CaseMasking cases;

  private ReconciliationMasking(CaseMasking cases) {
    this.cases = cases;
  }

  /**
   * The same, masked; masking twice is masking once.
   *
   * @param shown sensitive fields that are not masked
   */
  public static Reconciliation apply(Reconciliation reconciliation, Set<String> shown) {
    ReconciliationMasking masking =
        new ReconciliationMasking(new CaseMasking(reconciliation.agreement(), shown));
    return new Reconciliation(
        reconciliation.agreement(),
        reconciliation.asked(),
        reconciliation.asOf(),
        reconciliation.comparisons().stream().map(masking::comparison).toList(),
        reconciliation.lists().stream().map(masking.cases::comparison).toList(),
        reconciliation.unreported(),
        reconciliation.otherPeriods(),
        reconciliation.reasons(),
        reconciliation.findings());
  }

  private Comparison comparison(Comparison comparison) {
    ReportedFigure figure = comparison.reported();
    return new Comparison(
        cases.hidesEach(figure.metric())
            ? figure.of(figure.each().map(each -> Masking.MASK))
            : figure,
        comparison.shown(),
        comparison.theirs(),
        comparison.ours(),
        comparison.line(),
        comparison.standing(),
        comparison.difference(),
        comparison.meetsAsWritten(),
        comparison.explanations(),
        comparison.tried(),
        comparison.cases().map(cases::comparison));
  }
}
