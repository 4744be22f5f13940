package org.plumbline.report.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The example of what {@code diff} writes, which the command line's tests compare with it. */
class DifferenceSchemaTest {

  private static final Path EXAMPLE = Path.of("../docs/formats/difference-example.json");

  @Test
  void theExampleIsValidAndOneStepAloneToo() throws IOException {
    String text = Files.readString(EXAMPLE);
    Schema schema = schema();
    assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    JsonNode root = JsonMapper.builder().build().readTree(text);
    ObjectNode step = (ObjectNode) root.get("steps").get(0).deepCopy();
    step.put("schema", "plumbline-difference/1");
    assertThat(schema.validate(step.toString(), InputFormat.JSON)).isEmpty();
    step.remove("cost");
    assertThat(schema.validate(step.toString(), InputFormat.JSON)).isNotEmpty();
  }

  private static Schema schema() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            DifferenceSchemaTest.class.getResourceAsStream("difference.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(stream.readAllBytes(), UTF_8), InputFormat.JSON);
    }
  }
}
