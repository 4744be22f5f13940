package org.plumbline.catalog.review;

import java.util.function.Consumer;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Measure;
import org.plumbline.catalog.MeasureKind;
import org.plumbline.catalog.Target;
import org.plumbline.catalog.Target.Value;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;

/** A target is in a unit in which the measure can be counted. */
final class TargetsFit implements MeasureRule {

  @Override
  public void look(Catalog catalog, Consumer<Finding> tell) {
    for (Measure measure : catalog.measures()) {
      if (measure.target() instanceof Target.Bound bound) {
        bound(measure, bound.value(), tell);
      }
    }
  }

  private static void bound(Measure measure, Value value, Consumer<Finding> tell) {
    MeasureKind kind = measure.sense().kind();
    boolean share = value instanceof Value.Percent;
    boolean time = value instanceof Value.Time;
    boolean bare =
        value instanceof Value.Number number
            && number.of().isEmpty()
            && number.number().signum() != 0;
    switch (kind) {
      case COUNT -> {
        if (share || time) {
          clash(measure, tell);
        }
      }
      case TIME, MONEY -> {
        if (share || time && kind == MeasureKind.MONEY) {
          clash(measure, tell);
        } else if (bare) {
          told(
              FindingCode.TARGET_WITHOUT_UNIT,
              measure,
              "the measure is " + kind.words() + ", and its target is a number without a unit",
              kind == MeasureKind.TIME
                  ? "say in what it is counted, such as 60 calendar days"
                  : "say in which currency, such as $97",
              tell);
        }
      }
      case SHARE -> {
        if (time) {
          told(
              FindingCode.TARGET_CONTRADICTS,
              measure,
              "the measure is a percentage, and its target is only the limit on one case",
              "say which share shall keep it, such as 95% within " + value.words(),
              tell);
        } else if (bare) {
          told(
              FindingCode.TARGET_WITHOUT_UNIT,
              measure,
              "the measure is a percentage, and its target is a number without a unit",
              "write it as a percentage",
              tell);
        }
      }
      case YES_NO, OTHER -> {}
    }
  }

  private static void clash(Measure measure, Consumer<Finding> tell) {
    told(
        FindingCode.TARGET_UNIT_CLASH,
        measure,
        "the measure is "
            + measure.sense().kind().words()
            + ", and its target is "
            + measure.target().words(),
        "give a target in what is counted, or describe the measure as a percentage",
        tell);
  }

  private static void told(
      FindingCode code, Measure measure, String found, String right, Consumer<Finding> tell) {
    tell.accept(Finding.of(code, measure.place(Column.TARGET), found, right));
  }
}
