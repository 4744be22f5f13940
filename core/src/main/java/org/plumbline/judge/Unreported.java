package org.plumbline.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Deadline;
import org.plumbline.agreement.Reports;
import org.plumbline.calendar.ReportingPeriod;

/**
 * Results of periods whose SLA Performance Report never came (situation S43; docs/meaning.md 24):
 * they are what the agreement says of it, whatever the records say.
 */
public final class Unreported {

  private Unreported() {}

  /**
   * The results, those without a report as agreed.
   *
   * @param text the text that judged a result
   * @param issued the day on which the report of a period was issued, as far as it is known
   * @param today a report is missing from the day after it was due
   */
  public static Results of(
      Results results,
      Function<Result, Agreement> text,
      Function<ReportingPeriod, Optional<LocalDate>> issued,
      LocalDate today) {
    List<Result> stated = new ArrayList<>();
    for (Result result : results.results()) {
      Agreement agreement = text.apply(result);
      stated.add(
          isJudged(result) && issued.apply(result.period()).isEmpty()
              ? agreement
                  .reports()
                  .flatMap(terms -> missing(agreement, terms, result, today))
                  .orElse(result)
              : result);
    }
    return new Results(results.agreement(), results.asOf(), stated);
  }

  private static Optional<Result> missing(
      Agreement agreement, Reports terms, Result result, LocalDate today) {
    LocalDate last = result.period().until();
    LocalDate due = terms.due().map(within -> Deadline.of(agreement, last, within)).orElse(last);
    return terms
        .ifMissing()
        .filter(meaning -> today.isAfter(due))
        .map(
            meaning ->
                new Result(
                    result.metric(),
                    result.period(),
                    result.each(),
                    meaning.equals("not-met") ? Status.NOT_MET : Status.NOT_JUDGED,
                    Optional.of(result.status()),
                    "no report was issued by " + due,
                    result.lines()));
  }

  /** Whether a result is an answer that a report would have told. */
  private static boolean isJudged(Result result) {
    return switch (result.status()) {
      case MET, BELOW_EXPECTED, NOT_MET, NO_DATA, INDETERMINATE, CONTESTED -> true;
      case NOT_DUE, PROVISIONAL, NOT_JUDGED -> false;
    };
  }
}
