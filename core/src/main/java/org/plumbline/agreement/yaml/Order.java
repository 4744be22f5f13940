package org.plumbline.agreement.yaml;

import java.time.LocalDate;
import java.util.Optional;
import org.plumbline.finding.FindingCode;

/** Tells dates that are in the wrong order. */
final class Order {

  private Order() {}

  /** Tells if {@code until} is before {@code from}. */
  static void check(
      MapReader map, Optional<LocalDate> from, Optional<LocalDate> until, Reading reading) {
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      reading.tell(
          FindingCode.ENDS_BEFORE_START,
          map.find("until").orElseThrow().place(),
          "until " + until.get() + " is before from " + from.get(),
          "write the earlier date under from; both days are included");
    }
  }
}
