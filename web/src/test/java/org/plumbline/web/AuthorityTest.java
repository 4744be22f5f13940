package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plumbline.web.identity.StakeholderRole;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Everybody asks for everything, and gets what {@code authority.md} says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorityTest {

  /** Reading asks for a seat and no role: one role of each kind stands for all. */
  private static final Set<StakeholderRole> READERS =
      Set.of(
          StakeholderRole.PROGRAM_MANAGER,
          StakeholderRole.EXECUTIVE_SPONSOR,
          StakeholderRole.O_AND_M_TEAM,
          StakeholderRole.AUDITOR);

  /** Loads records anew. */
  private static final List<String> COSTLY = List.of("{metric}", "{result}/documents");

  private final AuthorityTable table = AuthorityTable.read();
  private Everybody everybody;

  @BeforeAll
  void start() {
    everybody = new Everybody();
  }

  @AfterAll
  void stop() {
    everybody.site.close();
  }

  @Test
  void theTableNamesEveryAddressOfTheServerAndNoOther() {
    assertThat(addresses(everybody.site.server)).isEqualTo(table.addresses());
  }

  /** The addresses of a server: method and path. */
  static Set<String> addresses(Server server) {
    Set<String> addresses = new TreeSet<>();
    for (RequestMappingInfo mapping : server.handlers().getHandlerMethods().keySet()) {
      Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
      for (String path : mapping.getPatternValues()) {
        methods.forEach(method -> addresses.add(method + " " + path));
        if (methods.isEmpty()) {
          addresses.add("ANY " + path);
        }
      }
    }
    return addresses;
  }

  @Test
  void theTableNamesEveryRole() {
    assertThat(table.acts().keySet())
        .containsExactlyElementsOf(
            List.of(StakeholderRole.values()).stream().map(StakeholderRole::key).toList());
  }

  @Test
  void everybodyGetsWhatTheTableSays() {
    List<String> wrong = new ArrayList<>();
    Set<String> columns = new TreeSet<>();
    int asked = 0;
    for (AuthorityTable.Row row : table.rows()) {
      for (Everybody.Actor actor : everybody.actors) {
        Optional<String> expected = expected(row, actor);
        if (expected.isEmpty()) {
          continue;
        }
        columns.add(actor.group());
        asked++;
        String got = ask(row, actor, expected.get());
        if (!got.equals(expected.get())) {
          wrong.add(row + ": " + actor.name() + " got " + got + ", not " + expected.get());
        }
      }
    }
    assertThat(wrong).isEmpty();
    Set<String> named = new TreeSet<>();
    table.rows().forEach(row -> named.addAll(row.gets().keySet()));
    assertThat(columns).isEqualTo(named);
    assertThat(asked).isGreaterThan(2_000);
  }

  @Test
  void aSessionIsNothingToTheApiAndATokenIsNothingToPages() {
    Everybody.Actor manager = everybody.named("own program-manager");
    for (AuthorityTable.Row row : table.rows()) {
      if ("log in".equals(row.gets().get("nobody"))) {
        Client crossed = row.path().startsWith("/api/") ? manager.pages() : manager.program();
        assertThat(outcome(send(row, path(row), crossed, manager.csrf())))
            .as(row.toString())
            .isIn("log in", "a form too old");
      }
    }
  }

  private Optional<String> expected(AuthorityTable.Row row, Everybody.Actor actor) {
    String cell = row.gets().getOrDefault(actor.group(), "–");
    boolean api = row.path().startsWith("/api/");
    if (cell.equals("–")
        || (actor.group().equals("nobody") && !api && actor.name().equals("made up"))) {
      return Optional.empty();
    }
    if (Set.of("draft", "load", "measure", "send").contains(cell)) {
      boolean may =
          Objects.requireNonNull(table.acts().get(actor.role().orElseThrow().key())).contains(cell);
      return Optional.of(may ? "allowed" : "refused");
    }
    return actor.role().filter(role -> leavesOut(row, role)).isPresent()
        ? Optional.empty()
        : Optional.of(cell);
  }

  private static boolean leavesOut(AuthorityTable.Row row, StakeholderRole role) {
    if (COSTLY.stream().anyMatch(row.path()::contains)) {
      return role != StakeholderRole.PROGRAM_MANAGER;
    }
    return row.method().equals("GET")
        && !row.path().endsWith("/{agreement}")
        && role != StakeholderRole.QSMO
        && !READERS.contains(role);
  }

  private String ask(AuthorityTable.Row row, Everybody.Actor actor, String expected) {
    String path = path(row);
    if (expected.equals("allowed")
        && row.path().contains("{load}/send")
        && row.about().equals("unsent")) {
      // Sends it indeed: a new one for each.
      path = path.replace(everybody.about("unsent", "load"), last(everybody.fresh()));
    }
    if (expected.equals("allowed") && row.path().contains("{seat}")) {
      path = (row.path().startsWith("/api/") ? "/api" : "") + everybody.freshSeat(row.about());
    }
    Client client = row.path().startsWith("/api/") ? actor.program() : actor.pages();
    return outcome(send(row, path, client, actor.csrf()));
  }

  private String path(AuthorityTable.Row row) {
    String path = row.path();
    Map<String, String> places =
        new LinkedHashMap<>(everybody.about.getOrDefault(row.about(), Map.of()));
    places.put("metric", "forwarded");
    places.put("name", "raid-log.xlsx");
    places.put("task", "define-service-level-agreements-slas");
    places.put("period", "2026-10");
    places.put("secret", "used-already");
    places.put(
        "document",
        row.path().contains("{result}")
            ? "results.xlsx"
            : row.path().contains("{conops}") ? "responsibilities.xlsx" : "iaa.json");
    for (String none : List.of("comment", "order", "paper", "milestone", "change")) {
      places.putIfAbsent(none, "00000000-0000-0000-0000-000000000000");
    }
    places.put("seat", "00000000-0000-0000-0000-000000000000");
    for (Map.Entry<String, String> place : places.entrySet()) {
      path = path.replace("{" + place.getKey() + "}", place.getValue());
    }
    return path;
  }

  /** Sends what stops just behind the question who asks, where it would change something. */
  private Client.Answer send(AuthorityTable.Row row, String path, Client client, String csrf) {
    if (row.method().equals("GET")) {
      return client.get(row.path().endsWith("/case") ? path + "?key=I1" : path);
    }
    if (row.path().startsWith("/api/")) {
      return switch (row.address()) {
        case "POST /api/agreements" ->
            client.send(
                "POST",
                path + "?side=customer&across=" + everybody.about("theirs", "organization"),
                "application/yaml",
                new byte[] {' '});
        case "POST /api/agreements/{agreement}/versions",
            "POST /api/agreements/{agreement}/conops" ->
            client.send("POST", path, "application/yaml", new byte[] {' '});
        case "POST /api/agreements/from-spreadsheet" ->
            client.send("POST", path, "application/octet-stream", new byte[0]);
        case "POST /api/agreements/{agreement}/records" ->
            client.send("POST", path + "?name=x.csv", "application/octet-stream", new byte[0]);
        case "POST /api/agreements/{agreement}/evidence" ->
            client.send("POST", path + "&name=x.txt", "application/octet-stream", new byte[0]);
        default ->
            client.send(
                "POST",
                path + "?period=none",
                "application/json",
                row.path().startsWith("/api/people") ? person(row) : new byte[] {'{', '}'});
      };
    }
    Map<String, String> fields = new LinkedHashMap<>(Map.of("_csrf", csrf, "period", "none"));
    if (row.address().equals("POST /agreements/{agreement}/records")
        || row.address().equals("POST /agreements/{agreement}/evidence")) {
      return client.upload(path, fields, "x.csv", new byte[0]);
    }
    if (row.path().startsWith("/people") || row.path().startsWith("/tokens")) {
      fields.putAll(
          Map.of("name", " ", "email", "", "role", "auditor", "kind", "party", "days", "1"));
      fields.put(
          "organization",
          everybody.about.getOrDefault(row.about(), Map.of()).getOrDefault("organization", ""));
    }
    if (row.path().contains("{secret}")) {
      fields.putAll(Map.of("organization", "X", "name", "X", "email", "x@x.test", "password", "x"));
    }
    return client.post(path, fields);
  }

  private byte[] person(AuthorityTable.Row row) {
    String organization =
        everybody
            .about
            .getOrDefault(row.about(), Map.of())
            .getOrDefault("organization", "00000000-0000-0000-0000-000000000000");
    return ("{\"organization\": \""
            + organization
            + "\", \"name\": \" \", \"role\": \"auditor\", \"kind\": \"party\"}")
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String outcome(Client.Answer answer) {
    boolean page = !answer.response().request().uri().getPath().startsWith("/api/");
    if (answer.status() == 401 || (answer.path().equals("/log-in") && answer.redirected())) {
      return "log in";
    }
    return switch (answer.status()) {
      case 200, 201, 204, 422 -> "allowed";
      case 403 ->
          page && !answer.body().contains("Not for your role") ? "a form too old" : "refused";
      case 404 -> "not found";
      default -> "status " + answer.status();
    };
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
