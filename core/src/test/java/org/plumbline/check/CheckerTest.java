package org.plumbline.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.agreement.yaml.RealAgreements;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;

/** Holds the check to agreements that are right: it has nothing to say of them. */
class CheckerTest {

  @ParameterizedTest
  @ValueSource(strings = {"service-desk", "accounts-payable"})
  void anExampleThatIsRightHasNoErrorAndNoWarning(String example) {
    List<Finding> findings =
        Checker.check(RealAgreements.read("examples/" + example + "/agreement.yaml"));
    assertThat(findings).noneMatch(finding -> finding.severity() != Severity.NOTE);
  }

  @Test
  void noPublishedTermHasAnError() {
    List<String> told = new ArrayList<>();
    RealAgreements.read()
        .forEach(
            (term, read) ->
                Checker.check(read).stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .forEach(f -> told.add(term + " " + f.place().path() + " " + f.toLine())));
    assertThat(told).isEmpty();
  }
}
