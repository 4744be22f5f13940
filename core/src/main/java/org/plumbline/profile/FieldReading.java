package org.plumbline.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.plumbline.agreement.Field;

/**
 * What the cells of a column are, if they are no times.
 *
 * @param type the type of the field
 * @param decimal the decimal mark that a binding has to name; empty where the cells are plain
 * @param codes codes of yes and no, where they are not written so
 * @param numbers by position of the row, the numbers; none unless it is a number of some kind
 * @param reason why it is read so
 */
public record FieldReading(
    Field.Type type,
    Optional<Character> decimal,
    Map<String, String> codes,
    Map<Integer, BigDecimal> numbers,
    String reason) {

  private static final Pattern DURATION =
      Pattern.compile(
          "\\d{1,6}:[0-5]\\d(:[0-5]\\d)?|\\d{1,9}(\\.\\d{1,6})? (second|minute|hour|day)s?");
  private static final Set<String> YES_NO = Set.of("yes", "no", "true", "false");
  private static final Map<String, String> CODES =
      Map.of("Y", "yes", "N", "no", "y", "yes", "n", "no");
  private static final BigDecimal ONE_HUNDRED = BigDecimal.valueOf(100);

  /** Copies the maps. */
  public FieldReading {
    codes = Map.copyOf(codes);
    numbers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }

  /** Whether its values can be added up. */
  public boolean isNumber() {
    return type == Field.Type.NUMBER || type == Field.Type.MONEY || type == Field.Type.SHARE;
  }

  /** Reads a column of this name. */
  static FieldReading of(String name, List<String> cells) {
    Set<String> distinct = new LinkedHashSet<>();
    cells.stream().filter(cell -> !Cells.isNothing(cell)).map(Cells::bare).forEach(distinct::add);
    if (distinct.isEmpty()) {
      return text("It is empty.");
    }
    if (distinct.size() <= 2) {
      if (distinct.stream().allMatch(cell -> YES_NO.contains(cell.toLowerCase(Locale.ROOT)))) {
        return new FieldReading(
            Field.Type.FLAG, Optional.empty(), Map.of(), Map.of(), "It says yes or no.");
      }
      if (CODES.keySet().containsAll(distinct)) {
        Map<String, String> codes = new LinkedHashMap<>(CODES);
        codes.keySet().retainAll(distinct);
        return new FieldReading(
            Field.Type.FLAG, Optional.empty(), codes, Map.of(), "It says Y or N: yes or no.");
      }
    }
    if (distinct.stream().allMatch(cell -> DURATION.matcher(cell).matches())) {
      return new FieldReading(
          Field.Type.DURATION, Optional.empty(), Map.of(), Map.of(), "Its cells say how long.");
    }
    return numbers(name, cells).orElseGet(() -> text(textReason(distinct, cells)));
  }

  private static FieldReading text(String reason) {
    return new FieldReading(Field.Type.TEXT, Optional.empty(), Map.of(), Map.of(), reason);
  }

  private static String textReason(Set<String> distinct, List<String> cells) {
    List<String> examples = new ArrayList<>();
    distinct.stream().limit(3).forEach(each -> examples.add(Words.shown(each)));
    return distinct.size() == 1
        ? "Every row says " + examples.get(0) + "."
        : Words.counted(distinct.size(), "different text")
            + " in "
            + Words.counted(cells.size(), "row")
            + ", such as "
            + Words.and(examples)
            + ".";
  }

  private static Optional<FieldReading> numbers(String name, List<String> cells) {
    Map<Integer, BigDecimal> values = new LinkedHashMap<>();
    boolean grouped = false;
    boolean comma = false;
    boolean point = false;
    int money = 0;
    int percent = 0;
    for (int row = 0; row < cells.size(); row++) {
      String cell = cells.get(row);
      if (Cells.isNothing(cell)) {
        continue;
      }
      Optional<Numeral> numeral = Numeral.of(cell);
      if (numeral.isEmpty()) {
        return Optional.empty();
      }
      values.put(row, numeral.get().value());
      grouped |= numeral.get().grouped();
      comma |= numeral.get().comma();
      point |= numeral.get().grouped() && !numeral.get().comma();
      point |= !numeral.get().grouped() && cell.contains(".");
      money += numeral.get().money() ? 1 : 0;
      percent += numeral.get().percent() ? 1 : 0;
    }
    if (comma && point) {
      return Optional.empty();
    }
    Optional<Character> decimal =
        comma ? Optional.of(',') : grouped ? Optional.of('.') : Optional.empty();
    boolean between =
        values.values().stream()
            .allMatch(each -> each.signum() >= 0 && each.compareTo(BigDecimal.ONE) <= 0);
    boolean fractions = values.values().stream().anyMatch(each -> each.scale() > 0);
    if (percent > 0) {
      // Where only some cells have the sign, nobody knows what the others mean.
      boolean all = percent == values.size();
      values.replaceAll((row, value) -> value.divide(ONE_HUNDRED));
      return all
          ? Optional.of(made(Field.Type.SHARE, decimal, values, "Its cells are percentages."))
          : Optional.empty();
    }
    if (Words.says(name, Words.SHARES) && between && fractions) {
      return Optional.of(
          made(
              Field.Type.SHARE,
              decimal,
              values,
              "Its name says a share, and all lie from 0 to 1."));
    }
    if (money > 0 || (Words.says(name, Words.AMOUNTS) && fractions)) {
      return Optional.of(made(Field.Type.MONEY, decimal, values, moneyReason(money, decimal)));
    }
    return Optional.of(made(Field.Type.NUMBER, decimal, values, numberReason(decimal)));
  }

  private static FieldReading made(
      Field.Type type,
      Optional<Character> decimal,
      Map<Integer, BigDecimal> values,
      String reason) {
    return new FieldReading(type, decimal, Map.of(), values, reason);
  }

  private static String moneyReason(int money, Optional<Character> decimal) {
    return (money > 0 ? "Its cells name a currency" : "Its name speaks of money")
        + (decimal.isPresent() ? "; they are texts with groups of digits, read as numbers." : ".");
  }

  private static String numberReason(Optional<Character> decimal) {
    return decimal.isEmpty()
        ? "Every cell is a number."
        : "Its cells are numbers written as text, with "
            + (decimal.get() == ',' ? "a decimal comma." : "groups of digits.");
  }
}
