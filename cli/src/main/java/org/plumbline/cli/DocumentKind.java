package org.plumbline.cli;

import java.util.Locale;

/** What {@code plumbline document} makes. */
enum DocumentKind {
  /** The agreement itself. */
  SLA,
  /** The surveillance plan. */
  QASP,
  /** Inputs to an interagency agreement. */
  IAA,
  /** A form for a change. */
  CHANGE_REQUEST,
  /** The concept of operations beside the agreement. */
  CONOPS,
  /** What falls due, and when. */
  CALENDAR,
  /** What has to be put right. */
  CORRECTIVE_ACTION_PLAN,
  /** Results short of what was agreed. */
  DISCREPANCY_REPORT,
  /** What the program wanted to reach. */
  SUCCESS_METRICS;

  /** Whether it is of results, so that records are read. */
  boolean isOfResults() {
    return switch (this) {
      case CORRECTIVE_ACTION_PLAN, DISCREPANCY_REPORT, SUCCESS_METRICS -> true;
      case SLA, QASP, IAA, CHANGE_REQUEST, CONOPS, CALENDAR -> false;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
