package org.plumbline.check;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Remedy;
import org.plumbline.agreement.Settlement;
import org.plumbline.finding.FindingCode;

/** A federal party pays a credit only on an authority that the agreement names (design 4.7). */
final class CreditsWithAuthority implements Rule {

  @Override
  public void check(Draft draft) {
    Agreement agreement = draft.agreement();
    boolean authority =
        agreement.settlement().flatMap(Settlement::authority).isPresent()
            || draft.stands("settlement/authority");
    if (authority) {
      return;
    }
    agreement
        .remedies()
        .forEach(
            (id, remedy) -> {
              if (remedy.effect() instanceof Remedy.Effect.Credit) {
                for (String party : owing(id, remedy, draft)) {
                  Optional<Party> owes = Optional.ofNullable(agreement.parties().get(party));
                  if (owes.flatMap(Party::federal).orElse(false)) {
                    draft.tell(
                        FindingCode.CREDIT_WITHOUT_AUTHORITY,
                        "remedies/" + id + "/credit",
                        "the federal party \"" + party + "\" would owe money without an authority",
                        "write settlement: {authority: …}, or an action in place of the credit");
                    return;
                  }
                }
              }
            });
  }

  /** Who owes a credit: who is named, else who performs the metrics that it follows. */
  private static Set<String> owing(String id, Remedy remedy, Draft draft) {
    if (remedy.owedBy().isPresent()) {
      return Set.of(remedy.owedBy().get());
    }
    Set<String> performing = new LinkedHashSet<>();
    for (MetricView metric : draft.metrics()) {
      if (metric.metric().remedies().contains(id)) {
        performing.add(metric.metric().performing());
      }
    }
    return performing.isEmpty() ? Set.of(Party.PROVIDER) : performing;
  }
}
