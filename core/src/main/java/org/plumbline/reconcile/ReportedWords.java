package org.plumbline.reconcile;

import java.util.Optional;
import java.util.Set;

/** What people write for met and not met, for what was left out and what is open. */
final class ReportedWords {

  private static final Set<String> MET =
      Set.of(
          "met",
          "yes",
          "y",
          "true",
          "in time",
          "on time",
          "ontime",
          "within",
          "within limit",
          "within sla",
          "pass",
          "passed",
          "ok",
          "compliant",
          "achieved",
          "kept",
          "green",
          "timely",
          "1");
  private static final Set<String> NOT_MET =
      Set.of(
          "not met",
          "no",
          "n",
          "false",
          "late",
          "missed",
          "miss",
          "fail",
          "failed",
          "breach",
          "breached",
          "violated",
          "overdue",
          "exceeded",
          "out of sla",
          "not achieved",
          "non compliant",
          "noncompliant",
          "past limit",
          "red",
          "untimely",
          "0");
  private static final Set<String> EXCLUDED =
      Set.of(
          "excluded",
          "exempt",
          "n a",
          "na",
          "cancelled",
          "canceled",
          "void",
          "voided",
          "duplicate",
          "not counted",
          "waived",
          "withdrawn",
          "out of scope");
  private static final Set<String> OPEN =
      Set.of("open", "pending", "in progress", "not due", "running", "active");

  private ReportedWords() {}

  /** Whether a cell says that something was met. */
  static Optional<Boolean> met(String cell) {
    String plain = MetricNames.plain(cell);
    return MET.contains(plain)
        ? Optional.of(true)
        : NOT_MET.contains(plain) ? Optional.of(false) : Optional.empty();
  }

  /** How a cell says that a case was counted. */
  static Optional<ReportedCase.Outcome> outcome(String cell) {
    String plain = MetricNames.plain(cell);
    if (EXCLUDED.contains(plain)) {
      return Optional.of(ReportedCase.Outcome.EXCLUDED);
    }
    if (OPEN.contains(plain)) {
      return Optional.of(ReportedCase.Outcome.OPEN);
    }
    return met(cell).map(met -> met ? ReportedCase.Outcome.MET : ReportedCase.Outcome.NOT_MET);
  }
}
