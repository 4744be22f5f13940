package org.plumbline.agreement.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.agreement.Agreement;
import org.plumbline.referee.GeneratedAgreements;

/** A changed agreement comes into the text that a person wrote, and the comments stay. */
class AgreementEditTest {

  private static final long SEED = 20261122;
  private static final int EDITS = 40;

  private static final String SMALL =
      """
      # about this agreement
      plumbline: 1
      agreement: small        # its name
      title: Small
      zone: UTC
      parties: {customer: {name: Bureau}, provider: {name: Center}}   # both sides
      performance-period: {from: 2026-01-01, until: 2026-12-31}
      period: {every: month}

      # what happened
      records:
        tickets:
          case: [number]      # the key
          moments:
            opened: instant   # by the user
            resolved: instant
          fields: {kind: text}

      metrics:
        # the promise
        in-time:
          name: In time       # as people say
          performing: provider
          records: tickets
          clock: {starts: opened, stops: resolved}
          target: {within: 24 hours, at-least: 95%}   # agreed in May

        other:
          name: Other
          performing: customer
          records: tickets
          clock: {starts: opened, stops: resolved}
          target:
            - {when: {kind: a}, within: 1 hour, at-least: 90%}   # first
            # about the second
            - {when: otherwise, within: 2 hours, at-least: 80%}
      """;

  @Test
  void nothingChangedIsTheSameText() {
    texts().forEach(text -> assertThat(edit(text, read(text))).isEqualTo(text));
  }

  @Test
  void aChangedNumberLeavesEverythingElse() {
    assertThat(edited("at-least: 95%", "at-least: 97%"))
        .isEqualTo(SMALL.replace("at-least: 95%", "at-least: 97%"));
    assertThat(edited("name: In time ", "name: \"Now: a # in it\" "))
        .isEqualTo(SMALL.replace("name: In time ", "name: \"Now: a # in it\" "));
  }

  @Test
  void whatIsAddedStandsWhereItBelongs() {
    String more =
        "performing: provider\n    with: [customer]\n    records: tickets\n    clock: {starts";
    String fewer = "performing: provider\n    records: tickets\n    clock: {starts";
    assertThat(edited(fewer, more)).isEqualTo(SMALL.replace(fewer, more));
    assertThat(edited("{kind: text}", "{kind: text, size: number}"))
        .isEqualTo(SMALL.replace("{kind: text}", "{kind: text, size: number}"));
    String third = "    - {when: {kind: b}, within: 3 hours, at-least: 70%}\n";
    assertThat(edited("      # about the second\n", "  " + third + "      # about the second\n"))
        .contains("# first\n", third, "# about the second\n");
  }

  @Test
  void whatIsTakenOutTakesItsLine() {
    String line = "      resolved: instant\n";
    String without =
        SMALL.replace(line, "      solved: instant\n").replace("stops: resolved", "stops: solved");
    assertThat(edit(SMALL, read(without))).isEqualTo(without);
    String one = "      - {when: {kind: a}, within: 1 hour, at-least: 90%}   # first\n";
    String shorter = SMALL.replace(one, "");
    assertThat(edit(SMALL, read(shorter)))
        .contains("# about the second", "# the promise")
        .doesNotContain("kind: a");
  }

  @Test
  void aCommentInWhatIsWrittenAnewMovesAbove() {
    String start = SMALL.substring(0, SMALL.indexOf("      target:\n".substring(2)));
    String changed = start + "    target: {within: 9 hours, at-least: 80%}\n";
    String edited = edit(SMALL, read(changed));
    assertThat(edited)
        .contains("# first\n", "# about the second\n", "{within: 9 hours, at-least: 80%}");
    assertThat(read(edited)).isEqualTo(read(changed));
  }

  @Test
  void aFileOfWindowsKeepsItsLineEnds() {
    String text = SMALL.replace("\n", "\r\n");
    String changed = text.replace("    name: Other\r\n", "    name: Other\r\n    service: x\r\n");
    Agreement wanted = read(changed.replace("service: x", "with: [provider]"));
    assertThat(edit(text, wanted).replace("\r\n", "")).doesNotContain("\n");
  }

  static Stream<String> texts() {
    List<String> texts = new ArrayList<>();
    WritingTest.agreements().forEach(path -> texts.add(ProjectFiles.text(path)));
    ProjectFiles.below("cli/src/main/resources/org/plumbline/cli", "agreement.yaml")
        .forEach(path -> texts.add(ProjectFiles.text(path)));
    for (long seed = 1; seed <= 12; seed++) {
      texts.add(commented(GeneratedAgreements.text(seed), new Random(seed)));
    }
    return texts.stream();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void changesAtRandomReadAsMeantAndLoseNoComment(String text) {
    Agreement agreement = read(text);
    Random random = new Random(SEED);
    System.out.println(agreement.id() + ": changes with seed " + SEED);
    int made = 0;
    for (int i = 0; i < EDITS; i++) {
      RandomChange change = RandomChange.of(agreement, random);
      Optional<Agreement> changed = tried(change.text());
      if (changed.isEmpty() || changed.get().equals(agreement)) {
        continue;
      }
      made++;
      String edited = edit(text, changed.get());
      assertThat(read(edited)).as("%s%n%s", change, edited).isEqualTo(changed.get());
      assertThat(comments(edited))
          .as("%s%n%s", change, edited)
          .containsAll(change.removes() ? kept(text, change) : comments(text));
      assertThat(same(text, edited)).as("%s%n%s", change, edited).isGreaterThan(0.5);
    }
    assertThat(made).isGreaterThan(2);
  }

  /** The share of lines that are still there. */
  private static double same(String text, String edited) {
    List<String> now = edited.lines().toList();
    return text.lines().filter(new HashSet<>(now)::contains).count()
        / (double) text.lines().count();
  }

  /** The comments that stand outside what a change takes out. */
  private static List<String> kept(String text, RandomChange change) {
    SpannedYaml yaml = SpannedYaml.of(text);
    SpannedYaml.Span gone = change.in(yaml.root(), text);
    return yaml.comments().stream()
        .filter(comment -> comment.until() <= gone.from() || comment.from() >= gone.until())
        .map(comment -> text.substring(comment.from(), comment.until()))
        .toList();
  }

  private static List<String> comments(String text) {
    return SpannedYaml.of(text).comments().stream()
        .map(comment -> text.substring(comment.from(), comment.until()))
        .toList();
  }

  /** The same agreement with comments at many a line's end and between lines. */
  private static String commented(String text, Random random) {
    Agreement agreement = read(text);
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int i = lines.size() - 1; i >= 0; i--) {
      List<String> before = List.copyOf(lines);
      if (random.nextInt(3) == 0) {
        lines.set(i, lines.get(i) + "   # remark " + i);
      } else if (random.nextInt(6) == 0) {
        lines.add(i, "# above " + i);
      }
      if (!tried(String.join("\n", lines) + "\n").equals(Optional.of(agreement))) {
        lines = new ArrayList<>(before);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String edited(String before, String after) {
    assertThat(SMALL).contains(before);
    return edit(SMALL, read(SMALL.replace(before, after)));
  }

  private static String edit(String text, Agreement changed) {
    return AgreementEdit.edit(text, changed, Fixtures.FOLDER);
  }

  private static Agreement read(String text) {
    ReadAgreement read = AgreementYaml.read("a.yaml", text, Fixtures.FOLDER);
    return read.agreement().orElseThrow(() -> new AssertionError(read.findings() + "\n" + text));
  }

  private static Optional<Agreement> tried(String text) {
    return AgreementYaml.read("a.yaml", text, Fixtures.FOLDER).agreement();
  }
}
