package org.plumbline.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.records.LoadReport;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/**
 * The SLA Performance Report as people file it: one page for the sponsors in plain sentences, then
 * all that the evaluation shows, what waits and on whom, and how the figures are made.
 */
public final class PerformanceReport {

  private PerformanceReport() {}

  /**
   * The document, sensitive values masked.
   *
   * @param made when it was made
   */
  public static Document of(Evaluation evaluation, Instant made) {
    Evaluation masked = Masking.apply(evaluation);
    Agreement agreement = masked.agreement();
    Wording wording = Wording.of(agreement);
    List<Document.Section> sections = new ArrayList<>();
    sections.add(new SponsorPage(masked, wording).section());
    sections.addAll(ReportBuilder.sections(masked, wording));
    sections.add(new WaitingSection(masked, wording).section());
    sections.add(method(agreement, wording));
    return around(masked, "SLA Performance Report: " + agreement.title(), made, sections);
  }

  /**
   * A document with what an evaluation is of, what was read, and how to verify it.
   *
   * @param masked an evaluation whose sensitive values are masked
   * @param made when the document was made
   */
  public static Document around(
      Evaluation masked, String title, Instant made, List<Document.Section> sections) {
    Agreement agreement = masked.agreement();
    List<Document.Fact> facts = facts(masked, made);
    if (sections.stream().noneMatch(section -> section.id().equals("records"))) {
      masked
          .load()
          .ifPresent(load -> load.files().forEach(file -> facts.add(facts.size() - 1, of(file))));
    }
    return new Document(
        title,
        ReportBuilder.subtitle(masked, Wording.of(agreement)),
        agreement.marking(),
        facts,
        sections);
  }

  /** A file that was read, where no section lists them. */
  private static Document.Fact of(LoadReport.FileReport file) {
    return new Document.Fact("Records in " + file.name(), "sha-256 " + file.sha256());
  }

  private static List<Document.Fact> facts(Evaluation evaluation, Instant made) {
    Moments moments = new Moments(evaluation.agreement().zone());
    List<Document.Fact> facts = new ArrayList<>(ReportBuilder.facts(evaluation, moments));
    List<ReportingPeriod> periods = evaluation.results().periods();
    if (!periods.isEmpty()) {
      ReportingPeriod last = periods.get(periods.size() - 1);
      facts.add(2, new Document.Fact("Period", periods.get(0).from() + " to " + last.until()));
    }
    facts.add(
        new Document.Fact(
            "Made", moments.minute(made) + " by " + evaluation.engine().replaceFirst(",.*", "")));
    facts.add(
        new Document.Fact(
            "How to verify",
            "Run “plumbline evaluate” with the text whose hash is the version above, over the files"
                + " whose checksums stand under Records, for the same period and as of the same"
                + " moment: every figure comes out the same. A published folder is recomputed"
                + " offline with “plumbline verify”."));
    return facts;
  }

  private static Document.Section method(Agreement agreement, Wording wording) {
    List<Block.Listing.Item> items = new ArrayList<>();
    agreement
        .metrics()
        .forEach(
            (id, metric) ->
                items.add(
                    new Block.Listing.Item(
                        metric.name(), wording.metric(id), Tone.PLAIN, List.of())));
    List<String> rules =
        List.of(
            "Every case counts exactly once for each metric, in the period in which it was decided,"
                + " unless the metric says otherwise.",
            "Counts and ratios are compared exactly; what is printed is rounded, the comparison is"
                + " not, unless the agreement says so.",
            "A case whose record cannot be right stays in the population and makes no figure"
                + " better; a result that rests on it is indeterminate.",
            "No data is neither met nor not met unless the agreement says so.",
            "Dates and periods are read in the time of " + agreement.zone() + ".");
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Listing(
            rules.stream()
                .map(rule -> new Block.Listing.Item("", rule, Tone.PLAIN, List.of()))
                .toList(),
            false));
    blocks.add(new Block.Heading("What each figure counts"));
    blocks.add(new Block.Listing(items, false));
    return new Document.Section(
        "method",
        "Method",
        "How the figures of this report are made, in the agreement’s own terms.",
        blocks);
  }

  /** The latest period of an evaluation in words; empty text if it has none. */
  static String latest(Evaluation evaluation) {
    List<ReportingPeriod> periods = evaluation.results().periods();
    return periods.isEmpty() ? "" : PeriodWords.name(periods.get(periods.size() - 1));
  }
}
