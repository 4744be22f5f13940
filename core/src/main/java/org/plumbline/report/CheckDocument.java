package org.plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Party;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingPage;
import org.plumbline.finding.Severity;
import org.plumbline.review.OfferedMetric;
import org.plumbline.review.Review;
import org.plumbline.review.Row;
import org.plumbline.trial.Trial;

/** A draft gone through, as a document: its drafting comments and what it covers. */
public final class CheckDocument {

  private final List<Document.Section> sections = new ArrayList<>();

  private CheckDocument() {}

  /**
   * The document.
   *
   * @param review what is covered; empty: only the comments
   * @param trial what records of the past say of it, if there are any
   */
  public static Document of(
      Agreement agreement,
      String file,
      List<Finding> findings,
      Optional<Review> review,
      Optional<Trial> trial) {
    CheckDocument document = new CheckDocument();
    document.findings(findings);
    review.ifPresent(all -> document.review(agreement, all, trial));
    return new Document(
        agreement.title() + ": drafting review",
        name(agreement, Party.CUSTOMER) + " and " + name(agreement, Party.PROVIDER),
        agreement.marking(),
        List.of(
            new Document.Fact("Draft", file),
            new Document.Fact("Agreement", agreement.id()),
            new Document.Fact(
                "Performance period",
                agreement.performancePeriod().from()
                    + " to "
                    + agreement.performancePeriod().until()),
            new Document.Fact("Zone", agreement.zone().toString())),
        document.sections);
  }

  private static String name(Agreement agreement, String party) {
    return Optional.ofNullable(agreement.parties().get(party)).map(Party::name).orElse(party);
  }

  private void review(Agreement agreement, Review review, Optional<Trial> trial) {
    if (!review.chains().isEmpty()) {
      sections.add(
          new ChainSection(agreement)
              .of(review.chains(), trial.map(Trial::chains).orElse(List.of())));
    }
    rows("coverage", "Coverage", "Who does what, and what measures it.", review.coverage());
    rows(
        "completeness",
        "Completeness",
        "What others ask an agreement to contain, and the part that satisfies it.",
        review.completeness());
    rows(
        "profiles",
        "Measure profiles",
        "What each promise says about its measurement.",
        review.profiles());
    offered(review.offered());
    rows(
        "success",
        "Success metrics",
        "What the program wants, and the metrics that serve it.",
        review.success());
    rows("needs", "Requirements", "What is required, and what promises it.", review.needs());
  }

  private void findings(List<Finding> findings) {
    List<Block> blocks = new ArrayList<>();
    List<Block.KeyFigures.KeyFigure> figures = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = findings.stream().filter(f -> f.severity() == severity).count();
      String word = severity.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
      figures.add(
          new Block.KeyFigures.KeyFigure(
              String.valueOf(count), word, count == 0 ? Tone.GOOD : tone(severity)));
    }
    blocks.add(new Block.KeyFigures(figures));
    List<Block.Listing.Item> items = new ArrayList<>();
    for (Finding finding : findings) {
      FindingPage page = FindingPage.of(finding.code());
      List<String> details = new ArrayList<>();
      if (!finding.right().isEmpty()) {
        details.add(sentence(finding.right()));
      }
      details.add(finding.code().id() + ", " + page.title().toLowerCase(Locale.ROOT));
      items.add(
          new Block.Listing.Item(
              finding.place().toString(),
              sentence(finding.found()),
              tone(finding.severity()),
              details));
    }
    blocks.add(
        items.isEmpty()
            ? new Block.Paragraph("Nothing to find fault with.")
            : new Block.Listing(items, false));
    sections.add(
        new Document.Section(
            "comments", "Drafting comments", "What was found, and what would be right.", blocks));
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  private static Tone tone(Severity severity) {
    return switch (severity) {
      case ERROR -> Tone.BAD;
      case WARNING -> Tone.FAIR;
      case NOTE -> Tone.QUIET;
    };
  }

  private void rows(String id, String title, String lead, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<Block.Row> shown = new ArrayList<>();
    for (Row row : rows) {
      shown.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(row.asked()),
                  Block.Cell.of(row.standing().word(), tone(row.standing())),
                  Block.Cell.of(row.by()),
                  Block.Cell.of(row.source())),
              false));
    }
    long missing = Review.missing(rows);
    sections.add(
        new Document.Section(
            id,
            title,
            lead
                + " "
                + (missing == 0
                    ? "Nothing is missing."
                    : missing + " of " + rows.size() + " missing."),
            List.of(
                new Block.Table(
                    title + ", one by one",
                    List.of(
                        new Block.Column("Asked for", false, 0),
                        new Block.Column("Stands", false, 0),
                        new Block.Column("Where, or what to write", false, 0),
                        new Block.Column("Asked by", false, 1)),
                    shown))));
  }

  private static Tone tone(Row.Standing standing) {
    return switch (standing) {
      case SATISFIED -> Tone.GOOD;
      case LIKELY -> Tone.OPEN;
      case MISSING -> Tone.BAD;
    };
  }

  private void offered(List<OfferedMetric> offered) {
    if (offered.isEmpty()) {
      return;
    }
    List<Block.Row> rows = new ArrayList<>();
    for (OfferedMetric metric : offered) {
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(metric.offered().orElse("–")),
                  Block.Cell.of(metric.drafted().orElse("–")),
                  Block.Cell.of(
                      metric.outcome().word(), metric.lacksReason() ? Tone.BAD : Tone.PLAIN),
                  Block.Cell.of(String.join(", ", metric.changed())),
                  Block.Cell.of(
                      metric.reason().orElse(metric.lacksReason() ? "no reason given" : ""))),
              false));
    }
    sections.add(
        new Document.Section(
            "offer",
            "The provider's offer",
            "Each metric that the provider offers beside the draft: kept, changed, dropped, added.",
            List.of(
                new Block.Table(
                    "Offered metrics and those of the draft",
                    List.of(
                        new Block.Column("Offered", false, 0),
                        new Block.Column("In the draft", false, 0),
                        new Block.Column("Outcome", false, 0),
                        new Block.Column("What changed", false, 1),
                        new Block.Column("Why", false, 0)),
                    rows))));
  }
}
