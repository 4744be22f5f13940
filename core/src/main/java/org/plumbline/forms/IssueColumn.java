package org.plumbline.forms;

/** The columns of the issue log of the M3 RAID log, in its order and words. */
enum IssueColumn implements LogColumn {
  NUMBER("Issue #"),
  RELATED("Related Risk #"),
  TITLE("Title"),
  DESCRIPTION("Description"),
  PLAN("Resolution Plan"),
  STATUS("Status"),
  STATUS_NOTES("Issue Status Notes"),
  TYPE("Issue Type"),
  PROGRAM("Program or Release"),
  CREATED_BY("Created By"),
  CREATED_ON("Created On"),
  ORGANIZATION("Issue Owner(s) - Organization"),
  OWNER("Issue Owner(s)"),
  DUE("Due Date"),
  IMPACT("Consequence / Impact"),
  PRIORITY("Priority"),
  MODIFIED_ON("Modified On"),
  CLOSURE("Closure Criteria"),
  CLOSED_ON("Closed Date"),
  CHANGE_REQUEST("Change Request #"),
  OMB("OMB ID"),
  NOTES("Notes"),
  REFERENCES("Reference Materials");

  private final String heading;

  IssueColumn(String heading) {
    this.heading = heading;
  }

  @Override
  public String heading() {
    return heading;
  }

  @Override
  public int width() {
    return 20;
  }
}
