package org.plumbline.web.roster;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.identity.StakeholderRole;

/**
 * A seat on an agreement, as it was, is or will be held.
 *
 * @param declared the role as the agreement declares it, where it does
 * @param person who sits there; empty where nobody does
 * @param capacity {@code holder}, {@code acting}, {@code delegate} or {@code vacant}
 * @param insteadOf for whom somebody stands in
 * @param everywhere whether it is for all agreements of the organization
 * @param until the last day, inclusive
 * @param state {@code now}, {@code over} or {@code to-come}
 */
public record RosterRow(
    UUID id,
    UUID organization,
    String organizationName,
    String role,
    Optional<String> declared,
    Optional<UUID> person,
    String name,
    String capacity,
    Optional<String> insteadOf,
    boolean everywhere,
    LocalDate from,
    Optional<LocalDate> until,
    String state,
    Optional<String> reason) {

  /** The role as people say it. */
  public String label() {
    String known = StakeholderRole.of(role).map(StakeholderRole::label).orElse(role);
    return declared.map(own -> own + " (stands for " + known + ")").orElse(known);
  }

  /** In which capacity, in words. */
  public String inWords() {
    return switch (capacity) {
      case "acting" -> "acting" + insteadOf.map(name -> " for " + name).orElse("");
      case "delegate" -> "delegate" + insteadOf.map(name -> " of " + name).orElse("");
      case "vacant" -> "vacant";
      default -> "holder";
    };
  }

  /** Whether it holds today. */
  public boolean isNow() {
    return state.equals("now");
  }
}
