package org.plumbline.agreement.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Severity;

/** Reads the collection of published terms. */
class RealTermsTest {

  @Test
  void everyTermReads() {
    List<String> told = new ArrayList<>();
    int terms = 0;
    for (Map.Entry<String, YamlValue.Mapping> term : RealTerms.all().entrySet()) {
      terms++;
      Findings findings = new Findings();
      ReadAgreement read =
          AgreementYaml.read(
              term.getKey(),
              java.util.Optional.of(term.getValue()),
              Folder.NONE,
              findings,
              new Reading(findings));
      for (Finding finding : read.findings()) {
        if (finding.severity() == Severity.ERROR) {
          told.add(term.getKey() + " " + finding.place().path() + " " + finding.toLine());
        }
      }
    }
    assertThat(told).isEmpty();
    assertThat(terms).isEqualTo(72);
  }
}
