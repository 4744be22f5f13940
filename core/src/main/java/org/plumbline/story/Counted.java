package org.plumbline.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.Engine;
import org.plumbline.finding.Finding;
import org.plumbline.inforce.InForce;
import org.plumbline.inforce.UnderVersions;
import org.plumbline.judge.Results;
import org.plumbline.judge.Unreported;
import org.plumbline.records.StoredSet;
import org.plumbline.register.Register;
import org.plumbline.register.Standings;
import org.plumbline.register.Versions;
import org.plumbline.rounds.Evaluated;
import org.plumbline.rounds.Rounds;

/**
 * What was counted over the records of an agreement, of one text or of several versions.
 *
 * @param totals where all cases went
 * @param findings what was noticed on the way
 * @param cases asks for single cases
 * @param under which version judged what; empty where there is one text only
 */
public record Counted(
    Results results,
    List<CaseTotals> totals,
    List<Finding> findings,
    Cases cases,
    Optional<UnderVersions> under) {

  /** One text. */
  public static Counted of(
      Engine engine,
      Map<String, StoredSet> sets,
      Agreement agreement,
      Instant asOf,
      Consumer<String> progress) {
    Evaluated evaluated = Rounds.evaluate(engine, agreement, sets, asOf, progress);
    return new Counted(
        evaluated.results(),
        evaluated.totals(),
        evaluated.findings(),
        new CaseStories(engine, agreement, evaluated.compiled()),
        Optional.empty());
  }

  /** Several versions. */
  public static Counted of(
      Engine engine,
      Map<String, StoredSet> sets,
      Versions versions,
      Instant asOf,
      Consumer<String> progress) {
    UnderVersions found = InForce.evaluate(engine, versions, sets, asOf, progress);
    return new Counted(
        found.results(),
        found.totals(),
        found.findings(),
        new VersionCases(engine, found),
        Optional.of(found));
  }

  /** The same with other results. */
  public Counted with(Results others) {
    return new Counted(others, totals, findings, cases, under.map(found -> found.with(others)));
  }

  /**
   * With what is agreed of periods whose report never came; where reports are recorded at all.
   *
   * @param text that of results which no version judged
   * @param today what was issued later is not known
   */
  public Counted reported(Register register, Agreement text, LocalDate today) {
    return register.issued().isEmpty()
        ? this
        : with(
            Unreported.of(
                results,
                result -> under.map(it -> it.text(result)).orElse(text),
                period ->
                    Standings.issued(register, text, period.name(), Optional.of(period), today),
                today));
  }
}
