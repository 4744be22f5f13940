package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every folder under {@code cases/register} gives on the server what was worked by hand, which a
 * test of the command line holds it to as well: the two say the same of versions, deliveries,
 * requests, signatures and reports.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsTheCommandLineTest {
  private static final Path ROOT = TestServer.EXAMPLES.resolveSibling("cases").resolve("register");

  /** Two texts without any sign-off: on the server an amendment that nobody signed is an offer. */
  private static final String UNSIGNED = "declarations-under-versions";

  private TestServer site;
  private Client program;
  private String provider;

  @BeforeAll
  void start() {
    site = new TestServer();
    provider = site.organization("Finance Service Center", "party");
    program = site.client().token(TestServer.token(site.administrator, true));
  }

  @AfterAll
  void stop() {
    site.close();
  }

  static Stream<String> folders() throws IOException {
    try (Stream<Path> all = Files.list(ROOT)) {
      return all
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.equals(UNSIGNED))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void eachFolderGivesWhatWasWorkedByHand(String name) throws IOException {
    Path folder = ROOT.resolve(name);
    Properties run = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve("run.properties"))) {
      run.load(reader);
    }
    String agreement = brought(folder);
    List<NamedCsvRecord> expected = rows(folder, "results.csv");
    assertThat(expected).isNotEmpty();
    String known = "";
    JsonNode evaluation = JsonMapper.shared().createObjectNode();
    for (NamedCsvRecord row : expected) {
      if (!row.getField("known_at").equals(known)) {
        known = row.getField("known_at");
        evaluation = measured(agreement, run, known);
      }
      assertThat(result(evaluation, row)).as(known).isEqualTo(wanted(row));
    }
    for (NamedCsvRecord row : rows(folder, "refused.csv")) {
      assertThat(measure(agreement, run, row.getField("known_at")).status()).isEqualTo(422);
    }
  }

  private String brought(Path folder) throws IOException {
    Path versions = folder.resolve("versions");
    List<Path> texts = new ArrayList<>();
    if (Files.isDirectory(versions)) {
      texts.add(versions.resolve("original.yaml"));
      texts.add(versions.resolve("amendment-1.yaml"));
    } else {
      texts.add(folder.resolve("agreement.yaml"));
    }
    String agreement =
        added(
            "/api/agreements?side=customer&across=" + provider,
            "application/yaml",
            Files.readAllBytes(texts.get(0)));
    String first =
        JsonMapper.shared()
            .readTree(program.get(agreement + "/versions").body())
            .get(0)
            .get("id")
            .asString();
    sent(agreement + "/versions/" + first);
    for (Path text : texts.subList(1, texts.size())) {
      sent(added(agreement + "/versions", "application/yaml", Files.readAllBytes(text)));
    }
    List<Path> files = new ArrayList<>();
    if (Files.exists(folder.resolve("register.yaml"))) {
      files.add(folder.resolve("register.yaml"));
    }
    try (Stream<Path> records = Files.list(folder.resolve("records"))) {
      records.sorted().forEach(files::add);
    }
    for (Path file : files) {
      added(
          agreement + "/records?name=" + file.getFileName(),
          "application/octet-stream",
          Files.readAllBytes(file));
    }
    return agreement;
  }

  private String added(String path, String type, byte[] content) {
    Client.Answer answer = program.send("POST", path, type, content);
    assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(201);
    return answer.response().headers().firstValue("Location").orElseThrow();
  }

  private void sent(String path) {
    Client.Answer answer =
        program.send("POST", path + "/send", "application/json", "".getBytes(UTF_8));
    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
  }

  private Client.Answer measure(String agreement, Properties run, String knownAt) {
    return program.send(
        "POST",
        agreement
            + "/results?period="
            + run.getProperty("period")
            + "&asOf="
            + run.getProperty("as-of")
            + "&knownAt="
            + knownAt,
        "application/json",
        new byte[0]);
  }

  private JsonNode measured(String agreement, Properties run, String knownAt) {
    Client.Answer answer = measure(agreement, run, knownAt);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    String result = answer.response().headers().firstValue("Location").orElseThrow();
    return JsonMapper.shared().readTree(program.get(result).body());
  }

  private static List<NamedCsvRecord> rows(Path folder, String name) throws IOException {
    Path file = folder.resolve("expected").resolve(name);
    if (!Files.exists(file)) {
      return List.of();
    }
    return CsvReader.builder().ofNamedCsvRecord(Files.readString(file)).stream().toList();
  }

  private static String wanted(NamedCsvRecord row) {
    return row.getField("status") + " " + row.getField("would_be") + " " + row.getField("figure");
  }

  private static String result(JsonNode evaluation, NamedCsvRecord row) {
    for (JsonNode metric : evaluation.get("metrics")) {
      for (JsonNode result : metric.get("results")) {
        if (metric.get("id").asString().equals(row.getField("metric"))
            && result.get("period").get("name").asString().equals(row.getField("period"))) {
          JsonNode figure = result.get("lines").get(0).path("figure");
          String denominator = figure.path("denominator").asString("");
          return result.get("status").asString()
              + " "
              + result.path("wouldBe").asString("")
              + " "
              + figure.path("numerator").asString("")
              + (denominator.isEmpty() || denominator.equals("1") ? "" : "/" + denominator);
        }
      }
    }
    return "none";
  }
}
