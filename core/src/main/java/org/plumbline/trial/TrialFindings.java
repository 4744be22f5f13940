package org.plumbline.trial;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.agreement.yaml.Places;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;

/** Promises that records of the past would have broken, as findings. */
public final class TrialFindings {

  private TrialFindings() {}

  /** What is to be told, in file order. */
  public static List<Finding> of(Places places, Trial trial) {
    Findings findings = new Findings();
    for (TriedChain tried : trial.chains()) {
      if (tried.broken() > 0 && tried.steps().size() > 1) {
        List<String> parts = new ArrayList<>();
        for (TriedStep step : tried.steps()) {
          if (step.broke() > 0) {
            parts.add(words(step));
          }
        }
        if (tried.inTime() > 0) {
          parts.add("no step that is seen took longer in " + tried.inTime());
        }
        findings.add(
            FindingCode.STEPS_TOOK_LONGER,
            places.at(tried.chain().path()),
            "in the records "
                + tried.broken()
                + " of "
                + tried.cases()
                + " cases took longer than "
                + tried.chain().promised()
                + "; of "
                + (tried.looked() < tried.broken() ? "the worst " + tried.looked() : "these")
                + ", "
                + String.join(", ", parts),
            "hold the steps to their time, or allow more");
      }
    }
    for (Rereading field : trial.reread()) {
      findings.add(
          FindingCode.READ_DECIDES,
          places.at("records/" + field.set() + "/fields/" + field.field()),
          "the value changes in the records, and nothing says when it is read: read at the clock's"
              + " start instead of its stop, "
              + field.figures()
              + " of "
              + field.all()
              + " results would have another figure, and "
              + field.turned()
              + " would mean something else",
          "write read: at-start, first or highest, or read: at-stop if that is meant");
    }
    return findings.inFileOrder();
  }

  private static String words(TriedStep step) {
    String worst =
        step.worst()
            .filter(outcome -> outcome.elapsed().isPresent())
            .map(
                outcome ->
                    " (at worst "
                        + step.link().words(outcome.elapsed().getAsLong())
                        + ", case "
                        + outcome.key()
                        + ")")
            .orElse("");
    return "\""
        + step.link().reference()
        + "\" of "
        + String.join(" and ", step.link().parties())
        + " took longer than "
        + step.link().allotted()
        + " in "
        + step.broke()
        + worst;
  }
}
