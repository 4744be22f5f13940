package org.plumbline.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.agreement.yaml.RealAgreements;
import org.plumbline.finding.FindingCode;

/**
 * The page of each code that the check tells shows a part of an agreement that is wrong in just
 * this way, and the same part put right. Parts are read within the small agreement {@code
 * check-base.yaml}.
 */
class FindingPagesTest {

  @ParameterizedTest
  @MethodSource("codes")
  void theWrongExampleOfAPageIsWrongInJustThisWay(FindingCode code) throws IOException {
    String page = page(code);
    assertThat(page).startsWith("# " + code.id() + ": ");
    Optional<String> wrong = example(page, "Wrong");
    Optional<String> right = example(page, "Right");
    assertThat(wrong.isPresent()).isEqualTo(right.isPresent());
    if (wrong.isPresent()) {
      assertThat(codesOf(wrong.get())).containsOnly(code);
      assertThat(codesOf(right.orElseThrow())).isEmpty();
    }
  }

  private static List<FindingCode> codesOf(String part) throws IOException {
    return Checker.check(RealAgreements.merged(base(), part)).stream()
        .map(finding -> finding.code())
        .toList();
  }

  private static String page(FindingCode code) {
    return RealAgreements.text("docs/findings/" + code.id() + ".md");
  }

  private static Optional<String> example(String page, String heading) {
    int at = page.indexOf("\n## " + heading + "\n");
    int from = page.indexOf("```yaml\n", Math.max(at, 0));
    return at < 0
        ? Optional.empty()
        : Optional.of(page.substring(from + 8, page.indexOf("\n```", from)));
  }

  private static String base() throws IOException {
    try (InputStream in = FindingPagesTest.class.getResourceAsStream("/check-base.yaml")) {
      return new String(java.util.Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }

  static Stream<FindingCode> codes() {
    return Arrays.stream(FindingCode.values())
        .filter(code -> code.id().startsWith("PL3"))
        .filter(code -> code.compareTo(FindingCode.UNKNOWN_NAME) >= 0);
  }
}
