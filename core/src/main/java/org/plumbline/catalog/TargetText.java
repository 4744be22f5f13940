package org.plumbline.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.agreement.Share;
import org.plumbline.catalog.Target.Relation;
import org.plumbline.catalog.Target.Value;
import org.plumbline.workbook.Cell;

/** Reads the text of a target, or says why it cannot be read. */
final class TargetText {

  private static final int LONGEST = 4_000;

  private static final Pattern DEFERRED =
      Pattern.compile(
          "(?i)^(tbd|tbc|to be (determined|decided|agreed|defined|negotiated)|determined (at|based|by)"
              + "|(as )?(agency|customer)[- ](defined|determined)|varies|n/?a$|pending|agency usually"
              + "|in accordance with|per (the )?(agreement|contract|sla)).*");
  private static final Pattern GAP =
      Pattern.compile("(?i)(?<![\\w])(n{2,}|x{2,}|y{2,}|#+|_{2,}|\\?+)(?![\\w])|(?<![\\w])[xn] ?%");
  private static final Pattern FREQUENCY =
      Pattern.compile(
          "(?i)^((bi-?)?(week|month|annual|quarter|dai|semi-?annual)ly|yearly|annually"
              + "|per pay period|[mqy])$");
  private static final Pattern TOLERANCE =
      Pattern.compile("(?:\\+ ?or ?-|\\+ ?/ ?-|±|plus or minus) ?([\\d.]+) ?(%|percent)?");
  private static final Pattern TIER_NUMBER =
      Pattern.compile("(?i)\\b(severity|sev|priority|level|tier|p|fy ?)([- ]?\\d+)");

  private TargetText() {}

  /** Reads the cell of a target, of a measure of this kind. */
  static Target read(Cell cell, MeasureKind kind) {
    String text = normal(cell.text());
    if (text.isEmpty()) {
      return new Target.Missing();
    }
    if (text.length() > LONGEST) {
      return new Target.Unread(text.substring(0, 60) + "...", "it is a whole text");
    }
    Optional<BigDecimal> number = TargetValue.number(text);
    if (number.isPresent()) {
      return bare(number.get(), cell.format().contains("%"), kind);
    }
    return worded(text);
  }

  /** A number alone; a cell that shows its number as per cent holds a share. */
  private static Target bare(BigDecimal number, boolean asPercent, MeasureKind kind) {
    boolean fraction = number.signum() > 0 && number.compareTo(BigDecimal.ONE) < 0;
    boolean unit = number.signum() == 0 || number.compareTo(BigDecimal.ONE) == 0;
    boolean share = asPercent || fraction || unit && kind == MeasureKind.SHARE;
    Value value = share ? new Value.Percent(new Share(number)) : new Value.Number(number, "");
    return new Target.Bound(Relation.UNSTATED, value, "");
  }

  private static Target worded(String text) {
    String flat = text.replaceAll("\\s+", " ");
    if (DEFERRED.matcher(flat).matches()) {
      return new Target.Deferred(flat);
    }
    if (FREQUENCY.matcher(flat).matches()) {
      return new Target.Misplaced(flat, Column.FREQUENCY);
    }
    if (flat.matches("(?i)yes( ?/ ?no)?")) {
      return new Target.YesOrNo();
    }
    if (GAP.matcher(flat).find()) {
      return new Target.Unfilled(flat);
    }
    Matcher tolerance = TOLERANCE.matcher(flat);
    if (tolerance.find()) {
      Optional<BigDecimal> room = TargetValue.number(tolerance.group(1));
      if (room.isPresent()) {
        boolean percent = tolerance.group(2) != null;
        return new Target.Tolerance(
            percent
                ? new Value.Percent(Share.ofPercent(room.get()))
                : new Value.Number(room.get(), ""));
      }
    }
    return parts(text);
  }

