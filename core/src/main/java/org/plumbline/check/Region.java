package org.plumbline.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Literal;
import org.plumbline.calendar.TimeAmount;

/**
 * What a simple condition takes: for each subject some values. Only conditions in which every entry
 * tests a subject against values are simple; of others nothing is said.
 */
final class Region {

  private final Map<String, Values> bySubject;

  private Region(Map<String, Values> bySubject) {
    this.bySubject = bySubject;
  }

  /** The region of a condition, if it is simple. */
  static Optional<Region> of(Condition condition) {
    Map<String, Values> bySubject = new HashMap<>();
    List<Condition> parts =
        condition instanceof Condition.All all ? all.conditions() : List.of(condition);
    for (Condition part : parts) {
      Optional<Values> values = valuesOf(part);
      if (values.isEmpty()) {
        return Optional.empty();
      }
      String subject = new Terms.Test("", part, true).subject();
      bySubject.merge(subject, values.get(), Values::and);
    }
    return Optional.of(new Region(bySubject));
  }

  private static Optional<Values> valuesOf(Condition part) {
    if (part instanceof Condition.OneOf oneOf) {
      return Optional.of(new Values(Optional.of(Set.copyOf(oneOf.values())), Range.ALL));
    }
    if (part instanceof Condition.Compares compares) {
      return number(compares.value())
          .map(limit -> new Values(Optional.empty(), Range.of(compares.comparison(), limit)));
    }
    return Optional.empty();
  }

  /** The only subject, if there is one. */
  Optional<String> onlySubject() {
    return bySubject.size() == 1 ? bySubject.keySet().stream().findFirst() : Optional.empty();
  }

  /** The values listed for a subject, if they are listed. */
  Optional<Set<Literal>> listed(String subject) {
    Values values = bySubject.get(subject);
    return values == null ? Optional.empty() : values.effective();
  }

  /** The range of a subject, if it is one. */
  Optional<Range> range(String subject) {
    Values values = bySubject.get(subject);
    return values == null || values.listed().isPresent()
        ? Optional.empty()
        : Optional.of(values.range());
  }

  /** Whether some case is surely in both: the same subjects, and a common value for each. */
  boolean surelyOverlaps(Region other) {
    return bySubject.keySet().equals(other.bySubject.keySet())
        && bySubject.entrySet().stream()
            .allMatch(e -> !e.getValue().and(other.at(e.getKey())).isEmpty());
  }

  /** Whether every case of the other is in this one. */
  boolean contains(Region other) {
    return bySubject.entrySet().stream()
        .allMatch(
            e -> {
              Values inner = other.bySubject.get(e.getKey());
              return inner != null && e.getValue().contains(inner);
            });
  }

  private Values at(String subject) {
    return bySubject.getOrDefault(subject, new Values(Optional.empty(), Range.ALL));
  }

  private static Optional<BigDecimal> number(Literal literal) {
    if (literal instanceof Literal.Numeral numeral) {
      return Optional.of(numeral.value());
    }
    if (literal instanceof Literal.Percent percent) {
      return Optional.of(percent.share().ratio());
    }
    if (literal instanceof Literal.Amount amount) {
      return Optional.of(amount.money().amount());
    }
    return Terms.time(literal)
        .filter(time -> time.kind() == TimeAmount.Kind.ELAPSED)
        .map(time -> BigDecimal.valueOf(time.micros()));
  }

  /** Some values: those listed, within a range. */
  private record Values(Optional<Set<Literal>> listed, Range range) {

    Values and(Values other) {
      Optional<Set<Literal>> both = listed.or(other::listed);
      if (listed.isPresent() && other.listed().isPresent()) {
        Set<Literal> common = new HashSet<>(listed.get());
        common.retainAll(other.listed().get());
        both = Optional.of(common);
      }
      return new Values(both, range.and(other.range()));
    }

    Optional<Set<Literal>> effective() {
      return listed.map(
          all -> {
            Set<Literal> within = new HashSet<>();
            all.stream().filter(this::inRange).forEach(within::add);
            return within;
          });
    }

    private boolean inRange(Literal literal) {
      return range.equals(Range.ALL) || number(literal).filter(range::has).isPresent();
    }

    boolean isEmpty() {
      return effective().map(Set::isEmpty).orElse(range.isEmpty());
    }

    boolean contains(Values inner) {
      if (inner.effective().isPresent()) {
        return inner.effective().get().stream()
            .allMatch(
                value -> inRange(value) && listed.map(all -> all.contains(value)).orElse(true));
      }
      return listed.isEmpty() && range.contains(inner.range());
    }
  }

  /** A range of numbers; an end that is absent is open. */
  record Range(
      Optional<BigDecimal> low,
      boolean lowIncluded,
      Optional<BigDecimal> high,
      boolean highIncluded) {

    static final Range ALL = new Range(Optional.empty(), false, Optional.empty(), false);

    static Range of(Comparison comparison, BigDecimal limit) {
      Optional<BigDecimal> at = Optional.of(limit);
      return switch (comparison) {
        case AT_LEAST -> new Range(at, true, Optional.empty(), false);
        case ABOVE -> new Range(at, false, Optional.empty(), false);
        case AT_MOST -> new Range(Optional.empty(), false, at, true);
        case BELOW -> new Range(Optional.empty(), false, at, false);
      };
    }

    Range and(Range other) {
      boolean ownLow = compareLow(other) >= 0;
      boolean ownHigh = compareHigh(other) <= 0;
      return new Range(
          ownLow ? low : other.low,
          ownLow ? lowIncluded : other.lowIncluded,
          ownHigh ? high : other.high,
          ownHigh ? highIncluded : other.highIncluded);
    }

    boolean has(BigDecimal value) {
      return contains(new Range(Optional.of(value), true, Optional.of(value), true));
    }

    boolean contains(Range inner) {
      return compareLow(inner) <= 0 && compareHigh(inner) >= 0;
    }

    boolean isEmpty() {
      if (low.isEmpty() || high.isEmpty()) {
        return false;
      }
      int order = low.get().compareTo(high.get());
      return order > 0 || (order == 0 && !(lowIncluded && highIncluded));
    }

    /** Where the low end stands to another low end. */
    private int compareLow(Range other) {
      if (low.isEmpty() || other.low.isEmpty()) {
        return Boolean.compare(low.isPresent(), other.low.isPresent());
      }
      int order = low.get().compareTo(other.low.get());
      return order != 0 ? order : Boolean.compare(other.lowIncluded, lowIncluded);
    }

    /** Where the high end stands to another high end. */
    private int compareHigh(Range other) {
      if (high.isEmpty() || other.high.isEmpty()) {
        return Boolean.compare(other.high.isPresent(), high.isPresent());
      }
      int order = high.get().compareTo(other.high.get());
      return order != 0 ? order : Boolean.compare(highIncluded, other.highIncluded);
    }
  }
}
