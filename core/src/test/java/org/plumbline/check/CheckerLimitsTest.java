package org.plumbline.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;

/** What the check does with bindings, with large agreements, and with those that make no sense. */
class CheckerLimitsTest {

  @Test
  void aMomentThatOccursAgainIsToldWhereTheBindingSaysSo() throws IOException {
    ReadAgreement read = AgreementYaml.read("a.yaml", base());
    BindingFacts binding =
        new BindingFacts(Set.of("requests"), Map.of("requests", Set.of("resolved")));
    List<Finding> findings = Checker.check(read.agreement().orElseThrow(), read.places(), binding);
    assertThat(findings).isNotEmpty();
    assertThat(findings).allMatch(finding -> finding.code() == FindingCode.OCCURS_AGAIN);
    assertThat(findings).anyMatch(f -> f.place().path().equals("metrics/solved/clock/stops"));
    assertThat(Checker.check(read)).isEmpty();
  }

  @Test
  void threeHundredMetricsAreCheckedAndNothingIsFound() throws IOException {
    ReadAgreement read = AgreementYaml.read("a.yaml", base() + metrics(300));
    assertThat(read.findings()).isEmpty();
    assertThat(Checker.check(read)).isEmpty();
  }

  @Test
  void aLongChainOfMomentsIsFollowedWithoutEnd() throws IOException {
    StringBuilder chain = new StringBuilder("    moments: {m0: {at: m1, plus: 1 day}");
    for (int i = 1; i < 3_000; i++) {
      chain
          .append(", m")
          .append(i)
          .append(": {at: m")
          .append((i + 1) % 3_000)
          .append(", plus: 1 day}");
    }
    String text =
        base()
            .replaceFirst(
                "    moments: \\{opened: instant.*",
                chain + ", opened: instant, resolved: instant}");
    assertThat(Checker.check(AgreementYaml.read("a.yaml", text)))
        .extracting(Finding::code)
        .containsOnly(FindingCode.CIRCLE);
  }

  private static String metrics(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("  m").append(i).append(":\n");
      text.append("    name: Promise ").append(i).append('\n');
      text.append("    performing: provider\n    records: requests\n");
      text.append("    qualifies: {kind: [a, b, c]}\n");
      text.append("    clock: {starts: opened, stops: resolved, counts: [provider]}\n");
      text.append("    target:\n");
      for (int severity = 1; severity < 5; severity++) {
        text.append("      - {when: {severity: ").append(severity);
        text.append("}, within: 4 hours, at-least: 95%}\n");
      }
    }
    return text.toString();
  }

  private static String base() throws IOException {
    try (InputStream in = CheckerLimitsTest.class.getResourceAsStream("/check-base.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
