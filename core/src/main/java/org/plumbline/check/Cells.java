package org.plumbline.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Literal;
import org.plumbline.calendar.TimeAmount;

/**
 * What some conditions can tell apart: one cell for each combination of what their subjects may be.
 * Values that are listed, the ends of ranges and what lies between them are a piece each, so that
 * in one cell each condition is the same for every case. That decides exactly what holds never,
 * always, or together, as far as subjects are independent of each other.
 *
 * <p>A test of a moment against a moment is a piece of its own that may hold or not. So a cell that
 * no condition takes is sure, and one that two take is sure only without {@link #certain}ty lost.
 */
final class Cells {

  /** So many cells are looked at; conditions that make more are left alone. */
  private static final int MOST = 20_000;

  /** A value that is none of those named. */
  private static final Object OTHER = "any other value";

  /** No value at all. */
  private static final Object NONE = "no value";

  private final List<Map<Object, Object>> all;
  private final boolean certain;

  private Cells(List<Map<Object, Object>> all, boolean certain) {
    this.all = all;
    this.certain = certain;
  }

  /** What is known of the subjects before any condition is read. */
  interface Known {
    /** Whether the subject is yes or no. */
    boolean isFlag(String subject);

    /** Whether the subject is a whole number from here on; empty: any number. */
    Optional<Long> wholeFrom(String subject);
  }

  /** The cells that the conditions make; empty if there are too many of them. */
  static Optional<Cells> of(Collection<Condition> conditions, Known known) {
    Map<String, Subject> subjects = new LinkedHashMap<>();
    Set<Condition> opaque = new LinkedHashSet<>();
    for (Condition condition : conditions) {
      for (Terms.Test test : Terms.tests(condition, "")) {
        if (!subjects.computeIfAbsent(test.subject(), Subject::new).note(test.test())) {
          opaque.add(test.test());
        }
      }
    }
    List<Map<Object, Object>> cells = List.of(Map.of());
    for (Subject subject : subjects.values()) {
      cells = times(cells, subject.name, subject.pieces(known));
    }
    for (Condition test : opaque) {
      cells = times(cells, test, List.of(true, false));
    }
    return cells.isEmpty() ? Optional.empty() : Optional.of(new Cells(cells, opaque.isEmpty()));
  }

  private static List<Map<Object, Object>> times(
      List<Map<Object, Object>> cells, Object key, List<Object> pieces) {
    if ((long) cells.size() * pieces.size() > MOST) {
      return List.of();
    }
    List<Map<Object, Object>> more = new ArrayList<>();
    for (Map<Object, Object> cell : cells) {
      for (Object piece : pieces) {
        Map<Object, Object> extended = new HashMap<>(cell);
        extended.put(key, piece);
        more.add(extended);
      }
    }
    return more;
  }

  /** All of them. */
  List<Map<Object, Object>> all() {
    return all;
  }

  /** Whether every test could be taken apart, so that each cell is a case that may come. */
  boolean certain() {
    return certain;
  }

  /** Whether the condition holds somewhere. */
  boolean somewhere(Condition condition) {
    return all.stream().anyMatch(cell -> holds(condition, cell));
  }

  /** The number that a subject is in a cell, if it is one. */
  static Optional<BigDecimal> numberIn(Map<Object, Object> cell, String subject) {
    return cell.get(subject) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
  }

  /** What a subject is in a cell, for a sentence. */
  static String words(Map<Object, Object> cell) {
    List<String> words = new ArrayList<>();
    cell.forEach(
        (subject, value) -> {
          if (subject instanceof String name) {
            words.add(name + " " + shown(value));
          }
        });
    words.sort(null);
    return String.join(", ", words);
  }

