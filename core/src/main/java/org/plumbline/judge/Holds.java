package org.plumbline.judge;

/** Whether the bounds of a line hold on its figure. */
public enum Holds {
  /** They hold, whatever the indeterminate cases are. */
  YES,
  /** At least one does not, whatever the indeterminate cases are. */
  NO,
  /** It depends on cases or values that are not known. */
  UNKNOWN,
  /** The line has no cases and is skipped. */
  NO_CASES,
  /** Too few cases, or nothing promised: reported, not judged. */
  NOT_JUDGED;

  /** Both together, as far as they are judged: no beats unknown beats yes. */
  Holds and(Holds other) {
    if (this == NO || other == NO) {
      return NO;
    }
    if (this == UNKNOWN || other == UNKNOWN) {
      return UNKNOWN;
    }
    if (this == YES || other == YES) {
      return YES;
    }
    return this == NOT_JUDGED || other == NOT_JUDGED ? NOT_JUDGED : NO_CASES;
  }
}
