package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementFile;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.Places;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.catalog.Catalog;
import org.plumbline.chain.ChainFindings;
import org.plumbline.chain.Feasibility;
import org.plumbline.check.Acceptance;
import org.plumbline.check.Alignment;
import org.plumbline.check.BindingFacts;
import org.plumbline.check.Checker;
import org.plumbline.check.DocumentNames;
import org.plumbline.check.NotEvaluated;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.records.yaml.ReadBinding;

/**
 * One text with the documents that it includes, and all that is found in them.
 *
 * @param included empty if the text has errors and could not be read
 */
record CheckedText(
    ReadAgreement read, Optional<CompanionYaml.Read> included, List<Finding> findings) {

  /** Copies the list. */
  CheckedText {
    findings = List.copyOf(findings);
  }

  /**
   * Checks a text, what it includes and the binding in the first of these folders that has one.
   *
   * @param bindings where a binding may be
   */
  static CheckedText of(Path file, ReadAgreement read, List<Path> bindings, List<Catalog> catalogs)
      throws IOException {
    if (read.agreement().isEmpty()) {
      return new CheckedText(read, Optional.empty(), Checker.check(read));
    }
    Agreement agreement = read.agreement().get();
    Places places = read.places();
    Optional<ReadBinding> binding = BindingFile.find(agreement, bindings);
    BindingFacts facts =
        binding.flatMap(ReadBinding::binding).map(BindingFile::facts).orElse(BindingFacts.NONE);
    Folder folder = AgreementFile.folderOf(file);
    CompanionYaml.Read included = CompanionYaml.included(agreement, folder, file.toString());
    List<Finding> all = new ArrayList<>(read.findings());
    all.addAll(Checker.check(agreement, places, facts));
    all.addAll(NotEvaluated.findings(agreement, places));
    all.addAll(included.findings());
    all.addAll(missing(agreement, places, folder));
    List<Finding> further = new ArrayList<>(DocumentNames.of(agreement, places, included));
    further.addAll(
        ChainFindings.of(
            agreement, places, Feasibility.of(agreement, included.companions().conops())));
    further.addAll(Alignment.check(agreement, places, catalogs));
    all.addAll(Acceptance.applied(agreement, further));
    binding.ifPresent(bound -> all.addAll(bound.findings()));
    return new CheckedText(read, Optional.of(included), all);
  }

  /** Documents that are named under {@code includes} and cannot be read. */
  private static List<Finding> missing(Agreement agreement, Places places, Folder folder) {
    return agreement.includes().entrySet().stream()
        .filter(each -> folder.read(each.getValue()).isEmpty())
        .map(
            each ->
                Finding.of(
                    FindingCode.NOT_A_FILE,
                    places.at("includes/" + each.getKey()),
                    "there is no file \"" + each.getValue() + "\" beside this one",
                    "put it there, or leave it out of includes"))
        .toList();
  }
}
