package org.plumbline.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateListProperty;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.RRule;

/**
 * Holidays from an iCalendar file (RFC 5545): its all-day events, each on all of its days, with
 * their yearly, monthly or weekly recurrence from 1971 to 2199.
 *
 * <p>An event with a time of day is refused, not guessed: a holiday is a whole day. Cancelled
 * events are left out. Nothing is fetched: time zones in the file are not needed and not looked up.
 */
public final class ICalendarHolidays {

  /** The largest file that is read, in bytes. */
  public static final int MAXIMUM_BYTES = 4_000_000;

  /** The most days that one file may yield. */
  public static final int MAXIMUM_DAYS = 50_000;

  private static final LocalDate FIRST = LocalDate.of(UsFederalHolidays.FIRST_YEAR, 1, 1);
  private static final LocalDate LAST = LocalDate.of(UsFederalHolidays.LAST_YEAR, 12, 31);

  private final String name;
  private final SortedMap<LocalDate, String> days = new TreeMap<>();

  private ICalendarHolidays(String name) {
    this.name = name;
  }

  /**
   * Reads a file.
   *
   * @param name the file's name, for messages and explanations
   * @param in its content; not closed
   * @throws RefusedInputException if it is no iCalendar file, is too large, or holds events that
   *     are no whole days
   * @throws IOException if it cannot be read
   */
  public static HolidayRule.Listed read(String name, InputStream in) throws IOException {
    byte[] content = in.readNBytes(MAXIMUM_BYTES + 1);
    if (content.length > MAXIMUM_BYTES) {
      throw new RefusedInputException(
          name + " has more than " + MAXIMUM_BYTES + " bytes",
          "export only the holidays of the years that are needed");
    }
    ICalendarHolidays holidays = new ICalendarHolidays(name);
    for (VEvent event : holidays.parse(content).<VEvent>getComponents("VEVENT")) {
      holidays.add(event);
    }
    if (holidays.days.isEmpty()) {
      throw new RefusedInputException(
          name + " holds no all-day event",
          "export a calendar of holidays (VEVENT with VALUE=DATE)");
    }
    return new HolidayRule.Listed(name, holidays.days);
  }

  private Calendar parse(byte[] content) throws IOException {
    try {
      return new CalendarBuilder(new NoTimeZones()).build(new ByteArrayInputStream(content));
    } catch (ParserException | RuntimeException | StackOverflowError e) {
      throw new RefusedInputException(
          name + " is not a readable iCalendar file (" + firstLine(e) + ")",
          "export the holidays again as .ics, or list the dates in the agreement");
    }
  }

  private void add(VEvent event) {
    String what =
        event.<Property>getProperty(Property.SUMMARY).map(Property::getValue).orElse("holiday");
    if (event
        .getProperty(Property.STATUS)
        .map(Property::getValue)
        .filter("CANCELLED"::equalsIgnoreCase)
        .isPresent()) {
      return;
    }
    try {
      LocalDate start = date(event, Property.DTSTART, what);
      long length = length(event, start, what);
      for (LocalDate first : starts(event, start, what)) {
        for (long i = 0; i < length; i++) {
          put(first.plusDays(i), what);
        }
      }
    } catch (RefusedInputException e) {
      throw e;
    } catch (RuntimeException e) {
      throw refused(
          what,
          "cannot be understood (" + firstLine(e) + ")",
          "correct the event, or list the dates");
    }
  }

  private void put(LocalDate day, String what) {
    if (day.isBefore(FIRST) || day.isAfter(LAST)) {
      return;
    }
    days.merge(day, what, (one, other) -> one.equals(other) ? one : one + ", " + other);
    if (days.size() > MAXIMUM_DAYS) {
      throw refused(
          what, "makes more than " + MAXIMUM_DAYS + " days of holiday", "give its rule an end");
    }
  }

  private LocalDate date(VEvent event, String property, String what) {
    Temporal value =
        event.<DateProperty<Temporal>>getProperty(property).map(DateProperty::getDate).orElse(null);
    if (value instanceof LocalDate date) {
      return date;
    }
    throw refused(
        what,
        value == null ? "has no " + property : "has a time of day (" + property + " " + value + ")",
        "make it an all-day event; hours of a single day are a shift of the calendar");
  }

  /** How many days the event has. DTEND is the day after the last one. */
  private long length(VEvent event, LocalDate start, String what) {
    long length;
    if (event.getProperty(Property.DTEND).isPresent()) {
      length = Math.max(1, ChronoUnit.DAYS.between(start, date(event, Property.DTEND, what)));
    } else if (event.getProperty(Property.DURATION).isPresent()) {
      String text =
          event.<Property>getProperty(Property.DURATION).map(Property::getValue).orElse("");
      if (!text.matches("P\\d{1,4}[DW]")) {
        throw refused(what, "lasts " + text, "write whole days, such as P1D");
      }
      length = Long.parseLong(text.replaceAll("\\D", "")) * (text.endsWith("W") ? 7 : 1);
    } else {
      length = 1;
    }
    if (length > 366) {
      throw refused(what, "lasts " + length + " days", "write a year at most");
    }
    return length;
  }

  private Set<LocalDate> starts(VEvent event, LocalDate start, String what) {
    Set<LocalDate> starts = new HashSet<>(Set.of(start));
    for (Property rule : event.<Property>getProperties(Property.RRULE)) {
      starts.addAll(recurrence(((RRule<?>) rule).getRecur(), start, what));
    }
    starts.addAll(listed(event, Property.RDATE, what));
    starts.removeAll(listed(event, Property.EXDATE, what));
    return starts;
  }

  @SuppressWarnings("unchecked")
  private List<LocalDate> recurrence(Recur<?> recur, LocalDate start, String what) {
    // The library says -1 where the file says nothing.
    if (recur.getInterval() == 0 || recur.getInterval() < -1) {
      throw refused(what, "recurs every " + recur.getInterval(), "write an interval of at least 1");
    }
    switch (recur.getFrequency()) {
      case YEARLY, MONTHLY, WEEKLY -> {
        List<LocalDate> dates =
            ((Recur<LocalDate>) recur).getDates(start, start, LAST, MAXIMUM_DAYS);
        return dates;
      }
      default ->
          throw refused(
              what,
              "recurs " + recur.getFrequency(),
              "use a yearly, monthly or weekly rule, or an event of several days");
    }
  }

  private List<LocalDate> listed(VEvent event, String property, String what) {
    List<LocalDate> dates = new ArrayList<>();
    for (Property list : event.<Property>getProperties(property)) {
      for (Object value : ((DateListProperty<?>) list).getDates()) {
        if (!(value instanceof LocalDate date)) {
          throw refused(what, "has a time of day (" + property + " " + value + ")", "write dates");
        }
        dates.add(date);
      }
    }
    return dates;
  }

  private RefusedInputException refused(String what, String found, String wouldBeRight) {
    return new RefusedInputException(
        name + ": event " + RefusedInputException.quoted(what) + ' ' + found, wouldBeRight);
  }

  private static String firstLine(Throwable problem) {
    String message = problem.getMessage();
    if (message == null) {
      return problem.getClass().getSimpleName();
    }
    String line = RefusedInputException.quoted(message);
    return line.substring(1, line.length() - 1);
  }
}
