package org.plumbline.check;

import java.util.Collection;
import java.util.List;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Literal;

/** The values that the words about a result may have: metrics, services, parties, results. */
final class ResultValues {

  /** What a result may be. */
  static final List<String> RESULTS =
      List.of(
          "met",
          "below-expected",
          "not-met",
          "no-data",
          "not-due",
          "provisional",
          "contested",
          "indeterminate");

  private ResultValues() {}

  /** Tells a value that the subject can never have. */
  static void check(String subject, Literal literal, String path, Draft draft) {
    Agreement agreement = draft.agreement();
    switch (subject) {
      case "metric" -> known("metric", literal, path, agreement.metrics().keySet(), draft);
      case "service" -> known("service", literal, path, agreement.services().keySet(), draft);
      case "performing" -> known("party", literal, path, agreement.parties().keySet(), draft);
      case "result" -> {
        if (!RESULTS.contains(literal.toString())) {
          draft.tellUnknown("result", literal.toString(), path, RESULTS);
        }
      }
      default -> {
        // Numbers, texts and figures may be anything.
      }
    }
  }

  private static void known(
      String kind, Literal literal, String path, Collection<String> known, Draft draft) {
    String under = kind.equals("party") ? "parties" : kind + "s";
    draft.requireKnown(kind, literal.toString(), path, known, under);
  }
}
