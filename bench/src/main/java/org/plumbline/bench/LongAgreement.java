package org.plumbline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Agreements with as many metrics as one likes. */
final class LongAgreement {

  private static final Pattern ID = Pattern.compile("(?m)^  ([a-z][a-z-]*):$");

  private static final List<String> ZONES =
      List.of(
          "America/New_York",
          "America/Chicago",
          "America/Denver",
          "America/Los_Angeles",
          "America/Anchorage",
          "Pacific/Honolulu");

  private LongAgreement() {}

  /** Writes one with so many metrics to what goes out. */
  public static void main(String[] metrics) {
    System.out.print(of(Integer.parseInt(metrics[0])));
  }

  /** The text of {@code twenty.yaml} with its metrics repeated under other ids. */
  static String of(int metrics) {
    String text = Script.resource("twenty.yaml");
    int begin = text.indexOf("\nmetrics:\n") + "\nmetrics:\n".length();
    List<String> twenty = List.of(text.substring(begin).split("(?m)(?=^  [a-z])"));
    List<String> all = new ArrayList<>();
    for (int i = 0; i < metrics; i++) {
      String metric = twenty.get(i % twenty.size());
      all.add(ID.matcher(metric).replaceFirst("  $1-" + i + ":"));
    }
    return text.substring(0, begin) + String.join("", all);
  }

  /** {@code one.yaml} with so many calendars, at most 1,080, and a metric in each. */
  static String withCalendars(int number) {
    String text = Script.resource("one.yaml");
    String metrics = "\nmetrics:\n";
    int begin = text.indexOf(metrics) + metrics.length();
    StringBuilder calendars = new StringBuilder();
    StringBuilder all = new StringBuilder(text.substring(0, begin));
    for (int i = 0; i < number; i++) {
      calendars.append(
          String.format(
              Locale.ROOT,
              "\n  desk-%d: {zone: %s, hours: {mon-%s: [\"%02d:00-%02d:30\"]}%s}",
              i,
              ZONES.get(i % 6),
              i / 6 % 3 == 0 ? "fri" : i / 6 % 3 == 1 ? "sat" : "sun",
              6 + i / 36 % 5,
              15 + i / 180 % 6,
              i / 18 % 2 == 0 ? ", holidays: [us-federal]" : ""));
      all.append(
          ID.matcher(text.substring(begin))
              .replaceFirst("  $1-" + i + ":")
              .replace("calendar: desk", "calendar: desk-" + i));
    }
    return all.toString().replaceFirst("(?m)^calendars:$", "calendars:" + calendars);
  }
}
