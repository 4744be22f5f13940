package org.plumbline.cli.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.calendar.OutsideCalendarException;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.calendar.WorkCalendar;
import org.plumbline.cli.question.AnswerText;
import org.plumbline.cli.question.Asked;
import org.plumbline.cli.question.AskedText;
import org.plumbline.cli.question.BetweenAnswer;
import org.plumbline.cli.question.Calendars;
import org.plumbline.cli.question.Cells;
import org.plumbline.cli.question.DueAnswer;
import org.plumbline.cli.question.Explanation;
import org.plumbline.cli.question.OpenTimes;
import org.plumbline.cli.question.Questions;

/** The question that is asked of each row. */
public final class RowQuestion {
  /** The kinds of questions. */
  public enum Kind {
    /** Working time between {@code from} and {@code to}. */
    BETWEEN("to"),
    /** When {@code duration} from {@code from} is due. */
    DUE("duration"),
    /** By when to start so that {@code duration} runs out at {@code from}. */
    BACKWARD("duration");

    private final String second;

    Kind(String second) {
      this.second = second;
    }

    private List<Cells.Column> columns() {
      return switch (this) {
        case BETWEEN -> Cells.BETWEEN;
        case DUE -> Cells.DUE;
        case BACKWARD -> Cells.BACKWARD;
      };
    }
  }

  private static final String FROM = "from";
  private static final String CALENDAR = "calendar";
  private static final int REMEMBERED = 10_000;

  private final Kind kind;
  private final Calendars calendars;
  private final String usual;
  private final boolean explain;
  private final Map<String, OpenTimes> times = new HashMap<>();
  private final Map<String, TimeAmount> limits = new HashMap<>();

  /**
   * Makes the question.
   *
   * @param usual the calendar of rows that name none; empty if each must
   * @param explain whether the answer adds what was counted
   */
  public RowQuestion(Kind kind, Calendars calendars, String usual, boolean explain) {
    this.kind = kind;
    this.calendars = calendars;
    this.usual = usual;
    this.explain = explain;
  }

  /** Columns that must be there. */
  List<String> required() {
    return usual.isEmpty() ? List.of(FROM, kind.second, CALENDAR) : List.of(FROM, kind.second);
  }

  /** Columns that may be there. */
  List<String> optional() {
    return usual.isEmpty() ? List.of() : List.of(CALENDAR);
  }

  /** The columns of the answer, without that of errors. */
  List<Cells.Column> columns() {
    List<Cells.Column> columns = new ArrayList<>(kind.columns());
    if (explain) {
      columns.add(Cells.Column.COUNTED);
    }
    return columns;
  }

  /** The cells of {@link #columns} for one row. */
  List<String> cells(List<String> asked) throws BadCellException {
    if (kind == Kind.BETWEEN) {
      BetweenAnswer answer = between(asked);
      List<String> cells = Cells.of(answer);
      return explain ? with(cells, Cells.counted(answer.time(), Explanation.of(answer))) : cells;
    }
    DueAnswer answer = due(asked);
    List<String> cells = Cells.of(answer);
    return explain ? with(cells, Cells.counted(answer.time(), Explanation.of(answer))) : cells;
  }

  /** The answer to one row as a sentence. */
  String sentence(List<String> asked) throws BadCellException {
    return kind == Kind.BETWEEN
        ? AnswerText.sentence(between(asked))
        : AnswerText.sentence(due(asked));
  }

  private BetweenAnswer between(List<String> asked) throws BadCellException {
    WorkCalendar calendar = calendar(asked);
    Asked from = moment(FROM, asked.get(0), calendar);
    Asked to = moment(kind.second, asked.get(1), calendar);
    try {
      return Questions.between(times(calendar, from), from, to);
    } catch (RefusedInputException | OutsideCalendarException e) {
      throw new BadCellException(kind.second, String.valueOf(e.getMessage()));
    }
  }

  private DueAnswer due(List<String> asked) throws BadCellException {
    WorkCalendar calendar = calendar(asked);
    Asked from = moment(FROM, asked.get(0), calendar);
    TimeAmount limit = limit(asked.get(1));
    try {
      return kind == Kind.BACKWARD
          ? Questions.dueBackward(times(calendar, from), from, limit)
          : Questions.due(times(calendar, from), from, limit);
    } catch (RefusedInputException | OutsideCalendarException e) {
      throw new BadCellException(kind.second, String.valueOf(e.getMessage()));
    }
  }

  private WorkCalendar calendar(List<String> asked) throws BadCellException {
    String named = asked.size() > 2 ? asked.get(2) : "";
    try {
      if (named.isEmpty() && usual.isEmpty()) {
        throw new BadCellException(CALENDAR, "it is empty: name a calendar of the file");
      }
      return calendars.named(named.isEmpty() ? usual : named);
    } catch (RefusedInputException e) {
      throw new BadCellException(CALENDAR, String.valueOf(e.getMessage()));
    }
  }

  private static Asked moment(String column, String text, WorkCalendar calendar)
      throws BadCellException {
    if (text.isEmpty()) {
      throw new BadCellException(column, "it is empty: write a date or a time");
    }
    try {
      return AskedText.parse(text, calendar.zone());
    } catch (RefusedInputException e) {
      throw new BadCellException(column, String.valueOf(e.getMessage()));
    }
  }

  private TimeAmount limit(String text) throws BadCellException {
    TimeAmount known = limits.get(text);
    if (known != null) {
      return known;
    }
    try {
      TimeAmount limit = TimeAmount.parse(text);
      if (limits.size() < REMEMBERED) {
        limits.put(text, limit);
      }
      return limit;
    } catch (RefusedInputException e) {
      throw new BadCellException(kind.second, String.valueOf(e.getMessage()));
    }
  }

  private OpenTimes times(WorkCalendar calendar, Asked from) {
    return times.computeIfAbsent(calendar.id(), id -> new OpenTimes(calendar, from.date()));
  }

  private static List<String> with(List<String> cells, String more) {
    List<String> all = new ArrayList<>(cells);
    all.add(more);
    return all;
  }
}
