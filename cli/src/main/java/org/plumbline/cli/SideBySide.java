package org.plumbline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.judge.Results;
import org.plumbline.replay.Replay;
import org.plumbline.replay.TurnedCase;
import org.plumbline.report.CaseStory;
import org.plumbline.story.AskedPeriods;

/** Other terms over a past, side by side with what was. */
final class SideBySide {
  private final PastRun past;
  private final ReportingPeriod asked;
  private final List<String> metrics;

  private SideBySide(PastRun past, ReportingPeriod asked, List<String> metrics) {
    this.past = past;
    this.asked = asked;
    this.metrics = metrics;
  }

  /**
   * Both sides.
   *
   * @param draft names the other terms
   * @param asked the days asked for
   * @param metrics ids; none: all
   * @param cases metrics of which the cases that stand otherwise are listed
   */
  static Replay.WithCases of(
      PastRun past,
      PastTerms draft,
      ReportingPeriod asked,
      List<String> metrics,
      List<String> cases) {
    return new SideBySide(past, asked, metrics).with(draft, cases);
  }

  private Replay.WithCases with(PastTerms draft, List<String> metricsOfCases) {
    PastAnswer was = past.was();
    // Sets that are worked out are so for the draft once it is run: what was is asked before.
    Map<String, List<CaseOutcome>> before = new LinkedHashMap<>();
    metricsOfCases.forEach(id -> before.put(id, cases(was, id)));
    Agreement loaded = past.loading(draft);
    PastAnswer would = past.answer(draft, past.shown(draft), loaded);
    List<TurnedCase> turned = new ArrayList<>();
    before.forEach(
        (id, own) ->
            turned.addAll(
                TurnedCase.between(
                    id,
                    own,
                    cases(would, id),
                    keys -> outcomes(was, id, keys),
                    keys -> outcomes(would, id, keys))));
    Replay replay =
        Replay.of(
            side(was, past.hash(), past.loaded()),
            side(would, draft.texts().last().hash(), loaded),
            would.answered(),
            was::text,
            variant -> {
              PastTerms terms = draft.with(variant);
              return past.answer(terms, past.shown(terms), loaded).results(asked, metrics);
            });
    return new Replay.WithCases(replay, turned);
  }

  private Replay.Side side(PastAnswer answer, String named, Agreement loaded) {
    Results chosen = answer.results(asked, metrics);
    return new Replay.Side(
        answer.text(),
        named,
        chosen,
        past.follows(answer, loaded)
            .from(answer.results(), chosen, asked, metrics.isEmpty())
            .consequences());
  }

  /** The cases of a metric that count in the periods asked for. */
  private List<CaseOutcome> cases(PastAnswer answer, String metric) {
    return lists(answer, metric)
        ? answer.cases().all(metric, AskedPeriods.of(answer.results().of(metric), asked)).stream()
            .map(CaseStory::outcome)
            .toList()
        : List.of();
  }

  private static List<CaseOutcome> outcomes(PastAnswer answer, String metric, Set<String> keys) {
    return lists(answer, metric)
        ? answer.cases().ofKeys(metric, keys).stream().map(CaseStory::outcome).toList()
        : List.of();
  }

  private static boolean lists(PastAnswer answer, String metric) {
    return answer.text().metrics().containsKey(metric) && answer.cases().lists(metric);
  }
}
