package org.plumbline.referee;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.judge.Surroundings;

/** What is known beside the records (meaning 18, 19). */
final class Beside {

  private Beside() {}

  static Surroundings of(Ground ground) {
    Map<String, CalendarTerms> calendars = new LinkedHashMap<>();
    ground
        .agreement
        .calendars()
        .forEach(
            (id, terms) ->
                calendars.put(id, new CalendarTerms(terms.zone(), ground.hours(id).calendar)));
    Map<String, Set<LocalDate>> suspended = new HashMap<>();
    for (String metric : ground.agreement.metrics().keySet()) {
      Set<LocalDate> dates = new HashSet<>();
      for (Hours.Stretch time : Exclusions.union(ground.exclusions().suspended(metric))) {
        LocalDate last = ground.wall.date(time.until());
        for (LocalDate d = ground.wall.date(time.from()); !d.isAfter(last); d = d.plusDays(1)) {
          if (ground.wall.startOf(d) >= time.from() && ground.wall.endOf(d) <= time.until()) {
            dates.add(d);
          }
        }
      }
      suspended.put(metric, dates);
    }
    return new Surroundings(
        ground.agreement.withCalendars(calendars), suspended, deliveries(ground));
  }

  private static Optional<Set<Surroundings.Delivered>> deliveries(Ground ground) {
    RefereeRecords records = ground.records.get(RegisterSets.DELIVERIES);
    if (records == null) {
      return Optional.empty();
    }
    Set<Surroundings.Delivered> came = new HashSet<>();
    for (RefereeCase row : records.cases()) {
      boolean known =
          row.occurrences().getOrDefault("delivered", List.of()).stream()
              .anyMatch(at -> !LocalDate.ofEpochDay(at.at()).isAfter(ground.asOf.day()));
      Map<String, Object> values =
          row.changes().isEmpty() ? Map.of() : row.changes().get(0).values();
      if (known
          && row.unusable().isEmpty()
          && values.get("set") instanceof String set
          && values.get("period") instanceof String period) {
        came.add(new Surroundings.Delivered(set, period));
      }
    }
    return Optional.of(came);
  }
}
