package org.plumbline.web.records;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.agreement.RegisterRow;
import org.plumbline.agreement.RegisterSets;

/** Rows of the register's own sets as files that the command line reads. */
final class RegisterFiles {

  private RegisterFiles() {}

  /** What the file of a set is called: it begins as the set does. */
  static String name(String set) {
    return "register-" + set.substring(RegisterSets.PREFIX.length()) + "-server.csv";
  }

  /** Rows as CSV, with the columns that any of them has. */
  static String of(List<RegisterRow> rows) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> row.texts().keySet().stream().sorted().forEach(columns::add));
    rows.forEach(row -> row.days().keySet().stream().sorted().forEach(columns::add));
    return Stream.concat(
            Stream.of(String.join(",", columns)),
            rows.stream()
                .map(
                    row ->
                        columns.stream()
                            .map(column -> value(row, column))
                            .collect(Collectors.joining(","))))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String value(RegisterRow row, String column) {
    return row.day(column)
        .map(Object::toString)
        .or(() -> row.text(column).map(text -> '"' + text.replace("\"", "\"\"") + '"'))
        .orElse("");
  }
}
