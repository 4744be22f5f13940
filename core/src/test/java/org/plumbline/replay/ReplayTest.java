package org.plumbline.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.report.Heeded;
import org.plumbline.report.ReplayDocument;
import org.plumbline.report.json.ReplayJson;
import org.plumbline.report.json.TargetJson;

/**
 * Drafts over the past of docs/howto/replay-a-change.md. January: four of five requests within 5
 * days, the fifth took 9. February: three of five, the others took 7 and 8.
 */
class ReplayTest {

  private static final String TEXT =
      """
      performance-period: {from: 2026-01-01, until: 2026-12-31}
      period: {every: month}
      services:
        desk: {name: Service desk, fees: [{amount: 10000 USD, per: month}]}
      records:
        requests:
          case: [number]
          moments: {opened: date, answered: date}
          fields: {who: {type: text, sensitive: true}}
      metrics:
        answered-in-time:
          name: Requests answered in time
          performing: provider
          service: desk
          records: requests
          clock: {starts: opened, stops: answered}
          target: {within: 5 days, at-least: 80%}
          remedies: [credit]
        longest:
          name: The longest wait
          performing: provider
          records: requests
          clock: {starts: opened, stops: answered}
          figure: {max: elapsed}
          target: {at-most: 8 days}
      remedies:
        credit: {when: {result: not-met}, credit: {of: fees, amount: 2%}}
      """;

  private static final String ROWS =
      """
      number,opened,answered,who
      R1,2026-01-05,2026-01-07,Ann
      R2,2026-01-06,2026-01-09,Bob
      R3,2026-01-07,2026-01-12,Ann
      R4,2026-01-12,2026-01-16,Bob
      R5,2026-01-13,2026-01-22,Ann
      R6,2026-02-02,2026-02-04,Ann
      R7,2026-02-03,2026-02-10,Bob
      R8,2026-02-09,2026-02-12,Ann
      R9,2026-02-10,2026-02-18,Bob
      R10,2026-02-16,2026-02-18,Ann
      """;

  @TempDir private Path folder;
  private SmallPast past;

  @BeforeEach
  void load() {
    past = new SmallPast(folder, TEXT, Map.of("requests.csv", ROWS), "2026-04-01T00:00:00Z");
  }

  @AfterEach
  void close() {
    past.close();
  }

  private static String name(Replay.Row row) {
    return row.metric()
        + " "
        + row.period().name()
        + " "
        + row.before().map(it -> it.status().key()).orElse("none")
        + " "
        + row.after().map(it -> it.status().key()).orElse("none");
  }

  private static List<String> turned(Replay replay) {
    return replay.turned().stream().map(row -> name(row) + " " + row.because()).toList();
  }

  @Test
  void anotherTargetIsJudgedAnewAndNotCounted() {
    Replay replay = past.replay(TEXT.replace("at-least: 80%", "at-least: 50%"));
    assertThat(turned(replay)).containsExactly("answered-in-time 2026-02 not-met met [TARGET]");
    assertThat(replay.answered())
        .containsEntry("answered-in-time", Answered.COUNTS)
        .containsEntry("longest", Answered.COUNTS);
    assertThat(replay.before().follows().postings()).hasSize(1);
    assertThat(replay.after().follows().postings()).isEmpty();
  }

  @Test
  void eachTermThatTurnsAResultByItselfIsNamed() {
    Replay replay =
        past.replay(TEXT.replace("within: 5 days, at-least: 80%", "within: 8 days, at-least: 90%"));
    assertThat(turned(replay))
        .containsExactly(
            "answered-in-time 2026-01 met not-met [TARGET]",
            "answered-in-time 2026-02 not-met met [LIMIT]");
  }

  @Test
  void termsThatTurnAResultOnlyTogetherAreNamedTogether() {
    // February: 60 % within 5 days, 80 % within 7. Neither 80 % against 85 % nor 60 % against 75 %.
    String strict = TEXT.replace("at-least: 80%", "at-least: 85%");
    try (SmallPast other =
        new SmallPast(folder, strict, Map.of("requests.csv", ROWS), "2026-04-01T00:00:00Z")) {
      Replay replay =
          other.replay(
              strict.replace("within: 5 days, at-least: 85%", "within: 7 days, at-least: 75%"));
      assertThat(turned(replay))
          .containsExactly(
              "answered-in-time 2026-01 not-met met [TARGET]",
              "answered-in-time 2026-02 not-met met [LIMIT, TARGET]");
      assertThat(replay.turned()).extracting(Replay.Row::alone).containsExactly(true, false);
    }
  }

