package org.plumbline.trial;

import java.util.Optional;
import org.plumbline.agreement.Metric;
import org.plumbline.chain.Link;
import org.plumbline.evaluate.CaseOutcome;

/**
 * How a step went in the past.
 *
 * @param seen by what the records tell when it begins and ends: {@code metric entered}, {@code
 *     stage entry}; empty if they do not
 * @param cases in how many cases it ended, or took longer than it may
 * @param longer of these, in how many it took longer
 * @param broke in how many of the cases looked into whose promise was not kept it took longer
 * @param worst the case in which it took longest; empty if it never took longer
 */
public record TriedStep(
    Link link,
    Optional<String> seen,
    long cases,
    long longer,
    long broke,
    Optional<CaseOutcome> worst) {

  /**
   * Where a step is seen.
   *
   * @param id the id under which it is counted
   * @param metric what counts it; empty if the records do not tell when it begins and ends
   */
  record Source(Link link, String id, Optional<String> seen, Optional<Metric> metric) {}
}
