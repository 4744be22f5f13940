package org.plumbline.bench;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.mpxj.Duration;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectCalendarHours;
import org.mpxj.ProjectFile;
import org.mpxj.TimeUnit;

/**
 * The same questions asked of MPXJ, the library for files of project plans. It keeps what it was
 * asked, so that each run is given a calendar of its own.
 */
final class ProjectCalendars {

  private final LocalTime[] windows;
  private final Set<LocalDate> holidays;

  /** Windows from Monday to Friday as beginning, end, beginning, end, and holidays. */
  ProjectCalendars(LocalTime[] windows, Set<LocalDate> holidays) {
    this.windows = windows.clone();
    this.holidays = Set.copyOf(holidays);
  }

  private ProjectCalendar calendar() {
    ProjectCalendar calendar = new ProjectFile().addCalendar();
    for (DayOfWeek day : DayOfWeek.values()) {
      boolean workday = day.getValue() < DayOfWeek.SATURDAY.getValue();
      calendar.setWorkingDay(day, workday);
      ProjectCalendarHours hours = calendar.addCalendarHours(day);
      for (int i = 0; workday && i < windows.length; i += 2) {
        hours.add(new LocalTimeRange(windows[i], windows[i + 1]));
      }
    }
    holidays.forEach(calendar::addCalendarException);
    return calendar;
  }

  /** The sum of working seconds between instants. */
  long between(List<LocalDateTime> from, List<LocalDateTime> until) {
    ProjectCalendar calendar = calendar();
    long sum = 0;
    for (int i = 0; i < from.size(); i++) {
      double minutes = calendar.getWork(from.get(i), until.get(i), TimeUnit.MINUTES).getDuration();
      sum += Math.round(minutes * 60);
    }
    return sum;
  }

  /** The sum of the seconds since 1970 at which so many working hours are over. */
  long due(List<LocalDateTime> from, int hours, ZoneId zone) {
    ProjectCalendar calendar = calendar();
    Duration duration = Duration.getInstance(hours, TimeUnit.HOURS);
    long sum = 0;
    for (LocalDateTime each : from) {
      sum += calendar.getDate(each, duration).atZone(zone).toEpochSecond();
    }
    return sum;
  }
}
