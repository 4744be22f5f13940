package org.plumbline.forecast;

import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;

/** Why nothing is said of what is still allowed of a figure, or required of the rest. */
final class Unsaid {

  private static final String ONE_BOUND =
      "; what is allowed can be told where it has one fixed bound that is the same for all cases";

  private Unsaid() {}

  /** The reason, as a part of a sentence; empty where something is said. */
  static String why(Kind kind, Metric metric) {
    return isToldAsItStands(metric) ? "" : whyNotSettled(kind, metric);
  }

  /** Why nothing is certain before the end; empty where something may be. */
  static String whyNotSettled(Kind kind, Metric metric) {
    return kind == Kind.OTHER ? why(metric.figureOrDefault()) : kind.why();
  }

  /** Whether it is a number of cases that are open at the end: it can be set beside that of now. */
  static boolean isToldAsItStands(Metric metric) {
    return metric.countedWhenOrDefault() == CountedWhen.OPEN_AT_END
        && metric.figureOrDefault() instanceof Quantity.CountOfCases;
  }

  private static String why(Quantity figure) {
    if (figure instanceof Quantity.Statistic statistic) {
      return why(statistic);
    }
    if (figure instanceof Quantity.Percentile percentile) {
      return "it is the value that "
          + percentile.percent().stripTrailingZeros().toPlainString()
          + "% of the cases do not pass, which each value to come moves by what it is"
          + ONE_BOUND;
    }
    if (figure instanceof Quantity.Ratio) {
      return "it is one figure divided by another, and what is still to come changes both: the same"
          + " amount does more to it the less there is to divide by";
    }
    if (figure instanceof Quantity.Difference) {
      return "it is one figure less another, and what is still to come changes both";
    }
    if (figure instanceof Quantity.Absolute) {
      return "it is how far a figure is from zero, to either side, and what is still to come may"
          + " move it to both";
    }
    if (figure instanceof Quantity.LargerOf) {
      return "it is the larger of several figures, and which one that is may change with what is"
          + " still to come";
    }
    return Kind.OTHER.why();
  }

  private static String why(Quantity.Statistic statistic) {
    if (statistic.weight().isPresent()) {
      return "each case counts by its weight, and the weights that are still to come are not known";
    }
    if (statistic.fastest().isPresent()) {
      return "it leaves the greatest values out, and which these are changes with each case to come";
    }
    return switch (statistic.kind()) {
      case MEDIAN ->
          "it is the middle of all values, halfway between two where their number is even: with more"
              + " than half of all cases on one side of the bound it is there too, and else it"
              + " hangs on how far they are from it";
      case LAST -> "it is the last value of the period, whatever came before";
      case MAX -> "it is the greatest value" + ONE_BOUND;
      case MIN -> "it is the least value" + ONE_BOUND;
      case SUM, MEAN -> Kind.OTHER.why();
    };
  }
}
