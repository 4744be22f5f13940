package org.plumbline.referee;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;

/** The mean of the figures of shorter periods (meaning 17). */
final class Means {

  private record Key(LineId line, Optional<String> each) {}

  private Means() {}

  static List<Measurement> of(List<List<Measurement>> slices) {
    Map<Key, List<Measurement>> byLine = new LinkedHashMap<>();
    for (List<Measurement> slice : slices) {
      for (Measurement m : slice) {
        byLine.computeIfAbsent(new Key(m.line(), m.each()), key -> new ArrayList<>()).add(m);
      }
    }
    List<Measurement> means = new ArrayList<>();
    byLine.values().forEach(all -> means.add(mean(all)));
    return means;
  }

  private static Measurement mean(List<Measurement> all) {
    Measurement one = all.get(0);
    List<Measurement> withFigure = all.stream().filter(m -> m.figure().isPresent()).toList();
    List<Measurement> bounded =
        all.stream().filter(m -> m.figure().isPresent() || m.indeterminate() > 0).toList();
    return new Measurement(
        one.metric(),
        one.period(),
        one.line(),
        one.each(),
        sum(all, Measurement::cases),
        sum(all, Measurement::holding),
        sum(all, Measurement::indeterminate),
        sum(all, Measurement::open),
        one.unit(),
        mean(withFigure, Measurement::figure),
        mean(bounded, Measurement::low),
        mean(bounded, Measurement::high));
  }

  private static long sum(List<Measurement> all, ToLongFunction<Measurement> of) {
    return all.stream().mapToLong(of).sum();
  }

  private static Optional<Exact> mean(
      List<Measurement> all, Function<Measurement, Optional<Exact>> of) {
    if (all.isEmpty() || all.stream().anyMatch(m -> of.apply(m).isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        all.stream()
            .map(m -> of.apply(m).orElseThrow())
            .reduce(Exact.ZERO, Exact::plus)
            .dividedBy(Exact.of(all.size())));
  }
}
