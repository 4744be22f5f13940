package org.plumbline.wording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;

/** Words for every agreement that the project ships. */
class ExampleWordingTest {

  @Test
  void everyMetricOfEveryExampleHasASentence() throws IOException {
    List<Path> files = agreements();
    assertThat(files).isNotEmpty();
    int metrics = 0;
    for (Path file : files) {
      Agreement agreement =
          AgreementYaml.read(file.toString(), Files.readString(file, UTF_8))
              .agreement()
              .orElseThrow(() -> new AssertionError(file + " does not read"));
      Wording wording = Wording.of(agreement);
      for (String id : agreement.metrics().keySet()) {
        metrics++;
        assertThat(wording.metric(id)).as(file + " " + id).endsWith(".").doesNotContain("[");
      }
      for (Reading.Section section : wording.read().sections()) {
        for (Reading.Item item : section.items()) {
          assertThat(item.sentence()).doesNotContain("Optional", "@", "  ");
        }
      }
    }
    assertThat(metrics).isGreaterThan(10);
  }

  private static List<Path> agreements() throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("TENETS.md"))) {
      folder = Objects.requireNonNull(folder.getParent(), "no TENETS.md above");
    }
    List<Path> found = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder.resolve("examples"))) {
      walk.filter(path -> path.endsWith("agreement.yaml")).sorted().forEach(found::add);
    }
    return found;
  }
}
