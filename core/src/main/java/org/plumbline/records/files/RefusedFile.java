package org.plumbline.records.files;

/** A file that cannot be read as what it should be; what it says is meant for its owner. */
public final class RefusedFile extends Exception {

  private static final long serialVersionUID = 1L;

  private final long row;
  private final String right;

  /**
   * A refusal.
   *
   * @param row the line or row, from 1; 0 where the whole file is meant
   * @param found what was found
   * @param right what would be right
   */
  public RefusedFile(long row, String found, String right) {
    super(found);
    this.row = row;
    this.right = right;
  }

  /** The line or row, from 1; 0 where the whole file is meant. */
  public long row() {
    return row;
  }

  /** What would be right. */
  public String right() {
    return right;
  }
}
