package org.plumbline.reconcile;

import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;

/**
 * Another reading of a metric: the same agreement with one term changed.
 *
 * @param id what it is called in data, such as {@code counted-when-started}
 * @param kind which term is changed; two of one kind do not go together
 * @param theirs what would be so, a clause: {@code the clock starts at “entered”}
 * @param agreed what is agreed instead, a clause: {@code the agreement starts it at “accepted”}
 * @param change what is changed
 */
record Alternative(String id, String kind, String theirs, String agreed, Change change) {

  /** What is changed. */
  sealed interface Change {}

  /** A term of the metric; empty where a text has no such term. */
  record OfMetric(MetricChange change) implements Change {}

  /** A term of the text; empty likewise. */
  record OfText(TextChange change) implements Change {}

  /** Changes a metric. */
  interface MetricChange {
    Optional<Metric> of(Agreement agreement, Metric metric);
  }

  /** Changes a text, for a metric of it. */
  interface TextChange {
    Optional<Agreement> of(Agreement agreement, Metric metric);
  }

  /** This and then another change of the metric; empty unless both are such, of two kinds. */
  Optional<Alternative> and(Alternative other) {
    if (!kind.equals(other.kind)
        && change instanceof OfMetric first
        && other.change instanceof OfMetric second) {
      return Optional.of(
          new Alternative(
              id + "+" + other.id,
              kind + "+" + other.kind,
              theirs + ", and " + other.theirs,
              agreed + ", and " + other.agreed,
              new OfMetric(
                  (agreement, metric) ->
                      first
                          .change()
                          .of(agreement, metric)
                          .flatMap(changed -> second.change().of(agreement, changed)))));
    }
    return Optional.empty();
  }
}
