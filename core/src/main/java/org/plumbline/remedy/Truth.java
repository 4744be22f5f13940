package org.plumbline.remedy;

/** Yes, no or unknown. */
enum Truth {
  YES,
  NO,
  UNKNOWN;

  static Truth of(boolean yes) {
    return yes ? YES : NO;
  }

  Truth not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
    };
  }

  Truth and(Truth other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : UNKNOWN;
  }

  Truth or(Truth other) {
    return not().and(other.not()).not();
  }
}
