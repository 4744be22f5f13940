package org.plumbline.agreement.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.yaml.CompanionEdit.Change;

/** What is not changed keeps its words, its layout and its comments. */
class CompanionEditTest {

  private static final String TEXT =
      """
      # Written in the workshop of June.
      plumbline: 1
      conops: x            # the id

      areas:
        payables:
          name: Payable management
          accountable: customer/business-owner   # agreed with Bea

      processes:
        invoice:
          name: Invoice to payment
          steps:
            # The portal is new.
            - {id: receive, name: Receive the invoice, as-is: customer, to-be: provider}
            - {id: enter, name: Enter it, as-is: customer}   # who enters is open

      clauses:
        - id: summary
          heading: Proposed solution
          text: The provider pays.   # to be written better
      """;

  private static String edit(Change... changes) {
    return CompanionEdit.edit(TEXT, List.of(changes));
  }

  private static Change one(String path, String text) {
    return new Change(path, List.of(text), false);
  }

  @Test
  void oneValueOfAStepIsAddedAndNothingElseChanges() {
    assertThat(edit(new Change("processes/invoice/steps/enter/to-be", List.of("provider"), true)))
        .isEqualTo(
            TEXT.replace("as-is: customer}   # who", "as-is: customer, to-be: provider}   # who"));
  }

  @Test
  void severalValuesStandInBracketsAndOneAloneDoesNot() {
    assertThat(
            edit(
                new Change("areas/payables/consulted", List.of("customer/pmo-lead", "qsmo"), true)))
        .contains("consulted: [customer/pmo-lead, qsmo]")
        .contains("# agreed with Bea")
        .contains("# who enters is open");
  }

  @Test
  void aStepAnAreaAndAClauseAreAdded() {
    String edited =
        edit(
            one("processes/invoice/steps/pay/name", "Pay"),
            one("areas/governance/name", "Governance"),
            one("clauses/users/heading", "Users"),
            one("clauses/users/text", "[draft] All: of them"));

    assertThat(edited).contains("{id: pay, name: Pay}").contains("governance:");
    for (String comment : TEXT.replaceAll("(?m)^[^#]*$\\n?", "").lines().toList()) {
      assertThat(edited).contains(comment.substring(comment.indexOf('#')));
    }
    assertThat(
            CompanionEdit.edit(edited, List.of(one("clauses/users/text", "[draft] All: of them"))))
        .as("it is there as it was said")
        .isEqualTo(edited);
  }

  @Test
  void aStepIsTakenOutAndWhatHeldNothingElseToo() {
    assertThat(edit(new Change("processes/invoice/steps/receive", List.of(), false)))
        .doesNotContain("id: receive")
        .contains("id: enter");
    assertThat(edit(new Change("clauses/summary", List.of(), false)))
        .doesNotContain("clauses:")
        .contains("# Written in the workshop of June.");
  }

  @Test
  void whatIsTheSameStaysTheSame() {
    assertThat(edit(one("areas/payables/name", "Payable management"))).isEqualTo(TEXT);
    assertThatThrownBy(() -> edit(one("conops/below", "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
