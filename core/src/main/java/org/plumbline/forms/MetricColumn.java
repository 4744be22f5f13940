package org.plumbline.forms;

import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.catalog.Column;

/** What a column of a table of metrics means; the first constant that knows a heading takes it. */
enum MetricColumn {
  /** The identifier. */
  ID(
      Column.ID,
      "identifier",
      "#|(no|nr)\\.?|id|ref(erence)?( no\\.?)?|(metric|measure|kpi|sla|item|service measure)"
          + " ?(id|#|no\\.?|nr\\.?|number|identifier|code)"),
  /** What is measured. */
  DESCRIPTION(
      Column.DESCRIPTION,
      "definition",
      ".*(definition|description|desc\\.|what is measured|statement|explanation|meaning).*"),
  /** The least that is accepted. */
  MINIMUM(Column.TARGET, "minimum", "minimum.*|floor|lowest.*|.*\\bminimum( level| standard)?"),
  /** What is expected. */
  TARGET(
      Column.TARGET,
      "target",
      ".*\\b(target|goal|objective|threshold|aql|slo)s?\\b.*|.*acceptable quality.*"
          + "|.*commitment.*|expected.*|required (level|performance)|service level value"),
  /** How long a case may take. */
  LIMIT(
      Column.TARGET,
      "time limit",
      "(time )?limit|time ?frame|turn-?around( time)?|due within|within|time allowed"
          + "|(response|resolution|processing|cycle) time"),
  /** How often it is reported. */
  FREQUENCY(
      Column.FREQUENCY,
      "reporting period",
      ".*frequency.*|.*\\bperiod\\b.*|how often|interval|measured"
          + " every|cadence|cycle|reported|reporting"),
  /** How it is computed. */
  FORMULA(
      Column.FORMULA,
      "formula",
      ".*(formula|calculation|calculated|computed|computation|how measured|how it is measured).*"),
  /** How it is observed. */
  METHOD(
      Column.METHOD,
      "method",
      ".*(method|surveillance|inspection|monitor).*|how (verified|checked)"),
  /** Where the numbers come from. */
  SOURCE(Column.SOURCE, "source", ".*\\b(source|system|data|evidence|report)s?\\b.*"),
  /** Who performs. */
  PERFORMING(
      Column.PERFORMING,
      "performing party",
      ".*(owner|responsib|accountab|performing|party|performed by|organization).*|who"),
  /** The group it belongs to. */
  CATEGORY(
      Column.CATEGORY,
      "category",
      ".*(category|group|area|domain|dimension|type|function)|services?( line)?|process"),
  /** The short name, if the cells do not hold values. */
  NAME(
      Column.NAME,
      "name",
      "(service |key |performance |sla )*(metric|measure|kpi|indicator|name|title|sla|standard"
          + "|service levels?|requirement|required service|deliverable|task)s?"
          + "( name| title| indicators?)?");

  private final Column column;
  private final String word;
  private final Pattern words;

  MetricColumn(Column column, String word, String words) {
    this.column = column;
    this.word = word;
    this.words = Pattern.compile(words);
  }

  /** The column of a catalog that it is like. */
  Column column() {
    return column;
  }

  /** In words. */
  String word() {
    return word;
  }

  /** What a heading means; {@link #NAME} also where it may head the values. */
  static Optional<MetricColumn> of(String heading) {
    for (MetricColumn column : values()) {
      if (column.words.matcher(heading).matches()) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
