package org.plumbline.forecast;

import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.RegisterSets;

/** How what is still to come adds to a figure. */
public enum Kind {
  /** A share of cases: each case to come holds or misses. */
  SHARE(""),
  /** A number of cases. */
  COUNT(""),
  /** A sum: amounts to come add up. */
  SUM(""),
  /** A mean: a sum over a number of cases. */
  MEAN(""),
  /** A share of available time: time down to come adds up. */
  AVAILABLE(""),
  /** A stock: it is counted anew at the end. */
  STOCK(
      "it counts what is open at one moment or during the period, so that nothing of it is settled"
          + " before the period ends"),
  /** Worked out from the results of other metrics. */
  COMPOSITE("it is worked out from the results of other metrics, and follows from theirs"),
  /** A mean of the figures of shorter periods. */
  MEAN_OF_PERIODS(
      "it is the mean of the figures of shorter periods, in which a case counts the more the fewer"
          + " there are"),
  /** Everything that depends on the single values to come. */
  OTHER(
      "it hangs on the single values that are still to come, not on how many of them miss: what is"
          + " allowed cannot be told as a number");

  private final String why;

  Kind(String why) {
    this.why = why;
  }

  /** Why nothing is said of what is allowed; empty where something is. */
  public String why() {
    return why;
  }

  /** Whether what is to come adds to what is there. */
  public boolean adds() {
    return why.isEmpty();
  }

  /** The kind of a metric’s figure. */
  static Kind of(Agreement agreement, Metric metric) {
    if (metric.records().equals(RegisterSets.RESULTS)) {
      return COMPOSITE;
    }
    if (PeriodRules.terms(agreement, metric).meanOf().isPresent()) {
      return MEAN_OF_PERIODS;
    }
    Quantity figure = metric.figureOrDefault();
    if (figure instanceof Quantity.ShareOfAvailableTime) {
      return AVAILABLE;
    }
    if (metric.countedWhenOrDefault().isStock()) {
      return STOCK;
    }
    if (figure instanceof Quantity.ShareInTime || figure instanceof Quantity.ShareOfCases) {
      return SHARE;
    }
    if (figure instanceof Quantity.CountOfCases) {
      return COUNT;
    }
    if (figure instanceof Quantity.Statistic statistic
        && statistic.weight().isEmpty()
        && statistic.fastest().isEmpty()) {
      return switch (statistic.kind()) {
        case SUM -> SUM;
        case MEAN -> MEAN;
        case MEDIAN, MAX, MIN, LAST -> OTHER;
      };
    }
    return OTHER;
  }
}
