package org.plumbline.report.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plumbline.desk.Desk;
import org.plumbline.desk.DeskEvaluation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluationJsonTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Test
  void theOutputIsValidByItsSchema() throws IOException {
    String json = EvaluationJson.write(DeskEvaluation.evaluation());
    assertThat(errors(json)).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatIsNotIt() throws IOException {
    String json = EvaluationJson.write(DeskEvaluation.evaluation());
    assertThat(errors(json.replace("\"status\" : \"met\"", "\"status\" : \"splendid\"")))
        .isNotEmpty();
    assertThat(errors(json.replace("plumbline-evaluation/1", "plumbline-evaluation/2")))
        .isNotEmpty();
    assertThat(errors(json.replace("\"asOf\"", "\"asof\""))).isNotEmpty();
    assertThat(errors(json.replace("\"knownAt\"", "\"knownat\""))).isNotEmpty();
  }

  @Test
  void figuresAreExact() {
    JsonNode root = MAPPER.readTree(EvaluationJson.write(DeskEvaluation.evaluation()));
    JsonNode line = root.at("/metrics/1/results/0/lines/0");
    assertThat(line.at("/figure/numerator").asString()).isEqualTo("287");
    assertThat(line.at("/figure/denominator").asString()).isEqualTo("403");
    assertThat(line.at("/figure/decimal").asString()).isEqualTo("0.712158808933");
    assertThat(line.at("/figure/shown").asString()).isEqualTo("71.2%");
    assertThat(root.at("/metrics/1/results/0/sentence").asString()).contains("812 of 2,821");
    assertThat(root.at("/cases/0/intervals").size()).isEqualTo(5);
  }

  @Test
  void hostileTextIsJustText() throws IOException {
    String json =
        EvaluationJson.write(
            DeskEvaluation.evaluation(
                Desk.agreement(Desk.metrics(), "\"},\u0000</script>\u202E"), Set.of(), "a\"b\n"));
    assertThat(errors(json)).isEmpty();
    assertThat(MAPPER.readTree(json).at("/agreement/parties/0/name").asString())
        .isEqualTo("\"},\u0000</script>\u202E");
  }

  private static List<Error> errors(String json) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            EvaluationJson.class.getResourceAsStream(EvaluationJson.SCHEMA_RESOURCE))) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(new String(stream.readAllBytes(), UTF_8), InputFormat.JSON);
      return schema.validate(json, InputFormat.JSON);
    }
  }
}
