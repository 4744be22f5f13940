package org.plumbline.agreement.yaml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.Share;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.FindingCode;

/**
 * Decodes single values (language.md 3.1). A value in quotes is the same value as without.
 *
 * <p>Each method is a {@link Decoder}: {@code map.required("zone", scalars::zone)}.
 */
public final class Scalars {

  private static final int LONGEST_TEXT = 20_000;
  private static final Pattern REFERENCE =
      Pattern.compile("[a-z][a-z0-9-]{0,99}([./][a-z0-9][a-z0-9-]{0,99}){0,2}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,12})?");
  private static final Pattern SHARE = Pattern.compile("(-?\\d{1,9}(?:\\.\\d{1,12})?)\\s?%");
  private static final Pattern MONEY =
      Pattern.compile("(-?\\d{1,15}(?:\\.\\d{1,6})?)\\s+([A-Z]{3})");
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\u202A-\u202E\u2066-\u2069]");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private final Reading reading;

  /** Decodes for this reading. */
  public Scalars(Reading reading) {
    this.reading = reading;
  }

  /** A text: words, on one line or several. */
  public Optional<String> text(YamlValue value) {
    return scalar(value, "a text").flatMap(scalar -> plainText(scalar, LONGEST_TEXT));
  }

  /** An id that names something. */
  public Optional<String> id(YamlValue value) {
    return scalar(value, "an id")
        .map(YamlValue.Scalar::text)
        .filter(text -> Ids.check(text, value.place(), reading));
  }

  /** A name that refers to something: an id, or a path such as {@code provider/program-manager}. */
  public Optional<String> reference(YamlValue value) {
    return scalar(value, "an id")
        .flatMap(
            scalar ->
                matching(
                    scalar,
                    REFERENCE,
                    FindingCode.NOT_AN_ID,
                    "is not an id or a path of ids",
                    "write an id, such as provider or provider/program-manager",
                    Matcher::group));
  }

  /** A duration: {@code 25 days}. */
  public Optional<TimeAmount> duration(YamlValue value) {
    return scalar(value, "a duration, such as 25 days").flatMap(this::durationOf);
  }

  private Optional<TimeAmount> durationOf(YamlValue.Scalar scalar) {
    String text = scalar.text().strip();
    if (text.matches("\\d{1,9}")) {
      return refuse(
          scalar,
          FindingCode.NOT_A_DURATION,
          "has no unit",
          "write " + text + " days, " + text + " workdays or another unit of time");
    }
    return reading.unlessRefused(
        FindingCode.NOT_A_DURATION, scalar.place(), () -> TimeAmount.parse(text));
  }

  /** A share: {@code 99.5%}. */
  public Optional<Share> share(YamlValue value) {
    return scalar(value, "a share, such as 99.5%")
        .flatMap(
            scalar ->
                matching(
                    scalar,
                    SHARE,
                    FindingCode.NOT_A_SHARE,
                    "is not a share",
                    "write " + shareLike(scalar.text()),
                    match -> Share.ofPercent(new BigDecimal(match.group(1)))));
  }

  private static String shareLike(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return "a number and a percent sign, such as 99.5%";
    }
    BigDecimal number = new BigDecimal(text);
    boolean ratio = number.abs().compareTo(BigDecimal.ONE) <= 0;
    return (ratio ? new Share(number) : Share.ofPercent(number)).toString();
  }

  /** An amount of money: {@code 41200.00 USD}. */
  public Optional<Money> money(YamlValue value) {
    return scalar(value, "money, such as 2500.00 USD")
        .flatMap(
            scalar ->
                matching(
                    scalar,
                    MONEY,
                    FindingCode.NOT_MONEY,
                    "is not an amount of money",
                    NUMBER.matcher(scalar.text()).matches()
                        ? "add the currency, such as " + scalar.text() + " USD"
                        : "write a number and a currency, such as 2500.00 USD",
                    match -> new Money(new BigDecimal(match.group(1)), match.group(2))));
  }

  /** A number without a unit. */
  public Optional<BigDecimal> number(YamlValue value) {
    return scalar(value, "a number")
        .flatMap(
            scalar ->
                matching(
                    scalar,
                    NUMBER,
                    FindingCode.NOT_A_NUMBER,
                    "is not a number",
                    "write digits without separators, such as 5500",
                    match -> new BigDecimal(match.group())));
  }

  /** A decoder of whole numbers from {@code least} to {@code most}, both included. */
  public Decoder<Integer> wholeNumber(int least, int most) {
    return value ->
        scalar(value, "a whole number")
            .flatMap(
                scalar -> {
                  String text = scalar.text();
                  boolean fits =
                      text.matches("\\d{1,9}")
                          && Integer.parseInt(text) >= least
                          && Integer.parseInt(text) <= most;
                  return fits
                      ? Optional.of(Integer.parseInt(text))
                      : refuse(
                          scalar,
                          FindingCode.NOT_A_NUMBER,
                          "is not a whole number from " + least + " to " + most,
                          "write digits, such as " + Math.max(least, Math.min(most, 3)));
                });
  }

  /** A date: {@code 2026-10-01}. */
  public Optional<LocalDate> date(YamlValue value) {
    return scalar(value, "a date, such as 2026-10-01")
        .flatMap(
            scalar ->
                dateOf(scalar.text())
                    .or(
                        () ->
                            refuse(
                                scalar,
                                FindingCode.NOT_A_DATE,
                                "is not a date",
                                "write year, month and day, such as 2026-10-01")));
  }

  /** The date that a text is, from the year 1900 to 2200. */
  static Optional<LocalDate> dateOf(String text) {
    try {
      LocalDate date = LocalDate.parse(text, DATE);
      return Optional.of(date).filter(day -> day.getYear() >= 1900 && day.getYear() <= 2200);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Yes or no: {@code true} or {@code false}. */
  public Optional<Boolean> flag(YamlValue value) {
    return scalar(value, "true or false")
        .flatMap(
            scalar ->
                switch (scalar.text()) {
                  case "true" -> Optional.of(true);
                  case "false" -> Optional.of(false);
                  default ->
                      refuse(
                          scalar,
                          FindingCode.NOT_A_FLAG,
                          "is neither true nor false",
                          "write true or false");
                });
  }

  /** An IANA time zone: {@code America/New_York}, {@code UTC}. */
  public Optional<ZoneId> zone(YamlValue value) {
    return scalar(value, "a time zone, such as America/New_York")
        .flatMap(
            scalar -> {
              String text = scalar.text();
              if (ZoneId.getAvailableZoneIds().contains(text) && !text.startsWith("SystemV")) {
                return Optional.of(ZoneId.of(text));
              }
              String right =
                  Words.nearest(text, zonesByLastPart(text))
                      .map(near -> "did you mean " + near + "?")
                      .orElse("write an IANA zone, such as America/New_York or UTC");
              return refuse(scalar, FindingCode.NOT_A_ZONE, "is not a time zone", right);
            });
  }

  private static List<String> zonesByLastPart(String text) {
    String wanted = text.strip().replace(' ', '_');
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.contains("/") && !zone.startsWith("SystemV"))
        .filter(zone -> Words.nearest(wanted, List.of(zone)).isPresent())
        .sorted()
        .toList();
  }

  /** A decoder of one of these words. */
  public Decoder<String> word(String... words) {
    return word(Arrays.asList(words), Function.identity());
  }

  /** A decoder of the values of an enum, each written as its key. */
  public <T> Decoder<T> word(T[] values, Function<T, String> key) {
    return word(Arrays.asList(values), key);
  }

  private <T> Decoder<T> word(List<T> values, Function<T, String> key) {
    List<String> words = values.stream().map(key).toList();
    return value ->
        scalar(value, Words.either(words))
            .flatMap(
                scalar -> {
                  int at = words.indexOf(scalar.text());
                  return at >= 0
                      ? Optional.of(values.get(at))
                      : refuse(
                          scalar,
                          FindingCode.NOT_A_WORD,
                          "cannot stand " + Reading.whereIn(value.place()),
                          Words.nearest(scalar.text(), words)
                              .map(near -> "did you mean " + near + "?")
                              .orElse("write " + Words.either(words)));
                });
  }

  /** The single value; anything else is told, with what would be right. */
  public Optional<YamlValue.Scalar> scalar(YamlValue value, String right) {
    if (value instanceof YamlValue.Scalar scalar && !scalar.isNothing()) {
      return Optional.of(scalar);
    }
    reading.wrongShape(value, "write " + right);
    return Optional.empty();
  }

  /** Tells that a value is not what its key takes; the answer is always empty. */
  public <T> Optional<T> refuse(
      YamlValue.Scalar scalar, FindingCode code, String found, String right) {
    reading.tell(code, scalar.place(), Words.quoted(scalar.text()) + " " + found, right);
    return Optional.empty();
  }

  private Optional<String> plainText(YamlValue.Scalar scalar, int longest) {
    String text = scalar.text().strip();
    if (text.isEmpty()) {
      return refuse(scalar, FindingCode.EMPTY_VALUE, "says nothing", "write a text");
    }
    if (text.length() > longest || UNSEEN.matcher(text).find()) {
      return refuse(
          scalar,
          FindingCode.NOT_PLAIN_TEXT,
          text.length() > longest
              ? "has more than " + longest + " characters"
              : "holds characters that nobody sees",
          "shorten it, and remove control characters");
    }
    return Optional.of(text);
  }

  private <T> Optional<T> matching(
      YamlValue.Scalar scalar,
      Pattern pattern,
      FindingCode code,
      String found,
      String right,
      Function<Matcher, T> make) {
    Matcher matcher = pattern.matcher(scalar.text().strip());
    return matcher.matches()
        ? Optional.of(make.apply(matcher))
        : refuse(scalar, code, found, right);
  }
}
