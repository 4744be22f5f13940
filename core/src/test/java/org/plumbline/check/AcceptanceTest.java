package org.plumbline.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.yaml.RealAgreements;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Severity;

/** A clause lets a warning stand, and says why and by whose word. */
class AcceptanceTest {

  private static final String TWICE =
      """
      metrics:
        solved:
          name: Requests solved in time
          performing: provider
          records: requests
          clock: {starts: opened, stops: resolved}
          target: {within: 2 hours, at-least: 80%}
        slowly:
          name: Requests solved within a day
          performing: provider
          records: requests
          clock: {starts: opened, stops: resolved}
          target: {within: 24 hours, at-least: 75%}
      """;

  @Test
  void anAcceptedWarningIsANoteThatNamesRoleAndClause() {
    List<Finding> findings =
        check("{finding: PL362, at: metrics/slowly, by: customer/program-manager}");
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.NOTE);
    assertThat(findings.get(0).right())
        .isEqualTo("accepted by customer/program-manager, for the reason in the clause \"two\"");
  }

  @Test
  void anAcceptanceElsewhereLowersNothingAndIsTold() {
    List<Finding> findings =
        check("{finding: PL362, at: metrics/solved, by: customer/program-manager}");
    assertThat(findings)
        .extracting(Finding::code)
        .containsExactly(FindingCode.METRIC_IMPLIED, FindingCode.ACCEPTED_IN_VAIN);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void whoAcceptsHasToBeARole() {
    assertThat(check("{finding: PL362, by: customer/somebody}"))
        .extracting(Finding::code)
        .contains(FindingCode.UNKNOWN_NAME);
  }

  @Test
  void anErrorCannotBeAccepted() {
    String never = TWICE.replace("at-least: 75%", "above: 100%");
    List<Finding> findings =
        Checker.check(read(never, "{finding: PL354, by: customer/program-manager}"));
    assertThat(findings)
        .extracting(Finding::code)
        .containsExactly(FindingCode.NEVER_MET, FindingCode.ACCEPTED_IN_VAIN);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.ERROR);
  }

  private static List<Finding> check(String accepted) {
    return Checker.check(read(TWICE, accepted));
  }

  private static org.plumbline.agreement.yaml.ReadAgreement read(String metrics, String accepted) {
    String clause =
        "clauses: [{id: two, heading: Two offices, text: Both report it., accepts: ["
            + accepted
            + "]}]\n";
    return RealAgreements.merged(
        RealAgreements.text("core/src/test/resources/check-base.yaml"), metrics + clause);
  }
}
