package org.plumbline.agreement.yaml;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.NamedPeriod;
import org.plumbline.calendar.Break;
import org.plumbline.calendar.Closure;
import org.plumbline.calendar.DayEnd;
import org.plumbline.calendar.HolidayRule;
import org.plumbline.calendar.PauseCounting;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.Shift;
import org.plumbline.calendar.WeeklyHours;
import org.plumbline.calendar.Window;
import org.plumbline.calendar.WorkCalendar;
import org.plumbline.finding.FindingCode;

/** Reads calendars and named periods (language.md 3.6). */
final class Calendars {

  private final Reading reading;
  private final Scalars scalars;
  private final ZoneId zone;
  private final Folder folder;

  /**
   * Reads calendars.
   *
   * @param zone the zone of calendars that name none
   */
  Calendars(Reading reading, ZoneId zone, Folder folder) {
    this.reading = reading;
    this.scalars = new Scalars(reading);
    this.zone = zone;
    this.folder = folder;
  }

  Optional<CalendarTerms> calendar(YamlValue value) {
    String[] path = value.place().path().split("/", -1);
    String id = path[path.length - 1];
    return reading.map(
        value,
        "calendar",
        map -> {
          var ownZone = map.optional("zone", scalars::zone);
          var hours = map.required("hours", this::hours);
          var breaks = map.optional("breaks", this::breaks).orElse(List.of());
          var shifts = map.optional("shifts", this::shifts).orElse(List.of());
          List<Closure> closures = map.list("closures", this::closure);
          List<HolidayRule> holidays =
              map.optional("holidays", new Holidays(reading, folder)::rules).orElse(List.of());
          DayEnd dayEnds =
              map.optional("day-ends", scalars.word(DayEnd.values(), Calendars::key))
                  .orElse(DayEnd.MIDNIGHT);
          PauseCounting pausesBy =
              map.optional("pauses-by", scalars.word(PauseCounting.values(), Calendars::key))
                  .orElse(PauseCounting.WHOLE_DAYS);
          return map.build(
              FindingCode.CALENDAR_CONFLICT,
              () ->
                  new CalendarTerms(
                      ownZone,
                      new WorkCalendar(
                          id,
                          ownZone.orElse(zone),
                          hours.value(),
                          breaks,
                          shifts,
                          closures,
                          holidays,
                          dayEnds,
                          pausesBy)));
        });
  }

  /** The word of the language for a constant: {@code same-time} for {@code SAME_TIME}. */
  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Optional<WeeklyHours> hours(YamlValue value) {
    if (!(value instanceof YamlValue.Mapping map) || map.entries().isEmpty()) {
      reading.wrongShape(
          value, "write days with their hours, such as {mon-fri: [\"08:00-17:00\"]}");
      return Optional.empty();
    }
    Map<DayOfWeek, List<Window>> windows = new EnumMap<>(DayOfWeek.class);
    for (YamlValue.Entry entry : map.entries()) {
      List<Window> ofDay = windows(entry.value());
      for (DayOfWeek day : days(entry).orElse(Set.of())) {
        if (windows.putIfAbsent(day, ofDay) != null) {
          reading.tell(
              FindingCode.CALENDAR_CONFLICT,
              entry.keyPlace(),
              "the hours of " + dayKey(day) + " are given twice",
              "give each day its hours once");
          return Optional.empty();
        }
      }
    }
    return reading.unlessRefused(
        FindingCode.CALENDAR_CONFLICT, value.place(), () -> new WeeklyHours(windows));
  }

