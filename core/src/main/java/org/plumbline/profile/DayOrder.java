package org.plumbline.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.records.TimePattern;

/**
 * Which of day and month stands first in a column, and why it is taken so.
 *
 * @param dayFirst whether the day stands first
 * @param because the source of the decision
 */
record DayOrder(boolean dayFirst, Because because) {

  /** What decided. */
  enum Because {
    /** Cells of the column that only one order reads. */
    CELLS,
    /** Cells of other columns. */
    OTHER_COLUMNS,
    /** Somebody said so. */
    SAID,
    /** Nothing: as people in the United States write. */
    USUAL
  }

  /**
   * Decides for a column.
   *
   * @param all the columns of times of the table, this one among them
   * @param said what somebody said
   */
  static DayOrder of(TimeEvidence column, List<TimeEvidence> all, Optional<Boolean> said) {
    if (said.isPresent()) {
      return new DayOrder(said.get(), Because.SAID);
    }
    int own = column.onlyDayFirst().size() - column.onlyMonthFirst().size();
    if (own != 0) {
      return new DayOrder(own > 0, Because.CELLS);
    }
    int others =
        all.stream()
            .mapToInt(each -> each.onlyDayFirst().size() - each.onlyMonthFirst().size())
            .sum();
    return others == 0
        ? new DayOrder(false, Because.USUAL)
        : new DayOrder(others > 0, Because.OTHER_COLUMNS);
  }

  /** Why the column is read so, as one sentence. */
  String reason(TimeEvidence evidence, List<String> patterns) {
    long typed = evidence.times().values().stream().filter(WrittenTime::isTyped).count();
    if (typed * 2 > evidence.times().size() + evidence.serials().size()) {
      return "The workbook itself says that its cells are dates.";
    }
    if (!evidence.isDoubtful()) {
      boolean serials = patterns.contains(TimePattern.EXCEL_DAYS.text());
      return serials && evidence.times().isEmpty()
          ? "Its name speaks of time, and its numbers are days as Excel counts them."
          : "Its cells are written as " + patterns.get(0) + ".";
    }
    int sure = (dayFirst ? evidence.onlyDayFirst() : evidence.onlyMonthFirst()).size();
    String first = dayFirst ? "day" : "month";
    return switch (because) {
      case CELLS ->
          "The "
              + first
              + " stands first: in "
              + Words.counted(sure, "cell")
              + " the "
              + (dayFirst ? "first" : "second")
              + " number is above 12.";
      case OTHER_COLUMNS -> "The " + first + " stands first, as in the other columns of dates.";
      case SAID -> "The " + first + " stands first, as you said.";
      case USUAL ->
          "No date tells day from month; the month is taken to stand first (--day-first turns it).";
    };
  }

  /** What is told of cells that only the other order reads. */
  List<String> notes(Table table, TimeEvidence evidence) {
    List<Integer> against = dayFirst ? evidence.onlyMonthFirst() : evidence.onlyDayFirst();
    if (against.isEmpty()) {
      return List.of();
    }
    List<Long> rows = new ArrayList<>();
    against.forEach(row -> rows.add(table.rows().get(row).number()));
    return List.of(
        "Day and month are mixed: "
            + Words.rows(rows)
            + (rows.size() == 1 ? " has" : " have")
            + " the "
            + (dayFirst ? "month" : "day")
            + " first, the others the "
            + (dayFirst ? "day" : "month")
            + ". "
            + (rows.size() == 1 ? "It is" : "They are")
            + " not guessed: mend the file, or the row counts as indeterminate.");
  }
}
