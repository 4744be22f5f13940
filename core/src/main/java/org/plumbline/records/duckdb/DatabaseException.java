package org.plumbline.records.duckdb;

/** The database could not do what we asked: no room left, or our fault. */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of failure it is. */
  public enum Kind {
    /** Memory or disk ran out. */
    NO_ROOM,
    /** The statement was interrupted. */
    INTERRUPTED,
    /** Anything else: a statement that should have run. */
    FAULT
  }

  private final Kind kind;

  /** What was being done, and the first line of what the database said. */
  DatabaseException(String doing, Throwable cause) {
    super(doing + ": " + firstLine(cause), cause);
    this.kind = kindOf(firstLine(cause));
  }

  /** What kind of failure it is. */
  public Kind kind() {
    return kind;
  }

  private static String firstLine(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private static Kind kindOf(String message) {
    if (message.contains("Out of Memory") || message.contains("No space left")) {
      return Kind.NO_ROOM;
    }
    return message.contains("INTERRUPT") ? Kind.INTERRUPTED : Kind.FAULT;
  }
}
