package org.plumbline.workbook;

/** A workbook that cannot be read; what it says is meant for its owner. */
public final class RefusedWorkbook extends Exception {

  private static final long serialVersionUID = 1L;

  private final String right;

  /**
   * A refusal.
   *
   * @param found what was found
   * @param right what would be right
   */
  public RefusedWorkbook(String found, String right) {
    super(found);
    this.right = right;
  }

  /** What was found. */
  public String found() {
    return String.valueOf(getMessage());
  }

  /** What would be right. */
  public String right() {
    return right;
  }
}
