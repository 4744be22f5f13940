package org.plumbline.story;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.inforce.UnderVersions;
import org.plumbline.judge.Result;
import org.plumbline.report.CaseStory;
import org.plumbline.report.Document;

/**
 * What an explanation is made of.
 *
 * @param version the hash of the agreement's version
 * @param engine what computed it
 * @param asOf up to when what had happened was counted, as shown
 * @param metric id of the metric
 * @param results its results in the periods asked for
 * @param totals where all its cases went; none for stocks
 * @param cases the cases of these periods, those that miss first
 * @param asked the case asked for, with its life; every part of it
 * @param under which version judged what; empty where there is one text only
 * @param requests what was asked to be reconsidered; none where nobody asked
 */
public record Explained(
    Agreement agreement,
    String version,
    String engine,
    String asOf,
    String metric,
    List<Result> results,
    Optional<CaseTotals> totals,
    List<CaseStory> cases,
    List<CaseStory> asked,
    Optional<UnderVersions> under,
    List<Document.Section> requests) {

  /** Copies the lists. */
  public Explained {
    results = List.copyOf(results);
    cases = List.copyOf(cases);
    asked = List.copyOf(asked);
    requests = List.copyOf(requests);
  }
}
