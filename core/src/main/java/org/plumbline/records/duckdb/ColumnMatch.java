package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plumbline.records.files.RefusedFile;

/**
 * Finds wanted columns in a header. A name that stands there twice is asked for as {@code NAME
 * (1)}, {@code NAME (2)}.
 */
final class ColumnMatch {

  private ColumnMatch() {}

  /**
   * Positions of the wanted columns; -1 for an optional one that is absent.
   *
   * @throws RefusedFile naming all that are absent or ambiguous
   */
  static int[] choose(List<Wanted> wanted, List<String> header) throws RefusedFile {
    List<String> problems = new ArrayList<>();
    int[] positions = new int[wanted.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = find(wanted.get(i), header, problems);
    }
    if (!problems.isEmpty()) {
      throw new RefusedFile(
          0,
          String.join("; ", problems),
          "Name the columns in records.yaml; the header has " + shortened(header));
    }
    return positions;
  }

  private static int find(Wanted column, List<String> header, List<String> problems) {
    List<Integer> exact = positions(numbered(header), column.name());
    if (exact.isEmpty()) {
      exact = positions(header, column.name());
    }
    if (exact.isEmpty() && column.loosely()) {
      exact = positions(header.stream().map(ColumnMatch::plain).toList(), plain(column.name()));
    }
    if (exact.size() == 1) {
      return exact.get(0);
    }
    if (exact.size() > 1) {
      problems.add(
          "the column \"%s\" stands there %s times: say \"%s (1)\" or \"%s (2)\""
              .formatted(column.name(), exact.size(), column.name(), column.name()));
    } else if (!column.optional()) {
      String near = nearest(column.name(), header);
      problems.add(
          "no column \"" + column.name() + "\"" + (near.isEmpty() ? "" : " (is it " + near + "?)"));
    }
    return -1;
  }

  private static List<Integer> positions(List<String> names, String name) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(name)) {
        found.add(i);
      }
    }
    return found;
  }

  private static List<String> numbered(List<String> header) {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    header.forEach(name -> counts.merge(name, 1, Integer::sum));
    return header.stream()
        .map(
            name ->
                counts.getOrDefault(name, 1) == 1
                    ? ""
                    : name + " (" + seen.merge(name, 1, Integer::sum) + ")")
        .toList();
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[ _.]+", "-");
  }

  private static String nearest(String name, List<String> header) {
    return header.stream()
        .filter(each -> distance(plain(name), plain(each)) <= Math.max(1, name.length() / 3))
        .min(Comparator.comparingInt(each -> distance(plain(name), plain(each))))
        .orElse("");
  }

  private static int distance(String left, String right) {
    if (Math.max(left.length(), right.length()) > 200) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = corner + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }

  private static String shortened(List<String> header) {
    String names = String.join(", ", header);
    return names.length() <= 400 ? names : names.substring(0, 400) + " …";
  }
}
