package org.plumbline.agreement.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.Agreement;

/** Values changed one by one, in a text full of comments. */
class TermEditTest {
  private final String text = read();

  private static String read() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("examples"))) {
      here = java.util.Objects.requireNonNull(here.getParent());
    }
    try {
      return Files.readString(here.resolve("examples/invoice-chain/agreement.yaml"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Agreement agreement() {
    return AgreementYaml.read("agreement.yaml", text).agreement().orElseThrow();
  }

  @Test
  void aTermIsShownKeyByKey() {
    List<TermEdit.Value> values = TermEdit.values(agreement(), "metrics/entered");
    assertThat(values)
        .contains(
            new TermEdit.Value("metrics/entered/target/at-least", "target/at-least", "98%"),
            new TermEdit.Value("metrics/entered/clock/stops", "clock/stops", "entered"),
            new TermEdit.Value("metrics/entered/remedies", "remedies", "[corrective-plan]"));
    assertThat(TermEdit.values(agreement(), "title"))
        .containsExactly(new TermEdit.Value("title", "title", "From invoice to payment"));
    assertThat(TermEdit.values(agreement(), "metrics/none")).isEmpty();
  }

  @Test
  void onlyTheLinesThatChangeAreWrittenAnew() {
    TermEdit.Edited edited =
        TermEdit.edit(
            text,
            Map.of(
                "metrics/entered/target/within", "4 workdays",
                "metrics/entered/minimum", "{within: 3 workdays, at-least: 90%}"),
            Folder.NONE);
    assertThat(edited.findings()).isEmpty();
    List<String> now = edited.text().orElseThrow().lines().toList();
    List<String> gone = text.lines().filter(line -> !now.contains(line)).toList();
    List<String> came = now.stream().filter(line -> !text.lines().toList().contains(line)).toList();
    assertThat(gone).containsExactly("    target: {within: 2 workdays, at-least: 98%}");
    assertThat(came)
        .containsExactly(
            "    target: {within: 4 workdays, at-least: 98%}",
            "    minimum: {within: 3 workdays, at-least: 90%}");
  }

  @Test
  void whatIsEmptyIsTakenOutAndAThingCanBeAdded() {
    TermEdit.Edited edited =
        TermEdit.edit(
            text,
            Map.of(
                "metrics/entered/remedies", "",
                "definitions/late", "{term: late, means: after its last day}"),
            Folder.NONE);
    Agreement changed =
        AgreementYaml.read("agreement.yaml", edited.text().orElseThrow()).agreement().orElseThrow();
    assertThat(TermEdit.values(changed, "metrics/entered"))
        .noneMatch(value -> value.key().equals("remedies"));
    assertThat(changed.definitions()).containsKey("late");
  }

  @Test
  void termsOfAnotherTextAreTakenAndTheCommentsOfThisOneStay() {
    String theirs =
        text.replace("{within: 2 workdays, at-least: 98%}", "{within: 3 workdays, at-least: 95%}")
                .replace("title: From invoice to payment", "title: Invoices")
            + "\n  # Ours to the end.\n  - {id: look, heading: Look, text: They may look.}\n";
    Agreement ours = agreement();
    String back =
        TermEdit.edit(
                theirs, ours, List.of("metrics/entered", "clauses/look"), Map.of(), Folder.NONE)
            .text()
            .orElseThrow();
    assertThat(back)
        .contains("target: {within: 2 workdays, at-least: 98%}", "title: Invoices")
        .contains("# Ours to the end.");
    assertThat(text.lines().filter(line -> line.strip().startsWith("#")))
        .allMatch(line -> back.contains(line.strip()));
    assertThat(AgreementYaml.read("agreement.yaml", back).agreement().orElseThrow().clauses())
        .isEqualTo(ours.clauses());
    Agreement other = AgreementYaml.read("agreement.yaml", theirs).agreement().orElseThrow();
    assertThat(
            TermEdit.edit(
                    text,
                    other,
                    List.of("clauses/look"),
                    Map.of("clauses/notice", "{heading: Notice, text: In writing.}"),
                    Folder.NONE)
                .text()
                .flatMap(it -> AgreementYaml.read("agreement.yaml", it).agreement())
                .orElseThrow()
                .clauses())
        .extracting(clause -> clause.id())
        .endsWith("look", "notice");
  }

  @Test
  void aValueThatIsNoneIsToldAndChangesNothing() {
    TermEdit.Edited edited =
        TermEdit.edit(text, Map.of("metrics/entered/target/at-least", "plenty"), Folder.NONE);
    assertThat(edited.text()).isEmpty();
    assertThat(edited.findings()).isNotEmpty();
    assertThat(TermEdit.edit(text, Map.of("title", "{not: [closed"), Folder.NONE).findings())
        .isNotEmpty();
  }

  @Test
  void aTextIsNeverMoreThanAText() {
    TermEdit.Edited edited =
        TermEdit.edit(text, Map.of("title", "Pay\nmetrics: {}  # not a comment"), Folder.NONE);
    Agreement changed =
        AgreementYaml.read("agreement.yaml", edited.text().orElseThrow()).agreement().orElseThrow();
    assertThat(changed.metrics()).hasSize(8);
  }
}
