package org.plumbline.agreement.yaml;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Share;
import org.plumbline.agreement.Turn;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Place;

/** Reads whole agreements. */
class AgreementYamlTest {

  static List<String> agreements() {
    return ProjectFiles.AGREEMENTS;
  }

  @ParameterizedTest
  @MethodSource("agreements")
  void eachExampleReadsWithoutFindings(String path) {
    ReadAgreement read = AgreementYaml.read(path, ProjectFiles.text(path));
    assertThat(read.findings().stream().map(Finding::toLine)).isEmpty();
    assertThat(read.agreement()).isPresent().isEqualTo(read.asFarAsRead());
  }

  /** What is left of the pieces before is copied with each, which is all of such a line. */
  @Test
  void aLineWithoutEndIsTakenInFewPieces() {
    String line = "x".repeat(YamlText.MAXIMUM);
    assertThat(line.length() / YamlText.buffer(line)).isLessThanOrEqualTo(64);
    assertThat(AgreementYaml.read("a.yaml", line).findings())
        .extracting(finding -> finding.code().id())
        .containsExactly("PL109");
  }

  @Test
  void theServiceDeskSaysWhatItsTextSays() {
    Agreement agreement = agreement("examples/service-desk/agreement.yaml");
    Metric closed = metric(agreement, "incidents-closed");
    Level.Lines target = (Level.Lines) closed.target();
    Level.Line first = target.lines().get(0);

    assertThat(agreement.metrics()).hasSize(7);
    assertThat(first.applies())
        .isEqualTo(
            new Level.Applies.When(
                new Condition.OneOf(
                    "priority", List.of(new Literal.Numeral(new java.math.BigDecimal(1))))));
    assertThat(first.limit())
        .contains(new Level.Limit.Within(Varying.of(TimeAmount.of(6, TimeAmount.Unit.HOURS))));
    assertThat(first.bounds())
        .containsExactly(
            new Level.Bound(
                Comparison.AT_LEAST,
                Varying.of(new Literal.Percent(Share.ofPercent(new java.math.BigDecimal(90))))));
    assertThat(closed.clock().orElseThrow().counting()).isEqualTo(new Clock.Counting.AllTime());
    assertThat(requireNonNull(agreement.records().get("incidents")).turns().get(4))
        .isEqualTo(
            new Turn.Stage(
                "handling",
                new MomentTerm.Named("opened"),
                new MomentTerm.Named("resolved"),
                "provider"));
  }

  @Test
  void placesLeadFromTheModelToTheFile() {
    String path = "examples/service-desk/agreement.yaml";
    Places places = AgreementYaml.read(path, ProjectFiles.text(path)).places();
    List<String> lines = ProjectFiles.text(path).lines().toList();

    Place within = places.at("metrics/incidents-closed/target/1/within");
    assertThat(lines.get(within.line() - 1).substring(within.column() - 1)).startsWith("9 hours");
    Place shortForm = places.at("metrics/incidents-resolved/target/0/within");
    assertThat(lines.get(shortForm.line() - 1)).contains("within: 18 hours");
    assertThat(shortForm.path()).isEqualTo("metrics/incidents-resolved/target/0/within");
    Place metric = places.at("metrics/backlog");
    assertThat(lines.get(metric.line() - 1)).isEqualTo("  backlog:");
    Place absent = places.at("metrics/backlog/minimum/0/at-least");
    assertThat(absent.line()).isEqualTo(metric.line());
    assertThat(places.at("pools/none").toString()).isEqualTo(path);
  }

  @Test
  void aValueInQuotesIsTheSameValue() {
    String path = "examples/service-desk/agreement.yaml";
    String quoted =
        ProjectFiles.text(path)
            .replace("within: 6 hours", "\"within\": '6 hours'")
            .replace("priority: 1}", "priority: \"1\"}")
            .replace("at-least: 90%", "at-least: \"90.0 %\"")
            .replace("\"14:00-23:00\"", "14:00-23:00");
    assertThat(AgreementYaml.read(path, quoted).agreement()).contains(agreement(path));
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsDoNotMatter() {
    String path = "examples/service-desk/agreement.yaml";
    String text = "\uFEFF" + ProjectFiles.text(path).replace("\n", "\r\n");
    assertThat(AgreementYaml.read(path, text).agreement()).contains(agreement(path));
  }

  @Test
  void theFieldsTypeDecidesWhatAValueIs() {
    String text = ProjectFiles.text("examples/service-desk/agreement.yaml");
    String more = text.replace("qualifies: {priority: 3}", "qualifies: {group: 007, priority: 3}");
    Condition condition =
        metric(AgreementYaml.read("a.yaml", more).agreement().orElseThrow(), "incidents-resolved")
            .qualifies()
            .orElseThrow();
    assertThat(((Condition.All) condition).conditions().get(0))
        .isEqualTo(new Condition.OneOf("group", List.of(new Literal.Text("007"))));
  }

  @Test
  void anOpenValueIsLeftOutAndToldAsANote() {
    String text =
        ProjectFiles.text("examples/service-desk/agreement.yaml")
            .replace("misses: 2", "misses: {to-be-agreed: {owed-by: customer, until: 2016-04-01}}")
            .replace("target: {at-most: 3%}", "target: {to-be-agreed: {owed-by: provider}}");
    ReadAgreement read = AgreementYaml.read("a.yaml", text);
    Agreement agreement = read.agreement().orElseThrow();
    assertThat(read.findings()).hasSize(2);
    assertThat(agreement.open())
        .containsOnlyKeys(
            "metrics/incidents-closed/low-volume/misses", "metrics/incidents-reopened/target");
    assertThat(metric(agreement, "incidents-closed").lowVolume().orElseThrow().misses())
        .isEqualTo(Optional.empty());
  }

  private static Metric metric(Agreement agreement, String id) {
    return requireNonNull(agreement.metrics().get(id));
  }

  private static Agreement agreement(String path) {
    return AgreementYaml.read(path, ProjectFiles.text(path)).agreement().orElseThrow();
  }
}
