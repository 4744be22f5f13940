package org.plumbline.cli;

import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.inforce.UnderVersions;
import org.plumbline.judge.Results;
import org.plumbline.replay.Answered;
import org.plumbline.story.Cases;

/**
 * What terms give over the past.
 *
 * @param text as reports show it
 * @param results of all periods
 * @param under which version judged what; empty where there is one text only
 * @param cases asks for single cases
 * @param answered by metric what its figures were worked out from
 */
record PastAnswer(
    Agreement text,
    Results results,
    Optional<UnderVersions> under,
    Cases cases,
    Map<String, Answered> answered) {

  /** The text that judged a result. */
  Agreement text(org.plumbline.judge.Result result) {
    return under.map(found -> found.text(result)).orElse(text);
  }
}
