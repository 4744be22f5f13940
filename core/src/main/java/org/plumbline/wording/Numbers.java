package org.plumbline.wording;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Literal;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.judge.BoundValue;

/**
 * Numbers as people read them: {@code 2,821}, {@code 98.5%}, {@code 18.4 hours}.
 *
 * <p>A figure never looks like a bound that it misses: decimals are added until the two differ, so
 * that 99.79 % is not shown as 99.8 %.
 */
public final class Numbers {

  private static final int MOST_DECIMALS = 9;

  private Numbers() {}

  /** A whole number with separators for thousands. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A decimal number with separators for thousands, its decimals kept. */
  public static String decimal(BigDecimal value) {
    return String.format(Locale.ROOT, "%,." + Math.max(0, value.scale()) + "f", value);
  }

  /** A whole number with its noun: {@code 1 case}, {@code 2,821 cases}. */
  public static String counted(long value, String singular, String plural) {
    return count(value) + " " + (value == 1 ? singular : plural);
  }

  /** A figure in its unit, with at least the usual decimals. */
  public static String figure(Exact figure, FigureUnit unit, List<BoundValue> bounds) {
    TimeAmount.Unit time = timeUnit(figure, bounds);
    return switch (unit) {
      case SHARE -> shown(figure, unit, bounds, 1, Exact.of(100), "%");
      case CASES -> shown(figure, unit, bounds, 0, Exact.of(1), "");
      case MICROSECONDS ->
          shown(figure, unit, bounds, 1, perUnit(time), " " + timeNoun(figure, time));
      case DAYS -> shown(figure, unit, bounds, scaleOf(figure, 1), Exact.of(1), " days");
      case WORKDAYS -> shown(figure, unit, bounds, scaleOf(figure, 1), Exact.of(1), " workdays");
      case MONEY -> shown(figure, unit, bounds, 2, Exact.of(1), currency(bounds));
      case NUMBER -> number(figure, unit, bounds);
    };
  }

  /**
   * A bound that was worked out, in its unit: exact, or with three decimals where it is longer, so
   * that it is told apart from a figure next to it.
   */
  static String worked(Exact value, FigureUnit unit) {
    TimeAmount.Unit time = timeUnit(value, List.of());
    Exact factor =
        switch (unit) {
          case SHARE -> Exact.of(100);
          case MICROSECONDS -> perUnit(time);
          case CASES, DAYS, WORKDAYS, MONEY, NUMBER -> Exact.of(1);
        };
    BigDecimal shown = value.times(factor).rounded(3).stripTrailingZeros();
    String number = decimal(shown.setScale(Math.max(0, shown.scale())));
    return switch (unit) {
      case SHARE -> number + "%";
      case MICROSECONDS -> number + " " + timeNoun(value, time);
      case DAYS -> number + " days";
      case WORKDAYS -> number + " workdays";
      case CASES, MONEY, NUMBER -> number;
    };
  }

  /** A share as so many of every 100: {@code 71.2}. */
  static String ofEvery100(Exact figure, List<BoundValue> bounds) {
    String percent = figure(figure, FigureUnit.SHARE, bounds);
    String number = percent.substring(0, percent.length() - 1);
    return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
  }

  /** A value of the agreement, as people write it. */
  public static String literal(Literal literal) {
    if (literal instanceof Literal.Numeral numeral) {
      return decimal(numeral.value());
    }
    if (literal instanceof Literal.Percent percent) {
      return percent.share().toString();
    }
    if (literal instanceof Literal.Time time) {
      return amount(time.amount());
    }
    if (literal instanceof Literal.Amount amount) {
      return decimal(amount.money().amount()) + " " + amount.money().currency();
    }
    if (literal instanceof Literal.Flag flag) {
      return flag.value() ? "yes" : "no";
    }
    return literal instanceof Literal.Text text ? "“" + text.value() + "”" : literal.toString();
  }

  /** An amount of time as the agreement writes it. */
  public static String amount(TimeAmount amount) {
    return counted(amount.amount(), amount.unit().singular(), amount.unit().plural());
  }

  /** A bound as people say it: {@code 80% or more}. */
  public static String bound(Comparison comparison, String value) {
    return switch (comparison) {
      case AT_LEAST -> value + " or more";
      case AT_MOST -> value + " or less";
      case ABOVE -> "more than " + value;
      case BELOW -> "less than " + value;
    };
  }

  /** A length of time: {@code 25 hours 30 minutes}, {@code 40 seconds}; smaller parts cut off. */
  public static String duration(long micros) {
    long absolute = Math.abs(micros);
    long hours = absolute / EpochMicros.HOUR;
    long minutes = absolute % EpochMicros.HOUR / EpochMicros.MINUTE;
    long seconds = absolute % EpochMicros.MINUTE / EpochMicros.SECOND;
    String sign = micros < 0 ? "-" : "";
    if (hours > 0) {
      String rest = minutes == 0 ? "" : " " + counted(minutes, "minute", "minutes");
      return sign + counted(hours, "hour", "hours") + rest;
    }
    if (minutes > 0) {
      String rest = seconds == 0 ? "" : " " + counted(seconds, "second", "seconds");
      return sign + counted(minutes, "minute", "minutes") + rest;
    }
    return sign + counted(seconds, "second", "seconds");
  }

  /** The same with units cut short, for tables: {@code 25 h 30 min}. */
  public static String brief(String text) {
    return text.replaceAll("(\\d) hours?", "$1 h")
        .replaceAll("(\\d) minutes?", "$1 min")
        .replaceAll("(\\d) seconds?", "$1 s");
  }

