package org.plumbline.cli.batch;

/** A cell that cannot be read, or a question that has no answer. */
final class BadCellException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String column;

  BadCellException(String column, String reason) {
    super(reason, null, false, false);
    this.column = column;
  }

  /** The column at fault; empty for the row as a whole. */
  String column() {
    return column;
  }

  /** What was found and what would be right. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
