package org.plumbline.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A numbered document around this one.
 *
 * @param kind {@code gt-and-c order provider-agreement qasp lcce other}
 * @param from its first day
 * @param until its last day, included
 * @param scope services it covers
 */
public record Reference(
    String kind,
    String number,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    List<String> scope) {
  /** Copies the list. */
  public Reference {
    scope = List.copyOf(scope);
  }
}
