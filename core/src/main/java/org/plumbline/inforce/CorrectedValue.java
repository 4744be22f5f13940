package org.plumbline.inforce;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.records.RecordChange;
import org.plumbline.records.StoredSet;
import org.plumbline.register.Ask;

/** A value that a request corrects, as it is stored. */
final class CorrectedValue {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,12})?");

  private CorrectedValue() {}

  /**
   * What was read.
   *
   * @param column the column of the value
   * @param value as it is stored; empty if it cannot be
   * @param found why not
   * @param right what would be right
   */
  record Read(String column, Optional<String> value, String found, String right) {
    private static Read not(String found, String right) {
      return new Read("", Optional.empty(), found, right);
    }
  }

  /** The value of a moment or field of a set. */
  static Read of(RecordSet set, Ask.Correct correct) {
    MomentTerm moment = set.moments().get(correct.name());
    Field field = set.fields().get(correct.name());
    if (moment instanceof MomentTerm.Recorded recorded) {
      Precision precision = recorded.precision();
      return correct
          .was()
          .filter(text -> stored(text, precision).isEmpty())
          .map(text -> noMoment(correct, text, precision))
          .orElseGet(() -> moment(correct, precision));
    }
    if (correct.was().isPresent()) {
      return Read.not(
          correct.name() + " is no recorded moment, and only one of those happens again",
          "leave was away");
    }
    if (field == null || set.caseKey().contains(correct.name())) {
      return Read.not(
          moment != null
              ? correct.name() + " is not recorded, it is worked out from what is"
              : set.caseKey().contains(correct.name())
                  ? correct.name() + " names the case"
                  : "these cases have no " + correct.name(),
          "name a recorded moment, or a field that is no part of the key");
    }
    try {
      return new Read(
          StoredSet.fieldColumn(correct.name()),
          Optional.of(field(correct.to().strip(), field.type())),
          "",
          "");
    } catch (RefusedInputException | NumberFormatException e) {
      return Read.not(
          "\"" + correct.to() + "\" is no value of " + correct.name(),
          "write " + like(field.type()));
    }
  }

  private static Read moment(Ask.Correct correct, Precision precision) {
    String column = StoredSet.momentColumn(correct.name());
    return stored(correct.to(), precision)
        .map(value -> new Read(column, Optional.of(String.valueOf(value)), "", ""))
        .orElseGet(() -> noMoment(correct, correct.to(), precision));
  }

  private static Read noMoment(Ask.Correct correct, String written, Precision precision) {
    return Read.not(
        "\"" + written + "\" is no value of " + correct.name(),
        precision == Precision.DATE
            ? "write a date, such as 2026-10-01"
            : "write a time with its offset, such as 2026-10-01T16:30-04:00");
  }

  /** A moment as it is stored: days or microseconds since 1970; empty if the text is none. */
  private static Optional<Long> stored(String written, Precision precision) {
    try {
      String text = written.strip();
      if (precision == Precision.DATE) {
        return Optional.of(LocalDate.parse(text).toEpochDay());
      }
      long micros = EpochMicros.of(OffsetDateTime.parse(text).toInstant());
      long cut = precision == Precision.MINUTE ? Math.floorMod(micros, EpochMicros.MINUTE) : 0;
      return Optional.of(micros - cut);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /**
   * What a moment of an event log becomes; empty if {@link #of} says what is wrong with it.
   *
   * @param zone in which a date begins
   */
  static Optional<RecordChange> moved(
      String records, String key, RecordSet set, Ask.Correct correct, ZoneId zone) {
    if (!(set.moments().get(correct.name()) instanceof MomentTerm.Recorded recorded)) {
      return Optional.empty();
    }
    Precision precision = recorded.precision();
    Optional<Long> was = correct.was().flatMap(text -> stored(text, precision));
    return stored(correct.to(), precision)
        .filter(to -> was.isPresent() == correct.was().isPresent())
        .map(
            to ->
                new RecordChange.Moved(
                    records,
                    key,
                    correct.name(),
                    was,
                    to,
                    precision == Precision.DATE
                        ? EpochMicros.of(LocalDate.ofEpochDay(to).atStartOfDay(zone).toInstant())
                        : to));
  }

  private static String field(String text, Field.Type type) {
    return switch (type) {
      case TEXT -> text;
      case NUMBER -> number(text).toPlainString();
      case MONEY -> number(text.split("\\s+", 2)[0]).toPlainString();
      case SHARE -> share(text);
      case DURATION -> duration(text);
      case FLAG -> flag(text);
    };
  }

  private static BigDecimal number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new NumberFormatException(text);
    }
    return new BigDecimal(text);
  }

  private static String share(String text) {
    if (!text.endsWith("%")) {
      throw new NumberFormatException(text);
    }
    return number(text.substring(0, text.length() - 1).strip()).movePointLeft(2).toPlainString();
  }

  private static String duration(String text) {
    TimeAmount amount = TimeAmount.parse(text);
    if (amount.kind() != TimeAmount.Kind.ELAPSED) {
      throw new NumberFormatException(text);
    }
    return String.valueOf(amount.micros());
  }

  private static String flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new NumberFormatException(text);
    }
    return text;
  }

  private static String like(Field.Type type) {
    return switch (type) {
      case TEXT -> "a text";
      case NUMBER -> "a number, such as 5500";
      case MONEY -> "an amount, such as 2500.00 USD";
      case SHARE -> "a share, such as 99.5%";
      case DURATION -> "elapsed time, such as 4 hours";
      case FLAG -> "true or false";
    };
  }
}
