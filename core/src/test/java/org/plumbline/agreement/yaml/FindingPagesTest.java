package org.plumbline.agreement.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.finding.FindingCode;

/**
 * Each code has its page and each page its code. The wrong example of a page that the reader tells
 * is wrong in just this way, and the right one is right: its sections stand in place of those of a
 * small agreement.
 */
class FindingPagesTest {

  private static final Pattern SECTION = Pattern.compile("(?m)^([a-z-]+):");

  private static final String BASE =
      String.join(
          "\n",
          "plumbline: 1",
          "agreement: example",
          "title: An example",
          "zone: America/New_York",
          "parties: {customer: {name: Bureau}, provider: {name: Center}}",
          "performance-period: {from: 2026-10-01, until: 2027-09-30}",
          "records:",
          "  tickets:",
          "    case: [number]",
          "    moments: {opened: instant, resolved: instant}",
          "    fields: {severity: number, amount: money}",
          "metrics: {}",
          "");

  @Test
  void eachCodeHasAPageAndEachPageACode() {
    assertThat(
            ProjectFiles.in("docs/findings", ".md").stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("README.md")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FindingCode.values()).map(code -> code.id() + ".md").toList());
    assertThat(new TreeSet<>(Arrays.stream(FindingCode.values()).map(FindingCode::id).toList()))
        .as("codes are used once")
        .hasSize(FindingCode.values().length);
  }

  @ParameterizedTest
  @MethodSource("codesOfTheReader")
  void theWrongExampleIsWrongInJustThisWayAndTheRightOneIsRight(FindingCode code) {
    String page = ProjectFiles.text("docs/findings/" + code.id() + ".md");
    assertThat(page).startsWith("# " + code.id() + ": ");
    assertThat(page.length()).as("pages are short").isLessThan(2_000);
    Optional<String> wrong = example(page, "Wrong");
    Optional<String> right = example(page, "Right");
    assertThat(wrong.isPresent()).isEqualTo(right.isPresent());
    if (wrong.isPresent()) {
      assertThat(codes(wrong.get())).containsOnly(code);
      assertThat(codes(right.orElseThrow())).isEmpty();
    }
  }

  static Stream<FindingCode> codesOfTheReader() {
    return Arrays.stream(FindingCode.values())
        .filter(code -> code.id().matches("PL[12]..|PL30[12]|PL401"));
  }

  private static List<FindingCode> codes(String sections) {
    ReadAgreement read = AgreementYaml.read("page.md", spliced(sections));
    return read.findings().stream().map(finding -> finding.code()).toList();
  }

  private static String spliced(String part) {
    Map<String, String> sections = sections(BASE);
    sections.putAll(sections(part + "\n"));
    return String.join("", sections.values());
  }

  /** The text of each key at the top. */
  private static Map<String, String> sections(String text) {
    Map<String, String> sections = new LinkedHashMap<>();
    Matcher matcher = SECTION.matcher(text);
    int from = -1;
    String key = "";
    while (matcher.find()) {
      if (from >= 0) {
        sections.put(key, text.substring(from, matcher.start()));
      }
      from = matcher.start();
      key = matcher.group(1);
    }
    sections.put(key, text.substring(from));
    return sections;
  }

  private static Optional<String> example(String page, String heading) {
    int at = page.indexOf("\n## " + heading + "\n");
    if (at < 0) {
      return Optional.empty();
    }
    int from = page.indexOf("```yaml\n", at) + 8;
    return Optional.of(page.substring(from, page.indexOf("\n```", from)));
  }
}
