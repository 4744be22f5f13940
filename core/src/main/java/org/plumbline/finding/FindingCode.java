package org.plumbline.finding;

/**
 * The kinds of findings. A code is never reused; each has a page {@code docs/findings/CODE.md} that
 * says what it means, why it matters, and shows a wrong and a right example.
 *
 * <p>{@code PL1xx} the file cannot be read as YAML or has the wrong shape; {@code PL2xx} a value is
 * not what its key takes; {@code PL3xx} two places do not fit together; {@code PL4xx} read and
 * kept, but open or not evaluated; {@code PL5xx} records and bindings; {@code PL6xx} an evaluation
 * tells something; {@code PL7xx} calendars, dates and the command line.
 */
public enum FindingCode {
  /** The file is not YAML. */
  NOT_YAML("PL101", Severity.ERROR),
  /** A key that nothing defines here. */
  UNKNOWN_KEY("PL102", Severity.ERROR),
  /** The file is larger than what is read. */
  TOO_LARGE("PL103", Severity.ERROR),
  /** The file is not UTF-8 text. */
  NOT_TEXT("PL104", Severity.ERROR),
  /** A key that stands twice in one map. */
  DUPLICATE_KEY("PL105", Severity.ERROR),
  /** A part of YAML that the language does without: anchors, aliases, tags, several documents. */
  YAML_FEATURE("PL106", Severity.ERROR),
  /** Maps and lists within each other, too deep. */
  TOO_DEEP("PL107", Severity.ERROR),
  /** A key that has to stand here does not. */
  MISSING_KEY("PL108", Severity.ERROR),
  /** A map, a list or a single value where another of these is needed. */
  WRONG_SHAPE("PL109", Severity.ERROR),
  /** A key without a value. */
  EMPTY_VALUE("PL110", Severity.ERROR),
  /** Keys of which exactly one may stand here, and none or several do. */
  ONE_OF_KEYS("PL111", Severity.ERROR),
  /** The document is of another kind or another version of the language. */
  OTHER_DOCUMENT("PL112", Severity.ERROR),

  /** A name that is not an id. */
  NOT_AN_ID("PL201", Severity.ERROR),
  /** A value that is not a duration. */
  NOT_A_DURATION("PL202", Severity.ERROR),
  /** A value that is not a share. */
  NOT_A_SHARE("PL203", Severity.ERROR),
  /** A value that is not an amount of money. */
  NOT_MONEY("PL204", Severity.ERROR),
  /** A value that is not a number, or outside its range. */
  NOT_A_NUMBER("PL205", Severity.ERROR),
  /** A value that is not a date. */
  NOT_A_DATE("PL206", Severity.ERROR),
  /** A value that is not a window of hours, or a day of the week. */
  NOT_HOURS("PL207", Severity.ERROR),
  /** A value that is none of the words that the key takes. */
  NOT_A_WORD("PL208", Severity.ERROR),
  /** A value that is not an IANA time zone. */
  NOT_A_ZONE("PL209", Severity.ERROR),
  /** A value that is not a condition. */
  NOT_A_CONDITION("PL210", Severity.ERROR),
  /** A value that is not a moment. */
  NOT_A_MOMENT("PL211", Severity.ERROR),
  /** A value that is not a figure. */
  NOT_A_FIGURE("PL212", Severity.ERROR),
  /** A value that is neither true nor false. */
  NOT_A_FLAG("PL213", Severity.ERROR),
  /** A value that is not a rule for holidays. */
  NOT_HOLIDAYS("PL214", Severity.ERROR),
  /** A path that leads out of the folder, or to no file that can be read. */
  NOT_A_FILE("PL215", Severity.ERROR),
  /** A list that is not a varying value. */
  NOT_VARYING("PL216", Severity.ERROR),
  /** A value that is not the hash of a version. */
  NOT_A_HASH("PL217", Severity.ERROR),
  /** A name that the language keeps for itself. */
  RESERVED_ID("PL218", Severity.ERROR),
  /** A value that cannot be left open, because nothing can be read without it. */
  CANNOT_BE_OPEN("PL219", Severity.ERROR),
  /** A text that is not one line, too long, or with characters that nobody sees. */
  NOT_PLAIN_TEXT("PL220", Severity.ERROR),

  /** Something ends before it starts. */
  ENDS_BEFORE_START("PL301", Severity.ERROR),
  /** Hours, shifts or breaks of a calendar that do not fit each other. */
  CALENDAR_CONFLICT("PL302", Severity.ERROR),

  /** A value of a draft that is still to be agreed. */
  TO_BE_AGREED("PL401", Severity.NOTE),

  /** A file of records that cannot be read as what it should be. */
  REFUSED_FILE("PL501", Severity.ERROR),
  /** Rows or cells of a file of records that cannot be used. */
  BAD_ROW("PL502", Severity.ERROR),
  /** A record set for which there is no file. */
  NO_FILES("PL503", Severity.ERROR),
  /** A binding that does not fit the agreement. */
  BINDING_MISMATCH("PL504", Severity.ERROR),
  /** Something about records that is unusual, not wrong. */
  UNUSUAL_RECORDS("PL505", Severity.WARNING),
  /** Records in stored form that cannot be opened. */
  NOT_STORED_RECORDS("PL506", Severity.ERROR);

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
