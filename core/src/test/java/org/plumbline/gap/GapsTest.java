package org.plumbline.gap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.check.Checker;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.finding.Severity;
import org.plumbline.judge.Judge;
import org.plumbline.judge.Result;
import org.plumbline.report.json.GapJson;

/** Gaps over two months in which one and two of five requests were in time. */
class GapsTest {

  private static final String TEXT =
      """
      plumbline: 1
      agreement: small
      title: A small agreement
      zone: UTC
      parties:
        customer: {name: Department of Examples}
        provider: {name: Example Services}
      performance-period: {from: 2026-01-01, until: 2026-12-31}
      period: {every: month}
      calendars:
        desk: {hours: {mon-fri: ["09:00-17:00"]}}
      records:
        requests:
          case: [number]
          moments: {opened: date, answered: date}
      metrics:
        answered-in-time:
          name: Requests answered in time
          performing: provider
          records: requests
          clock: {starts: opened, stops: answered}
          # agreed in the kick-off meeting
          target: {within: 2 days, at-least: 80%}
          minimum: {within: 2 days, at-least: 70%}
        longest:
          name: The longest wait
          performing: provider
          records: requests
          clock: {starts: opened, stops: answered}
          figure: {max: elapsed}
          target: {at-most: 8 days}
      """;

  private static Agreement agreement(String text) {
    return AgreementYaml.read("agreement.yaml", text, Folder.NONE).agreement().orElseThrow();
  }

  private static Measurement measured(
      String metric, int month, long cases, long holding, FigureUnit unit, Exact figure) {
    LocalDate first = LocalDate.of(2026, month, 1);
    return new Measurement(
        metric,
        new ReportingPeriod("2026-0" + month, first, first.plusMonths(1).minusDays(1)),
        LineId.target(),
        Optional.empty(),
        cases,
        holding,
        0,
        0,
        unit,
        Optional.of(figure),
        Optional.of(figure),
        Optional.of(figure));
  }

