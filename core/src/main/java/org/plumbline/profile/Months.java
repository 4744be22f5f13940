package org.plumbline.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.agreement.Field;

/** Finds out whether the rows of a table are months with figures counted elsewhere. */
final class Months {

  private static final int FEWEST = 2;
  private static final BigDecimal TOLERANCE = new BigDecimal("0.0011");

  private final Table table;
  private final List<ColumnProfile> columns;

  private Months(Table table, List<ColumnProfile> columns) {
    this.table = table;
    this.columns = columns;
  }

  /** The months that the table holds, if it does. */
  static Optional<Shape.Monthly> find(Table table, List<ColumnProfile> columns) {
    return new Months(table, columns).find();
  }

  /** How many of these names are months: then they stand side by side, not one below another. */
  static long sideBySide(List<String> names) {
    return names.stream()
        .filter(
            name ->
                WrittenTime.of(name).isPresent()
                    || WrittenTime.of(name + " 2000").filter(WrittenTime::isMonth).isPresent())
        .count();
  }

  private Optional<Shape.Monthly> find() {
    List<ColumnProfile> numbers =
        columns.stream()
            .filter(column -> column.time().isEmpty() && column.field().isNumber())
            .filter(column -> !column.field().numbers().isEmpty())
            .toList();
    Optional<ColumnProfile> month = columns.stream().filter(this::isMonth).findFirst();
    if (month.isEmpty() || numbers.isEmpty()) {
      return Optional.empty();
    }
    Optional<Optional<Integer>> group = group(month.get());
    return group.map(
        by ->
            new Shape.Monthly(
                month.get().position(),
                by,
                ratios(numbers),
                numbers.stream().map(ColumnProfile::position).toList()));
  }

  private boolean isMonth(ColumnProfile column) {
    if (column.time().isEmpty() || column.filled() < table.rows().size()) {
      return false;
    }
    TimeColumn time = column.time().get();
    Set<LocalDate> dates = new HashSet<>();
    time.values().values().forEach(value -> dates.add(value.toLocalDate()));
    boolean edges =
        dates.stream().allMatch(date -> date.getDayOfMonth() == 1)
            || dates.stream().allMatch(date -> date.getDayOfMonth() == date.lengthOfMonth());
    return dates.size() >= FEWEST && (time.months() || edges);
  }

  /** Nothing: no months. Empty inside: each month once. */
  private Optional<Optional<Integer>> group(ColumnProfile month) {
    if (month.distinct() == table.rows().size()) {
      return Optional.of(Optional.empty());
    }
    for (ColumnProfile column : columns) {
      if (column.time().isEmpty() && column.field().type() == Field.Type.TEXT) {
        Set<List<String>> pairs = new HashSet<>();
        table
            .rows()
            .forEach(
                row -> pairs.add(List.of(row.cell(month.position()), row.cell(column.position()))));
        if (pairs.size() == table.rows().size() && column.distinct() >= 2) {
          return Optional.of(Optional.of(column.position()));
        }
      }
    }
    return Optional.empty();
  }

  private List<Shape.Ratio> ratios(List<ColumnProfile> numbers) {
    List<Shape.Ratio> ratios = new ArrayList<>();
    List<ColumnProfile> counts =
        numbers.stream().filter(column -> column.field().type() != Field.Type.SHARE).toList();
    for (ColumnProfile of : counts) {
      for (ColumnProfile to : counts) {
        if (of != to && !isPercentage(of) && !isPercentage(to)) {
          ratio(of, to, numbers).ifPresent(ratios::add);
        }
      }
    }
    boolean shown = ratios.stream().anyMatch(ratio -> ratio.shown().isPresent());
    boolean hinted = ratios.stream().anyMatch(ratio -> hints(ratio) > 0);
    ratios.removeIf(ratio -> shown ? ratio.shown().isEmpty() : hinted && hints(ratio) == 0);
    ratios.sort(
        Comparator.comparing((Shape.Ratio ratio) -> ratio.shown().isEmpty())
            .thenComparing(ratio -> -hints(ratio))
            .thenComparing(Shape.Ratio::of));
    return ratios;
  }

