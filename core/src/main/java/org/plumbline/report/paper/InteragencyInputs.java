package org.plumbline.report.paper;

import java.util.List;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.report.Tone;
import org.plumbline.workbook.DocumentAnswers;

/**
 * What an agreement gives to an interagency agreement: the blocks of FS Form 7600A (general terms
 * and conditions) and 7600B (order) that it feeds, and whether the three fit together.
 */
public final class InteragencyInputs {

  private static final String OURS = "– (not in the agreement)";

  private InteragencyInputs() {}

  /** The document. */
  public static Document of(Source source) {
    InteragencyTerms inputs = InteragencyTerms.of(source);
    return source.document(
        "Interagency agreement inputs: " + source.agreement().title(),
        List.of(
            rules(inputs.rules()),
            Parts.section(
                "7600a",
                "FS Form 7600A, general terms and conditions",
                List.of(
                    Parts.text(
                        "Blocks whose numbers differ between editions of the form stand as –."),
                    blocks("7600A", inputs.terms()))),
            Parts.section(
                "7600b", "FS Form 7600B, order", List.of(blocks("7600B", inputs.order())))));
  }

  /**
   * The same behind the terms and conditions of an interagency agreement: the blocks, and whether
   * the documents fit together.
   */
  public static List<DocumentAnswers.Part> behind(Source source) {
    InteragencyTerms inputs = InteragencyTerms.of(source);
    String from =
        "From “"
            + source.agreement().title()
            + "” ("
            + source.agreement().id()
            + ", version "
            + source.hash()
            + ").";
    List<String> columns = List.of("Block", "Field", "From the agreement");
    return List.of(
        new DocumentAnswers.Part(
            "What the service level agreement gives to the general terms and conditions (FS Form"
                + " 7600A)",
            List.of(from),
            columns,
            rows(inputs.terms())),
        new DocumentAnswers.Part(
            "What it gives to the order (FS Form 7600B)", List.of(), columns, rows(inputs.order())),
        new DocumentAnswers.Part(
            "Do the documents fit together?",
            List.of(),
            List.of("Rule", "Holds", "Because"),
            inputs.rules().stream()
                .map(
                    rule ->
                        List.of(
                            rule.rule(),
                            rule.holds().map(yes -> yes ? "yes" : "no").orElse("cannot be said"),
                            rule.because()))
                .toList()));
  }

  private static List<List<String>> rows(List<InteragencyTerms.Entry> entries) {
    return entries.stream()
        .map(entry -> List.of(entry.block(), entry.field(), entry.value().orElse(OURS)))
        .toList();
  }

  private static Document.Section rules(List<InteragencyTerms.Rule> rules) {
    return new Document.Section(
        "rules",
        "Do the documents fit together?",
        "What the forms require of each other; a rule that cannot be held to anything says why.",
        List.of(
            new Block.Table(
                "Rules",
                List.of(
                    new Block.Column("Rule", false, 0),
                    new Block.Column("Holds", false, 0),
                    new Block.Column("Because", false, 0)),
                rules.stream().map(InteragencyInputs::rule).toList())));
  }

  private static Block.Row rule(InteragencyTerms.Rule rule) {
    return new Block.Row(
        List.of(
            Block.Cell.of(rule.rule()),
            rule.holds()
                .map(yes -> yes ? Block.Cell.of("yes", Tone.GOOD) : Block.Cell.of("no", Tone.BAD))
                .orElseGet(() -> Block.Cell.of("cannot be said", Tone.UNKNOWN)),
            Block.Cell.of(rule.because())),
        false);
  }

  private static Block.Table blocks(String form, List<InteragencyTerms.Entry> entries) {
    return Parts.table(
        "Blocks of " + form + " that the agreement feeds",
        List.of("Block", "Field", "From the agreement"),
        rows(entries));
  }
}
