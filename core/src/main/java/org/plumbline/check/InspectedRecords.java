package org.plumbline.check;

import java.util.List;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Remedy;
import org.plumbline.finding.FindingCode;

/**
 * Records that their supplier gains from can be inspected by the other side: by evidence, a second
 * supplier, reconsideration, or a clause on monitoring and audit.
 */
final class InspectedRecords implements Rule {

  /** The practice that a clause on monitoring and audit satisfies (GAO-16-325). */
  private static final String MONITORING = "gao-16-325/5";

  @Override
  public void check(Draft draft) {
    if (isInspected(draft.agreement())) {
      return;
    }
    for (SetView set : draft.recordSets()) {
      List<String> suppliers = set.set().delivery().map(Delivery::suppliedBy).orElse(List.of());
      boolean evidence = set.set().delivery().filter(Delivery::evidenceRequired).isPresent();
      if (suppliers.size() != 1 || evidence) {
        continue;
      }
      String party = suppliers.get(0).split("/", -1)[0];
      draft.metrics().stream()
          .filter(metric -> metric.metric().records().equals(set.id()))
          .filter(metric -> metric.metric().performing().equals(party))
          .filter(metric -> hasMoney(metric, draft.agreement()))
          .findFirst()
          .ifPresent(
              metric ->
                  draft.tell(
                      FindingCode.NOT_INSPECTED,
                      set.path() + "/delivery/supplied-by",
                      "\""
                          + party
                          + "\" supplies these records and owes money by them for "
                          + metric.id()
                          + ", and nobody can inspect them",
                      "write reconsideration:, evidence: required, or a second supplier"));
    }
  }

  private static boolean isInspected(Agreement agreement) {
    return agreement.reconsideration().isPresent()
        || agreement.clauses().stream().anyMatch(clause -> clause.satisfies().contains(MONITORING));
  }

  private static boolean hasMoney(MetricView metric, Agreement agreement) {
    return metric.metric().remedies().stream()
        .map(agreement.remedies()::get)
        .anyMatch(remedy -> remedy != null && remedy.effect() instanceof Remedy.Effect.Credit);
  }
}