  @Test
  void newAndEndedMetricsStandOnOneSide() {
    Replay replay =
        past.replay(TEXT.replace("longest:\n", "slowest:\n").replace("The longest", "The slowest"));
    assertThat(replay.of("slowest")).allMatch(row -> row.before().isEmpty() && !row.turns());
    assertThat(replay.of("longest")).allMatch(row -> row.after().isEmpty() && !row.turns());
    assertThat(replay.answered()).containsEntry("slowest", Answered.RECORDS);
  }

  @Test
  void aDraftForTheFutureIsRunOverThePast() {
    Replay replay =
        past.replay(
            TEXT.replace(
                "from: 2026-01-01, until: 2026-12-31", "from: 2027-01-01, until: 2027-12-31"));
    assertThat(replay.turned()).isEmpty();
    assertThat(replay.rows())
        .filteredOn(row -> row.metric().equals("answered-in-time"))
        .hasSize(12)
        .allMatch(row -> row.before().equals(row.after()));
  }

  @Test
  void theAnswerIsValidByItsSchemaAndMasked() throws IOException {
    Replay replay =
        past.replay(
            TEXT.replace("within: 5 days", "within: 8 days")
                .replace("records: requests\n", "records: requests\n    each: who\n"));
    String json = ReplayJson.write(replay, List.of("Something changes."), List.of());
    assertThat(schema(ReplayJson.SCHEMA_RESOURCE).validate(json, InputFormat.JSON)).isEmpty();
    assertThat(json).doesNotContain("Ann", "Bob").contains("•••");
    Document document =
        ReplayDocument.of(
            replay,
            List.of(),
            List.of(),
            new Heeded(Optional.empty(), Optional.empty(), java.time.Instant.EPOCH));
    Set<String> captions =
        document.sections().stream()
            .flatMap(section -> section.blocks().stream())
            .filter(Block.Table.class::isInstance)
            .map(block -> ((Block.Table) block).caption())
            .collect(Collectors.toSet());
    assertThat(captions).isNotEmpty().noneMatch(caption -> caption.contains("Ann"));
  }

  @Test
  void theTightestTargetThatWouldHaveHeldIsFound() throws IOException {
    // Within 5 days 4/5 and 3/5. Both periods reach 80 % from 7 days on: 4/5 and R6 R7 R8 R10.
    TargetSearch.Found found = past.find("answered-in-time", 2, 2);
    TargetSearch.Line line = found.lines().get(0);
    assertThat(found.answered()).isEqualTo(Answered.CLOCKS);
    assertThat(line.held()).isEqualTo(1);
    assertThat(line.tightest().orElseThrow()).hasToString("3/5");
    assertThat(line.tightestLimit().orElseThrow()).hasToString("7 days");
    // Within 4 days R1 R2 R4 of five, and R6 R8 R10 of five.
    assertThat(line.curve())
        .filteredOn(point -> point.limit().amount() == 4)
        .singleElement()
        .satisfies(point -> assertThat(point.share().orElseThrow()).hasToString("3/5"));
    // In one of two periods: January's 4/5, and the 3 days of R1 R2 and R6 R8 R10.
    TargetSearch.Line once = past.find("answered-in-time", 1, 2).lines().get(0);
    assertThat(once.tightest().orElseThrow()).hasToString("4/5");
    assertThat(once.tightestLimit().orElseThrow()).hasToString("5 days");
    TargetSearch.Line longest = past.find("longest", 2, 2).lines().get(0);
    assertThat(longest.tightest().orElseThrow()).hasToString("9");
    assertThat(longest.curve()).isEmpty();
    assertThat(
            schema(TargetJson.SCHEMA_RESOURCE)
                .validate(TargetJson.write(past.agreement(), found, "hash"), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void otherLimitsAreAnsweredByClocksThatWereKept() {
    Replay replay = past.replay(TEXT.replace("within: 5 days", "within: 8 days"));
    assertThat(replay.answered()).containsEntry("answered-in-time", Answered.CLOCKS);
    assertThat(past.replay(TEXT.replace("within: 5 days", "within: 5 workdays")).answered())
        .containsEntry("answered-in-time", Answered.RECORDS);
  }

  private static Schema schema(String resource) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(ReplayJson.class.getResourceAsStream(resource))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(stream.readAllBytes(), UTF_8), InputFormat.JSON);
    }
  }
}