  private int hints(Shape.Ratio ratio) {
    int hints = Words.says(table.names().get(ratio.of()), Words.PARTS) ? 1 : 0;
    return hints + (Words.says(table.names().get(ratio.to()), Words.WHOLES) ? 1 : 0);
  }

  private static boolean isPercentage(ColumnProfile column) {
    return Words.says(column.name(), Words.SHARES);
  }

  private Optional<Shape.Ratio> ratio(
      ColumnProfile of, ColumnProfile to, List<ColumnProfile> numbers) {
    Map<Integer, BigDecimal> parts = of.field().numbers();
    Map<Integer, BigDecimal> wholes = to.field().numbers();
    Set<Integer> rows = new TreeSet<>(parts.keySet());
    rows.retainAll(wholes.keySet());
    BigDecimal part = BigDecimal.ZERO;
    BigDecimal whole = BigDecimal.ZERO;
    for (int row : rows) {
      BigDecimal numerator = parts.getOrDefault(row, BigDecimal.ZERO);
      BigDecimal denominator = wholes.getOrDefault(row, BigDecimal.ZERO);
      if (numerator.signum() < 0 || numerator.compareTo(denominator) > 0) {
        return Optional.empty();
      }
      part = part.add(numerator);
      whole = whole.add(denominator);
    }
    if (rows.isEmpty() || whole.signum() == 0 || part.compareTo(whole) == 0) {
      return Optional.empty();
    }
    Optional<ColumnProfile> shown =
        numbers.stream().filter(each -> says(each, parts, wholes, rows)).findFirst();
    String reason =
        shown
            .map(
                each ->
                    Words.shown(of.name())
                        + " divided by "
                        + Words.shown(to.name())
                        + " gives "
                        + Words.shown(each.name())
                        + ".")
            .orElse(Words.shown(of.name()) + " is never more than " + Words.shown(to.name()) + ".");
    return Optional.of(
        new Shape.Ratio(
            of.position(),
            to.position(),
            shown.map(ColumnProfile::position),
            reason,
            part.divide(whole, 6, RoundingMode.HALF_UP)));
  }

  /** Whether a column says the quotient in most rows, as a percentage or from 0 to 1. */
  private static boolean says(
      ColumnProfile column,
      Map<Integer, BigDecimal> parts,
      Map<Integer, BigDecimal> wholes,
      Set<Integer> rows) {
    if (!isPercentage(column) && column.field().type() != Field.Type.SHARE) {
      return false;
    }
    return disagreeing(column, parts, wholes).size() * 2 < rows.size();
  }

  /** Positions of rows in which a percentage is not the quotient beside it. */
  static List<Integer> disagreeing(
      ColumnProfile column, Map<Integer, BigDecimal> parts, Map<Integer, BigDecimal> wholes) {
    List<Integer> rows = new ArrayList<>();
    boolean hundreds =
        column.field().numbers().values().stream()
            .anyMatch(each -> each.compareTo(new BigDecimal("1.5")) > 0);
    column
        .field()
        .numbers()
        .forEach(
            (row, said) -> {
              BigDecimal whole = wholes.getOrDefault(row, BigDecimal.ZERO);
              if (whole.signum() > 0 && parts.containsKey(row)) {
                BigDecimal share = hundreds ? said.movePointLeft(2) : said;
                BigDecimal quotient =
                    parts.getOrDefault(row, BigDecimal.ZERO).divide(whole, 6, RoundingMode.HALF_UP);
                if (quotient.subtract(share).abs().compareTo(TOLERANCE) > 0) {
                  rows.add(row);
                }
              }
            });
    return rows;
  }

  /** The first day of each month in a column. */
  static TreeSet<LocalDate> months(TimeColumn time) {
    TreeSet<LocalDate> months = new TreeSet<>();
    for (LocalDateTime value : time.values().values()) {
      months.add(value.toLocalDate().withDayOfMonth(1));
    }
    return months;
  }
}
