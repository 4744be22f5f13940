package org.plumbline.agreement.yaml;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.finding.Findings;

/** The project's examples and the published terms, read; for tests of what comes after. */
public final class RealAgreements {

  private RealAgreements() {}

  /** Whether the collection lies beside the checkout. */
  public static boolean areThere() {
    return RealTerms.file().isPresent();
  }

  /** What reading a file of the project gave. */
  public static ReadAgreement read(String path) {
    return AgreementYaml.read(path, ProjectFiles.text(path));
  }

  /** What reading each term with its group's agreement gave, by number. */
  public static Map<String, ReadAgreement> read() throws IOException {
    Map<String, ReadAgreement> read = new LinkedHashMap<>();
    for (Map.Entry<String, YamlValue.Mapping> term : RealTerms.all().entrySet()) {
      Findings findings = new Findings();
      read.put(
          term.getKey(),
          AgreementYaml.read(
              term.getKey(),
              Optional.of(term.getValue()),
              Folder.NONE,
              findings,
              new Reading(findings)));
    }
    return read;
  }
}
