package org.plumbline.agreement.yaml;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.calendar.WorkCalendar;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Place;

/**
 * Reads the calendars of an agreement, or of a file that holds nothing else: {@code plumbline: 1},
 * {@code zone}, {@code calendars}.
 *
 * <p>Of an agreement only its zone and calendars are read; mistakes elsewhere do not matter here.
 */
public final class CalendarFileYaml {

  private CalendarFileYaml() {}

  /**
   * Reads calendars.
   *
   * @param file the file as the person named it
   * @param bytes its content, UTF-8
   * @param folder where its iCalendar files lie
   */
  public static ReadCalendars read(String file, byte[] bytes, Folder folder) {
    Findings findings = new Findings();
    Reading reading = new Reading(findings);
    Optional<YamlValue> tree =
        YamlText.decode(file, bytes, findings).flatMap(text -> YamlText.read(file, text, findings));
    Map<String, WorkCalendar> calendars = new LinkedHashMap<>();
    tree.ifPresent(
        root ->
            read(root, folder, reading)
                .forEach((id, terms) -> calendars.put(id, terms.calendar())));
    Optional<String> usual =
        tree.filter(YamlValue.Mapping.class::isInstance)
            .flatMap(root -> ((YamlValue.Mapping) root).entry("calendar"))
            .map(YamlValue.Entry::value)
            .filter(YamlValue.Scalar.class::isInstance)
            .map(value -> ((YamlValue.Scalar) value).text())
            .filter(calendars::containsKey)
            .or(
                () ->
                    calendars.size() == 1
                        ? calendars.keySet().stream().findFirst()
                        : Optional.empty());
    return new ReadCalendars(
        calendars,
        usual,
        tree.map(root -> new Places(YamlTree.places(root), Place.of(file)))
            .orElseGet(() -> Places.none(file)),
        findings.inFileOrder());
  }

  private static Map<String, CalendarTerms> read(YamlValue root, Folder folder, Reading reading) {
    if (!(root instanceof YamlValue.Mapping document)) {
      reading.tell(
          FindingCode.WRONG_SHAPE,
          root.place(),
          root.described() + " stands at the top of the file",
          "start with plumbline: 1, then zone and calendars");
      return Map.of();
    }
    if (document.has(Documents.AGREEMENT)) {
      return new MapReader(reading, "agreement-calendars", document).has("calendars")
          ? calendars(new MapReader(reading, "agreement-calendars", document), reading, folder)
          : noCalendars(document, reading);
    }
    Optional<String> other = Documents.otherKind(document, "calendars");
    if (other.isPresent()) {
      reading.tell(
          FindingCode.OTHER_DOCUMENT,
          document.place(),
          "this is " + other.get() + ", which holds no calendars",
          "name an agreement, or a file with plumbline, zone and calendars");
      return Map.of();
    }
    return reading
        .map(
            document,
            "calendars",
            map -> {
              var version = Documents.version(map, new Scalars(reading));
              Map<String, CalendarTerms> calendars = calendars(map, reading, folder);
              return map.build(() -> version).map(ignored -> calendars);
            })
        .orElse(Map.of());
  }

  private static Map<String, CalendarTerms> noCalendars(
      YamlValue.Mapping document, Reading reading) {
    reading.tell(
        FindingCode.MISSING_KEY,
        document.place(),
        "the agreement has no \"calendars\"",
        "add the key \"calendars\", or name another file");
    return Map.of();
  }

  private static Map<String, CalendarTerms> calendars(
      MapReader map, Reading reading, Folder folder) {
    Required<ZoneId> zone = map.required("zone", new Scalars(reading)::zone);
    Calendars calendars = new Calendars(reading, zone.given().orElse(ZoneOffset.UTC), folder);
    return map.requiredNamed("calendars", calendars::calendar).given().orElse(Map.of());
  }
}
