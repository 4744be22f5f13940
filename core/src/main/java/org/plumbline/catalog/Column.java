package org.plumbline.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column of a workbook of measures means (FIBF service measure schema). A header is known by
 * its words, not by its place or exact text; the first constant that knows it takes it.
 */
public enum Column {
  /** The identifier. */
  ID("id", "measure id|^id$"),
  /** The short name. */
  NAME("name", "measure name|^name$"),
  /** What is counted, in one sentence. */
  DESCRIPTION("description", "measure description|^description$"),
  /** What is expected. */
  TARGET("target", "target$"),
  /** Where it comes from. */
  RATIONALE("rationale", "rationale"),
  /** Oversight Reporting, Customer Facing … */
  CATEGORY("category", "measure category"),
  /** Activity Level or Performance Level. */
  LEVEL("level", "level type"),
  /** Marketplace, Service Provider … */
  REPORTING_LEVEL("reporting-level", "reporting level"),
  /** Availability, Quality, Timeliness … */
  TYPE("type", "measures? type"),
  /** Who performs what is measured. */
  PERFORMING("performing", "performing|responsible party"),
  /** Who reports it. */
  REPORTING("reporting", "reporting organization"),
  /** Who answers for it. */
  ACCOUNTABLE("accountable", "accountable"),
  /** How often. */
  FREQUENCY("frequency", "frequency"),
  /** The formula. */
  FORMULA("formula", "formula"),
  /** Which fields of the source. */
  SOURCE_DETAIL("source-detail", "source.*detail"),
  /** Automated Reporting, Inspection, Sampling … */
  METHOD("method", "measurement.*method"),
  /** Which system or report. */
  SOURCE("source", "measurement source"),
  /** Mandatory, Optional … */
  PRIORITY("priority", "priority"),
  /** Existing, Future, Retired … */
  STATUS("status", "measure status|^status$"),
  /** When it is to be in use. */
  TIMEFRAME("timeframe", "timeframe"),
  /** ITIL area and process. */
  PRACTICE("practice", "itil"),
  /** SL0 to SL7. */
  LAYER("layer", "(service|delivery) layer"),
  /** TBM sub-tower. */
  SUB_TOWER("sub-tower", "sub-tower"),
  /** TBM tower. */
  TOWER("tower", "tower"),
  /** FIBF activity. */
  ACTIVITY("activity", "activity"),
  /** FIBF area. */
  AREA("area", "functional area|^service area$|domain$"),
  /** FIBF function. */
  FUNCTION("function", "function");

  private final String key;
  private final Pattern meaning;

  Column(String key, String meaning) {
    this.key = key;
    this.meaning = Pattern.compile(meaning);
  }

  /** The key in exports. */
  public String key() {
    return key;
  }

  /** The key as a word of a sentence: {@code reporting level}. */
  public String word() {
    return key.replace('-', ' ');
  }

  /** What a header means; what stands in parentheses or on later lines does not matter. */
  static Optional<Column> ofHeader(String header) {
    String line = header.strip().split("[\\n\\r(]", 2)[0];
    String text = line.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    if (text.isEmpty() || text.length() > 80) {
      return Optional.empty();
    }
    for (Column column : values()) {
      if (column.meaning.matcher(text).find()) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
