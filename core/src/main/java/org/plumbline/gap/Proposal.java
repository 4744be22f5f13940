package org.plumbline.gap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Varying;
import org.plumbline.agreement.yaml.AgreementEdit;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.judge.BoundValue;

/** The amendment that promises what the past has shown, in the words of the text it amends. */
public final class Proposal {

  private Proposal() {}

  /**
   * The whole text of the amendment: each bound that was not reached becomes the one proposed; a
   * minimum that would then ask for as much or more goes.
   *
   * @param text the text in force, whose words and comments stay
   * @param hash names it
   * @param effective first day of the amendment
   * @return empty if no gap has a proposal
   */
  public static Optional<String> text(
      String text,
      Agreement agreement,
      Folder folder,
      String hash,
      List<Gap> gaps,
      LocalDate effective) {
    Map<String, Metric> metrics = changed(agreement, gaps);
    if (metrics.equals(agreement.metrics())) {
      return Optional.empty();
    }
    Amendment amendment =
        new Amendment(
            agreement.amendment().map(Amendment::number).orElse(0) + 1,
            hash,
            effective,
            "What is promised is set to what the past has shown",
            "provider-performance",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return Optional.of(
        AgreementEdit.edit(
            text, agreement.withMetrics(metrics).withAmendment(Optional.of(amendment)), folder));
  }

  /**
   * The lines of the text that one gap changes, as a patch: those that go begin with {@code -},
   * those that come with {@code +}.
   */
  public static List<String> patch(String text, Agreement agreement, Folder folder, Gap gap) {
    Map<String, Metric> metrics = changed(agreement, List.of(gap));
    return metrics.equals(agreement.metrics())
        ? List.of()
        : differing(
            text.lines().toList(),
            AgreementEdit.edit(text, agreement.withMetrics(metrics), folder).lines().toList());
  }

  private static List<String> differing(List<String> before, List<String> after) {
    int same = 0;
    int most = Math.min(before.size(), after.size());
    while (same < most && before.get(same).equals(after.get(same))) {
      same++;
    }
    int end = 0;
    while (end < most - same
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<String> patch = new ArrayList<>();
    before.subList(same, before.size() - end).forEach(line -> patch.add("-" + line));
    after.subList(same, after.size() - end).forEach(line -> patch.add("+" + line));
    return patch;
  }

  private static Map<String, Metric> changed(Agreement agreement, List<Gap> gaps) {
    Map<String, Metric> metrics = new LinkedHashMap<>(agreement.metrics());
    for (Gap gap : gaps) {
      Metric metric = metrics.get(gap.metric());
      if (metric != null && gap.proposal().isPresent()) {
        Level target = with(metric.target(), gap, gap.proposal().get());
        metrics.put(
            gap.metric(),
            metric.withLevels(
                target, metric.minimum().filter(minimum -> isLess(minimum, target, gap.unit()))));
      }
    }
    return metrics;
  }

  private static Level with(Level level, Gap gap, Literal value) {
    if (!(level instanceof Level.Lines written)) {
      return level;
    }
    List<Level.Line> lines = new ArrayList<>(written.lines());
    int number = gap.line().line();
    lines.set(number, with(lines.get(number), gap.line().rest(), gap.bound(), value));
    return new Level.Lines(lines);
  }

  private static Level.Line with(Level.Line line, int rest, int number, Literal value) {
    if (rest > 0) {
      return new Level.Line(
          line.applies(),
          line.limit(),
          line.bounds(),
          line.rest().map(it -> with(it, rest - 1, number, value)));
    }
    List<Level.Bound> bounds = new ArrayList<>(line.bounds());
    Level.Bound bound = bounds.get(number);
    bounds.set(number, new Level.Bound(bound.comparison(), new Varying.Fixed<>(value)));
    return new Level.Line(line.applies(), line.limit(), bounds, line.rest());
  }

  /** Whether each line of a minimum still asks for less than the target's line. */
  private static boolean isLess(Level minimum, Level target, FigureUnit unit) {
    List<Level.Line> low = minimum.measured();
    List<Level.Line> own = target.measured();
    for (int i = 0; i < Math.min(low.size(), own.size()); i++) {
      if (!isLess(low.get(i), own.get(i), unit)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLess(Level.Line low, Level.Line own, FigureUnit unit) {
    return low.bounds().stream()
        .allMatch(
            one ->
                own.bounds().stream()
                    .filter(other -> other.comparison() == one.comparison())
                    .allMatch(other -> isLess(one, other, unit)));
  }

  private static boolean isLess(Level.Bound one, Level.Bound other, FigureUnit unit) {
    return one.value()
        .fixed()
        .flatMap(value -> new BoundValue(one.comparison(), Optional.of(value)).in(unit))
        .flatMap(
            least ->
                other
                    .value()
                    .fixed()
                    .flatMap(it -> new BoundValue(other.comparison(), Optional.of(it)).in(unit))
                    .map(
                        bound ->
                            WritableBound.isUpper(other.comparison())
                                ? least.compareTo(bound) > 0
                                : least.compareTo(bound) < 0))
        .orElse(true);
  }
}
