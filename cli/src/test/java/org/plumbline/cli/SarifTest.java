package org.plumbline.cli;

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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings as SARIF against the schema of the standard. */
class SarifTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"agreement.yaml", "a draft (2nd), 100%.yaml", "très:tôt.yaml", "[x]#y?z.yaml"})
  void whatIsFoundIsValid(String name) throws IOException {
    Path file = folder.resolve(name);
    Shell.run("init", folder.resolve("starter").toString());
    String right = Files.readString(folder.resolve("starter/agreement.yaml"));
    Files.writeString(file, right.replace("performing: provider", "performing: vendor"));
    Shell.Run run = Shell.run("check", "--format", "sarif", file.toString());
    assertThat(run.out()).contains("PL303");
    assertThat(schema().validate(run.out(), InputFormat.JSON)).isEmpty();
    assertThat(run.out()).doesNotContain(" (2nd)").contains(".yaml\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plumbline: 1\n", "a: [\n", "plumbline: 1\nagreement: &a b\n"})
  void soIsWhatIsFoundInATextThatIsNone(String text) throws IOException {
    Path file = folder.resolve("agreement.yaml");
    Files.writeString(file, text);
    Shell.Run run = Shell.run("check", "--format", "sarif", file.toString());
    assertThat(run.out()).contains("ruleId");
    assertThat(schema().validate(run.out(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void whatIsNoSarifIsRefusedByTheSchema() throws IOException {
    assertThat(schema().validate("{\"version\": \"2.1.0\", \"runs\": [{}]}", InputFormat.JSON))
        .isNotEmpty();
  }

  private static Schema schema() throws IOException {
    try (InputStream in = SarifTest.class.getResourceAsStream("/sarif-2.1.0-rtm.5.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
          .getSchema(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
    }
  }
}
