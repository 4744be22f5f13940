package org.plumbline.agreement.yaml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.Share;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.TimeAmount;

/**
 * Decodes literals whose type is known from the field they are set against, or, where it is not,
 * from their form (language.md 3.1).
 */
final class Literals {

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d{1,12})?");
  private static final Pattern PERCENT = Pattern.compile("(-?\\d{1,9}(?:\\.\\d{1,12})?)\\s?%");
  private static final Pattern MONEY =
      Pattern.compile("(-?\\d{1,15}(?:\\.\\d{1,6})?)\\s+([A-Z]{3})");
  private static final Pattern POINTS = Pattern.compile("(-?\\d{1,9}(?:\\.\\d{1,12})?)\\s+points?");
  private static final Pattern INSTANT =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,6})?)?(Z|[+-]\\d\\d:\\d\\d)");

  private final Scalars scalars;

  Literals(Scalars scalars) {
    this.scalars = scalars;
  }

  /** Any literal, its type taken from its form. */
  Optional<Literal> any(YamlValue value) {
    return scalars.scalar(value, "a value").map(scalar -> byForm(scalar.text().strip()));
  }

  /** A literal of the type of a field. */
  Optional<Literal> typed(YamlValue value, Field.Type type) {
    return switch (type) {
      case TEXT -> scalars.text(value).map(Literal.Text::new);
      case NUMBER -> scalars.number(value).map(Literal.Numeral::new);
      case SHARE -> share(value);
      case MONEY -> scalars.money(value).map(Literal.Amount::new);
      case DURATION -> scalars.duration(value).map(Literal.Time::new);
      case FLAG -> scalars.flag(value).map(Literal.Flag::new);
    };
  }

  /** A share. */
  Optional<Literal> share(YamlValue value) {
    return scalars.share(value).map(Literal.Percent::new);
  }

  /** A share or an amount of money. */
  Optional<Literal> shareOrMoney(YamlValue value) {
    boolean money =
        value instanceof YamlValue.Scalar scalar && scalar.text().matches(".*[A-Za-z].*");
    return money ? scalars.money(value).map(Literal.Amount::new) : share(value);
  }

  /** A number. */
  Optional<Literal> number(YamlValue value) {
    return scalars.number(value).map(Literal.Numeral::new);
  }

  private static Literal byForm(String text) {
    Matcher percent = PERCENT.matcher(text);
    if (percent.matches()) {
      return new Literal.Percent(Share.ofPercent(new BigDecimal(percent.group(1))));
    }
    Matcher money = MONEY.matcher(text);
    if (money.matches()) {
      return new Literal.Amount(new Money(new BigDecimal(money.group(1)), money.group(2)));
    }
    Matcher points = POINTS.matcher(text);
    if (points.matches()) {
      return new Literal.Points(new BigDecimal(points.group(1)));
    }
    if (NUMBER.matcher(text).matches()) {
      return new Literal.Numeral(new BigDecimal(text));
    }
    if (text.equals("true") || text.equals("false")) {
      return new Literal.Flag(text.equals("true"));
    }
    return dateOrDuration(text).orElse(new Literal.Text(text));
  }

  private static Optional<Literal> dateOrDuration(String text) {
    Optional<Literal> date = Scalars.dateOf(text).map(Literal.Day::new);
    return date.or(() -> instantOf(text).map(Literal.Moment::new)).or(() -> durationOf(text));
  }

  private static Optional<Instant> instantOf(String text) {
    if (!INSTANT.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Literal> durationOf(String text) {
    try {
      return Optional.of(new Literal.Time(TimeAmount.parse(text)));
    } catch (RefusedInputException e) {
      return Optional.empty();
    }
  }
}
