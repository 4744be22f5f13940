package org.plumbline.cli.question;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.calendar.HolidayRule;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.WeeklyHours;
import org.plumbline.calendar.Window;
import org.plumbline.calendar.WorkCalendar;

/**
 * The calendars that a question may name: those of a file, and the built-in ones {@code
 * us-federal}, {@code always} and {@code country:DE}.
 */
public final class Calendars {
  /** The calendar of an office of the United States federal government. */
  public static final String US_FEDERAL = "us-federal";

  /** Where built-in calendars are read unless {@code --zone} says otherwise. */
  public static final ZoneId DEFAULT_ZONE = ZoneId.of("America/New_York");

  /** The office hours of built-in calendars unless {@code --hours} says otherwise. */
  public static final Window OFFICE_HOURS = Window.parse("08:00-17:00");

  private final Map<String, WorkCalendar> ofFile;
  private final Optional<String> usual;
  private final Map<String, WorkCalendar> builtIn = new HashMap<>();
  private final ZoneId zone;
  private final Window hours;

  private Calendars(
      Map<String, WorkCalendar> ofFile, Optional<String> usual, ZoneId zone, Window hours) {
    this.ofFile = Map.copyOf(ofFile);
    this.usual = usual;
    this.zone = zone;
    this.hours = hours;
  }

  /** The built-in ones alone. */
  public static Calendars builtIn(ZoneId zone, Window hours) {
    return new Calendars(Map.of(), Optional.empty(), zone, hours);
  }

  /**
   * Those of a file, by id, before the built-in ones.
   *
   * @param usual the id of the one that is meant where none is named, if there is one
   */
  public static Calendars of(Map<String, WorkCalendar> ofFile, Optional<String> usual) {
    return new Calendars(ofFile, usual, DEFAULT_ZONE, OFFICE_HOURS);
  }

  /** Whether the name is that of a built-in calendar. */
  public static boolean isBuiltIn(String name) {
    return name.equals(US_FEDERAL)
        || name.equals(WorkCalendar.ALWAYS)
        || name.startsWith("country:");
  }

  /** The file's calendar that is meant where none is named, if there is one. */
  public Optional<WorkCalendar> usual() {
    return usual.map(this::named);
  }

  /** The ids of the file's calendars, in order. */
  public List<String> ids() {
    return ofFile.keySet().stream().sorted().toList();
  }

  /**
   * A calendar by its id or built-in name.
   *
   * @throws RefusedInputException if there is none
   */
  public WorkCalendar named(String id) {
    WorkCalendar known = ofFile.get(id);
    return known != null ? known : builtIn.computeIfAbsent(id, this::builtIn);
  }

  private WorkCalendar builtIn(String name) {
    if (name.equals(WorkCalendar.ALWAYS)) {
      return WorkCalendar.always(zone);
    }
    if (name.equals(US_FEDERAL) || name.startsWith("country:")) {
      return WorkCalendar.of(name, zone, WeeklyHours.mondayToFriday(hours))
          .withHolidays(List.of(HolidayRule.parse(name)));
    }
    throw new RefusedInputException(
        "there is no calendar " + AskedText.quoted(name),
        ofFile.isEmpty()
            ? "name a file, or us-federal, always, or country: and a code such as country:DE"
            : "the file has " + String.join(", ", ids()));
  }
}
