package org.plumbline.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.yaml.Places;
import org.plumbline.register.Register;
import org.plumbline.register.SignOff;
import org.plumbline.report.Block;
import org.plumbline.report.Document;

class PapersTest {
  private static final Source SOURCE = SlaDocumentTest.source(Register.none("x"));

  @Test
  void eachMetricIsARequirementThatIsWatched() {
    Document plan = SurveillancePlan.of(SOURCE);
    for (String section : List.of("requirements", "surveillance")) {
      assertThat(table(plan, section).rows())
          .extracting(row -> row.cells().get(0).text())
          .containsExactlyElementsOf(
              SOURCE.agreement().metrics().values().stream().map(metric -> metric.name()).toList());
    }
  }

  @Test
  void theFormsAreFilledAndHeldAgainstEachOther() {
    Document inputs = InteragencyInputs.of(SOURCE);
    assertThat(table(inputs, "7600a").toString()).contains("A2610-012", "120 days");
    assertThat(table(inputs, "7600b").toString()).contains("O2610-012", "41,200");
    assertThat(holds(inputs)).containsExactly("yes", "yes", "yes", "cannot be said");
  }

  @Test
  void aSignatureAfterTheFirstDayIsTold() {
    Register late =
        new Register(
            "x",
            List.of(),
            List.of(signed("customer", 1), signed("provider", 25)),
            Map.of(),
            Map.of(),
            Places.none(Register.NAME));
    assertThat(holds(InteragencyInputs.of(SlaDocumentTest.source(late)))).last().isEqualTo("no");
  }

  @Test
  void theFormOfAChangeHasTheEntriesThatPeopleLookFor() {
    assertThat(ChangeRequestForm.of(SOURCE).toString())
        .contains(
            "Change request number", "Estimated cost", "Proposed solution", "For the customer");
  }

  private static SignOff signed(String party, int day) {
    return new SignOff(
        0,
        Optional.empty(),
        party,
        Optional.empty(),
        Optional.empty(),
        LocalDate.of(2026, 10, day),
        Optional.empty());
  }

  private static List<String> holds(Document inputs) {
    return table(inputs, "rules").rows().stream().map(row -> row.cells().get(1).text()).toList();
  }

  private static Block.Table table(Document document, String section) {
    return document.sections().stream()
        .filter(each -> each.id().equals(section))
        .flatMap(each -> each.blocks().stream())
        .filter(Block.Table.class::isInstance)
        .map(Block.Table.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
