package org.plumbline.finding;

/**
 * The kinds of findings. A code is never reused; each has a page {@code docs/findings/CODE.md} that
 * says what it means, why it matters, and shows a wrong and a right example.
 *
 * <p>{@code PL1xx} the file cannot be read as YAML or has the wrong shape; {@code PL2xx} a value is
 * not what its key takes; {@code PL3xx} two places do not fit together; {@code PL4xx} read and
 * kept, but not evaluated; {@code PL5xx} records and bindings; {@code PL6xx} an evaluation tells
 * something; {@code PL7xx} calendars, dates and the command line.
 */
public enum FindingCode {
  /** The file is not YAML that we read. */
  NOT_YAML("PL101", Severity.ERROR),
  /** A key that nothing defines here. */
  UNKNOWN_KEY("PL102", Severity.ERROR);

  private final String id;
  private final Severity severity;

  FindingCode(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  /** The short code, such as {@code PL102}. */
  public String id() {
    return id;
  }

  /** The severity that findings of this kind have unless said otherwise. */
  public Severity severity() {
    return severity;
  }
}
