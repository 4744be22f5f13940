package org.plumbline.remedy;

import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.judge.Result;

/**
 * A period in which a remedy was judged and something follows, or in which it cannot be said
 * whether it does.
 *
 * @param result empty for a remedy that is judged for the agreement
 * @param repeat periods in a row in which {@code when} held, this one included
 * @param held in how many of the periods looked at it held, this one included
 * @param unsettled earlier periods on which it rests and whose result is not settled
 * @param unknown why it cannot be said whether it follows; empty: it follows
 */
record Occasion(
    PostingId id,
    Optional<Result> result,
    String owedBy,
    int repeat,
    int held,
    List<ReportingPeriod> unsettled,
    Optional<String> unknown) {

  Occasion {
    unsettled = List.copyOf(unsettled);
  }
}
