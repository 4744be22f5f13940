package org.plumbline.compile;

/** Where a row went, as a number in plans (docs/meaning.md 9). */
public final class States {

  /** Not in the population. */
  public static final long NOT_QUALIFIED = 0;

  /** Voided before it was decided. */
  public static final long VOIDED = 1;

  /** Cannot be said. */
  public static final long INDETERMINATE = 2;

  /** Not decided yet. */
  public static final long OPEN = 3;

  /** Decided. */
  public static final long DECIDED = 4;

  /** An unusable row that counts as not met. */
  public static final long UNUSABLE_NOT_MET = 5;

  /** A limit ran out; when is still to be worked out. */
  static final long LATE = 6;

  private States() {}
}
