package org.plumbline.report.paper;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.agreement.Amendment;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.wording.Wording;

/** A change request with the entries that people look for; what the text knows is filled in. */
public final class ChangeRequestForm {

  private ChangeRequestForm() {}

  /** The document. */
  public static Document of(Source source) {
    return source.document(
        "Change request: " + source.agreement().title(),
        List.of(request(source), impact(), decision()));
  }

  private static Document.Section request(Source source) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Program", source.agreement().title()));
    rows.add(List.of("Agreement and version", source.agreement().id() + ", " + source.hash()));
    rows.add(
        List.of("Change request number", amendment(source, it -> it.changeRequest().orElse(""))));
    rows.add(List.of("Submitted by, on", ""));
    rows.add(
        List.of(
            "Type (new, change, defect)",
            source.agreement().amendment().isPresent() ? "Change" : ""));
    rows.add(List.of("Requirement (RTM) numbers", ""));
    rows.add(List.of("Priority (critical, high, medium, low)", ""));
    rows.add(List.of("Description", amendment(source, it -> "Amendment " + it.number())));
    rows.add(List.of("Reason", amendment(source, Amendment::reason)));
    rows.add(List.of("Driver", amendment(source, it -> Wording.turn(it.driver()))));
    rows.add(List.of("To take effect on", amendment(source, it -> it.effective().toString())));
    return Parts.section(
        "request",
        "The request",
        List.of(Parts.table("Request", List.of("Entry", "Answer"), rows)));
  }

  private static String amendment(
      Source source, java.util.function.Function<Amendment, String> entry) {
    return source.agreement().amendment().map(entry).orElse("");
  }

  private static Document.Section impact() {
    List<List<String>> rows = new ArrayList<>();
    for (String entry :
        List.of(
            "Impact if it is not made",
            "Assumptions",
            "Estimated hours",
            "Estimated cost",
            "Effect on schedule",
            "Effect on scope",
            "Metrics that change",
            "Proposed solution")) {
      rows.add(List.of(entry, ""));
    }
    return Parts.section(
        "impact",
        "Impact",
        List.of(
            Parts.text(
                "What a change would have done over past records is said by “plumbline replay”;"
                    + " what it changes in the text by “plumbline diff”."),
            Parts.table("Impact", List.of("Entry", "Answer"), rows)));
  }

  private static Document.Section decision() {
    return Parts.section(
        "decision",
        "Decision of the change control board",
        List.of(
            Parts.table(
                "Decision",
                List.of("Entry", "Answer"),
                List.of(
                    List.of("Decision (approved, rejected, more information)", ""),
                    List.of("Explanation", ""))),
            new Block.Signatures(
                "Decided by",
                List.of(
                    new Block.Signatures.Signer("For the customer", "", "", ""),
                    new Block.Signatures.Signer("For the provider", "", "", "")))));
  }
}
