package org.plumbline.reconcile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.agreement.Literal;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.judge.BoundValue;
import org.plumbline.profile.Numeral;

/**
 * A reported figure as a number.
 *
 * @param number as it is written, its decimals kept
 * @param factor the figure's unit over the unit in which it is written: 1/100 of a percentage
 * @param shown as it is written, with its unit
 */
record ReportedValue(BigDecimal number, Exact factor, String shown) {

  /** Beyond this many decimals a number of a spreadsheet is not what somebody wrote. */
  private static final int MOST_DECIMALS = 12;

  private static final Exact PERCENT = Exact.ratio(1, 100);
  private static final Pattern WITH_UNIT =
      Pattern.compile("([+-]?[\\d.,]{1,30}) ?([A-Za-z][A-Za-z ]{0,20})");
  private static final Map<String, TimeAmount.Unit> UNITS =
      Map.ofEntries(
          Map.entry("s", TimeAmount.Unit.SECONDS),
          Map.entry("sec", TimeAmount.Unit.SECONDS),
          Map.entry("second", TimeAmount.Unit.SECONDS),
          Map.entry("min", TimeAmount.Unit.MINUTES),
          Map.entry("minute", TimeAmount.Unit.MINUTES),
          Map.entry("h", TimeAmount.Unit.HOURS),
          Map.entry("hr", TimeAmount.Unit.HOURS),
          Map.entry("hour", TimeAmount.Unit.HOURS),
          Map.entry("d", TimeAmount.Unit.DAYS),
          Map.entry("day", TimeAmount.Unit.DAYS),
          Map.entry("calendar day", TimeAmount.Unit.DAYS),
          Map.entry("workday", TimeAmount.Unit.WORKDAYS),
          Map.entry("working day", TimeAmount.Unit.WORKDAYS),
          Map.entry("business day", TimeAmount.Unit.WORKDAYS),
          Map.entry("government workday", TimeAmount.Unit.WORKDAYS));

  /** The figure, exactly as far as it is written. */
  Exact exact() {
    return Exact.of(number).times(factor);
  }

  private int decimals() {
    return Math.min(MOST_DECIMALS, Math.max(0, number.scale()));
  }

  /** Whether a figure is this number, to the last digit. */
  boolean is(Exact figure) {
    return exact().compareTo(figure) == 0
        || number.scale() >= MOST_DECIMALS && isAtItsDecimals(figure);
  }

  /** Whether a figure is this number at the decimals that it is written with. */
  boolean isAtItsDecimals(Exact figure) {
    return rounded(figure, decimals(), RoundingMode.HALF_UP)
            .compareTo(number.setScale(decimals(), RoundingMode.HALF_UP))
        == 0;
  }

  /** Whether a figure is this number when it is cut off, or rounded another way. */
  boolean isRounded(Exact figure, RoundingMode mode) {
    return rounded(figure, decimals(), mode).compareTo(number) == 0;
  }

  /** The fewest decimals, fewer than are written, to which a figure rounds to this number. */
  Optional<Integer> coarser(Exact figure) {
    for (int scale = 0; scale < decimals(); scale++) {
      if (rounded(figure, scale, RoundingMode.HALF_UP).compareTo(number) == 0) {
        return Optional.of(scale);
      }
    }
    return Optional.empty();
  }

  private BigDecimal rounded(Exact figure, int scale, RoundingMode mode) {
    Exact own = figure.dividedBy(factor);
    return new BigDecimal(own.numerator()).divide(new BigDecimal(own.denominator()), scale, mode);
  }

  /** Whether a cell may be a figure, of whatever unit. */
  static boolean looksLikeOne(String cell) {
    return Numeral.of(cell).isPresent() || unit(cell).isPresent();
  }

  private static Optional<TimeAmount.Unit> unit(String cell) {
    Matcher matcher = WITH_UNIT.matcher(cell);
    return matcher.matches() ? timeUnit(matcher.group(2)) : Optional.empty();
  }

  /** A unit of time by what people call it. */
  static Optional<TimeAmount.Unit> timeUnit(String word) {
    String plain = MetricNames.plain(word);
    TimeAmount.Unit unit = UNITS.get(plain);
    return unit != null || plain.length() < 2 || !plain.endsWith("s")
        ? Optional.ofNullable(unit)
        : Optional.ofNullable(UNITS.get(plain.substring(0, plain.length() - 1)));
  }

  /**
   * Reads a figure.
   *
   * @param said the unit that the heading or the mapping says
   * @param inPercent whether a bare number of a share is a percentage
   */
  static Optional<ReportedValue> read(
      String cell,
      Optional<String> said,
      boolean inPercent,
      FigureUnit unit,
      List<BoundValue> bounds) {
    Matcher timed = WITH_UNIT.matcher(cell);
    Optional<TimeAmount.Unit> own = unit(cell);
    String digits = own.isPresent() && timed.matches() ? timed.group(1) : cell;
    Optional<Numeral> numeral = Numeral.of(digits);
    if (numeral.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal number = numeral.get().value();
    boolean percent = numeral.get().percent() || said.filter("percent"::equals).isPresent();
    boolean share =
        unit == FigureUnit.SHARE
            || bounds.stream()
                .anyMatch(
                    bound -> bound.value().filter(Literal.Percent.class::isInstance).isPresent());
    if (percent || share && inPercent) {
      return Optional.of(new ReportedValue(number, PERCENT, number.toPlainString() + "%"));
    }
    if (unit == FigureUnit.MICROSECONDS) {
      return own.or(() -> said.flatMap(ReportedValue::timeUnit))
          .or(() -> ofBound(bounds))
          .flatMap(time -> timed(number, time));
    }
    String suffix =
        switch (unit) {
          case DAYS -> number.compareTo(BigDecimal.ONE) == 0 ? " day" : " days";
          case WORKDAYS -> number.compareTo(BigDecimal.ONE) == 0 ? " workday" : " workdays";
          default -> "";
        };
    return Optional.of(new ReportedValue(number, Exact.of(1), number.toPlainString() + suffix));
  }

  private static Optional<ReportedValue> timed(BigDecimal number, TimeAmount.Unit unit) {
    long micros =
        unit == TimeAmount.Unit.DAYS
            ? 24 * EpochMicros.HOUR
            : unit == TimeAmount.Unit.WORKDAYS ? 0 : TimeAmount.of(1, unit).micros();
    return micros == 0
        ? Optional.empty()
        : Optional.of(
            new ReportedValue(
                number,
                Exact.of(micros),
                number.toPlainString() + " " + unit.plural().toLowerCase(Locale.ROOT)));
  }

  private static Optional<TimeAmount.Unit> ofBound(List<BoundValue> bounds) {
    return bounds.stream()
        .flatMap(bound -> bound.value().stream())
        .filter(Literal.Time.class::isInstance)
        .map(literal -> ((Literal.Time) literal).amount())
        .filter(amount -> amount.kind() == TimeAmount.Kind.ELAPSED)
        .map(TimeAmount::unit)
        .findFirst();
  }
}
