package org.plumbline.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a responsibility matrix has what.
 *
 * @param at which of the table's lines holds the headings, from 0
 * @param activity the column of what is done
 * @param process the column of the process it belongs to; -1 if there is none
 * @param roles headings of the columns of roles, by column
 * @param bands what stands above them, such as the party whose roles they are
 */
record RaciColumns(
    int at, int activity, int process, Map<Integer, String> roles, Map<Integer, String> bands) {

  private static final Pattern MARKS =
      Pattern.compile(
          "(?i)\\s*(r|a|c|i|responsible|accountable|consulted|informed)"
              + "([\\s/,&+;]+(r|a|c|i|responsible|accountable|consulted|informed))*\\s*"
              + "|\\s*(ar|ra|rc|ri|ci|ac|ai|rac|raci)\\s*");
  private static final Pattern ACTIVITY =
      Pattern.compile(
          ".*\\b(activit(y|ies)|tasks?|steps?|responsibilit(y|ies)|deliverables?|description|decisions?"
              + "|work|item)\\b.*");
  private static final Pattern PROCESS =
      Pattern.compile(
          ".*\\b(process|area|phase|function|group|section|domain|category|service)\\b.*");
  private static final int ROWS_ABOVE = 40;

  RaciColumns {
    roles = new LinkedHashMap<>(roles);
    bands = new LinkedHashMap<>(bands);
  }

  /** Whether a cell holds marks of responsibility and nothing else. */
  static boolean isMarks(String text) {
    return MARKS.matcher(text).matches();
  }

  /** Finds them, if the table is such a matrix. */
  static Optional<RaciColumns> find(FormTable table) {
    Optional<RaciColumns> best = Optional.empty();
    for (int i = 0; i < Math.min(ROWS_ABOVE, table.lines().size() - 1); i++) {
      Optional<RaciColumns> found = at(table, i);
      if (found.isPresent()
          && (best.isEmpty() || found.get().roles().size() > best.get().roles().size())) {
        best = found;
      }
    }
    return best;
  }

  private static Optional<RaciColumns> at(FormTable table, int at) {
    FormTable.Line heading = table.lines().get(at);
    List<FormTable.Line> below = table.lines().subList(at + 1, table.lines().size());
    Map<Integer, String> roles = new LinkedHashMap<>();
    List<Integer> texts = new ArrayList<>();
    for (int i = 0; i < heading.cells().size(); i++) {
      int column = i;
      String named = heading.text(i);
      List<String> cells =
          below.stream().map(line -> line.text(column)).filter(text -> !text.isEmpty()).toList();
      long marks = cells.stream().filter(RaciColumns::isMarks).count();
      if (!named.isEmpty() && marks > 0 && marks * 5 >= cells.size() * 4L && !isMarks(named)) {
        roles.put(i, named.replaceAll("\\s+", " "));
      } else if (!named.isEmpty() || !cells.isEmpty()) {
        texts.add(i);
      }
    }
    if (roles.size() < 2) {
      return Optional.empty();
    }
    int activity = first(heading, texts, ACTIVITY);
    int process = first(heading, texts, PROCESS);
    if (activity < 0 || activity == process) {
      List<Integer> others = new ArrayList<>(texts);
      others.remove((Integer) process);
      activity = others.isEmpty() ? process : others.get(0);
      process = activity == process ? -1 : process;
    }
    return activity < 0
        ? Optional.empty()
        : Optional.of(new RaciColumns(at, activity, process, roles, bands(table, at, roles)));
  }

  private static int first(FormTable.Line heading, List<Integer> columns, Pattern words) {
    return columns.stream()
        .filter(column -> words.matcher(Headings.plain(heading.text(column))).matches())
        .findFirst()
        .orElse(-1);
  }

  /** The text above a column, or above one to its left that reaches over it. */
  private static Map<Integer, String> bands(FormTable table, int at, Map<Integer, String> roles) {
    Map<Integer, String> bands = new LinkedHashMap<>();
    if (at == 0) {
      return bands;
    }
    FormTable.Line above = table.lines().get(at - 1);
    int first = roles.keySet().iterator().next();
    String band = "";
    for (int i = first; i < above.cells().size() || roles.containsKey(i); i++) {
      band = above.text(i).isEmpty() ? band : above.text(i);
      if (roles.containsKey(i) && !band.isEmpty()) {
        bands.put(i, band);
      }
    }
    return bands;
  }
}
