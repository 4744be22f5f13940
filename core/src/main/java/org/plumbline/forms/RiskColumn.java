package org.plumbline.forms;

/** The columns of the risk log of the M3 RAID log, in its order and words. */
public enum RiskColumn implements LogColumn {
  /** Its number in the log. */
  NUMBER("Risk #", 8),
  /** What it is, short. */
  TITLE("Title", 34),
  /** What it is, in if and then. */
  DESCRIPTION("Description", 50),
  /** What is to be done. */
  PLAN("Response Plan", 50),
  /** Avoid, mitigate or accept. */
  RESPONSE("Risk Response", 12),
  /** Where it stands. */
  STATUS("Status", 12),
  /** How it got there. */
  STATUS_NOTES("Risk Status Notes", 24),
  /** One of the types of OMB Circular A-11. */
  TYPE("Risk Type", 20),
  /** What it concerns. */
  PROGRAM("Program or Release", 26),
  /** Who wrote it down. */
  CREATED_BY("Created By", 14),
  /** When. */
  CREATED_ON("Created On", 12),
  /** Customer, provider or shared. */
  ORGANIZATION("Risk Owner(s) - Organization", 16),
  /** Who sees to it. */
  OWNER("Risk Owner", 16),
  /** From 1 to 5. */
  PROBABILITY("Probability (Likelihood)", 14),
  /** From 1 to 5. */
  IMPACT("Consequence / Impact", 14),
  /** What makes it come true. */
  TRIGGER("Risk Trigger", 34),
  /** When it comes true. */
  DUE("Due Date (Trigger Date)", 14),
  /** What is done then. */
  CONTINGENCY("Risk Contingency Plan", 30),
  /** Others that it hangs together with. */
  RELATED("Related Risk #", 10),
  /** What ends it. */
  CLOSURE("Closure Criteria", 40),
  /** Its number at OMB. */
  OMB("OMB ID", 10),
  /** What else is to be said. */
  NOTES("Notes", 40),
  /** Where it comes from. */
  REFERENCES("Reference Materials", 50);

  private final String heading;
  private final int width;

  RiskColumn(String heading, int width) {
    this.heading = heading;
    this.width = width;
  }

  /** As it stands in the template. */
  @Override
  public String heading() {
    return heading;
  }

  @Override
  public int width() {
    return width;
  }
}
