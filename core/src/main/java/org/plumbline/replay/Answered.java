package org.plumbline.replay;

/** What the figures of a metric under other terms were worked out from. */
public enum Answered {
  /** Nothing that is counted changed: the counts that were made already. */
  COUNTS("the counts of the first evaluation"),
  /** Only limits changed: the clocks that were kept. */
  CLOCKS("the clocks kept of each case"),
  /** What is counted changed: the records, once more. */
  RECORDS("the records, read again");

  private final String words;

  Answered(String words) {
    this.words = words;
  }

  /** What people call it. */
  public String words() {
    return words;
  }
}
