package org.plumbline.inforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Windows;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.register.Versions;

/** Where figures of a metric are not comparable with those before. */
final class Breaks {

  private Breaks() {}

  /** The days, by the metric's name; metrics without a break are not there. */
  static Map<String, List<LocalDate>> of(
      List<Lineage> lineages, Versions versions, List<Agreement> composed) {
    Map<String, List<LocalDate>> breaks = new LinkedHashMap<>();
    for (Lineage lineage : lineages) {
      List<LocalDate> days = days(lineage, versions, composed);
      if (!days.isEmpty()) {
        breaks.put(lineage.name(), days);
      }
    }
    return breaks;
  }

  private static List<LocalDate> days(
      Lineage lineage, Versions versions, List<Agreement> composed) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = lineage.first() + 1; i <= lineage.last(); i++) {
      if (!definition(lineage, composed, i).equals(definition(lineage, composed, i - 1))) {
        days.add(versions.versions().get(i).from());
      }
    }
    return days;
  }

  private static CaseTerms.Definition definition(
      Lineage lineage, List<Agreement> composed, int version) {
    return CaseTerms.of(composed.get(version), lineage.id(version).orElseThrow()).what();
  }

  /** A result as it stands where a metric is new, or its window reaches back beyond a break. */
  static Result standing(
      Agreement judging,
      Lineage lineage,
      Regime regime,
      Result result,
      Versions versions,
      List<Agreement> composed) {
    boolean settled = result.status() != Status.NOT_DUE && result.status() != Status.PROVISIONAL;
    if (lineage.first() > 0 && result.period().from().isBefore(regime.promised())) {
      return settled
          ? as(
              result,
              Status.NOT_JUDGED,
              "the metric is promised from " + regime.promised() + " on: reported, not judged")
          : result;
    }
    Metric metric = Objects.requireNonNull(judging.metrics().get(result.metric()));
    Windows windows = Windows.of(judging, metric);
    int position = windows.periods().indexOf(result.period());
    if (windows.isPlain() || position < 0 || !settled || result.status() == Status.NOT_JUDGED) {
      return result;
    }
    Windows.Range parts = windows.parts().get(position);
    if (parts.first() > parts.last()) {
      return result;
    }
    ReportingPeriod first = windows.measured().get(parts.first());
    return days(lineage, versions, composed).stream()
        .filter(day -> day.isAfter(first.from()) && !day.isAfter(result.period().until()))
        .reduce((one, other) -> other)
        .map(day -> as(result, Status.PROVISIONAL, "not comparable before " + day))
        .orElse(result);
  }

  private static Result as(Result result, Status status, String reason) {
    if (result.status() == status) {
      return result;
    }
    return new Result(
        result.metric(),
        result.period(),
        result.each(),
        status,
        result.wouldBe().or(() -> Optional.of(result.status())),
        reason,
        result.lines());
  }
}
