package org.plumbline.agreement.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.finding.Finding;

/**
 * Small wrong agreements. Each line in which something is wrong ends with {@code # <- CODE}; the
 * reader finds exactly that, in these lines.
 */
class WrongAgreementsTest {

  private static final String MARK = "# <- ";

  /** What only a reader sees: no schema of JSON can tell these. */
  private static final Set<String> BEYOND_A_SCHEMA =
      Set.of(
          "dates-not-in-order",
          "otherwise-not-last",
          "ends-before-it-starts",
          "date-that-does-not-exist",
          "hours-given-twice",
          "hours-that-overlap",
          "key-twice",
          "tag",
          "second-document",
          "target-as-a-ratio",
          "target-as-a-number",
          "money-without-currency",
          "number-with-separator",
          "flag-in-words",
          "zone-without-region",
          "zone-as-offset");

  static List<String> wrong() {
    return ProjectFiles.in("core/src/test/resources/agreements/wrong", ".yaml").stream()
        .map(file -> file.getFileName().toString().replace(".yaml", ""))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void theReaderFindsWhatIsWrongWhereItIs(String name) {
    String text = text(name);
    List<String> expected = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      int mark = line.indexOf(MARK);
      if (mark >= 0) {
        for (String code : line.substring(mark + MARK.length()).split(" ")) {
          expected.add(number + " " + code);
        }
      }
    }
    ReadAgreement read = AgreementYaml.read(name, text);
    assertThat(read.findings().stream().map(f -> f.place().line() + " " + f.code().id()))
        .as(String.join("\n", read.findings().stream().map(Finding::toLine).toList()))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(read.agreement()).isEmpty();
    assertThat(read.findings()).isSortedAccordingTo(Finding.FILE_ORDER);
    assertThat(read.findings()).allSatisfy(f -> assertThat(f.right()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void theSchemaFindsItTooWhereASchemaCan(String name) {
    assertThat(SchemaTest.refuses(text(name))).isEqualTo(!BEYOND_A_SCHEMA.contains(name));
  }

  @Test
  void whatIsNoTextIsAFinding() {
    assertThat(codes(new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0})).containsExactly("PL104");
    assertThat(codes("a: \u0000b".getBytes(UTF_8))).containsExactly("PL104");
    assertThat(codes(new byte[0])).containsExactly("PL101");
    assertThat(codes("# only a comment\n".getBytes(UTF_8))).containsExactly("PL101");
    assertThat(codes("just words".getBytes(UTF_8))).containsExactly("PL109");
    assertThat(codes("null".getBytes(UTF_8))).containsExactly("PL109");
  }

  @Test
  void whatIsTooLargeOrTooDeepIsAFinding() {
    byte[] large = new byte[100_000_000];
    Arrays.fill(large, (byte) 'a');
    assertThat(codes(large)).containsExactly("PL103");
    assertThat(codes("[".repeat(3_000_000).getBytes(UTF_8))).containsExactly("PL107");
    assertThat(codes("- ".repeat(1_500_000).getBytes(UTF_8))).containsExactly("PL107");
    assertThat(codes(("a: " + "[".repeat(90) + "]".repeat(90)).getBytes(UTF_8))).contains("PL107");
    String flat = "{a: ".repeat(200_000);
    assertThat(codes(flat.getBytes(UTF_8))).isNotEmpty();
  }

  @Test
  void aBombOfAliasesDoesNotGoOff() {
    StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c < 'z'; c++) {
      String before = "*" + (char) (c - 1);
      bomb.append(c).append(": &").append(c).append(" [");
      bomb.append(String.join(", ", java.util.Collections.nCopies(9, before))).append("]\n");
    }
    assertThat(codes(bomb.toString().getBytes(UTF_8))).contains("PL106");
  }

  @Test
  void unknownKeysNameTheNearestOne() {
    ReadAgreement read = AgreementYaml.read("a", text("unknown-key-at-the-top"));
    assertThat(read.findings().get(0).toLine())
        .isEqualTo(
            "a:9:1 error PL102 the agreement has no key \"calender\"; did you mean \"calendar\"?");
    assertThat(AgreementYaml.read("a", text("target-as-a-ratio")).findings().get(0).right())
        .isEqualTo("write 98%");
    assertThat(AgreementYaml.read("a", text("duration-in-business-days")).findings().get(0).right())
        .contains("workdays");
  }

  private static Set<String> codes(byte[] bytes) {
    Set<String> codes = new TreeSet<>();
    AgreementYaml.read("a", bytes, Folder.NONE).findings().forEach(f -> codes.add(f.code().id()));
    return codes;
  }

  private static String text(String name) {
    return ProjectFiles.text("core/src/test/resources/agreements/wrong/" + name + ".yaml");
  }
}