  /** A length of time in hours: {@code 34.5 h}, from 100 hours on without decimals. */
  public static String hours(BigInteger micros) {
    Exact hours = new Exact(micros, BigInteger.valueOf(EpochMicros.HOUR));
    boolean many = hours.compareTo(Exact.of(100)) >= 0;
    return decimal(hours.rounded(many ? 0 : 1)) + " h";
  }

  /** An amount in the unit of a figure: microseconds as a duration, days and workdays by name. */
  public static String inUnit(long amount, FigureUnit unit) {
    return switch (unit) {
      case MICROSECONDS -> duration(amount);
      case DAYS -> counted(amount, "day", "days");
      case WORKDAYS -> counted(amount, "workday", "workdays");
      case SHARE, CASES, MONEY, NUMBER -> count(amount);
    };
  }

  /** A ratio as a percentage with one decimal. */
  public static String percent(Exact ratio) {
    return decimal(ratio.times(Exact.of(100)).rounded(1)) + "%";
  }

  private static String number(Exact figure, FigureUnit unit, List<BoundValue> bounds) {
    boolean share =
        bounds.stream()
            .anyMatch(bound -> bound.value().filter(Literal.Percent.class::isInstance).isPresent());
    return share
        ? shown(figure, unit, bounds, 1, Exact.of(100), "%")
        : shown(figure, unit, bounds, scaleOf(figure, 2), Exact.of(1), "");
  }

  /** The figure times a factor, with decimals until it stands on the right side of each bound. */
  private static String shown(
      Exact figure,
      FigureUnit unit,
      List<BoundValue> bounds,
      int decimals,
      Exact factor,
      String suffix) {
    int scale = decimals;
    while (scale < MOST_DECIMALS && misleads(figure, factor, scale, bounds, unit)) {
      scale++;
    }
    return decimal(figure.times(factor).rounded(scale)) + suffix;
  }

  private static boolean misleads(
      Exact figure, Exact factor, int scale, List<BoundValue> bounds, FigureUnit unit) {
    Exact shown = Exact.of(figure.times(factor).rounded(scale)).dividedBy(factor);
    if (unit == FigureUnit.SHARE && isAllOrNothing(shown) && !isAllOrNothing(figure)) {
      return true;
    }
    for (BoundValue bound : bounds) {
      Optional<Exact> value =
          bound.worked().or(() -> bound.value().flatMap(literal -> inFigureUnit(literal, unit)));
      if (value.isPresent()
          && Integer.signum(shown.compareTo(value.get()))
              != Integer.signum(figure.compareTo(value.get()))) {
        return true;
      }
    }
    return false;
  }

  /** 99.97 % is not shown as 100.0 %, nor 0.02 % as 0.0 %. */
  private static boolean isAllOrNothing(Exact share) {
    return share.equals(Exact.ZERO) || share.equals(Exact.of(1));
  }

  private static Optional<Exact> inFigureUnit(Literal literal, FigureUnit unit) {
    if (literal instanceof Literal.Percent percent) {
      return Optional.of(Exact.of(percent.share().ratio()));
    }
    if (literal instanceof Literal.Numeral numeral) {
      return Optional.of(Exact.of(numeral.value()));
    }
    if (literal instanceof Literal.Amount amount) {
      return Optional.of(Exact.of(amount.money().amount()));
    }
    if (literal instanceof Literal.Time time) {
      return switch (time.amount().kind()) {
        case ELAPSED -> Optional.of(Exact.of(time.amount().micros()));
        case BY_DATE_DAYS, BY_DATE_WORKDAYS ->
            unit == FigureUnit.MICROSECONDS
                ? Optional.empty()
                : Optional.of(Exact.of(time.amount().days()));
        case BY_DATE_MONTHS -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  private static int scaleOf(Exact figure, int otherwise) {
    return figure.denominator().equals(BigInteger.ONE) ? 0 : otherwise;
  }

  private static Exact perUnit(TimeAmount.Unit unit) {
    return Exact.ratio(1, TimeAmount.of(1, unit).micros());
  }

  private static String timeNoun(Exact figure, TimeAmount.Unit unit) {
    boolean one = figure.compareTo(Exact.of(TimeAmount.of(1, unit).micros())) == 0;
    return one ? unit.singular() : unit.plural();
  }

  /** The unit of the bound; without one, the one that suits the size. */
  private static TimeAmount.Unit timeUnit(Exact figure, List<BoundValue> bounds) {
    for (BoundValue bound : bounds) {
      if (bound.value().isPresent()
          && bound.value().get() instanceof Literal.Time time
          && time.amount().kind() == TimeAmount.Kind.ELAPSED) {
        return time.amount().unit();
      }
    }
    if (figure.absolute().compareTo(Exact.of(2 * EpochMicros.HOUR)) >= 0) {
      return TimeAmount.Unit.HOURS;
    }
    return figure.absolute().compareTo(Exact.of(2 * EpochMicros.MINUTE)) >= 0
        ? TimeAmount.Unit.MINUTES
        : TimeAmount.Unit.SECONDS;
  }

  private static String currency(List<BoundValue> bounds) {
    for (BoundValue bound : bounds) {
      if (bound.value().isPresent() && bound.value().get() instanceof Literal.Amount amount) {
        return " " + amount.money().currency();
      }
    }
    return "";
  }
}
