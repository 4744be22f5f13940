package org.plumbline.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.records.LoadReport;
import org.plumbline.report.Document;

/**
 * What files for an office that are about a past say of themselves.
 *
 * @param command that makes them
 * @param periods as they were asked for
 * @param files that were read
 * @param made the moment that they say they were made at
 */
record PastPaper(String command, String periods, List<LoadReport.FileReport> files, Instant made) {

  /** Copies the list. */
  PastPaper {
    files = List.copyOf(files);
  }

  /** The document with that among its facts. */
  Document of(Document document) {
    List<Document.Fact> facts = new ArrayList<>(document.facts());
    facts.add(new Document.Fact("Period", periods));
    files.forEach(
        file ->
            facts.add(new Document.Fact("Records in " + file.name(), "sha-256 " + file.sha256())));
    facts.add(
        new Document.Fact(
            "Made", made.truncatedTo(ChronoUnit.SECONDS) + " by " + EngineName.program()));
    facts.add(
        new Document.Fact(
            "How to verify",
            "“plumbline "
                + command
                + "” with the text whose hash is the version above, over the same records, periods"
                + " and as of the same moment, says the same."));
    return new Document(
        document.title(), document.subtitle(), document.marking(), facts, document.sections());
  }
}