  /** The word of the language for a day: {@code mon}. */
  static String dayKey(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  private Optional<Set<DayOfWeek>> days(YamlValue.Entry entry) {
    return reading.unlessRefused(
        FindingCode.NOT_HOURS, entry.keyPlace(), () -> WeeklyHours.daysOf(entry.key()));
  }

  private List<Window> windows(YamlValue value) {
    if (!(value instanceof YamlValue.Sequence list)) {
      reading.wrongShape(value, "write a list of hours, such as [\"08:00-17:00\"]");
      return List.of();
    }
    return list.items().stream().map(this::window).flatMap(Optional::stream).toList();
  }

  private Optional<Window> window(YamlValue value) {
    return scalars
        .scalar(value, "hours, such as \"08:00-17:00\"")
        .flatMap(
            scalar ->
                reading.unlessRefused(
                    FindingCode.NOT_HOURS, scalar.place(), () -> Window.parse(scalar.text())));
  }

  private Optional<List<Break>> breaks(YamlValue value) {
    if (!(value instanceof YamlValue.Mapping map)) {
      reading.wrongShape(
          value, "write days with their breaks, such as {mon-fri: [\"12:00-12:30\"]}");
      return Optional.empty();
    }
    List<Break> breaks = new ArrayList<>();
    for (YamlValue.Entry entry : map.entries()) {
      List<Window> windows = windows(entry.value());
      Optional<LocalDate> date = Scalars.dateOf(entry.key());
      if (date.isPresent()) {
        windows.forEach(window -> breaks.add(new Break.Dated(date.get(), window)));
      } else {
        days(entry)
            .map(EnumSet::copyOf)
            .ifPresent(days -> windows.forEach(w -> breaks.add(new Break.Weekly(days, w))));
      }
    }
    return Optional.of(breaks);
  }

  private Optional<List<Shift>> shifts(YamlValue value) {
    if (!(value instanceof YamlValue.Mapping map)) {
      reading.wrongShape(
          value, "write dates with their hours, such as {2026-12-24: [\"08:00-12:00\"]}");
      return Optional.empty();
    }
    List<Shift> shifts = new ArrayList<>();
    for (YamlValue.Entry entry : map.entries()) {
      List<Window> windows = windows(entry.value());
      dates(entry.key(), entry.keyPlace())
          .flatMap(
              dates ->
                  reading.unlessRefused(
                      FindingCode.CALENDAR_CONFLICT,
                      entry.value().place(),
                      () -> new Shift(dates.from(), dates.until(), windows)))
          .ifPresent(shifts::add);
    }
    return Optional.of(shifts);
  }

  private Optional<Closure> closure(YamlValue value) {
    return scalars
        .scalar(value, "a date, such as 2026-12-31, or 2026-12-28..2026-12-31")
        .flatMap(scalar -> dates(scalar.text(), scalar.place()));
  }

  /** One date, or the dates from one to another: {@code 2026-12-28..2026-12-31}. */
  private Optional<Closure> dates(String text, org.plumbline.finding.Place place) {
    String[] ends = text.split("\\.\\.", -1);
    Optional<LocalDate> from = Scalars.dateOf(ends[0]);
    Optional<LocalDate> until = Scalars.dateOf(ends[ends.length - 1]);
    if (ends.length > 2 || from.isEmpty() || until.isEmpty()) {
      reading.tell(
          FindingCode.NOT_A_DATE,
          place,
          Words.quoted(text) + " is neither a date nor a range of dates",
          "write 2026-12-24, or 2026-12-24..2026-12-31");
      return Optional.empty();
    }
    try {
      return Optional.of(new Closure(from.get(), until.get()));
    } catch (RefusedInputException e) {
      reading.tell(FindingCode.ENDS_BEFORE_START, place, e.found(), e.wouldBeRight());
      return Optional.empty();
    }
  }

  Optional<NamedPeriod> period(YamlValue value) {
    return reading.map(
        value,
        "named-period",
        map -> {
          map.exactlyOne(List.of("every", "weeks"));
          var every = map.optional("every", scalars::duration);
          var weeks = map.list("weeks", scalars.wholeNumber(1, 53));
          var from = map.required("from", scalars::date);
          var namedBy = map.optional("named-by", scalars.word("start", "end"));
          return map.build(() -> new NamedPeriod(every, weeks, from.value(), namedBy));
        });
  }
}
