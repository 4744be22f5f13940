package org.plumbline.agreement.yaml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.HolidayRule;
import org.plumbline.calendar.ICalendarHolidays;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.finding.FindingCode;

/** Reads the holidays of a calendar: rules by name, by country, by file, and dates. */
final class Holidays {

  private final Reading reading;
  private final Scalars scalars;
  private final Folder folder;

  Holidays(Reading reading, Folder folder) {
    this.reading = reading;
    this.scalars = new Scalars(reading);
    this.folder = folder;
  }

  /** The rules in the order written, all single dates as one rule at the end. */
  Optional<List<HolidayRule>> rules(YamlValue value) {
    if (!(value instanceof YamlValue.Sequence list)) {
      reading.wrongShape(value, "write a list, such as [us-federal, 2026-12-24]");
      return Optional.empty();
    }
    List<HolidayRule> rules = new ArrayList<>();
    List<LocalDate> dates = new ArrayList<>();
    for (YamlValue item : list.items()) {
      Optional<LocalDate> date =
          item instanceof YamlValue.Scalar scalar
              ? Scalars.dateOf(scalar.text())
              : Optional.empty();
      if (date.isPresent()) {
        dates.add(date.get());
      } else {
        rule(item).ifPresent(rules::add);
      }
    }
    if (!dates.isEmpty()) {
      rules.add(HolidayRule.Listed.of(dates));
    }
    return Optional.of(rules);
  }

  private Optional<HolidayRule> rule(YamlValue item) {
    if (item instanceof YamlValue.Mapping) {
      return ruleByFileOrCountry(item);
    }
    return scalars.scalar(item, "a rule or a date, such as us-federal").flatMap(this::named);
  }

  private Optional<HolidayRule> named(YamlValue.Scalar scalar) {
    return switch (scalar.text()) {
      case "us-federal" -> Optional.of(new HolidayRule.UsFederal());
      case "inauguration-day" -> Optional.of(new HolidayRule.InaugurationDay());
      default ->
          scalars.refuse(
              scalar,
              FindingCode.NOT_HOLIDAYS,
              "is not a rule for holidays",
              Words.nearest(scalar.text(), List.of("us-federal", "inauguration-day"))
                  .map(near -> "did you mean " + near + "?")
                  .orElse(
                      "write us-federal, inauguration-day, {country: DE}, {ical: holidays.ics}"
                          + " or a date"));
    };
  }

  private Optional<HolidayRule> ruleByFileOrCountry(YamlValue item) {
    return reading.map(
        item,
        "holiday-rule",
        map -> {
          Optional<String> one = map.exactlyOne(List.of("country", "ical"));
          var country = map.optional("country", this::country);
          var ical = map.optional("ical", this::file);
          Optional<HolidayRule> rule = country.or(() -> ical).filter(read -> one.isPresent());
          return map.build(() -> rule).flatMap(read -> read);
        });
  }

  private Optional<HolidayRule> country(YamlValue value) {
    return scalars
        .scalar(value, "a country, such as DE or DE-BY")
        .flatMap(
            scalar ->
                reading.unlessRefused(
                    FindingCode.NOT_HOLIDAYS,
                    scalar.place(),
                    () -> new HolidayRule.Country(scalar.text())));
  }

  private Optional<HolidayRule> file(YamlValue value) {
    Optional<YamlValue.Scalar> path =
        scalars
            .scalar(value, "a file, such as holidays.ics")
            .filter(scalar -> Paths.check(scalar, scalars));
    if (path.isEmpty()) {
      return Optional.empty();
    }
    String name = path.get().text();
    Optional<byte[]> content = folder.read(name);
    if (content.isEmpty()) {
      return scalars.refuse(
          path.get(),
          FindingCode.NOT_A_FILE,
          "is no file that can be read here",
          "put the file beside the agreement, and name it by its path from there");
    }
    try {
      return Optional.of(ICalendarHolidays.read(name, new ByteArrayInputStream(content.get())));
    } catch (RefusedInputException e) {
      reading.tell(FindingCode.NOT_HOLIDAYS, value.place(), e.found(), e.wouldBeRight());
      return Optional.empty();
    } catch (IOException e) {
      return scalars.refuse(path.get(), FindingCode.NOT_A_FILE, "cannot be read", "mend the file");
    }
  }
}
