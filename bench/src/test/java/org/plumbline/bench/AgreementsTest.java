package org.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.check.Checker;
import org.plumbline.compile.CompiledSet;
import org.plumbline.finding.Severity;
import org.plumbline.records.StoredSet;

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

  @Test
  void eachOfThreeHundredCalendarsHasHoursOfItsOwn() {
    ReadAgreement read = AgreementYaml.read("calendars", LongAgreement.withCalendars(300));
    assertGood(read);
    assertThat(read.agreement().orElseThrow().metrics()).hasSize(300);
    assertThat(
            LongAgreement.withCalendars(300)
                .lines()
                .filter(line -> line.startsWith("  desk-"))
                .map(line -> line.replaceFirst("desk-\\d+", "")))
        .hasSize(300)
        .doesNotHaveDuplicates();
  }

  @Test
  void manyMetricsNeedNoLongerTablesThanTheWidestOfThem() {
    StoredSet tickets = new Tickets(1_000, 1, Path.of("")).stored(false);
    CompiledSet twenty = Product.compile(Product.read("twenty", LongAgreement.of(20)), tickets);
    CompiledSet all = Product.compile(Product.read("long", LongAgreement.of(300)), tickets);
    assertThat(all.metrics()).hasSize(300);
    assertThat(all.tables(all.results()).get(0).rows())
        .isEqualTo(twenty.tables(twenty.results()).get(0).rows());
  }

  private static void assertGood(ReadAgreement read) {
    assertThat(Checker.check(read)).noneMatch(finding -> finding.severity() == Severity.ERROR);
    assertThat(read.agreement()).isPresent();
  }
}
