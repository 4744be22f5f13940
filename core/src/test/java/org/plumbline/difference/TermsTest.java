package org.plumbline.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a sign-off rests on, on canonical forms small enough to be read. */
class TermsTest {
  private static final String TEXT =
      """
      {"agreement":"desk","calendar":"office","calendars":{"holidays":{"days":"all"},\
      "nights":{"hours":"20:00 to 06:00"},"office":{"holidays":"holidays"}},\
      "clauses":[{"heading":"Access","id":"access","text":"The desk works nights."}],\
      "exclusions":{"storms":{"excludes":{"metrics":["answered"]},"reason":"Storms"}},\
      "metrics":{"answered":{"clock":{"calendar":"office"},"name":"Answered","records":"calls"},\
      "solved":{"clock":{"calendar":"nights"},"name":"Solved","records":"calls"}},\
      "records":{"calls":{"case":"id"}},"title":"Desk","zone":"UTC"}\
      """;

  @Test
  void termsStandInTheOrderOfTheSections() {
    assertThat(Terms.of(TEXT).names())
        .containsExactly(
            "agreement",
            "title",
            "zone",
            "calendar",
            "calendars/holidays",
            "calendars/nights",
            "calendars/office",
            "records/calls",
            "metrics/answered",
            "metrics/solved",
            "exclusions/storms",
            "clauses/access");
    assertThat(Terms.heading("metrics/solved")).isEqualTo("Metric solved");
  }

  @Test
  void aMetricRestsOnTheHeadOnWhatItNamesAndOnItsExclusions() {
    assertThat(Terms.of(TEXT).restedOn(List.of("metrics/answered")).keySet())
        .containsExactly(
            "agreement",
            "calendar",
            "calendars/holidays",
            "calendars/office",
            "exclusions/storms",
            "metrics/answered",
            "records/calls",
            "zone");
  }

  @Test
  void aMomentThatIsCalledAsAMetricIsNotTheMetric() {
    Terms terms =
        Terms.of(
            TEXT.replace(
                "{\"case\":\"id\"}", "{\"case\":\"id\",\"moments\":{\"solved\":\"date\"}}"));
    assertThat(terms.restedOn(List.of("records")).keySet()).doesNotContain("metrics/solved");
    Terms composite =
        Terms.of(
            TEXT.replace(
                "\"name\":\"Solved\",\"records\":\"calls\"",
                "\"name\":\"Solved\",\"records\":\"register/results\",\"where\":{\"metric\":\"answered\"}"));
    assertThat(composite.restedOn(List.of("metrics/solved")).keySet())
        .contains("metrics/answered", "calendars/office");
  }

  @Test
  void proseNamesNothingAndASectionStandsForItsTerms() {
    assertThat(Terms.of(TEXT).restedOn(List.of("clauses")).keySet())
        .contains("clauses/access")
        .doesNotContain("calendars/nights");
    assertThat(Terms.of(TEXT).restedOn(List.of())).hasSize(12);
  }

  @Test
  void onlyTheSignOffsFallThatRestedOnWhatChanged() {
    Terms signed = Terms.of(TEXT);
    Terms later = Terms.of(TEXT.replace("20:00 to 06:00", "18:00 to 06:00"));
    assertThat(changed(signed, later, "metrics/answered")).isEmpty();
    assertThat(changed(signed, later, "metrics/solved")).containsExactly("calendars/nights");
    assertThat(changed(signed, later, "clauses")).isEmpty();
    Terms more = Terms.of(TEXT.replace("\"id\":\"access\"", "\"id\":\"entry\""));
    assertThat(changed(signed, more, "clauses")).containsExactly("clauses/access", "clauses/entry");
    assertThat(changed(signed, Terms.of(TEXT.replace("\"UTC\"", "\"Europe/Paris\"")), "clauses"))
        .containsExactly("zone");
  }

  private static List<String> changed(Terms signed, Terms later, String covered) {
    Map<String, String> digests = signed.restedOn(List.of(covered));
    return later.changedSince(List.of(covered), digests);
  }

  @Test
  void aRedlineOfLinesKeepsWhatIsTheSameOnBothSides() {
    Redline redline = Redline.ofLines("a: 1\nb: 2\nc: 3\nd: 4\n", "a: 1\nb: 3\nc: 3\nd: 4\ne: 5\n");
    assertThat(redline.runs())
        .containsExactly(
            new Redline.Run(Redline.Kind.SAME, "a: 1"),
            new Redline.Run(Redline.Kind.STRUCK, "b: 2"),
            new Redline.Run(Redline.Kind.INSERTED, "b: 3"),
            new Redline.Run(Redline.Kind.SAME, "c: 3\nd: 4"),
            new Redline.Run(Redline.Kind.INSERTED, "e: 5"));
  }
}
