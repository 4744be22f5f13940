package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.yaml.AgreementFile;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.Places;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.catalog.Catalog;
import org.plumbline.chain.Chain;
import org.plumbline.chain.ChainFindings;
import org.plumbline.chain.Feasibility;
import org.plumbline.check.Acceptance;
import org.plumbline.check.Alignment;
import org.plumbline.check.BindingFacts;
import org.plumbline.check.Checker;
import org.plumbline.check.DocumentNames;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Severity;
import org.plumbline.records.yaml.ReadBinding;
import org.plumbline.trial.Trial;
import org.plumbline.trial.TrialFindings;

/**
 * One text with the documents that it includes, and all that is found in them.
 *
 * @param included empty if the text has errors and could not be read
 * @param trial what records of the past say of it, if they were asked
 */
record CheckedText(
    ReadAgreement read,
    Optional<CompanionYaml.Read> included,
    Optional<Trial> trial,
    List<Finding> findings) {

  /** Runs a draft over records of the past. */
  @FunctionalInterface
  interface Past {
    /** What they say of it. */
    Trial of(Agreement draft, Optional<Conops> conops, List<Chain> chains) throws IOException;
  }

  /** Copies the list. */
  CheckedText {
    findings = List.copyOf(findings);
  }

  /**
   * Checks a text, what it includes and the binding in the first of these folders that has one.
   *
   * @param bindings where a binding may be
   * @param past the records on which it is tried, if it has no errors; empty: on none
   */
  static CheckedText of(
      Path file,
      ReadAgreement read,
      List<Path> bindings,
      List<Catalog> catalogs,
      Optional<Past> past)
      throws IOException {
    if (read.agreement().isEmpty()) {
      return new CheckedText(read, Optional.empty(), Optional.empty(), Checker.check(read));
    }
    Agreement agreement = read.agreement().get();
    Places places = read.places();
    Optional<ReadBinding> binding = BindingFile.find(agreement, bindings);
    BindingFacts facts =
        binding.flatMap(ReadBinding::binding).map(BindingFile::facts).orElse(BindingFacts.NONE);
    Folder folder = AgreementFile.folderOf(file);
    CompanionYaml.Read included = CompanionYaml.included(agreement, folder, file.toString());
    Optional<Conops> conops = included.companions().conops();
    List<Chain> chains = Feasibility.of(agreement, conops);
    List<Finding> all = new ArrayList<>(read.findings());
    List<Finding> checked = Checker.check(agreement, places, facts);
    boolean wrong = checked.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    Optional<Trial> trial =
        wrong || past.isEmpty()
            ? Optional.empty()
            : Optional.of(past.get().of(agreement, conops, chains));
    all.addAll(
        trial
            .map(tried -> Checker.check(agreement, places, facts.withUsual(tried.usual())))
            .orElse(checked));
    all.addAll(included.findings());
    all.addAll(missing(agreement, places, folder));
    List<Finding> further = new ArrayList<>(DocumentNames.of(agreement, places, included));
    further.addAll(ChainFindings.of(agreement, places, chains));
    trial.ifPresent(tried -> further.addAll(TrialFindings.of(places, tried)));
    further.addAll(Alignment.check(agreement, places, catalogs));
    all.addAll(Acceptance.applied(agreement, further));
    binding.ifPresent(bound -> all.addAll(bound.findings()));
    return new CheckedText(read, Optional.of(included), trial, all);
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
