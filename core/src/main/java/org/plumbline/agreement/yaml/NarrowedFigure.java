package org.plumbline.agreement.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Quantity;

/** A figure over some of its cases: {@code where} beside any figure (language.md 5.2). */
final class NarrowedFigure {

  private NarrowedFigure() {}

  /** The quantity over those cases only: the condition goes to each quantity within. */
  static Quantity of(Quantity quantity, Optional<Condition> where) {
    if (where.isEmpty()) {
      return quantity;
    }
    Condition also = where.get();
    if (quantity instanceof Quantity.Ratio ratio) {
      return new Quantity.Ratio(of(ratio.of(), where), of(ratio.to(), where));
    }
    if (quantity instanceof Quantity.Difference difference) {
      return new Quantity.Difference(of(difference.first(), where), of(difference.second(), where));
    }
    if (quantity instanceof Quantity.Absolute absolute) {
      return new Quantity.Absolute(of(absolute.of(), where));
    }
    if (quantity instanceof Quantity.LargerOf larger) {
      return new Quantity.LargerOf(
          larger.quantities().stream().map(one -> of(one, where)).toList());
    }
    return leaf(quantity, also);
  }

  private static Quantity leaf(Quantity quantity, Condition also) {
    if (quantity instanceof Quantity.ShareInTime share) {
      return new Quantity.ShareInTime(both(share.where(), also));
    }
    if (quantity instanceof Quantity.ShareOfCases share) {
      return new Quantity.ShareOfCases(share.of(), both(share.where(), also));
    }
    if (quantity instanceof Quantity.ShareOfAvailableTime share) {
      return new Quantity.ShareOfAvailableTime(
          share.down(),
          share.mergeGaps(),
          share.ignoreUnder(),
          share.thirtyDays(),
          share.weight(),
          both(share.where(), also));
    }
    if (quantity instanceof Quantity.CountOfCases count) {
      return new Quantity.CountOfCases(both(count.where(), also));
    }
    if (quantity instanceof Quantity.Statistic one) {
      return new Quantity.Statistic(
          one.kind(), one.of(), both(one.where(), also), one.weight(), one.fastest());
    }
    Quantity.Percentile one = (Quantity.Percentile) quantity;
    return new Quantity.Percentile(one.percent(), one.of(), both(one.where(), also));
  }

  private static Optional<Condition> both(Optional<Condition> own, Condition also) {
    if (own.isEmpty()) {
      return Optional.of(also);
    }
    List<Condition> parts = new ArrayList<>(parts(own.get()));
    parts.addAll(parts(also));
    long subjects = parts.stream().map(NarrowedFigure::subject).distinct().count();
    return Optional.of(
        subjects == parts.size()
            ? new Condition.All(parts)
            // the same in a form that a map can hold where both test one subject
            : new Condition.None(
                List.of(
                    new Condition.None(List.of(own.get())), new Condition.None(List.of(also)))));
  }

  private static List<Condition> parts(Condition condition) {
    return condition instanceof Condition.All all ? all.conditions() : List.of(condition);
  }

  private static String subject(Condition condition) {
    if (condition instanceof Condition.OneOf test) {
      return test.subject();
    }
    if (condition instanceof Condition.Compares test) {
      return test.subject();
    }
    if (condition instanceof Condition.Ordered test) {
      return test.subject();
    }
    if (condition instanceof Condition.Missing test) {
      return test.subject();
    }
    return condition.getClass().getSimpleName();
  }
}
