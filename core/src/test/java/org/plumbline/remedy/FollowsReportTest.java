package org.plumbline.remedy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plumbline.report.Evaluation;
import org.plumbline.report.csv.PostingsCsv;
import org.plumbline.report.json.EvaluationJson;
import org.plumbline.wording.RemedySentences;

/** What follows from generated contracts has words for every step, and is valid as data. */
class FollowsReportTest {

  private static final long SEED = 20_261_122_000L;

  @Test
  void everyStepHasASentenceAndTheDataIsValidByItsSchema() throws IOException {
    Schema schema = schema();
    Set<Class<?>> told = new HashSet<>();
    for (long seed = SEED; seed < SEED + 60; seed++) {
      GeneratedContract contract = new GeneratedContract(seed, false);
      Consequences follows =
          Remedying.follow(contract.agreement(), contract.results(), contract.circumstances());
      Evaluation evaluation =
          new Evaluation(
                  contract.agreement(),
                  "plumbline1:sha-256:0",
                  "Test",
                  contract.results().asOf(),
                  contract.results(),
                  List.of(),
                  List.of(),
                  List.of(),
                  Optional.empty(),
                  List.of(),
                  Set.of())
              .with(follows);
      RemedySentences sentences = RemedySentences.of(contract.agreement());
      for (Posting posting : follows.postings()) {
        assertThat(sentences.sentence(posting)).endsWith(".").doesNotContain("Optional", "  ");
        assertThat(sentences.steps(posting))
            .hasSameSizeAs(posting.steps())
            .allMatch(sentence -> sentence.endsWith(".") && !sentence.contains("Optional"));
        posting.steps().forEach(step -> told.add(step.getClass()));
      }
      assertThat(schema.validate(EvaluationJson.write(evaluation), InputFormat.JSON))
          .as("seed %d", seed)
          .isEmpty();
      assertThat(PostingsCsv.write(evaluation).lines().count())
          .as("seed %d", seed)
          .isEqualTo(follows.postings().size() + 1L);
    }
    assertThat(told).as("kinds of steps seen").hasSizeGreaterThanOrEqualTo(14);
  }

  private static Schema schema() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            EvaluationJson.class.getResourceAsStream(EvaluationJson.SCHEMA_RESOURCE))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(stream.readAllBytes(), UTF_8), InputFormat.JSON);
    }
  }
}
