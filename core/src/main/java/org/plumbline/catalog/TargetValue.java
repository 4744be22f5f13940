package org.plumbline.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Share;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.catalog.Target.Days;
import org.plumbline.catalog.Target.Relation;
import org.plumbline.catalog.Target.Value;

/**
 * A value found in a text.
 *
 * @param relation how a figure stands to it, as far as the words beside it say
 * @param from where it begins in the text, with these words
 * @param until where it ends
 */
record TargetValue(Relation relation, Value value, int from, int until) {

  private static final String BEFORE =
      "(?<before>>=|<=|>|<|=|at least|at most|no more than|not more than|no less than|less than"
          + "|more than|greater than|fewer than|not exceed(?:ing)?|(?:a )?minimum of"
          + "|(?:a )?maximum of|up to|within|under|over|above|below)?";
  private static final String NUMBER =
      "(?<dollar>\\$ ?)?(?<number>\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+|zero\\b|next(?= business day))";
  private static final String UNIT =
      "(?<unit> ?%| ?percent\\b| ?(?:full )?(?:(?<days>government|federal|business|working|work"
          + "|calendar) ?(?:work)? ?)?(?<time>seconds?|secs?|minutes?|mins?|hours?|hrs?|workdays?"
          + "|days?|weeks?|months?|years?)\\b)?";
  private static final String AFTER =
      "(?<after> ?(?:or (?:less|fewer|under|more|greater|better|higher|above)|minimum|maximum)\\b)?";
  private static final Pattern VALUE =
      Pattern.compile(BEFORE + " ?" + NUMBER + UNIT + AFTER, Pattern.CASE_INSENSITIVE);

  /** All values in a text, in order. */
  static List<TargetValue> all(String text) {
    List<TargetValue> values = new ArrayList<>();
    Matcher matcher = VALUE.matcher(text);
    while (matcher.find()) {
      boolean inWord =
          matcher.start() > 0
              && Character.isLetterOrDigit(text.charAt(matcher.start()))
              && Character.isLetterOrDigit(text.charAt(matcher.start() - 1));
      if (!inWord) {
        value(matcher)
            .ifPresent(
                value ->
                    values.add(
                        new TargetValue(relation(matcher), value, matcher.start(), matcher.end())));
      }
    }
    return values;
  }

  /** A text that is one number and nothing else. */
  static Optional<BigDecimal> number(String text) {
    String plain = text.replace(",", "");
    return plain.matches("-?\\d{0,15}(\\.\\d{1,15})?") && plain.matches(".*\\d.*")
        ? Optional.of(new BigDecimal(plain.startsWith(".") ? "0" + plain : plain))
        : Optional.empty();
  }

  /** The words that follow, up to the next value. */
  String following(String text, List<TargetValue> values) {
    int next = text.length();
    for (TargetValue other : values) {
      if (other.from >= until) {
        next = Math.min(next, other.from);
      }
    }
    return text.substring(until, next)
        .replaceAll("(?i)\\b(and|with)\\b *$", "")
        .replaceAll("(?i)\\b(and|with)\\b *$", "")
        .replaceAll("[.,; ]+$", "")
        .strip();
  }

  /** One target for each value, labelled with the words before it. */
  static List<Target.Tier> segments(String text, List<TargetValue> values) {
    List<Target.Tier> tiers = new ArrayList<>();
    int at = 0;
    for (TargetValue value : values) {
      String label = text.substring(at, value.from).replaceAll("[:,.\\-\\s]+$", "").strip();
      tiers.add(
          new Target.Tier(
              label.replaceAll("^[,.:;\\s]+", ""),
              new Target.Bound(value.relation, value.value, "")));
      at = value.until;
    }
    return tiers;
  }

  private static Optional<Value> value(Matcher matcher) {
    String written = lower(matcher.group("number"));
    BigDecimal number =
        written.equals("zero")
            ? BigDecimal.ZERO
            : written.equals("next") ? BigDecimal.ONE : number(written).orElse(BigDecimal.ZERO);
    String unit = lower(matcher.group("unit")).strip();
    if (matcher.group("dollar") != null) {
      return Optional.of(new Value.Dollars(number));
    }
    if (unit.isEmpty()) {
      return Optional.of(new Value.Number(number, ""));
    }
    if (unit.equals("%") || unit.equals("percent")) {
      return Optional.of(new Value.Percent(Share.ofPercent(number)));
    }
    return time(number, lower(matcher.group("days")), lower(matcher.group("time")));
  }

  private static Optional<Value> time(BigDecimal number, String days, String unit) {
    boolean workdays = !days.isEmpty() && !days.equals("calendar") || unit.startsWith("workday");
    TimeAmount.Unit counted =
        unit.startsWith("sec")
            ? TimeAmount.Unit.SECONDS
            : unit.startsWith("min")
                ? TimeAmount.Unit.MINUTES
                : unit.startsWith("h")
                    ? TimeAmount.Unit.HOURS
                    : unit.startsWith("week")
                        ? TimeAmount.Unit.WEEKS
                        : unit.startsWith("month")
                            ? TimeAmount.Unit.MONTHS
                            : unit.startsWith("year")
                                ? TimeAmount.Unit.YEARS
                                : workdays ? TimeAmount.Unit.WORKDAYS : TimeAmount.Unit.DAYS;
    Days which =
        counted == TimeAmount.Unit.HOURS
            ? workdays ? Days.BUSINESS_HOURS : Days.UNSTATED
            : counted == TimeAmount.Unit.WORKDAYS
                ? Days.WORKDAYS
                : days.equals("calendar") ? Days.CALENDAR : Days.UNSTATED;
    return whole(number, counted).map(amount -> new Value.Time(amount, which));
  }

  /** Whole units; one and a half hours are 90 minutes. */
  private static Optional<TimeAmount> whole(BigDecimal number, TimeAmount.Unit unit) {
    BigDecimal amount = number;
    TimeAmount.Unit finer = unit;
    while (amount.stripTrailingZeros().scale() > 0
        && (finer == TimeAmount.Unit.HOURS || finer == TimeAmount.Unit.MINUTES)) {
      amount = amount.multiply(BigDecimal.valueOf(60));
      finer = finer == TimeAmount.Unit.HOURS ? TimeAmount.Unit.MINUTES : TimeAmount.Unit.SECONDS;
    }
    boolean fits =
        amount.stripTrailingZeros().scale() <= 0
            && amount.compareTo(BigDecimal.valueOf(999_999_999)) <= 0;
    return fits ? Optional.of(TimeAmount.of(amount.longValue(), finer)) : Optional.empty();
  }

  private static Relation relation(Matcher matcher) {
    String before = lower(matcher.group("before"));
    String after = lower(matcher.group("after")).strip();
    if (after.matches("or (less|fewer|under)|maximum")) {
      return Relation.AT_MOST;
    }
    if (!after.isEmpty()) {
      return Relation.AT_LEAST;
    }
    return switch (before) {
      case "" ->
          lower(matcher.group("number")).equals("zero") ? Relation.EXACTLY : Relation.UNSTATED;
      case ">=", "at least", "no less than", "minimum of", "a minimum of" -> Relation.AT_LEAST;
      case ">", "more than", "greater than", "over", "above" -> Relation.ABOVE;
      case "<", "less than", "fewer than", "under", "below" -> Relation.BELOW;
      case "=" -> Relation.EXACTLY;
      default -> Relation.AT_MOST;
    };
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
