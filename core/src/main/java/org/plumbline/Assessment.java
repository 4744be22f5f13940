package org.plumbline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementFile;
import org.plumbline.agreement.yaml.AgreementHash;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.check.Checker;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.finding.Finding;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.remedy.Circumstances;
import org.plumbline.remedy.Consequences;
import org.plumbline.remedy.Remedying;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.ReportBuilder;
import org.plumbline.rounds.Evaluated;
import org.plumbline.rounds.Rounds;

/**
 * The whole flow on one page, a line or two a package: from the text of an agreement and the
 * records of what happened to a report. This is where to start reading; the command line does the
 * same with options, progress and words for whoever made a mistake.
 */
public final class Assessment {

  private Assessment() {}

  /**
   * Assesses an agreement over records whose columns have the names of the agreement.
   *
   * @param file the agreement
   * @param folder where the records are
   * @param asOf what happened later is not seen
   * @param database where the records are loaded; it may open the folder
   * @throws IllegalArgumentException if the agreement or the records are refused, with all findings
   */
  public static Document assess(Path file, Path folder, Instant asOf, Database database)
      throws IOException {
    ReadAgreement read = AgreementFile.read(file);
    List<Finding> findings = Checker.check(read);
    Agreement agreement = read.agreement().orElseThrow(() -> refused(findings));

    LoadOutcome outcome =
        Loader.load(
            database,
            agreement,
            Binding.byNames(),
            folder,
            LoadOptions.DEFAULT,
            LoadProgress.SILENT);
    if (!(outcome instanceof LoadOutcome.Loaded loaded)) {
      throw refused(outcome.findings());
    }

    Evaluated evaluated =
        Rounds.evaluate(new DuckDbEngine(database), agreement, loaded.sets(), asOf, set -> {});
    Consequences follows = Remedying.follow(agreement, evaluated.results(), Circumstances.NONE);

    return ReportBuilder.build(
        new Evaluation(
                agreement,
                AgreementHash.inFolder(agreement, AgreementFile.folderOf(file)),
                "DuckDB",
                asOf,
                evaluated.results(),
                evaluated.totals(),
                List.of(),
                List.of(),
                Optional.of(loaded.report()),
                Stream.concat(findings.stream(), evaluated.findings().stream()).toList(),
                Set.of())
            .with(follows));
  }

  private static IllegalArgumentException refused(List<Finding> findings) {
    return new IllegalArgumentException(
        String.join("\n", findings.stream().map(Finding::toLine).toList()));
  }
}
