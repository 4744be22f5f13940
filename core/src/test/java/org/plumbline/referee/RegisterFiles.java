package org.plumbline.referee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.RegisterRow;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.finding.Place;

/** Reads the register's files of a golden case in the plainest way: commas, no quotes. */
final class RegisterFiles {

  private RegisterFiles() {}

  /** The rows by set; of declarations none, which only clocks ask for. */
  static Map<String, List<RegisterRow>> rows(Path folder) {
    Map<String, List<RegisterRow>> rows = new LinkedHashMap<>();
    RegisterSets.SETS.forEach(
        (id, set) -> {
          Path file = folder.resolve(id.replace('/', '-') + ".csv");
          if (Files.exists(file) && !id.equals(RegisterSets.DECLARATIONS)) {
            rows.put(id, rows(file, set));
          }
        });
    return rows;
  }

  private static List<RegisterRow> rows(Path file, RecordSet set) {
    try {
      List<String> lines = Files.readAllLines(file);
      List<String> columns = List.of(lines.get(0).split(",", -1));
      List<RegisterRow> rows = new ArrayList<>();
      for (int i = 1; i < lines.size(); i++) {
        String[] cells = lines.get(i).split(",", -1);
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, LocalDate> days = new LinkedHashMap<>();
        for (int at = 0; at < cells.length; at++) {
          String column = columns.get(at);
          if (cells[at].isEmpty()) {
            continue;
          }
          if (set.moments().containsKey(column)) {
            days.put(column, LocalDate.parse(cells[at]));
          } else {
            texts.put(column, cells[at]);
          }
        }
        rows.add(new RegisterRow(texts, days, new Place(file.toString(), i, 0, "")));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
