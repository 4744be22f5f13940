package org.plumbline.web.guide;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What in the register can show that an activity was done, with what would have to be there and the
 * page where one does it.
 */
public enum Evidence {
  CONOPS_PROCESSES("a concept of operations that names its processes", "conops"),
  CONOPS_STEPS("the steps of each process in the concept of operations", "conops"),
  CONOPS_TARGET("who performs each step, today and in the target state", "conops"),
  CONOPS_ROLES("one role that answers for each step", "conops"),
  CONOPS_SENT("a concept of operations that was sent", "conops"),
  CONOPS_ANSWERED("an answer of an approver to it", "conops"),
  CONOPS_AREAS("the five areas of operation, each with a role that answers for it", "conops"),
  CONOPS_RETAINED("the organization that the agency keeps", "conops"),
  CONOPS_CERTIFIED("the concept of operations accepted by an approver of each party", "conops"),
  GOVERNANCE("an area of governance in the concept of operations", "conops"),
  STEPS_TIMED("how long each step may take, and a text that was sent", "conops"),
  OFFER_REVIEWED("the provider’s own metrics, each kept, changed or dropped", ""),
  METRICS_DEFINED("a text without errors that has metrics", ""),
  DELIVERIES_AND_REPORTS("where records come from, and when reports are due, in the text", ""),
  TARGETS_AND_REMEDIES("a target for each metric, and what follows a miss, in the text", ""),
  STABILIZATION("a stabilization period in the text", ""),
  ORDER_NAMED("the order or contract under references: in the text", ""),
  BUY_IN("the answers of those whom the metrics concern", "buy-in"),
  TEXT_SENT("a text that was sent", ""),
  SIGNED_BY_BOTH("a text accepted by both parties", "sign-off"),
  AMENDED("an amendment that was sent", ""),
  QSMO_READS("a QSMO that was admitted to read", ""),
  RECORDS_LOADED("records that were brought in", "records"),
  REPORT_ISSUED("a report that was issued, or a result that was sent", "results"),
  MEETING_HELD("a review meeting that was held", "reviews"),
  GAPS_NAMED("gaps that were named", ""),
  ANNUAL_REVIEW("a review meeting that is called “Annual review …” and was held", "renewal");

  private final String wanted;
  private final String page;

  Evidence(String wanted, String page) {
    this.wanted = wanted;
    this.page = page;
  }

  /** As files write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What would have to be there. */
  public String wanted() {
    return wanted;
  }

  /** The page of an agreement where one does it; empty for the agreement itself. */
  public String page() {
    return page;
  }

  /** The one that files write so. */
  public static Optional<Evidence> of(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
