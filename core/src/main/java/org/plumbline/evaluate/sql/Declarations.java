package org.plumbline.evaluate.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.exclusion.Declaration;
import org.plumbline.finding.Place;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/** Reads the usable rows of {@code register/declarations}. */
final class Declarations {

  private Declarations() {}

  static List<Declaration> read(SqlTables tables, StoredSet stored) {
    List<String> columns = new ArrayList<>();
    for (String field : List.of("exclusion", "party", "ground", "decision")) {
      columns.add(tables.dialect().name(StoredSet.fieldColumn(field)));
    }
    for (String moment : List.of("declared", "from", "until", "decided")) {
      columns.add(tables.dialect().name(StoredSet.momentColumn(moment)));
    }
    List<Declaration> declarations = new ArrayList<>();
    tables.each(
        "SELECT "
            + String.join(", ", columns)
            + ", file_no, row_no FROM "
            + tables.dialect().name(stored.table(Table.CASES))
            + " WHERE unusable IS NULL ORDER BY case_no",
        row -> declarations.add(declaration(row, stored.files())));
    return declarations;
  }

  private static Declaration declaration(SqlRow row, List<String> files) {
    int file = (int) row.whole(8, 0);
    return new Declaration(
        Optional.ofNullable(row.text(0)),
        Optional.ofNullable(row.text(1)),
        Optional.ofNullable(row.text(2)),
        instant(row, 4),
        instant(row, 5),
        instant(row, 6),
        instant(row, 7),
        Optional.ofNullable(row.text(3)),
        new Place(
            file < files.size() ? files.get(file) : RegisterSets.DECLARATIONS,
            (int) row.whole(9, 0),
            0,
            ""));
  }

  private static Optional<Long> instant(SqlRow row, int column) {
    return row.value(column) == null ? Optional.empty() : Optional.of(row.whole(column, 0));
  }
}
