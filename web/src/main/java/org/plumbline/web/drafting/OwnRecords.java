package org.plumbline.web.drafting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.records.StoredSet;
import org.plumbline.register.Register;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;
import org.plumbline.web.agreement.CheckedText;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.KnownAgreement;
import org.plumbline.web.records.LoadRow;
import org.plumbline.web.records.Loads;
import org.plumbline.web.records.OpenRecords;
import org.plumbline.web.refusal.Refused;
import org.springframework.stereotype.Component;

/** The records that a person sees of an agreement, read under a text alone. */
@Component
final class OwnRecords {

  private final Loads loads;
  private final Clock clock;

  OwnRecords(Loads loads, Clock clock) {
    this.loads = loads;
    this.clock = clock;
  }

  /** Work over records that are loaded. */
  interface Work<T> {
    /**
     * Works.
     *
     * @param now what happened later is not seen
     */
    T over(OpenRecords records, Instant now);
  }

  /** Whether there are any. */
  boolean any(Viewer viewer, UUID agreement) {
    return loads.standing(viewer, agreement).stream().anyMatch(file -> !file.binding());
  }

  /**
   * Reads them and works over them.
   *
   * @throws Refused if they cannot be read or counted
   */
  <T> T read(Viewer viewer, UUID agreement, VersionRow row, CheckedText text, Work<T> work) {
    Agreement read = text.agreement().orElseThrow();
    Map<String, String> named = new LinkedHashMap<>();
    loads
        .standing(viewer, agreement)
        .forEach((LoadRow file) -> named.put(file.fileName(), file.sha256()));
    KnownAgreement terms =
        new KnownAgreement(
            Versions.of(new Version(read, text.hash().orElseThrow(), row.label())),
            List.of(row),
            text.findings(),
            Register.none(read.id()),
            List.of(),
            Map.of(),
            loads.known(viewer, agreement).map(KnownAgreement::files).orElse(Map.of()),
            Optional.empty());
    Instant now = clock.instant();
    try {
      return loads.opened(
          terms,
          named,
          now.atZone(read.zone()).toLocalDate(),
          opening -> {
            try (OpenRecords open = opening.usable(Set.of())) {
              return work.over(open, now);
            }
          });
    } catch (RefusedInputException fault) {
      throw new Refused("The records cannot be counted: " + fault.getMessage());
    }
  }

  /** A text as if it had been in force as long as the records reach. */
  static Agreement throughout(Agreement text, Map<String, StoredSet> sets) {
    Optional<Long> first =
        sets.values().stream()
            .map(StoredSet::range)
            .filter(range -> range.first() <= range.last())
            .map(StoredSet.DayRange::first)
            .min(Long::compare);
    PerformancePeriod written = text.performancePeriod();
    LocalDate from =
        first
            .map(LocalDate::ofEpochDay)
            .filter(day -> day.isBefore(written.from()))
            .orElse(written.from());
    return text.withPerformancePeriod(
        new PerformancePeriod(from, written.until(), written.runOut()));
  }
}