  private static List<Gap> gaps() {
    List<Measurement> all = new ArrayList<>();
    all.add(measured("answered-in-time", 1, 5, 1, FigureUnit.SHARE, Exact.ratio(1, 5)));
    all.add(measured("answered-in-time", 2, 5, 2, FigureUnit.SHARE, Exact.ratio(2, 5)));
    for (int month = 1; month <= 6; month++) {
      all.add(measured("longest", month, 5, 5, FigureUnit.DAYS, Exact.of(8 + month)));
    }
    List<Result> results =
        Judge.judge(agreement(TEXT), all, Instant.parse("2026-09-01T00:00:00Z")).results();
    return Gaps.of(
        agreement(TEXT),
        results,
        result -> true,
        List.of(),
        java.util.Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void aShareIsThatOfAllCasesWithItsWilsonInterval() {
    // 3 of 10: (0.3 + 0.19207 ± 1.95996 · √(0.021 + 0.0096036)) / 1.38415 = 10.779 % to 60.322 %.
    Gap gap = gaps().get(0);
    Capability shown = gap.shown().orElseThrow();
    assertThat(shown.figure()).hasToString("3/10");
    assertThat(shown.low().orElseThrow().rounded(5)).isEqualByComparingTo("0.10779");
    assertThat(shown.high().orElseThrow().rounded(5)).isEqualByComparingTo("0.60322");
    assertThat(gap.stands()).isEqualTo(Gap.Stands.NOT_REACHED);
    assertThat(gap.proposal().orElseThrow()).hasToString("10.7%");
  }

  @Test
  void anyOtherFigureIsTheMedianOfThePeriodsBetweenTwoOfThem() {
    // 9 to 14 days: the middle is 11.5; of six values 1/64 lies below the least: 1.6 % is under
    // 2.5.
    Gap gap = gaps().get(1);
    Capability shown = gap.shown().orElseThrow();
    assertThat(shown.figure()).hasToString("23/2");
    assertThat(shown.low().orElseThrow()).hasToString("9");
    assertThat(shown.high().orElseThrow()).hasToString("14");
    assertThat(gap.proposal().orElseThrow()).hasToString("14 days");
  }

  @Test
  void eachBoundOfALineAndOfItsRestStandsForItself() {
    String text =
        TEXT.replace(
                "{within: 2 days, at-least: 80%}",
                "{within: 2 days, at-least: 30%, rest: {within: 5 days, at-least: 90%}}")
            .replace("minimum: {within: 2 days, at-least: 70%}", "minimum: none")
            .replace("{at-most: 8 days}", "{between: [10 days, 12 days]}");
    List<Measurement> all = new ArrayList<>();
    for (int rest = 0; rest < 2; rest++) {
      Measurement one =
          measured("answered-in-time", 1, 50, 20, FigureUnit.SHARE, Exact.ratio(2, 5));
      all.add(
          new Measurement(
              one.metric(),
              one.period(),
              new LineId(LineId.LevelKind.TARGET, 0, rest),
              Optional.empty(),
              50,
              20,
              0,
              0,
              one.unit(),
              one.figure(),
              one.low(),
              one.high()));
    }
    for (int month = 1; month <= 6; month++) {
      all.add(measured("longest", month, 5, 5, FigureUnit.DAYS, Exact.of(12 + month)));
    }
    List<Gap> gaps =
        Gaps.of(
            agreement(text),
            Judge.judge(agreement(text), all, Instant.parse("2026-09-01T00:00:00Z")).results(),
            result -> true,
            List.of(),
            java.util.Map.of(),
            Optional.empty(),
            Optional.empty());
    assertThat(gaps)
        .extracting(
            Gap::metric,
            gap -> gap.line().rest(),
            Gap::bound,
            gap -> gap.promised().map(Object::toString).orElse(""),
            Gap::stands,
            gap -> gap.proposal().map(Object::toString).orElse(""))
        .containsExactly(
            // 20 of 50: 27.6 % to 53.8 %.
            tuple("answered-in-time", 0, 0, "30%", Gap.Stands.UNSURE, ""),
            tuple("answered-in-time", 1, 0, "90%", Gap.Stands.NOT_REACHED, "27.6%"),
            tuple("longest", 0, 0, "10 days", Gap.Stands.REACHED, ""),
            tuple("longest", 0, 1, "12 days", Gap.Stands.NOT_REACHED, "18 days"));
    String amended =
        Proposal.text(
                text,
                agreement(text),
                Folder.NONE,
                "plumbline1:sha-256:" + "0".repeat(64),
                gaps,
                LocalDate.of(2026, 10, 1))
            .orElseThrow();
    assertThat(amended)
        .contains("rest: {within: 5 days, at-least: 27.6%}")
        .contains("# agreed in the kick-off meeting\n    target: {within: 2 days, at-least: 30%")
        .contains("target: {between: [10 days, 18 days]}");
  }

  @Test
  void ranksAreThoseOfTheBinomialDistribution() {
    // 1/32 is above 2.5 %; 1/64 is below; (1 + 9)/512 is below, (1 + 8)/256 above.
    assertThat(LongStream.rangeClosed(1, 9).map(n -> Capability.rank((int) n)))
        .containsExactly(0L, 0L, 0L, 0L, 0L, 1L, 1L, 1L, 2L);
    assertThat(Capability.rank(100)).isEqualTo(40);
  }

  @Test
  void whatIsProposedPassesTheCheckAndKeepsComments() {
    String text =
        Proposal.text(
                TEXT,
                agreement(TEXT),
                Folder.NONE,
                "plumbline1:sha-256:" + "0".repeat(64),
                gaps(),
                LocalDate.of(2026, 7, 1))
            .orElseThrow();
    ReadAgreement read = AgreementYaml.read("agreement.yaml", text, Folder.NONE);
    assertThat(Checker.check(read)).noneMatch(it -> it.severity() == Severity.ERROR);
    Agreement amended = read.agreement().orElseThrow();
    assertThat(text)
        .contains("# agreed in the kick-off meeting", "at-least: 10.7%", "at-most: 14 days");
    assertThat(amended.amendment().orElseThrow().number()).isEqualTo(1);
    // The minimum would ask for more than the target.
    assertThat(Objects.requireNonNull(amended.metrics().get("answered-in-time")).minimum())
        .isEmpty();
  }

  @Test
  void aPatchShowsTheLinesThatOneGapChanges() {
    assertThat(Proposal.patch(TEXT, agreement(TEXT), Folder.NONE, gaps().get(1)))
        .containsExactly("-    target: {at-most: 8 days}", "+    target: {at-most: 14 days}");
  }

  @Test
  void theDataIsValidByItsSchema() throws IOException {
    List<Gap> gaps = gaps();
    String json =
        GapJson.write(
            agreement(TEXT),
            gaps,
            Map.of(gaps.get(0), List.of("-a", "+b")),
            new ReportingPeriod("2026", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
            "hash");
    try (InputStream stream =
        Objects.requireNonNull(GapJson.class.getResourceAsStream(GapJson.SCHEMA_RESOURCE))) {
      assertThat(
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                  .getSchema(new String(stream.readAllBytes(), UTF_8), InputFormat.JSON)
                  .validate(json, InputFormat.JSON))
          .isEmpty();
    }
  }
}
