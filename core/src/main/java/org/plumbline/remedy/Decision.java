package org.plumbline.remedy;

import java.time.LocalDate;

/**
 * What a party did with a posting, as the register has it.
 *
 * @param posting the posting's id as text
 * @param act what was done
 * @param on the day
 * @param by the party or role
 * @param note the reason, the bill or the reference of the payment; may be empty
 */
public record Decision(String posting, Act act, LocalDate on, String by, String note) {

  /** What may be done. */
  public enum Act {
    /** Asked for. */
    REQUESTED,
    /** Agreed on. */
    AGREED,
    /** Put on hold. */
    HELD,
    /** Forgone. */
    WAIVED,
    /** Put on a bill. */
    APPLIED,
    /** Paid, or done. */
    PAID
  }
}
