package org.plumbline.web.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.story.Counted;
import org.plumbline.web.agreement.CheckedText;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.plumbline.wording.Wording;
import org.springframework.stereotype.Component;

/**
 * What a draft would have given over the records that were brought in, as if it had been in force
 * as long as they reach.
 */
@Component
final class TriedOnRecords {

  private final OwnRecords records;

  TriedOnRecords(OwnRecords records) {
    this.records = records;
  }

  /**
   * What became of a metric.
   *
   * @param sentence how often its target would have been met; or why that cannot be said
   * @param periods a sentence for each period
   */
  record Tried(String sentence, List<Period> periods) {
    /** Copies the list. */
    Tried {
      periods = List.copyOf(periods);
    }
  }

  record Period(String name, String status, String sentence) {}

  /** Whether there are records to try on. */
  boolean hasRecords(Viewer viewer, UUID agreement) {
    return records.any(viewer, agreement);
  }

  /**
   * A metric of a draft over the records.
   *
   * @param row the text that the draft was made from
   */
  Tried of(Viewer viewer, UUID agreement, VersionRow row, CheckedText text, String metric) {
    try {
      return records.read(
          viewer,
          agreement,
          row,
          text,
          (open, now) -> {
            Agreement over = OwnRecords.throughout(text.agreement().orElseThrow(), open.sets());
            return told(
                over,
                Counted.of(open.engine(), open.sets(), over, now, step -> {}).results().of(metric));
          });
    } catch (Refused refusal) {
      return new Tried(String.valueOf(refusal.getMessage()), List.of());
    }
  }

  private static Tried told(Agreement agreement, List<Result> results) {
    Wording wording = Wording.of(agreement);
    List<Period> periods = new ArrayList<>();
    int met = 0;
    int judged = 0;
    for (Result result : results) {
      Status status = result.wouldBe().orElse(result.status());
      boolean counts =
          result.cases() > 0
              && (status == Status.MET
                  || status == Status.BELOW_EXPECTED
                  || status == Status.NOT_MET);
      if (counts && result.status() != Status.NOT_DUE) {
        judged++;
        met += status == Status.MET ? 1 : 0;
        periods.add(new Period(result.period().name(), status.words(), wording.result(result)));
      }
    }
    return new Tried(
        judged == 0
            ? "The records hold no period that is over in which a case of this metric was decided."
            : "Over the records that were brought in, this target would have been met in "
                + met
                + " of "
                + judged
                + (judged == 1 ? " period." : " periods."),
        periods);
  }
}
