package org.plumbline.referee;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Quantity.Kind;
import org.plumbline.evaluate.Exact;

/**
 * Statistics of values, some of which are not known (meaning 12). An unknown value is at least the
 * floor where there is one, and has no greatest.
 *
 * @param values in order of the cases' counting, the last one last
 * @param unknown how many are not known
 * @param population whether there is any case before {@code where}
 */
record Statistics(List<Exact> values, int unknown, Optional<Exact> floor, boolean population) {

  Optional<Exact> figure(Kind kind) {
    if (values.isEmpty()) {
      return kind == Kind.SUM && population ? Optional.of(Exact.ZERO) : Optional.empty();
    }
    return switch (kind) {
      case SUM -> Optional.of(sum());
      case MEAN -> Optional.of(sum().dividedBy(Exact.of(values.size())));
      case MEDIAN -> median(known(values));
      case MAX -> values.stream().max(Exact::compareTo);
      case MIN -> values.stream().min(Exact::compareTo);
      case LAST -> Optional.of(values.get(values.size() - 1));
    };
  }

  Optional<Exact> low(Kind kind) {
    if (unknown == 0) {
      return figure(kind);
    }
    return switch (kind) {
      case SUM -> floor.map(f -> sum());
      case MEAN -> floor.map(f -> sum().dividedBy(Exact.of(values.size() + (long) unknown)));
      case MEDIAN -> median(lows());
      case MAX -> values.isEmpty() ? floor : figure(Kind.MAX);
      case MIN, LAST -> floor;
    };
  }

  Optional<Exact> high(Kind kind) {
    if (unknown == 0) {
      return figure(kind);
    }
    return switch (kind) {
      case SUM, MEAN, MAX, LAST -> Optional.empty();
      case MEDIAN -> median(highs());
      case MIN -> figure(Kind.MIN);
    };
  }

  Optional<Exact> percentile(BigDecimal percent) {
    return values.isEmpty() ? Optional.empty() : ranked(known(values), percent);
  }

  Optional<Exact> lowPercentile(BigDecimal percent) {
    return unknown == 0 ? percentile(percent) : ranked(lows(), percent);
  }

  Optional<Exact> highPercentile(BigDecimal percent) {
    return unknown == 0 ? percentile(percent) : ranked(highs(), percent);
  }

  private Exact sum() {
    return values.stream().reduce(Exact.ZERO, Exact::plus);
  }

  private static List<Optional<Exact>> known(List<Exact> values) {
    return values.stream().sorted().map(Optional::of).toList();
  }

  private List<Optional<Exact>> lows() {
    List<Optional<Exact>> all = new ArrayList<>();
    for (int i = 0; i < unknown; i++) {
      all.add(floor);
    }
    all.addAll(known(values));
    return all;
  }

  private List<Optional<Exact>> highs() {
    List<Optional<Exact>> all = new ArrayList<>(known(values));
    for (int i = 0; i < unknown; i++) {
      all.add(Optional.empty());
    }
    return all;
  }

  private static Optional<Exact> median(List<Optional<Exact>> ordered) {
    int size = ordered.size();
    Optional<Exact> upper = ordered.get(size / 2);
    if (size % 2 == 1) {
      return upper;
    }
    return ordered
        .get(size / 2 - 1)
        .flatMap(lower -> upper.map(up -> lower.plus(up).dividedBy(Exact.of(2))));
  }

  private static Optional<Exact> ranked(List<Optional<Exact>> ordered, BigDecimal percent) {
    BigDecimal wanted = percent.multiply(BigDecimal.valueOf(ordered.size())).movePointLeft(2);
    int rank = wanted.setScale(0, RoundingMode.CEILING).intValueExact();
    return ordered.get(Math.max(1, rank) - 1);
  }
}
