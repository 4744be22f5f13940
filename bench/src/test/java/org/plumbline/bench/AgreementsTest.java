package org.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.check.Checker;
import org.plumbline.finding.Severity;

/** The agreements that are measured are good ones. */
class AgreementsTest {

  @ParameterizedTest
  @ValueSource(strings = {"one", "twenty", "held"})
  void agreementsHaveNoErrors(String agreement) {
    assertGood(AgreementYaml.read(agreement, Script.resource(agreement + ".yaml")));
  }

  @Test
  void theLongAgreementHasThreeHundredMetrics() {
    ReadAgreement read = AgreementYaml.read("long", LongAgreement.of(300));
    assertGood(read);
    assertThat(read.agreement().orElseThrow().metrics()).hasSize(300);
  }

  private static void assertGood(ReadAgreement read) {
    assertThat(Checker.check(read)).noneMatch(finding -> finding.severity() == Severity.ERROR);
    assertThat(read.agreement()).isPresent();
  }
}
