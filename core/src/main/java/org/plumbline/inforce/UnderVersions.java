package org.plumbline.inforce;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.finding.Finding;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;

/**
 * What an agreement in several versions gives over its records.
 *
 * @param versions those asked
 * @param shown the text that reports show: the last version's, with the metrics that ended
 * @param results of all metrics and periods, each under its version
 * @param totals where all cases went, of metrics that are no stocks
 * @param measured what was counted, for asking about single cases
 * @param findings what was noticed of declarations
 * @param terms by metric and period the version that the period is under
 * @param texts the text of each version, in order, with metrics under the names that results bear
 * @param breaks by metric the days from which figures are not comparable with those before
 */
public record UnderVersions(
    Versions versions,
    Agreement shown,
    Results results,
    List<CaseTotals> totals,
    List<Measured> measured,
    List<Finding> findings,
    Map<Of, Version> terms,
    List<Agreement> texts,
    Map<String, List<java.time.LocalDate>> breaks) {

  /** What a result is of. */
  public record Of(String metric, ReportingPeriod period) {}

  /** Copies lists and maps. */
  public UnderVersions {
    totals = List.copyOf(totals);
    measured = List.copyOf(measured);
    findings = List.copyOf(findings);
    terms = Map.copyOf(terms);
    texts = List.copyOf(texts);
    breaks = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(breaks));
  }

  /** The same with other results. */
  public UnderVersions with(Results others) {
    return new UnderVersions(
        versions, shown, others, totals, measured, findings, terms, texts, breaks);
  }

  /** The text that judged a result, with metrics under the names that results bear. */
  public Agreement text(Result result) {
    return version(result).map(version -> texts.get(versions.indexOf(version))).orElse(shown);
  }

  /**
   * Whether a result was measured as the terms in force at the end measure: with the same case
   * terms and figure, whatever bound it was held against.
   */
  public boolean isMeasuredAlike(Result result) {
    Agreement last = texts.get(texts.size() - 1);
    Agreement own = text(result);
    Metric then = own.metrics().get(result.metric());
    Metric now = last.metrics().get(result.metric());
    return then != null
        && now != null
        && then.figureOrDefault().equals(now.figureOrDefault())
        && CaseTerms.of(own, result.metric()).equals(CaseTerms.of(last, result.metric()));
  }

  /** The version that a result is under. */
  public Optional<Version> version(Result result) {
    return Optional.ofNullable(terms.get(new Of(result.metric(), result.period())));
  }

  /** The other versions under whose clock and limits cases of a result stand, in order. */
  public List<Version> alsoCounted(Result result) {
    Optional<Version> own = version(result);
    return measured.stream()
        .filter(each -> each.metric().equals(result.metric()) && !each.apart())
        .filter(each -> own.filter(each.period()::equals).isPresent())
        .filter(each -> !each.cases().equals(each.period()))
        .filter(each -> each.counted().contains(result.period()))
        .map(Measured::cases)
        .distinct()
        .toList();
  }
}
