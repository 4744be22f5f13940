package org.plumbline.replay;

/** What was kept of a past does not say what was asked: it takes the records. */
public final class RecordsNeededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was asked. */
  public RecordsNeededException(String asked) {
    super(asked + " takes the records");
  }
}
