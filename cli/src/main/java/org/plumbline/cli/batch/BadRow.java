package org.plumbline.cli.batch;

/**
 * A row that has no answer.
 *
 * @param number from 1, a header not counted
 * @param column the column at fault; empty for the row as a whole
 * @param reason what was found and what would be right
 */
public record BadRow(long number, String column, String reason) {

  /** {@code row 3, column to: …}. */
  public String toLine() {
    return "row " + number + (column.isEmpty() ? "" : ", column " + column) + ": " + reason;
  }
}
