package org.plumbline.report.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Reference;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.remedy.Posting;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Masking;
import org.plumbline.report.PerformanceReport;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.RemedySentences;
import org.plumbline.wording.Wording;

/**
 * A contract discrepancy report for each result that was not met: what was required, what came,
 * what follows by the agreement, and room for the answer and for the decision on it.
 */
public final class DiscrepancyReport {

  private final Evaluation evaluation;
  private final Wording wording;
  private final RemedySentences sentences;

  private DiscrepancyReport(Evaluation masked) {
    evaluation = masked;
    wording = Wording.of(masked.agreement());
    sentences = RemedySentences.of(masked.agreement());
  }

  /** The document, sensitive values masked. */
  public static Document of(Evaluation evaluation, Instant made) {
    Evaluation masked = Masking.apply(evaluation);
    return PerformanceReport.around(
        masked,
        "Contract discrepancy report: " + masked.agreement().title(),
        made,
        new DiscrepancyReport(masked).sections());
  }

  private List<Document.Section> sections() {
    List<Result> missed =
        evaluation.results().results().stream()
            .filter(
                result ->
                    result.status() == Status.NOT_MET || result.status() == Status.BELOW_EXPECTED)
            .filter(result -> evaluation.agreement().metrics().containsKey(result.metric()))
            .toList();
    List<Document.Section> sections = new ArrayList<>();
    sections.add(
        Parts.section(
            "overview",
            "Discrepancies",
            missed.isEmpty()
                ? List.of(Parts.text("No result of these periods is short of what was agreed."))
                : List.of(
                    Parts.table(
                        "Results short of what was agreed",
                        List.of("No.", "Metric", "Period", "Owed by", "Result"),
                        missed.stream()
                            .map(result -> row(missed.indexOf(result) + 1, result))
                            .toList()))));
    for (int i = 0; i < missed.size(); i++) {
      sections.add(discrepancy(i + 1, missed.get(i)));
    }
    return Parts.pages(sections);
  }

  private List<String> row(int number, Result result) {
    return List.of(
        Integer.toString(number),
        name(result),
        PeriodWords.shortName(result.period()),
        wording.party(owing(result)),
        result.status().words());
  }

  private String name(Result result) {
    return wording.metricName(result.metric())
        + result.each().map(value -> ": " + value).orElse("");
  }

  private String owing(Result result) {
    return Optional.ofNullable(evaluation.agreement().metrics().get(result.metric()))
        .map(Metric::performing)
        .orElse(Party.PROVIDER);
  }

  private Document.Section discrepancy(int number, Result result) {
    String owing = owing(result);
    String other = owing.equals(Party.CUSTOMER) ? Party.PROVIDER : Party.CUSTOMER;
    List<Block> blocks = Parts.list();
    blocks.add(
        Parts.table(
            "The discrepancy",
            List.of("Entry", "Answer"),
            List.of(
                List.of("Report number", number(result)),
                List.of("Agreement or contract", contract()),
                List.of("To", wording.party(owing)),
                List.of("From", wording.party(other)),
                List.of("Prepared on, by", ""),
                List.of("Answer due on", ""),
                List.of("What was required", wording.metric(result.metric())),
                List.of("What came", Wording.of(evaluation.text(result)).result(result)),
                List.of("What follows by the agreement", follows(result)))));
    blocks.add(
        Parts.table(
            "Answer of " + wording.party(owing),
            List.of("Entry", "Answer"),
            List.of(
                List.of("Cause", ""),
                List.of("What is done to correct it", ""),
                List.of("What keeps it from happening again", ""),
                List.of("Reconsideration asked for (yes, no; number)", ""))));
    blocks.add(
        Parts.table(
            "Decision of " + wording.party(other),
            List.of("Entry", "Answer"),
            List.of(
                List.of("Answer (accepted, accepted in part, rejected)", ""),
                List.of("Action (none, reduction, re-performance, cure notice, other)", ""),
                List.of("Closed on", ""))));
    blocks.add(
        new Block.Signatures(
            "Signed",
            List.of(
                new Block.Signatures.Signer("Issued for " + wording.party(other), "", "", ""),
                new Block.Signatures.Signer("Answered for " + wording.party(owing), "", "", ""),
                new Block.Signatures.Signer("Closed for " + wording.party(other), "", "", ""))));
    return Parts.section(
        "discrepancy-" + number,
        number + ". " + name(result) + ", " + PeriodWords.name(result.period()),
        blocks);
  }

  private static String number(Result result) {
    return result.metric()
        + result.each().map(value -> "/" + value).orElse("")
        + "/"
        + result.period().name();
  }

  private String contract() {
    List<String> numbers =
        evaluation.agreement().references().stream().map(Reference::number).toList();
    return evaluation.agreement().id()
        + (numbers.isEmpty() ? "" : " (" + String.join(", ", numbers) + ")");
  }

  private String follows(Result result) {
    List<String> texts = new ArrayList<>();
    for (Posting posting : evaluation.follows().postings()) {
      if (posting.id().metric().filter(result.metric()::equals).isPresent()
          && posting.id().period().equals(result.period())
          && posting.id().each().equals(result.each())) {
        texts.add(sentences.sentence(posting));
      }
    }
    return texts.isEmpty() ? "Nothing by itself." : String.join(" ", texts);
  }
}
