package org.plumbline.referee;

import java.time.LocalDate;
import java.util.Optional;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.calendar.TimeAmount;

/** What a condition may ask of a case. */
interface Asked {
  Optional<Point> moment(MomentTerm term);

  Optional<Object> field(String id);

  /** Elapsed or age, in microseconds or days as the unit counts. */
  Optional<Long> elapsed(boolean age, TimeAmount unit);

  /** The amount in the same microseconds or days. */
  Optional<Long> allowed(TimeAmount amount);

  /** The hold, or else the stage, in force. */
  Optional<String> turn(boolean hold);

  /** The day on which facts are read. */
  LocalDate day();
}
