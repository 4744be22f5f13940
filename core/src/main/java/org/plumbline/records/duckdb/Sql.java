package org.plumbline.records.duckdb;

import java.util.Collection;
import java.util.stream.Collectors;

/** The one place where names and texts become SQL. */
public final class Sql {

  private Sql() {}

  /** An identifier, quoted, whatever characters it has. */
  public static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** A text, quoted. */
  public static String text(String value) {
    return '\'' + value.replace("'", "''") + '\'';
  }

  /** Texts between parentheses, for {@code IN}; an empty collection matches nothing. */
  public static String texts(Collection<String> values) {
    return values.isEmpty()
        ? "(NULL)"
        : values.stream().map(Sql::text).collect(Collectors.joining(", ", "(", ")"));
  }
}
