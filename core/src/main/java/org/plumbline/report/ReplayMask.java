package org.plumbline.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.RecordSet;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.remedy.Consequences;
import org.plumbline.remedy.PostingId;
import org.plumbline.replay.Replay;
import org.plumbline.replay.TurnedCase;

/** What of a replay is sensitive, masked: what one of the two texts calls so. */
public final class ReplayMask {

  private final Replay replay;
  private final Map<List<String>, String> numbers = new LinkedHashMap<>();

  /** The masks of a replay. */
  public ReplayMask(Replay replay) {
    this.replay = replay;
  }

  /** A value of a metric's {@code each}; a sensitive one becomes a number that stands for it. */
  public String each(String metric, String value) {
    boolean hidden =
        hidden(replay.before().agreement(), metric) || hidden(replay.after().agreement(), metric);
    return hidden
        ? numbers.computeIfAbsent(
            List.of(metric, value), key -> Masking.MASK + " " + (numbers.size() + 1))
        : value;
  }

  /** What follows on one side. */
  public Consequences follows(Replay.Side side) {
    return side.follows()
        .renamed(
            id ->
                new PostingId(
                    id.remedy(),
                    id.metric(),
                    id.each().map(value -> each(id.metric().orElse(""), value)),
                    id.period()));
  }

  /** A case's key, with the number of its part if it has several. */
  public String key(TurnedCase turned) {
    Agreement agreement =
        turned.after().isPresent() ? replay.after().agreement() : replay.before().agreement();
    Metric metric = agreement.metrics().get(turned.metric());
    RecordSet set = metric == null ? null : agreement.records().get(metric.records());
    String key =
        set == null
            ? turned.key()
            : Masking.key(set.caseKey(), turned.key(), Masking.hidden(set, Set.of()));
    return turned.part() == 0 ? key : key + ", part " + turned.part();
  }

  private static boolean hidden(Agreement agreement, String id) {
    return Optional.ofNullable(agreement.metrics().get(id))
        .filter(
            metric ->
                Optional.ofNullable(agreement.records().get(metric.records()))
                    .map(set -> Masking.hidden(set, Set.of()))
                    .filter(hidden -> metric.each().filter(hidden::contains).isPresent())
                    .isPresent())
        .isPresent();
  }

  /** How a case stands, in words. */
  public static String words(CaseOutcome.State state) {
    return switch (state) {
      case MET -> "met";
      case NOT_MET -> "not met";
      case INDETERMINATE -> "indeterminate";
      case OPEN -> "open";
      case VOIDED -> "voided";
      case NOT_QUALIFIED -> "does not qualify";
    };
  }

  static Tone tone(CaseOutcome.State state) {
    return switch (state) {
      case MET -> Tone.GOOD;
      case NOT_MET -> Tone.BAD;
      case INDETERMINATE -> Tone.UNKNOWN;
      case OPEN -> Tone.OPEN;
      case VOIDED, NOT_QUALIFIED -> Tone.QUIET;
    };
  }
}
