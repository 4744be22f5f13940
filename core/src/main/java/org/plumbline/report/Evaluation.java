package org.plumbline.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.finding.Finding;
import org.plumbline.inforce.UnderVersions;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.reconcile.ReportedFigure;
import org.plumbline.records.LoadReport;
import org.plumbline.register.Version;
import org.plumbline.remedy.Consequences;

/**
 * All that an evaluation found, ready to be reported.
 *
 * @param version the hash of the agreement's version
 * @param engine name and version of what computed it
 * @param knownAt up to when what was known counts (design 4.4); beside {@link Results#asOf}, up to
 *     when what had happened counts
 * @param totals where all cases went, by metric
 * @param partyTimes who consumed the time, by metric and period
 * @param stories cases to show: the worst ones and those still open
 * @param load what was read; empty where nothing was
 * @param findings of the agreement and of the evaluation
 * @param shown sensitive fields that were asked for by name and are not masked
 * @param follows what follows from the results
 * @param versions which version judged what; empty where there is one text only
 * @param requests what was asked to be reconsidered
 * @param outlook what can still become of the periods that are open; empty where that was not asked
 * @param history figures of the periods before the agreement was kept here, as they were reported
 */
public record Evaluation(
    Agreement agreement,
    String version,
    String engine,
    Instant knownAt,
    Results results,
    List<CaseTotals> totals,
    List<PartyTime> partyTimes,
    List<CaseStory> stories,
    Optional<LoadReport> load,
    List<Finding> findings,
    Set<String> shown,
    Consequences follows,
    Optional<UnderVersions> versions,
    Requests requests,
    Optional<Outlook> outlook,
    List<ReportedFigure> history) {

  /** Copies lists and set. */
  public Evaluation {
    totals = List.copyOf(totals);
    partyTimes = List.copyOf(partyTimes);
    stories = List.copyOf(stories);
    findings = List.copyOf(findings);
    shown = Set.copyOf(shown);
    history = List.copyOf(history);
  }

  /** An evaluation of one text from which nothing follows, and which nobody contests. */
  public Evaluation(
      Agreement agreement,
      String version,
      String engine,
      Instant knownAt,
      Results results,
      List<CaseTotals> totals,
      List<PartyTime> partyTimes,
      List<CaseStory> stories,
      Optional<LoadReport> load,
      List<Finding> findings,
      Set<String> shown) {
    this(
        agreement,
        version,
        engine,
        knownAt,
        results,
        totals,
        partyTimes,
        stories,
        load,
        findings,
        shown,
        Consequences.NONE,
        Optional.empty(),
        Requests.NONE,
        Optional.empty(),
        List.of());
  }

  /** The text that judged a result. */
  public Agreement text(Result result) {
    return versions.map(under -> under.text(result)).orElse(agreement);
  }

  /** The version that a result is under; empty where there is one text only. */
  public Optional<Version> version(Result result) {
    return versions.flatMap(under -> under.version(result));
  }

  /** The same with what follows from its results. */
  public Evaluation with(Consequences consequences) {
    return with(consequences, List.of());
  }

  /**
   * The same with what follows from its results.
   *
   * @param more findings of what the register says about it
   */
  public Evaluation with(Consequences consequences, List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    return with(all, consequences, versions, requests, outlook);
  }

  /** The same, judged by several versions. */
  public Evaluation under(UnderVersions found) {
    return with(findings, follows, Optional.of(found), requests, outlook);
  }

  /** The same with what was asked to be reconsidered. */
  public Evaluation with(Requests asked) {
    return with(findings, follows, versions, asked, outlook);
  }

  /** The same with what can still become of open periods. */
  public Evaluation with(Outlook ahead) {
    return with(findings, follows, versions, requests, Optional.of(ahead));
  }

  /** The same after a history. */
  public Evaluation after(List<ReportedFigure> earlier) {
    return new Evaluation(
        agreement,
        version,
        engine,
        knownAt,
        results,
        totals,
        partyTimes,
        stories,
        load,
        findings,
        shown,
        follows,
        versions,
        requests,
        outlook,
        earlier);
  }

  private Evaluation with(
      List<Finding> findings,
      Consequences follows,
      Optional<UnderVersions> versions,
      Requests requests,
      Optional<Outlook> outlook) {
    return new Evaluation(
        agreement,
        version,
        engine,
        knownAt,
        results,
        totals,
        partyTimes,
        stories,
        load,
        findings,
        shown,
        follows,
        versions,
        requests,
        outlook,
        history);
  }
}
