package org.plumbline.cli.explain;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.remedy.Account;
import org.plumbline.remedy.Posting;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Tone;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.RemedySentences;
import org.plumbline.wording.Wording;

/** A posting explained as a document: what follows, from which result, step by step. */
public final class PostingDocument {

  private PostingDocument() {}

  /**
   * The document.
   *
   * @param evaluation masked where it has to be
   * @param asOf the as-of moment in words
   */
  public static Document of(Evaluation evaluation, Posting posting, String asOf) {
    Wording wording = Wording.of(evaluation.agreement());
    RemedySentences sentences = RemedySentences.of(evaluation.agreement());
    List<Document.Section> sections = new ArrayList<>();
    sections.add(
        new Document.Section(
            "posting",
            "What follows",
            "",
            List.of(new Block.Paragraph(sentences.sentence(posting)))));
    List<String> results =
        evaluation.results().results().stream()
            .filter(result -> posting.id().metric().filter(result.metric()::equals).isPresent())
            .filter(result -> result.each().equals(posting.id().each()))
            .filter(result -> result.period().equals(posting.id().period()))
            .map(wording::result)
            .toList();
    if (!results.isEmpty()) {
      sections.add(
          new Document.Section(
              "result",
              "The result that it follows from",
              "",
              results.stream().<Block>map(Block.Paragraph::new).toList()));
    }
    sections.add(
        new Document.Section(
            "steps",
            "How it came about",
            "",
            List.of(
                new Block.Listing(
                    sentences.steps(posting).stream()
                        .map(step -> new Block.Listing.Item("", step, Tone.PLAIN, List.of()))
                        .toList(),
                    false))));
    for (Account page : evaluation.follows().ledger()) {
      if (page.entries().stream().anyMatch(entry -> entry.posting().equals(posting.id()))) {
        sections.add(
            new Document.Section(
                "ledger",
                "In the ledger",
                "",
                List.of(
                    new Block.Paragraph(
                        PeriodWords.name(page.period())
                            + ", "
                            + wording.party(page.party())
                            + ": "
                            + RemedySentences.money(page.total())
                            + " in all."))));
      }
    }
    return new Document(
        posting.id().toString(),
        sentences.from(posting.id()),
        evaluation.agreement().marking(),
        List.of(
            new Document.Fact("Agreement", evaluation.agreement().id()),
            new Document.Fact("Version", evaluation.version()),
            new Document.Fact("As of", asOf),
            new Document.Fact("Computed by", evaluation.engine())),
        sections);
  }
}
