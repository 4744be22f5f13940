package org.plumbline.agreement.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.calendar.WorkCalendar;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;

/**
 * What reading calendars gave.
 *
 * @param calendars those that could be read, by id
 * @param usual the id of the one that is meant when none is named: the agreement's {@code
 *     calendar}, or the only one
 * @param findings what is told, in file order
 */
public record ReadCalendars(
    Map<String, WorkCalendar> calendars,
    Optional<String> usual,
    Places places,
    List<Finding> findings) {

  /** Copies, keeping the order. */
  public ReadCalendars {
    calendars = Collections.unmodifiableMap(new LinkedHashMap<>(calendars));
    findings = List.copyOf(findings);
  }

  /** Whether one of the findings is an error; then nothing should be computed. */
  public boolean hasErrors() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
