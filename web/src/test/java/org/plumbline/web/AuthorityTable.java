package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables of {@code authority.md}.
 *
 * @param acts what a role may, by the role's key
 * @param rows what everybody gets
 */
record AuthorityTable(Map<String, Set<String>> acts, List<Row> rows) {

  /**
   * One request about something.
   *
   * @param gets by who asks
   */
  record Row(String method, String path, String about, Map<String, String> gets) {

    /** The address as handlers name it. */
    String address() {
      return method + " " + path.replaceAll("\\?.*", "");
    }

    @Override
    public String toString() {
      return method + " " + path + " (" + about + ")";
    }
  }

  static AuthorityTable read() {
    Map<String, Set<String>> acts = new LinkedHashMap<>();
    List<Row> rows = new ArrayList<>();
    List<String> head = List.of();
    for (String line : text().lines().toList()) {
      if (!line.startsWith("|")) {
        head = List.of();
      } else if (head.isEmpty()) {
        head = cells(line);
      } else if (!line.startsWith("|---")) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<String> values = cells(line);
        for (int i = 0; i < head.size(); i++) {
          cells.put(head.get(i).toLowerCase(java.util.Locale.ROOT), values.get(i));
        }
        if (head.get(0).equals("Role")) {
          String role = Objects.requireNonNull(cells.remove("role"));
          cells.values().removeIf(String::isEmpty);
          acts.put(role, Set.copyOf(cells.keySet()));
        } else {
          String[] request = Objects.requireNonNull(cells.remove("request")).split(" ", 2);
          String about = Objects.requireNonNull(cells.remove("about"));
          rows.add(new Row(request[0], request[1], about, cells));
        }
      }
    }
    return new AuthorityTable(acts, rows);
  }

  /** All addresses that it names. */
  Set<String> addresses() {
    Set<String> addresses = new TreeSet<>();
    rows.forEach(row -> addresses.add(row.address()));
    return addresses;
  }

  private static List<String> cells(String line) {
    String[] parts = line.substring(1, line.lastIndexOf('|')).split("\\|", -1);
    return List.of(parts).stream().map(String::strip).toList();
  }

  private static String text() {
    try (InputStream stream =
        Objects.requireNonNull(AuthorityTable.class.getResourceAsStream("authority.md"))) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