  /** Lines and what semicolons part are targets of their own, if they hold a value. */
  private static Target parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split("[\\n\\r;]+")) {
      if (!part.isBlank() && !TargetValue.all(masked(part)).isEmpty()) {
        parts.add(part.strip().replaceAll("\\s+", " "));
      }
    }
    if (parts.isEmpty()) {
      return new Target.Unread(text.replaceAll("\\s+", " "), "it names no value");
    }
    if (parts.size() == 1) {
      return one(parts.get(0));
    }
    return new Target.Tiers(parts.stream().map(TargetText::tier).toList());
  }

  private static Target.Tier tier(String part) {
    Target target = one(part);
    if (target instanceof Target.Bound bound) {
      return new Target.Tier(bound.remark(), new Target.Bound(bound.relation(), bound.value(), ""));
    }
    if (target instanceof Target.ShareWithin within) {
      return new Target.Tier(
          within.remark(),
          new Target.ShareWithin(
              within.relation(), within.share(), within.limit(), within.time(), ""));
    }
    return new Target.Tier("", target);
  }

  /** The numbers of tiers and fiscal years are names, not values. */
  private static String masked(String part) {
    return TIER_NUMBER
        .matcher(part)
        .replaceAll(match -> match.group(1) + match.group(2).replaceAll("\\d", "\u0001"));
  }

  private static Target one(String part) {
    String text = masked(part);
    List<TargetValue> values = TargetValue.all(text);
    TargetValue first = values.get(0);
    if (values.size() == 1) {
      return bound(part, text, first);
    }
    Optional<TargetValue> share =
        values.stream().filter(value -> value.value() instanceof Value.Percent).findFirst();
    Optional<TargetValue> time =
        values.stream().filter(value -> value.value() instanceof Value.Time).findFirst();
    if (values.size() == 2 && share.isPresent() && time.isPresent()) {
      return new Target.ShareWithin(
          share.get().relation(),
          ((Value.Percent) share.get().value()).share(),
          time.get().relation(),
          (Value.Time) time.get().value(),
          rest(part, values));
    }
    String between = text.substring(first.until(), values.get(1).from()).strip();
    if (between.equalsIgnoreCase("or")) {
      return new Target.Unread(part, "it names two values and not which of them holds");
    }
    if (values.stream().allMatch(value -> value.value() instanceof Value.Number)) {
      return new Target.Capacity(
          values.stream()
              .map(value -> new Value.Number(numberOf(value), value.following(text, values)))
              .toList());
    }
    if (between.matches("(?i).*\\b(with|for|where|if|when|assum\\w+|at)\\b.*")) {
      return new Target.Bound(
          first.relation(), first.value(), text.substring(first.until()).strip());
    }
    return new Target.Tiers(TargetValue.segments(text, values));
  }

  private static BigDecimal numberOf(TargetValue value) {
    return ((Value.Number) value.value()).number();
  }

  private static Target bound(String part, String text, TargetValue only) {
    String rest = rest(part, List.of(only));
    if (only.value() instanceof Value.Number number && number.of().isEmpty() && !rest.isEmpty()) {
      String of = text.substring(only.until()).strip();
      boolean thing = of.matches("(?i)[a-z][a-z -]{2,30}");
      return thing
          ? new Target.Bound(only.relation(), new Value.Number(number.number(), of), "")
          : new Target.Bound(only.relation(), number, rest);
    }
    return new Target.Bound(only.relation(), only.value(), rest);
  }

  /** The words around the values: of whom the target holds, or what else is said. */
  private static String rest(String part, List<TargetValue> values) {
    StringBuilder rest = new StringBuilder();
    int at = 0;
    for (TargetValue value : values) {
      rest.append(part, at, Math.max(at, Math.min(part.length(), value.from()))).append(' ');
      at = Math.min(part.length(), value.until());
    }
    rest.append(part, at, part.length());
    String words = rest.toString().replaceAll("\\s+", " ").strip();
    return words.replaceAll("^[-–:,.%/ ]+|[-–:,. ]+$", "").strip();
  }

  private static String normal(String text) {
    return text.replace('\u00a0', ' ')
        .replace("≥", ">=")
        .replace("≤", "<=")
        .replace("=>", ">=")
        .replace("=<", "<=")
        .strip();
  }

  /** Whether a text holds a gap that nobody has filled in, such as {@code nn hours}. */
  static boolean hasGap(String text) {
    String flat = text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    return Pattern.compile("(?<![\\w])(nn|xx)(?![\\w])|(?<![\\w])[xn] ?%").matcher(flat).find();
  }
}
