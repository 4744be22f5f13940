package org.plumbline.remedy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Remedy;
import org.plumbline.calendar.ReportingPeriod;

/**
 * The points of all periods and parties.
 *
 * @param given all postings of points
 * @param series the series of all remedies that give points
 */
record PointsTable(List<Posting> given, List<Series> series) implements Triggers.Points {

  PointsTable {
    given = List.copyOf(given);
    series =
        series.stream()
            .filter(one -> one.remedy().effect() instanceof Remedy.Effect.Points)
            .toList();
  }

  /** What a party has in a period: the sum over the periods that end in it. */
  @Override
  public Optional<BigDecimal> of(ReportingPeriod period, String party) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Posting posting : given) {
      if (posting.owedBy().equals(party) && period.contains(posting.id().period().until())) {
        if (posting.points().isEmpty() && posting.standing() == Standing.HELD) {
          return Optional.empty();
        }
        sum = posting.standing().counts() ? sum.add(posting.points().orElse(BigDecimal.ZERO)) : sum;
      }
    }
    return Optional.of(sum);
  }

  /** Periods that end in a period and may still give points to a party. */
  List<ReportingPeriod> unsettled(ReportingPeriod period, String party) {
    List<ReportingPeriod> found = new ArrayList<>();
    for (Series one : series) {
      for (Series.Point point : one.points()) {
        if (one.owedBy().equals(party)
            && point.kind() == Series.Kind.UNSETTLED
            && period.contains(point.period().until())
            && !found.contains(point.period())) {
          found.add(point.period());
        }
      }
    }
    return found;
  }
}
