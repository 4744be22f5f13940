package org.plumbline.profile;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.check.Checker;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;
import org.plumbline.records.files.Grid;
import org.plumbline.records.yaml.BindingYaml;

/** Spreadsheets for tests, as lines of cells that bars part, and what is made of them. */
final class Sheets {

  static final Path EXAMPLES = Path.of("../examples/spreadsheets");
  static final Source SOURCE =
      new Source("file.csv", Optional.empty(), Optional.empty(), LocalDate.of(2026, 11, 21));

  private Sheets() {}

  /** A grid with a row for each line, from row 1; a blank line is a blank row. */
  static Grid grid(String... lines) {
    List<Grid.Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        List<String> cells = Arrays.stream(lines[i].split("\\|", -1)).map(String::strip).toList();
        rows.add(new Grid.Row(i + 1, cells, ""));
      }
    }
    return new Grid("", rows);
  }

  static Profile profile(String... lines) {
    return Profiler.profile(grid(lines), Optional.empty()).orElseThrow();
  }

  static Interview interview(String... lines) {
    return Interview.about(profile(lines)).orElseThrow();
  }

  /** Errors that reading or checking finds in a proposal. */
  static List<String> errors(Proposal proposal) {
    ReadAgreement read = AgreementYaml.read("agreement.yaml", proposal.agreement());
    List<Finding> all = new ArrayList<>(read.findings());
    Optional<Agreement> agreement = read.agreement();
    if (agreement.isPresent()) {
      all.addAll(Checker.check(agreement.get(), read.places()));
      all.addAll(
          BindingYaml.read(
                  "records.yaml",
                  proposal.binding().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                  agreement.get())
              .findings());
    }
    return all.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::toLine)
        .toList();
  }
}
