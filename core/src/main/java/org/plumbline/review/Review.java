package org.plumbline.review;

import java.util.List;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.companion.Companions;
import org.plumbline.chain.Chain;
import org.plumbline.chain.Feasibility;

/**
 * Everything that is to be gone through before a draft is signed.
 *
 * @param chains end-to-end promises against their steps
 * @param coverage who does what (key tasks 3.14 and 4.19 of the M3 Playbook)
 * @param completeness practices and contents that others ask for
 * @param profiles what each metric lacks of a measure profile (QSMO Performance Management)
 * @param offered what became of the provider's offer, if one is included
 * @param success what serves the success metrics of the program, if they are included
 * @param needs what promises each requirement, if they are included
 */
public record Review(
    List<Chain> chains,
    List<Row> coverage,
    List<Row> completeness,
    List<Row> profiles,
    List<OfferedMetric> offered,
    List<Row> success,
    List<Row> needs) {

  /** Copies the lists. */
  public Review {
    chains = List.copyOf(chains);
    coverage = List.copyOf(coverage);
    completeness = List.copyOf(completeness);
    profiles = List.copyOf(profiles);
    offered = List.copyOf(offered);
    success = List.copyOf(success);
    needs = List.copyOf(needs);
  }

  /** Goes through a draft and what it includes. */
  public static Review of(Agreement agreement, Companions companions) {
    List<Chain> chains = Feasibility.of(agreement, companions.conops());
    return new Review(
        chains,
        Coverage.of(agreement, companions.conops(), chains),
        Completeness.of(agreement, companions),
        MeasureProfiles.of(agreement),
        companions.offer().map(offer -> OfferedMetric.of(agreement, offer)).orElse(List.of()),
        companions
            .successMetrics()
            .map(metrics -> Served.success(agreement, metrics))
            .orElse(List.of()),
        companions
            .requirements()
            .map(needs -> Served.needs(agreement, companions.conops(), needs))
            .orElse(List.of()));
  }

  /** How many rows of a table are missing. */
  public static long missing(List<Row> rows) {
    return rows.stream().filter(row -> row.standing() == Row.Standing.MISSING).count();
  }
}
