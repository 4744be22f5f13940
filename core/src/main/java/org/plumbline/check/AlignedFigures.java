package org.plumbline.check;

import java.util.Optional;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Quantity;
import org.plumbline.catalog.MeasureKind;
import org.plumbline.finding.FindingCode;

/** The figure of a metric is of the kind that its measure describes. */
final class AlignedFigures {

  private AlignedFigures() {}

  static void check(AlignedMetric aligned) {
    MeasureKind described = aligned.measure().sense().kind();
    MeasureKind formed = kind(aligned.metric().figureOrDefault(), aligned);
    boolean told = described != MeasureKind.OTHER && described != MeasureKind.YES_NO;
    if (told && formed != MeasureKind.OTHER && formed != described) {
      aligned.tell(
          FindingCode.OTHER_KIND_THAN_MEASURE,
          aligned.metric().figure().isPresent() ? "figure" : "",
          "formula",
          "the figure is "
              + formed.words()
              + ", and the measure "
              + aligned.measure().label()
              + " is "
              + described.words(),
          "form the figure that the measure describes");
    }
  }

  /** What a quantity is. */
  static MeasureKind kind(Quantity quantity, AlignedMetric aligned) {
    if (quantity instanceof Quantity.ShareInTime
        || quantity instanceof Quantity.ShareOfCases
        || quantity instanceof Quantity.ShareOfAvailableTime) {
      return MeasureKind.SHARE;
    }
    if (quantity instanceof Quantity.CountOfCases) {
      return MeasureKind.COUNT;
    }
    if (quantity instanceof Quantity.Statistic statistic) {
      return kind(statistic.of(), aligned);
    }
    if (quantity instanceof Quantity.Percentile percentile) {
      return kind(percentile.of(), aligned);
    }
    if (quantity instanceof Quantity.Ratio ratio) {
      MeasureKind above = kind(ratio.of(), aligned);
      MeasureKind below = kind(ratio.to(), aligned);
      return above == below ? MeasureKind.SHARE : above;
    }
    if (quantity instanceof Quantity.Difference difference) {
      return kind(difference.first(), aligned);
    }
    return quantity instanceof Quantity.Absolute absolute
        ? kind(absolute.of(), aligned)
        : MeasureKind.OTHER;
  }

  private static MeasureKind kind(Quantity.Measurand measurand, AlignedMetric aligned) {
    if (!(measurand instanceof Quantity.Measurand.OfField field)) {
      return MeasureKind.TIME;
    }
    Optional<Field.Type> type =
        aligned.set().map(set -> set.fields().get(field.field())).map(Field::type);
    return type.map(
            it ->
                switch (it) {
                  case MONEY -> MeasureKind.MONEY;
                  case DURATION -> MeasureKind.TIME;
                  case SHARE -> MeasureKind.SHARE;
                  case NUMBER -> MeasureKind.COUNT;
                  case TEXT, FLAG -> MeasureKind.OTHER;
                })
        .orElse(MeasureKind.OTHER);
  }
}
