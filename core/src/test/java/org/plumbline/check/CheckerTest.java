package org.plumbline.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.agreement.yaml.RealAgreements;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;

/** Holds the check to agreements that are right: it has nothing to say of them. */
class CheckerTest {

  static List<String> examples() {
    return RealAgreements.files("examples", "agreement.yaml");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleThatIsRightHasNoErrorAndNoWarning(String example) {
    List<Finding> findings = Checker.check(RealAgreements.read(example));
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

  /**
   * Of the published terms these are warned of, each rightly: who bills also keeps the only records
   * of it, and of six cases one that misses is more than the share that may.
   */
  @Test
  void warningsOfPublishedTermsAreFewAndReal() {
    List<String> told = new ArrayList<>();
    RealAgreements.read()
        .forEach(
            (term, read) ->
                Checker.check(read).stream()
                    .filter(finding -> finding.severity() == Severity.WARNING)
                    .forEach(finding -> told.add(term + " " + finding.code().id())));
    assertThat(told)
        .containsExactlyInAnyOrder(
            "T33 PL367", "T63 PL367", "T65 PL364", "T69 PL367", "T70 PL367", "T72 PL367");
  }
}
