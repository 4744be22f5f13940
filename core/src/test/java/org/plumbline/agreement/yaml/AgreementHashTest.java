package org.plumbline.agreement.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.Agreement;

/** The hash changes with the meaning, and with nothing else. */
class AgreementHashTest {

  private static final String EVERYTHING =
      ProjectFiles.text("core/src/test/resources/agreements/right/everything.yaml");

  @Test
  void itNamesItsMethodAndHas64Digits() {
    assertThat(hash(EVERYTHING)).matches("plumbline1:sha-256:[0-9a-f]{64}");
  }

  /** A new hash for the same text would make old sign-offs worthless; so this one is fixed. */
  @Test
  void itStaysTheSameFromVersionToVersionOfTheProgram() {
    assertThat(hash(ProjectFiles.text("examples/service-desk/agreement.yaml")))
        .isEqualTo(
            "plumbline1:sha-256:83c15cc26e2bd84956215762fb4f44740cbd1e8d4cc79c4a654104b9eee27ed6");
  }

  @Test
  void commentsQuotesAndSpaceDoNotMatter() {
    String other =
        "# another comment\n"
            + EVERYTHING
                .replace("zone: America/New_York", "zone:   'America/New_York'   # here")
                .replace("within: 4 hours", "\"within\": \"4 hours\"")
                .replace("marking: CUI", "marking: \"CUI\"");
    assertSame(other);
  }

  @Test
  void theOrderOfKeysDoesNotMatter() {
    assertSame(
        EVERYTHING
            .replace("marking: CUI\n", "")
            .replace("calendar: desk\n", "calendar: desk\nmarking: CUI\n")
            .replace(
                "{hold: awaiting-user, whose: customer,",
                "{whose: customer, hold: awaiting-user,"));
  }

  @Test
  void shortFormsAreTheSameAsLongOnes() {
    assertSame(
        EVERYTHING
            .replace("received: instant", "received: {type: instant}")
            .replace("amount: money", "amount: {type: money}")
            .replace("target: {at-most: 20 days}", "target: [{at-most: 20 days}]")
            .replace("ok: {type: flag, set-by: provider}", "ok: {set-by: provider, type: flag}"));
  }

  @Test
  void theWayNumbersAreTypedDoesNotMatter() {
    assertSame(
        EVERYTHING
            .replace("at-least: 98%", "at-least: 98.0 %")
            .replace("41200.00 USD", "41200 USD")
            .replace("2500.00 USD", "2500.0 USD")
            .replace("at-most: 1.10", "at-most: 1.1")
            .replace("5 workdays", "5 workday"));
  }

  @Test
  void theOrderOfSetsDoesNotMatter() {
    assertSame(
        EVERYTHING
            .replace("case: [vendor, number]", "case: [number, vendor]")
            .replace("steps: [invoice/pay, invoice/enter]", "steps: [invoice/enter, invoice/pay]")
            .replace("remedies: [plan, points]", "remedies: [points, plan, plan]")
            .replace("author: [a, b, \"007\"]", "author: [\"007\", b, a, a]")
            .replace("voided-by: [day, typed]", "voided-by: [typed, day]")
            .replace("mon-thu: [", "mon-tue: [\"08:00-12:00\", \"13:00-17:00\"], wed-thu: ["));
  }

  @Test
  void anIncludedDocumentCountsByItsContentNotItsName() {
    Agreement agreement = agreement(EVERYTHING);
    String one = AgreementHash.of(agreement, path -> Optional.of("one"));
    assertThat(AgreementHash.of(agreement, path -> Optional.of("other"))).isNotEqualTo(one);
    assertThat(AgreementHash.of(agreement, path -> Optional.empty())).isNotEqualTo(one);
    Agreement moved = agreement(EVERYTHING.replace("conops.yaml", "plans/conops.yaml"));
    assertThat(AgreementHash.of(moved, path -> Optional.of("one"))).isEqualTo(one);
    assertThat(AgreementHash.ofDocument("c", utf8("a: 1\nb: [x, 'y']")))
        .isEqualTo(AgreementHash.ofDocument("c", utf8("# c\nb:\n- \"x\"\n- y\na: '1'\n")))
        .isNotEqualTo(AgreementHash.ofDocument("c", utf8("a: 2\nb: [x, 'y']")));
  }

