package org.plumbline.remedy;

/** How a posting stands (language.md 6). */
public enum Standing {
  /** It follows from the results; nobody has decided on it yet. */
  PROPOSED("proposed"),
  /** Both parties agree on it. */
  AGREED("agreed"),
  /** It waits: for a decision, or for something that is not known. */
  HELD("held"),
  /** Who is owed it forgoes it. */
  WAIVED("waived"),
  /** It stands on a bill. */
  APPLIED("applied"),
  /** It is paid, or done. */
  PAID("paid"),
  /** It was not asked for in time, or nothing was left to set it off against. */
  LAPSED("lapsed"),
  /** Its amount is nothing, and a step says why. */
  NOTHING("nothing");

  private final String key;

  Standing(String key) {
    this.key = key;
  }

  /** The word of the language. */
  public String key() {
    return key;
  }

  /** Whether the amount counts in the ledger. */
  public boolean counts() {
    return switch (this) {
      case PROPOSED, AGREED, APPLIED, PAID -> true;
      case HELD, WAIVED, LAPSED, NOTHING -> false;
    };
  }
}
