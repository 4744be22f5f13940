package org.plumbline.web.ledger;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A step of a corrective action plan, as it was written last.
 *
 * @param posting the id of the plan
 * @param owner who sees to it
 * @param due last day
 * @param done when it was reached
 */
public record MilestoneRow(
    UUID id,
    String posting,
    String name,
    Optional<String> owner,
    Optional<LocalDate> due,
    Optional<LocalDate> done) {

  /** How it stands on a day, in words. */
  public String words(LocalDate today) {
    Optional<LocalDate> late = due.filter(last -> done.orElse(today).isAfter(last));
    return done.map(day -> "done on " + day + (late.isPresent() ? ", late" : ""))
        .orElse(late.isPresent() ? "past its last day" : "open");
  }
}