  /** Every single value in the file is changed in turn; what can still be read has another hash. */
  @Test
  void everyChangeOfAValueChangesIt() {
    String original = hash(EVERYTHING);
    YamlValue root =
        YamlText.read("e", EVERYTHING, new org.plumbline.finding.Findings()).orElseThrow();
    List<YamlValue.Scalar> values = new ArrayList<>();
    collect(root, values);
    List<String> lines = EVERYTHING.lines().toList();
    List<String> unchanged = new ArrayList<>();
    int read = 0;
    for (YamlValue.Scalar value : values) {
      Optional<String> changed = changed(lines, value);
      Optional<Agreement> agreement =
          changed.flatMap(text -> AgreementYaml.read("e", text, Fixtures.FOLDER).agreement());
      if (agreement.isPresent()) {
        read++;
        if (hash(agreement.get()).equals(original)) {
          unchanged.add(value.place() + " " + value.place().path() + " " + value.text());
        }
      }
    }
    assertThat(unchanged).isEmpty();
    assertThat(read).isGreaterThan(300);
  }

  private static void collect(YamlValue value, List<YamlValue.Scalar> values) {
    if (value instanceof YamlValue.Scalar scalar) {
      values.add(scalar);
    } else if (value instanceof YamlValue.Sequence list) {
      list.items().forEach(item -> collect(item, values));
    } else {
      ((YamlValue.Mapping) value)
          .entries()
          .forEach(
              entry -> {
                boolean included = entry.value().place().path().startsWith("includes/");
                if (!included) {
                  collect(entry.value(), values);
                }
              });
    }
  }

  /** The text with the value changed where it stands: a digit, a letter, or a word of a pair. */
  private static Optional<String> changed(List<String> lines, YamlValue.Scalar value) {
    String line = lines.get(value.place().line() - 1);
    int column = value.place().column() - 1;
    String rest = line.substring(column);
    String text = value.text();
    int at = rest.indexOf(text);
    if (at < 0 || at > 1 || text.isEmpty()) {
      return Optional.empty();
    }
    String other = other(text);
    List<String> changed = new ArrayList<>(lines);
    String head = line.substring(0, column + at);
    changed.set(value.place().line() - 1, head + other + rest.substring(at + text.length()));
    return Optional.of(String.join("\n", changed) + "\n");
  }

  private static String other(String text) {
    List<List<String>> pairs =
        List.of(
            List.of("true", "false"),
            List.of("plus", "minus"),
            List.of("option", "automatic"),
            List.of("by-stop", "by-start"),
            List.of("suspended", "due"),
            List.of("instant", "minute"),
            List.of("text", "number"),
            List.of("is-not-there", "elapsed"),
            List.of("elapsed", "age"),
            List.of("judged", "dropped"),
            List.of("next-workday", "previous-workday"));
    for (List<String> pair : pairs) {
      if (pair.contains(text)) {
        return pair.get(1 - pair.indexOf(text));
      }
    }
    char last = text.charAt(text.length() - 1);
    if (text.matches("\\d.*")) {
      char first = text.charAt(0);
      return (first == '9' ? '8' : (char) (first + 1)) + text.substring(1);
    }
    return text.substring(0, text.length() - 1) + (last == 'x' ? 'y' : 'x');
  }

  private static void assertSame(String text) {
    assertThat(text).isNotEqualTo(EVERYTHING);
    assertThat(hash(text)).isEqualTo(hash(EVERYTHING));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Agreement agreement(String text) {
    ReadAgreement read = AgreementYaml.read("e", text, Fixtures.FOLDER);
    assertThat(read.agreement()).as(read.findings().toString()).isPresent();
    return read.agreement().orElseThrow();
  }

  private static String hash(String text) {
    return hash(agreement(text));
  }

  private static String hash(Agreement agreement) {
    return AgreementHash.of(agreement, path -> Optional.of("known"));
  }
}
