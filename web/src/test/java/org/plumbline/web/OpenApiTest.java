package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.web.bind.annotation.RequestMethod;

/** The description of the API says what the server answers, in the form of OpenAPI 3.1. */
class OpenApiTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Set<String> PARTS =
      Set.of("openapi", "info", "servers", "security", "paths", "webhooks", "components", "tags");

  private final Map<String, Object> description = read();

  private static Map<String, Object> read() {
    try (InputStream stream =
        Objects.requireNonNull(OpenApiTest.class.getResourceAsStream("openapi.yaml"))) {
      return map(
          new Load(LoadSettings.builder().build())
              .loadFromString(new String(stream.readAllBytes(), UTF_8)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void itDescribesEveryAddressOfTheApiAndNoOther() {
    TestServer site = new TestServer();
    Set<String> answered = AuthorityTest.addresses(site.server);
    site.close();
    answered.removeIf(address -> !address.contains(" /api/"));
    assertThat(operations().keySet()).containsExactlyElementsOf(answered);
  }

  @Test
  void itsHeadIsWhole() {
    assertThat(PARTS).containsAll(description.keySet());
    assertThat(String.valueOf(description.get("openapi"))).matches("3\\.1\\.\\d+");
    assertThat(map(description.get("info")).get("title")).isInstanceOf(String.class);
    assertThat(map(description.get("info")).get("version")).isInstanceOf(String.class);
    assertThat(map(map(description.get("components")).get("securitySchemes")))
        .containsKey(names(description.get("security")).get(0));
  }

  @Test
  void everyOperationHasItsNameItsParametersAndItsAnswers() {
    Set<String> names = new TreeSet<>();
    operations()
        .forEach(
            (address, operation) -> {
              assertThat(names.add(String.valueOf(operation.get("operationId"))))
                  .as("%s has a name of its own", address)
                  .isTrue();
              assertThat(operation.get("summary")).as(address).isInstanceOf(String.class);
              assertThat(inPath(operation)).as(address).isEqualTo(places(address));
              Map<String, Object> responses = map(operation.get("responses"));
              assertThat(responses).as(address).isNotEmpty();
              responses.forEach(
                  (status, response) -> {
                    assertThat(status).as(address).matches("[1-5]\\d\\d|default");
                    assertThat(resolved(response).get("description"))
                        .as(address + " " + status)
                        .isInstanceOf(String.class);
                  });
              if (operation.containsKey("requestBody")) {
                assertThat(map(map(operation.get("requestBody")).get("content")))
                    .as(address)
                    .isNotEmpty();
              }
            });
  }

  /** Whatever changes something is recorded once under a key, and held to the tag that was seen. */
  @Test
  void everyOperationThatIsNoReadingTakesAKeyAndATagAndSaysSo() throws java.io.IOException {
    TwoCustomers two = new TwoCustomers();
    Map<String, String> wrong = new TreeMap<>();
    operations()
        .forEach(
            (address, operation) -> {
              boolean reads = address.startsWith("GET ");
              Set<String> headers = named(operation, "header");
              if (!headers.equals(reads ? Set.of() : Set.of("Idempotency-Key", "If-Match"))) {
                wrong.put(address, "says " + headers);
              }
              if (!reads) {
                String path =
                    address
                        .substring(address.indexOf(' ') + 1)
                        .replace("/api/agreements/{agreement}", "/api" + two.agreement)
                        .replaceAll("\\{[^}]+\\}", "00000000-0000-0000-0000-000000000000");
                int keyless = asked(two.customerProgram, path, "Idempotency-Key", "\"open");
                int untagged = asked(two.customerProgram, path, "If-Match", "\"of-yesterday\"");
                if (keyless != 400 || untagged != 412) {
                  wrong.put(address, "answers " + keyless + " and " + untagged);
                }
              }
            });
    two.site.close();
    assertThat(wrong).isEmpty();
  }

  private static int asked(Client program, String path, String header, String value) {
    return program
        .send(
            "POST", path, new byte[] {'{', '}'}, "Content-Type", "application/json", header, value)
        .status();
  }

  @Test
  void listsAndTheyAloneAreGivenPageByPage() {
    TestServer site = new TestServer();
    Map<String, Boolean> lists = new TreeMap<>();
    site.server
        .handlers()
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              Class<?> given = handler.getMethod().getReturnType();
              boolean list =
                  List.class.isAssignableFrom(given) || given.getSimpleName().equals("Part");
              mapping.getPatternValues().stream()
                  .filter(path -> path.startsWith("/api/"))
                  .filter(
                      path ->
                          mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                  .forEach(path -> lists.merge("GET " + path, list, Boolean::logicalOr));
            });
    site.close();
    Set<String> wrong = new TreeSet<>();
    operations()
        .forEach(
            (address, operation) -> {
              Set<String> query = named(operation, "query");
              boolean list = Boolean.TRUE.equals(lists.get(address));
              if (query.contains("limit") != list || query.contains("cursor") != list) {
                wrong.add(address + (list ? " is a list" : " is no list"));
              }
            });
    assertThat(wrong).isEmpty();
  }

  private Set<String> named(Map<String, Object> operation, String where) {
    Set<String> names = new TreeSet<>();
    for (Object each :
        (List<?>) Objects.requireNonNull(operation.getOrDefault("parameters", List.of()))) {
      Map<String, Object> parameter = resolved(each);
      if (where.equals(parameter.get("in"))) {
        names.add(String.valueOf(parameter.get("name")));
      }
    }
    return names;
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = new ArrayList<>();
    collect(description, references);
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(reference -> assertThat(at(reference)).isNotEmpty());
  }

  private Map<String, Map<String, Object>> operations() {
    Map<String, Map<String, Object>> operations = new TreeMap<>();
    map(description.get("paths"))
        .forEach(
            (path, item) ->
                map(item)
                    .forEach(
                        (method, operation) -> {
                          assertThat(METHODS).as(path).contains(method);
                          operations.put(
                              method.toUpperCase(java.util.Locale.ROOT) + " " + path,
                              map(operation));
                        }));
    return operations;
  }

  private Set<String> inPath(Map<String, Object> operation) {
    Set<String> names = new TreeSet<>();
    for (Object each :
        (List<?>) Objects.requireNonNull(operation.getOrDefault("parameters", List.of()))) {
      Map<String, Object> parameter = resolved(each);
      assertThat(parameter).containsKeys("name", "in", "schema");
      assertThat(parameter.get("in")).isIn("path", "query", "header", "cookie");
      if ("path".equals(parameter.get("in"))) {
        assertThat(parameter.get("required")).isEqualTo(true);
        names.add(String.valueOf(parameter.get("name")));
      }
    }
    return names;
  }

  private static Set<String> places(String address) {
    Set<String> names = new TreeSet<>();
    Pattern.compile("\\{([^}]+)\\}")
        .matcher(address)
        .results()
        .map((MatchResult found) -> found.group(1))
        .forEach(names::add);
    return names;
  }

  private Map<String, Object> resolved(@Nullable Object value) {
    Map<String, Object> map = map(value);
    return map.containsKey("$ref") ? at(String.valueOf(map.get("$ref"))) : map;
  }

  private Map<String, Object> at(String reference) {
    assertThat(reference).startsWith("#/");
    Map<String, Object> here = description;
    for (String step : reference.substring(2).split("/", -1)) {
      here = map(here.get(step));
    }
    return here;
  }

  private static void collect(@Nullable Object value, List<String> references) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, each) -> {
            if ("$ref".equals(key)) {
              references.add(String.valueOf(each));
            } else {
              collect(each, references);
            }
          });
    } else if (value instanceof List<?> list) {
      list.forEach(each -> collect(each, references));
    }
  }

  private static List<String> names(@Nullable Object requirements) {
    List<String> names = new ArrayList<>();
    for (Object each : (List<?>) Objects.requireNonNull(requirements)) {
      names.addAll(map(each).keySet());
    }
    return names;
  }

  private static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> map = new TreeMap<>();
    assertThat(value).isInstanceOf(Map.class);
    ((Map<?, ?>) Objects.requireNonNull(value))
        .forEach((key, each) -> map.put(String.valueOf(key), each));
    return map;
  }
}
