package org.plumbline.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Varying;
import org.plumbline.finding.FindingCode;

/**
 * A list without otherwise takes every value that the metric knows of: those that qualify, those of
 * a flag, those that its other lists name, and those between two ranges.
 */
final class ValuesTaken implements Rule {

  /** Amounts of money are no finer, so that nothing lies between two that are so near. */
  private static final BigDecimal CENT = new BigDecimal("0.01");

  @Override
  public void check(Draft draft) {
    Map<String, List<Cover>> covers = new HashMap<>();
    for (Uses.Choices use : draft.uses().choices()) {
      use.metric()
          .ifPresent(
              metric ->
                  covers.computeIfAbsent(metric.id(), id -> new ArrayList<>()).add(coverOf(use)));
    }
    for (MetricView metric : draft.metrics()) {
      List<Cover> all = covers.computeIfAbsent(metric.id(), id -> new ArrayList<>());
      addLines(metric.path() + "/target", metric.target(), all);
      addLines(metric.path() + "/minimum", metric.minimum(), all);
      metric.set().ifPresent(set -> check(metric, set, all, draft));
    }
  }

  /**
   * A list of conditions, one of which should hold.
   *
   * @param complete whether something takes what the conditions leave
   */
  private record Cover(String path, List<Condition> conditions, boolean complete) {

    /** The numbers that the subject is set against. */
    Set<BigDecimal> values(String subject) {
      Set<BigDecimal> values = new HashSet<>();
      for (Condition condition : conditions) {
        for (Terms.Test test : Terms.tests(condition, "")) {
          if (test.subject().equals(subject)) {
            test.literals().stream()
                .map(Cells::number)
                .flatMap(Optional::stream)
                .forEach(value -> values.add(value.stripTrailingZeros()));
          }
        }
      }
      return values;
    }
  }

  private static Cover coverOf(Uses.Choices use) {
    List<Condition> conditions = new ArrayList<>();
    boolean complete = false;
    for (Varying.Choice<?> choice : use.varying().choices()) {
      Optional<Condition> when = choice.when();
      when.ifPresent(conditions::add);
      complete |= when.isEmpty();
    }
    return new Cover(use.path(), conditions, complete);
  }

  private static void addLines(String path, List<MetricView.LineView> lines, List<Cover> covers) {
    List<Condition> conditions = new ArrayList<>();
    boolean complete = false;
    for (MetricView.LineView line : lines) {
      line.when().ifPresent(conditions::add);
      complete |= !(line.line().applies() instanceof Level.Applies.When);
    }
    if (!conditions.isEmpty()) {
      covers.add(new Cover(path, conditions, complete));
    }
  }

  private static void check(MetricView metric, SetView set, List<Cover> covers, Draft draft) {
    for (Cover cover : covers) {
      List<Region> regions =
          cover.conditions().stream().map(Region::of).flatMap(Optional::stream).toList();
      Set<String> subjects = new HashSet<>();
      regions.forEach(region -> region.onlySubject().ifPresent(subjects::add));
      boolean simple =
          regions.size() == cover.conditions().size()
              && subjects.size() == 1
              && regions.stream().allMatch(region -> region.onlySubject().isPresent());
      if (cover.complete() || !simple) {
        continue;
      }
      String subject = subjects.iterator().next();
      Set<Literal> left = new HashSet<>(known(metric, set, subject, covers));
      for (Region region : regions) {
        left.removeAll(region.listed(subject).orElse(Set.of()));
      }
      boolean listed = regions.stream().allMatch(r -> r.listed(subject).isPresent());
      Set<String> missing = new TreeSet<>();
      if (listed) {
        left.forEach(value -> missing.add(value.toString()));
      } else {
        gap(subject, cover, set).ifPresent(missing::add);
      }
      if (!missing.isEmpty()) {
        draft.tell(
            FindingCode.VALUE_NOT_TAKEN,
            cover.path(),
            "nothing here takes cases whose " + subject + " is " + String.join(" or ", missing),
            "add it, or {when: otherwise, …}");
      }
    }
  }

  /** The values of a subject that the metric knows of. */
  private static Set<Literal> known(
      MetricView metric, SetView set, String subject, List<Cover> covers) {
    Optional<Set<Literal>> qualifying =
        metric.metric().qualifies().flatMap(c -> qualifying(c, subject));
    if (qualifying.isPresent()) {
      return qualifying.get();
    }
    if (set.field(subject).filter(f -> f.type() == Field.Type.FLAG).isPresent()) {
      return Set.of(new Literal.Flag(true), new Literal.Flag(false));
    }
    Set<Literal> named = new HashSet<>();
    for (Cover cover : covers) {
      for (Condition condition : cover.conditions()) {
        Region.of(condition).flatMap(r -> r.listed(subject)).ifPresent(named::addAll);
      }
    }
    return named;
  }

  private static Optional<Set<Literal>> qualifying(Condition condition, String subject) {
    List<Condition> parts =
        condition instanceof Condition.All all ? all.conditions() : List.of(condition);
    return parts.stream()
        .map(Region::of)
        .flatMap(Optional::stream)
        .map(region -> region.listed(subject))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Where between two ranges no condition holds, in words. */
  private static Optional<String> gap(String subject, Cover cover, SetView set) {
    Optional<Cells> cells = Cells.of(cover.conditions(), KnownSubjects.inWholeNumbers(set));
    List<Map<Object, Object>> inOrder =
        cells.map(Cells::all).orElse(List.of()).stream()
            .filter(cell -> Cells.numberIn(cell, subject).isPresent())
            .sorted(Comparator.comparing(cell -> number(cell, subject)))
            .toList();
    for (int i = 1; i < inOrder.size() - 1; i++) {
      Map<Object, Object> cell = inOrder.get(i);
      boolean taken = cover.conditions().stream().anyMatch(c -> Cells.holds(c, cell));
      BigDecimal before = number(inOrder.get(i - 1), subject);
      BigDecimal after = number(inOrder.get(i + 1), subject);
      if (!taken && after.subtract(before).compareTo(CENT) > 0) {
        boolean named = cover.values(subject).contains(number(cell, subject));
        return Optional.of(
            named
                ? number(cell, subject).toPlainString()
                : "between " + before.toPlainString() + " and " + after.toPlainString());
      }
    }
    return Optional.empty();
  }

  private static BigDecimal number(Map<Object, Object> cell, String subject) {
    return Cells.numberIn(cell, subject).orElse(BigDecimal.ZERO);
  }
}
