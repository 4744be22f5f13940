package org.plumbline.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementWriter;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.agreement.yaml.RealAgreements;
import org.plumbline.agreement.yaml.RealTerm;
import org.plumbline.check.Checker;
import org.plumbline.finding.Finding;

/** Each published term is written in the language, checks clean, and is a page's section. */
class CookbookTest {

  private static final Map<String, String> TITLES =
      Map.of(
          "timeliness.yaml", "Timeliness",
          "availability.yaml", "Availability",
          "ratios-levels-stock.yaml", "Ratios, levels, stock",
          "agreement-money-remedies.yaml", "The whole agreement: money, remedies, clauses");
  private static final List<String> ORDER =
      List.of(
          "timeliness.yaml",
          "availability.yaml",
          "ratios-levels-stock.yaml",
          "agreement-money-remedies.yaml");

  /** What the check rightly says of a term, by its number. */
  private static final Map<String, List<String>> TOLD =
      Map.ofEntries(
          Map.entry("T18", List.of("PL322")),
          Map.entry("T20", List.of("PL322")),
          Map.entry("T31", List.of("PL350")),
          Map.entry("T33", List.of("PL367")),
          Map.entry("T46", List.of("PL401")),
          Map.entry("T53", List.of("PL401")),
          Map.entry("T63", List.of("PL367")),
          Map.entry("T65", List.of("PL364")),
          Map.entry("T69", List.of("PL367")),
          Map.entry("T70", List.of("PL367")),
          Map.entry("T72", List.of("PL367")));

  @TestFactory
  Stream<DynamicTest> eachTermChecksCleanAndReadsBackAsItIsWritten() {
    Map<String, ReadAgreement> read = RealAgreements.read();
    assertThat(read).hasSize(72);
    return read.entrySet().stream()
        .map(
            term ->
                DynamicTest.dynamicTest(
                    term.getKey(), () -> check(term.getKey(), term.getValue())));
  }

  private static void check(String number, ReadAgreement read) {
    List<Finding> told = Checker.check(read);
    assertThat(told.stream().map(finding -> finding.code().id()))
        .as("%s", told)
        .containsExactlyElementsOf(TOLD.getOrDefault(number, List.of()));
    Agreement agreement = read.agreement().orElseThrow();
    String written = AgreementWriter.write(agreement);
    assertThat(AgreementYaml.read(number, written).agreement()).contains(agreement);
  }

  @Test
  void theCookbookShowsEachTerm() {
    assertThat(RealAgreements.groups()).containsExactlyInAnyOrderElementsOf(ORDER);
    Pages.hold("cookbook.md", page());
  }

  private static String page() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Cookbook: seventy-two published terms

        Each section is a term that some organization has published: what it says in our words, how it is written here, and what the language
        makes the parties decide that the published text leaves open. A section's parts are added, key by key, to the agreement that its chapter
        starts with; a test reads each of the whole agreements, checks it, and writes and reads it back. Another evaluates it over rows that
        were worked by hand; the link under each section leads to the rows and the arithmetic, and beside it stands what they give first.

        This page is made from [the terms as data](../../core/src/test/resources/terms).
        """);
    for (String group : ORDER) {
      page.append("\n## ")
          .append(TITLES.get(group))
          .append("\n\nAll terms of this chapter add to this agreement:\n\n```yaml\n");
      page.append(RealAgreements.base(group)).append("\n```\n");
      for (RealTerm term : RealAgreements.terms(group)) {
        page.append(section(term));
      }
    }
    return page.toString();
  }

  private static String section(RealTerm term) {
    String decides =
        term.decides().startsWith("Nothing:")
            ? term.decides()
            : "The parties decide: " + decapitalized(term.decides());
    return String.format(
        "%n<a id=\"%s\"></a>%n%n### %s. %s%n%n*%s*%n%n```yaml%n%s%n```%n%n%s%n%s%n%s",
        term.number().toLowerCase(Locale.ROOT),
        term.number(),
        term.says().replaceFirst("\\.$", ""),
        term.source(),
        term.add(),
        decides,
        told(term),
        WorkedRows.of(term.number()));
  }

  private static String told(RealTerm term) {
    return TOLD.getOrDefault(term.number(), List.of()).stream()
        .map(code -> "\n`plumbline check` says [" + code + "](../findings/" + code + ".md).\n")
        .collect(Collectors.joining());
  }

  private static String decapitalized(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
