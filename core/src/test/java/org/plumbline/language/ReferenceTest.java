package org.plumbline.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.agreement.yaml.AgreementFile;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.agreement.yaml.RealAgreements;
import org.plumbline.check.Checker;
import org.plumbline.finding.Severity;
import org.plumbline.records.yaml.BindingYaml;
import tools.jackson.databind.JsonNode;

/**
 * The reference is made from the schemas: meanings, defaults and examples have their home there,
 * where editors show them. Each example stands in a document that a test holds to be right.
 */
class ReferenceTest {

  private static final String PAGES = "core/src/test/resources/language/pages";
  private static final Pattern TABLE = Pattern.compile("\\{\\{(\\w+):([a-z-]*)}}");

  /** What the check rightly says of the documents in {@code language}. */
  private static final Map<String, Set<String>> TOLD =
      Map.of("amended", Set.of("PL322", "PL338"), "desk", Set.of("PL362", "PL401"));

  @ParameterizedTest
  @ValueSource(strings = {"agreement", "calendars", "records"})
  void eachExampleIsALineOfADocumentThatIsRight(String schema) {
    SchemaWalk walk = new SchemaWalk(schema);
    Corpus.documents(schema).forEach(walk::note);
    List<String> unseen = new ArrayList<>();
    maps(walk)
        .forEach(
            (name, map) ->
                map.path("properties")
                    .properties()
                    .forEach(key -> unseen.addAll(unseen(walk, name, key))));
    assertThat(unseen).isEmpty();
  }

  /** Examples of a key that stand nowhere; a variant of what varies need not occur at all. */
  private static List<String> unseen(
      SchemaWalk walk, String name, Map.Entry<String, JsonNode> key) {
    List<String> unseen = new ArrayList<>();
    Set<String> there = walk.valuesOf(name + "/" + key.getKey());
    if (there.isEmpty() && name.matches("(conditional|dated)-.*")) {
      return List.of();
    }
    key.getValue()
        .path("examples")
        .forEach(
            example -> {
              if (!there.contains(example.toString())) {
                unseen.add(name + "/" + key.getKey() + ": " + example);
              }
            });
    return unseen;
  }

  static List<String> documents() {
    return RealAgreements.files("core/src/test/resources/language", "agreement.yaml");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void theDocumentsOfRarerKeysAreRight(String path) throws Exception {
    ReadAgreement read = AgreementFile.read(RealAgreements.root().resolve(path));
    String folder = path.replaceFirst(".*/([a-z-]+)/agreement.yaml", "$1");
    assertThat(Checker.check(read).stream().map(finding -> finding.code().id()))
        .as("%s", Checker.check(read))
        .containsExactlyInAnyOrderElementsOf(TOLD.getOrDefault(folder, Set.of()));
  }

  @Test
  void theBindingAndTheCalendarsOfRarerKeysAreRight() throws Exception {
    Path folder = RealAgreements.root().resolve("core/src/test/resources/language");
    var desk = AgreementFile.read(folder.resolve("desk/agreement.yaml")).agreement().orElseThrow();
    byte[] binding = Files.readAllBytes(folder.resolve("desk/records.yaml"));
    assertThat(BindingYaml.read("records.yaml", binding, desk).findings()).isEmpty();
    assertThat(AgreementFile.calendars(folder.resolve("amended/calendars.yaml")).findings())
        .noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  @Test
  void thePagesSayWhatTheSchemasSay() {
    Map<String, SchemaWalk> schemas = new LinkedHashMap<>();
    for (String schema : List.of("agreement", "calendars", "records")) {
      schemas.put(schema, new SchemaWalk(schema));
    }
    Set<String> shown = new TreeSet<>();
    for (String path : RealAgreements.filesEndingWith(PAGES, ".page")) {
      String name = path.substring(path.lastIndexOf('/') + 1).replace(".page", ".md");
      Matcher table =
          TABLE.matcher(RealAgreements.text(path).replace("{{figures}}", Figures.list()));
      StringBuilder page = new StringBuilder();
      while (table.find()) {
        SchemaWalk schema = Objects.requireNonNull(schemas.get(table.group(1)), table.group());
        shown.add(table.group(1) + ":" + table.group(2));
        table.appendReplacement(
            page,
            Matcher.quoteReplacement(
                new KeyTable(schema, sections(table.group(1))).of(table.group(2))));
      }
      Pages.hold(name, table.appendTail(page) + "");
    }
    assertThat(shown).isEqualTo(wanted(schemas));
  }

  /** Where the table of each definition of a schema stands. */
  private static Map<String, String> sections(String schema) {
    Map<String, String> sections = new LinkedHashMap<>();
    for (String path : RealAgreements.filesEndingWith(PAGES, ".page")) {
      String page = path.substring(path.lastIndexOf('/') + 1).replace(".page", ".md");
      String heading = "";
      for (String line : RealAgreements.text(path).lines().toList()) {
        heading = line.startsWith("#") ? line.replaceFirst("#+ ", "") : heading;
        Matcher table = TABLE.matcher(line);
        if (table.matches() && table.group(1).equals(schema)) {
          String anchor =
              heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
          sections.put(table.group(2), page + "#" + anchor);
        }
      }
    }
    return sections;
  }

  private static Set<String> wanted(Map<String, SchemaWalk> schemas) {
    Set<String> wanted = new TreeSet<>();
    maps(Objects.requireNonNull(schemas.get("agreement"))).keySet().stream()
        .filter(name -> !name.matches("(conditional|dated)-.*"))
        .forEach(name -> wanted.add("agreement:" + name));
    maps(Objects.requireNonNull(schemas.get("records")))
        .keySet()
        .forEach(name -> wanted.add("records:" + name));
    wanted.addAll(Set.of("agreement:conditional-duration", "agreement:dated-share", "calendars:"));
    return wanted;
  }

  private static Map<String, JsonNode> maps(SchemaWalk walk) {
    Map<String, JsonNode> maps = new LinkedHashMap<>();
    maps.put("", walk.root());
    walk.root()
        .path("$defs")
        .properties()
        .forEach(
            definition -> {
              if (definition.getValue().path("properties").isObject()) {
                maps.put(definition.getKey(), definition.getValue());
              }
            });
    return maps;
  }
}
