package org.plumbline.check;

import java.util.Optional;
import org.plumbline.agreement.NamedPeriod;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.FindingCode;

/** Every metric has a reporting period, and shorter and longer periods are what they say. */
final class PeriodsKnown implements Rule {

  @Override
  public void check(Draft draft) {
    Optional<PeriodTerms> common = draft.agreement().period();
    Optional<String> usual = common.flatMap(PeriodTerms::every);
    common.ifPresent(period -> nests(period, usual, "period", draft));
    boolean told = usual.isPresent() || draft.stands("period");
    for (MetricView metric : draft.metrics()) {
      Optional<PeriodTerms> own = metric.metric().period();
      Optional<String> every = own.flatMap(PeriodTerms::every).or(() -> usual);
      String path = metric.path() + "/period";
      if (every.isEmpty() && !told && !draft.stands(path)) {
        draft.tell(
            FindingCode.NO_PERIOD,
            metric.path(),
            "nothing says for how long one figure of this metric is formed",
            "write period: {every: month} for all metrics, or for this one");
      }
      own.ifPresent(period -> nests(period, every, path, draft));
    }
  }

  private static void nests(PeriodTerms period, Optional<String> every, String path, Draft draft) {
    double length = every.map(id -> days(id, draft)).orElse(0.0);
    if (length == 0) {
      return;
    }
    period
        .meanOf()
        .filter(shorter -> days(shorter, draft) >= length)
        .ifPresent(
            shorter -> tell(path + "/mean-of", shorter, "not shorter", every.orElseThrow(), draft));
    period
        .toDate()
        .filter(longer -> days(longer, draft) > 0 && days(longer, draft) < length)
        .ifPresent(
            longer -> tell(path + "/to-date", longer, "shorter", every.orElseThrow(), draft));
  }

  private static void tell(String path, String one, String than, String every, Draft draft) {
    draft.tell(
        FindingCode.PERIODS_DO_NOT_NEST,
        path,
        one + " is " + than + " than the period of the figure, " + every,
        "write every: with the period of one figure, mean-of with a shorter, to-date with a longer one");
  }

  /** About how long a period is in days; 0 if that cannot be said. */
  private static double days(String id, Draft draft) {
    return switch (id) {
      case "week" -> 7;
      case "month" -> 30.4;
      case "quarter", "fiscal-quarter" -> 91.3;
      case "year" -> 365;
      default ->
          Optional.ofNullable(draft.agreement().periods().get(id))
              .map(PeriodsKnown::days)
              .orElse(0.0);
    };
  }

  private static double days(NamedPeriod period) {
    if (period.every().isPresent()) {
      TimeAmount every = period.every().get();
      return switch (every.kind()) {
        case BY_DATE_MONTHS -> every.months() * 30.4;
        case BY_DATE_DAYS, BY_DATE_WORKDAYS -> every.days();
        case ELAPSED -> 0;
      };
    }
    return period.weeks().stream().mapToInt(weeks -> 7 * weeks).average().orElse(0);
  }
}
