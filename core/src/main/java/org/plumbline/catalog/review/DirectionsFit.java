package org.plumbline.catalog.review;

import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Direction;
import org.plumbline.catalog.Measure;
import org.plumbline.catalog.MeasureKind;
import org.plumbline.catalog.Target;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;

/** A target asks for more of what is wanted and less of what is not, and says which. */
final class DirectionsFit implements MeasureRule {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal NEARLY_ALL = new BigDecimal("0.7");
  private static final BigDecimal NEARLY_NONE = new BigDecimal("0.1");
  private static final Pattern USE =
      Pattern.compile("(?i)\\b(utili[sz]\\w+|in use|busy|capacity|consumed)\\b");

  @Override
  public void look(Catalog catalog, Consumer<Finding> tell) {
    for (Measure measure : catalog.measures()) {
      if (measure.target() instanceof Target.Bound bound
          && bound.value() instanceof Target.Value.Percent percent
          && measure.sense().kind() == MeasureKind.SHARE) {
        share(measure, bound, percent.share().ratio(), tell);
      }
    }
  }

  private static void share(
      Measure measure, Target.Bound bound, BigDecimal ratio, Consumer<Finding> tell) {
    Direction direction = measure.sense().direction();
    boolean unstated = bound.relation() == Target.Relation.UNSTATED;
    boolean high = bound.relation().isFloor() || unstated && ratio.compareTo(HALF) >= 0;
    if (high && direction == Direction.LOWER) {
      inverted(measure, "something unwanted is counted", "a ceiling", tell);
    } else if (bound.relation().isCeiling()
        && direction == Direction.HIGHER
        && ratio.compareTo(HALF) < 0) {
      inverted(measure, "something wanted is counted", "a floor", tell);
    } else if (unstated && direction == Direction.UNTOLD && isEither(measure, ratio)) {
      tell.accept(
          Finding.of(
              FindingCode.DIRECTION_MISSING,
              measure.place(Column.TARGET),
              bound.words() + " may be meant as a floor or as a ceiling",
              "write at least " + bound.words() + " or at most " + bound.words()));
    }
  }

  private static boolean isEither(Measure measure, BigDecimal ratio) {
    String words = measure.text(Column.TYPE) + " " + measure.text(Column.DESCRIPTION);
    boolean middling = ratio.compareTo(NEARLY_NONE) > 0 && ratio.compareTo(NEARLY_ALL) < 0;
    return USE.matcher(words).find() && ratio.compareTo(BigDecimal.ONE) < 0 || middling;
  }

  private static void inverted(
      Measure measure, String counted, String right, Consumer<Finding> tell) {
    tell.accept(
        Finding.of(
            FindingCode.DIRECTION_INVERTED,
            measure.place(Column.TARGET),
            "the target is " + measure.target().words() + ", and " + counted,
            "write " + right + ", or count the opposite"));
  }
}