  private static String shown(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** Whether the condition surely holds; a test of a missing value does not. */
  static boolean holds(Condition condition, Map<Object, Object> cell) {
    return truth(condition, cell).orElse(false);
  }

  /** Whether the condition surely does not hold. */
  static boolean fails(Condition condition, Map<Object, Object> cell) {
    return !truth(condition, cell).orElse(true);
  }

  private static Optional<Boolean> truth(Condition condition, Map<Object, Object> cell) {
    if (condition instanceof Condition.All all) {
      return conjunction(all.conditions(), cell, true);
    }
    if (condition instanceof Condition.Any any) {
      return conjunction(any.conditions(), cell, false).map(none -> !none);
    }
    if (condition instanceof Condition.None none) {
      return conjunction(none.conditions(), cell, false);
    }
    if (cell.get(condition) instanceof Boolean told) {
      return Optional.of(told);
    }
    Object value =
        Objects.requireNonNullElse(cell.get(new Terms.Test("", condition, true).subject()), OTHER);
    if (condition instanceof Condition.Missing missing) {
      return Optional.of(missing.missing() == value.equals(NONE));
    }
    if (value.equals(NONE)) {
      return Optional.empty();
    }
    if (condition instanceof Condition.OneOf oneOf) {
      return Optional.of(oneOf.values().stream().anyMatch(one -> piece(one).equals(value)));
    }
    return condition instanceof Condition.Compares compares && value instanceof BigDecimal number
        ? number(compares.value())
            .map(limit -> Region.Range.of(compares.comparison(), limit).has(number))
        : Optional.of(false);
  }

  /** Whether each part is as asked for: all hold, or none does. */
  private static Optional<Boolean> conjunction(
      List<Condition> parts, Map<Object, Object> cell, boolean asked) {
    boolean unknown = false;
    for (Condition part : parts) {
      Optional<Boolean> truth = truth(part, cell);
      if (truth.isPresent() && truth.get() != asked) {
        return Optional.of(false);
      }
      unknown |= truth.isEmpty();
    }
    return unknown ? Optional.empty() : Optional.of(true);
  }

  private static Object piece(Literal literal) {
    return number(literal).<Object>map(BigDecimal::stripTrailingZeros).orElse(literal);
  }

  /** A literal as a number, so that literals of one kind compare. */
  static Optional<BigDecimal> number(Literal literal) {
    if (literal instanceof Literal.Numeral numeral) {
      return Optional.of(numeral.value());
    }
    if (literal instanceof Literal.Percent percent) {
      return Optional.of(percent.share().ratio());
    }
    if (literal instanceof Literal.Points points) {
      return Optional.of(points.value().movePointLeft(2));
    }
    if (literal instanceof Literal.Amount amount) {
      return Optional.of(amount.money().amount());
    }
    if (literal instanceof Literal.Day day) {
      return Optional.of(BigDecimal.valueOf(day.date().toEpochDay()));
    }
    return Terms.time(literal).map(Cells::length);
  }

  private static BigDecimal length(TimeAmount time) {
    return BigDecimal.valueOf(
        switch (time.kind()) {
          case ELAPSED -> time.micros();
          case BY_DATE_DAYS, BY_DATE_WORKDAYS -> time.days();
          case BY_DATE_MONTHS -> time.months();
        });
  }

  /** What kind of number a literal is; numbers of different kinds do not compare. */
  static Object kind(Literal literal) {
    if (literal instanceof Literal.Amount amount) {
      return amount.money().currency();
    }
    return Terms.time(literal).<Object>map(TimeAmount::kind).orElse(literal.getClass());
  }

  /** A subject with everything that it is tested against. */
  private static final class Subject {
    private final String name;
    private final Set<Literal> words = new LinkedHashSet<>();
    private final TreeSet<BigDecimal> numbers = new TreeSet<>();
    private final Set<Object> kinds = new LinkedHashSet<>();
    private boolean ranges;
    private boolean missing;

    Subject(String name) {
      this.name = name;
    }

    /** Notes a test; false if it cannot be taken apart. */
    boolean note(Condition test) {
      List<Literal> literals = new Terms.Test("", test, true).literals();
      boolean compares = test instanceof Condition.Compares;
      for (Literal literal : literals) {
        boolean number = number(literal).isPresent();
        boolean other = number && !kinds.isEmpty() && !kinds.contains(kind(literal));
        if (other || (compares && !number)) {
          return false;
        }
      }
      for (Literal literal : literals) {
        Optional<BigDecimal> number = number(literal);
        if (number.isPresent()) {
          numbers.add(number.get().stripTrailingZeros());
          kinds.add(kind(literal));
        } else {
          words.add(literal);
        }
      }
      ranges |= compares;
      missing |= test instanceof Condition.Missing;
      return !(test instanceof Condition.Ordered);
    }

    List<Object> pieces(Known known) {
      Set<Object> pieces = new LinkedHashSet<>();
      if (known.isFlag(name)) {
        pieces.add(new Literal.Flag(true));
        pieces.add(new Literal.Flag(false));
      } else {
        pieces.addAll(words);
        pieces.addAll(ranges ? between(known.wholeFrom(name)) : numbers);
        if (!ranges) {
          pieces.add(OTHER);
        }
      }
      if (missing) {
        pieces.add(NONE);
      }
      if (pieces.isEmpty()) {
        pieces.add(OTHER);
      }
      return List.copyOf(pieces);
    }

    /** The numbers named, and one for each stretch before, between and after them. */
    private List<BigDecimal> between(Optional<Long> whole) {
      List<BigDecimal> pieces = new ArrayList<>();
      Optional<BigDecimal> before = Optional.empty();
      for (BigDecimal point : numbers) {
        pieces.add(
            before.map(low -> amid(low, point, whole)).orElse(point.subtract(BigDecimal.ONE)));
        pieces.add(point);
        before = Optional.of(point);
      }
      before.ifPresent(last -> pieces.add(last.add(BigDecimal.ONE)));
      pieces.removeIf(
          piece -> whole.filter(from -> piece.compareTo(BigDecimal.valueOf(from)) < 0).isPresent());
      return pieces.stream().map(BigDecimal::stripTrailingZeros).distinct().toList();
    }

    /** A number between two; of whole numbers the next one, which may be the upper one itself. */
    private static BigDecimal amid(BigDecimal low, BigDecimal high, Optional<Long> whole) {
      return whole.isEmpty()
          ? low.add(high).divide(BigDecimal.valueOf(2))
          : low.add(BigDecimal.ONE).setScale(0, RoundingMode.FLOOR).min(high);
    }
  }

  /** Whether a comparison asks for more of something. */
  static boolean isFloor(Comparison comparison) {
    return comparison == Comparison.AT_LEAST || comparison == Comparison.ABOVE;
  }
}
