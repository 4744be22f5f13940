package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody whose program does it all through the API. How one comes in, invites others and gets a
 * token is no matter of programs: that is done on the pages.
 */
final class AtAProgram implements Somebody {
  private static final Pattern LINK = Pattern.compile("/join/[A-Za-z0-9_-]+");

  private final Client pages;
  private final Client program;
  private final String name;
  private final String email;
  private String agreement = "";
  private String load = "";

  AtAProgram(URI server, String name, String email) {
    this.pages = new Client(server);
    this.program = new Client(server);
    this.name = name;
    this.email = email;
  }

  // ---- asking ----

  private JsonNode get(String path) {
    Client.Answer answer = program.get(path);
    assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private Client.Answer post(String path, String type, byte[] body) {
    Client.Answer answer = program.send("POST", path, type, body);
    assertThat(answer.status() / 100).as("%s: %s", path, answer.body()).isEqualTo(2);
    return answer;
  }

  private Client.Answer post(String path) {
    return post(path, "application/json", new byte[0]);
  }

  private Client.Answer post(String path, Map<String, ?> body) {
    return post(path, "application/json", JsonMapper.shared().writeValueAsBytes(body));
  }

  private static String location(Client.Answer answer) {
    return answer.response().headers().firstValue("Location").orElseThrow();
  }

  private static String words(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static JsonNode first(JsonNode list, Predicate<JsonNode> sought) {
    for (JsonNode each : list) {
      if (sought.test(each)) {
        return each;
      }
    }
    throw new AssertionError("not among " + list);
  }

  // ---- the entrance ----

  @Override
  public void begins(URI link, String organization) {
    pages.post(
        link.getPath(),
        link.getPath(),
        Map.of(
            "organization",
            organization,
            "name",
            name,
            "email",
            email,
            "password",
            TestServer.PASSWORD));
    getsAToken();
  }

  private void getsAToken() {
    pages.logIn(email, TestServer.PASSWORD);
    program.token(TestServer.token(pages, true));
  }

  @Override
  public void adds(String organization) {
    pages.post("/people", "/people/organizations", Map.of("name", organization, "kind", "party"));
  }

  @Override
  public String invites(String invited, String address, String organization) {
    String page =
        pages
            .post(
                "/tokens",
                "/people",
                Map.of(
                    "organization",
                    organization(organization),
                    "name",
                    invited,
                    "email",
                    address,
                    "role",
                    "program-manager"))
            .body();
    Matcher link = LINK.matcher(page);
    assertThat(link.find()).isTrue();
    return link.group();
  }

  private String organization(String sought) {
    return first(get("/api/organizations"), each -> each.path("name").asString().equals(sought))
        .path("id")
        .asString();
  }

  @Override
  public void letsSign(String person) {
    Matcher row =
        Pattern.compile("for=\"role-([0-9a-f-]{36})\">Role for " + person + "<")
            .matcher(pages.get("/people").body());
    assertThat(row.find()).isTrue();
    pages.post("/tokens", "/people/" + row.group(1) + "/seats", Map.of("role", "business-owner"));
  }

  @Override
  public void joins(String link) {
    pages.post(link, link, Map.of("password", TestServer.PASSWORD));
    getsAToken();
  }

  // ---- plan and define ----

  @Override
  public void putsIn(String text, String across) {
    agreement =
        location(
            post(
                "/api/agreements?side=customer&across=" + organization(across),
                "application/yaml",
                text.getBytes(UTF_8)));
  }

  @Override
  public void finds(String title) {
    agreement =
        "/api/agreements/"
            + first(get("/api/agreements"), each -> each.path("title").asString().equals(title))
                .path("id")
                .asString();
  }

  private JsonNode texts() {
    return get(agreement + "/versions");
  }

  private static boolean isSent(JsonNode text) {
    return text.path("sentAt").isString() || text.path("sentAt").isNumber();
  }

  private String version(JsonNode text) {
    return agreement + "/versions/" + text.path("id").asString();
  }

  @Override
  public void sendsTheText() {
    post(version(first(texts(), each -> !isSent(each))) + "/send");
  }

  @Override
  public void comments(Life.Metric metric, String words) {
    post(
        agreement + "/comments",
        Map.of("place", "metrics/" + metric.id(), "text", words, "send", true));
  }

  @Override
  public void resolves(String response) {
    String comment = get(agreement + "/comments").get(0).path("first").path("id").asString();
    post(
        agreement + "/comments/" + comment + "/resolve",
        Map.of("outcome", "accepted", "response", response, "send", true));
  }

  @Override
  public void supports(Life.Metric metric) {
    post(
        agreement + "/buy-in",
        Map.of("metric", metric.id(), "role", "business-owner", "stance", "supports"));
    post(agreement + "/buy-in/send");
  }

  @Override
  public void proposes(UnaryOperator<String> change) {
    JsonNode last = first(texts(), AtAProgram::isSent);
    String text = program.get(version(last) + "/text").body();
    assertThat(change.apply(text)).isNotEqualTo(text);
    String added =
        location(
            post(
                agreement + "/versions?from=" + last.path("id").asString(),
                "application/yaml",
                change.apply(text).getBytes(UTF_8)));
    post(added + "/send");
  }

  // ---- finalize ----

  @Override
  public void takesTheirText() {
    post(version(first(texts(), AtAProgram::isSent)) + "/accept");
  }

  @Override
  public void signs() {
    String version = version(first(texts(), AtAProgram::isSent));
    int step =
        first(get(version + "/sign-off").path("steps"), each -> each.path("turn").asBoolean())
            .path("number")
            .asInt();
    post(version + "/sign-off", Map.of("step", step, "decision", "accepted"));
  }

  @Override
  public String hashInForce() {
    return get(agreement + "/in-force").path("hash").asString();
  }

  // ---- monitor ----

  @Override
  public void brings(String file, byte[] content) {
    load = location(post(agreement + "/records?name=" + file, "application/octet-stream", content));
  }

  @Override
  public void delivers(String period) {
    post(load + "/certify?set=invoices&completeFor=" + period);
  }

  @Override
  public void measures(String period) {
    post(location(post(agreement + "/results?period=" + period)) + "/send");
  }

  private String result(String period) {
    return agreement
        + "/results/"
        + first(get(agreement + "/results"), each -> each.path("period").asString().equals(period))
            .path("id")
            .asString();
  }

  @Override
  public void sees(String period, String words) {
    assertThat(pages.get(result(period).substring("/api".length())).body()).contains(words);
    assertThat(get(result(period)).toString()).contains("plumbline-evaluation/1");
  }

  @Override
  public void explains(Life.Metric metric, String theCase, String file) {
    JsonNode newest = get(agreement + "/results").get(0);
    JsonNode cases =
        get(
            agreement
                + "/results/"
                + newest.path("id").asString()
                + "/metrics/"
                + metric.id()
                + "/cases");
    assertThat(cases.toString()).contains(theCase);
  }

  @Override
  public void issues(String period, String reason) {
    String result = result(period);
    post(
        agreement
            + "/close/"
            + period
            + "/issue?result="
            + result.substring(result.lastIndexOf('/') + 1)
            + "&reason="
            + words(reason));
  }

  @Override
  public void asksToLeaveOut(String theCase, Life.Metric metric, String period, String reason) {
    post(
        location(
                post(
                    agreement
                        + "/requests?metric="
                        + metric.id()
                        + "&period="
                        + period
                        + "&reason="
                        + words(reason),
                    "application/json",
                    ("[{\"leave-out\": [\"" + theCase + "\"]}]").getBytes(UTF_8)))
            + "/send");
  }

  private String toDo(String beginning) {
    return first(get("/api/to-do"), each -> each.path("what").asString().startsWith(beginning))
        .path("path")
        .asString();
  }

  @Override
  public void grants(String reason) {
    String request = toDo("Answer the request");
    post("/api" + request + "/answers?answer=granted&reason=" + words(reason));
  }

  @Override
  public void accepts(String period) {
    assertThat(toDo("Say whether you accept report")).endsWith("/close/" + period);
    String report =
        first(
                get(agreement + "/publications"),
                each ->
                    each.path("period").asString().equals(period)
                        && each.path("restates").isNumber())
            .path("id")
            .asString();
    post(agreement + "/publications/" + report + "/acceptance?decision=accepted");
  }

  @Override
  public void givesNotice(String text) {
    post(
        agreement
            + "/notices?kind=maintenance&from=2026-12-24&until=2026-12-24&text="
            + words(text));
  }

  @Override
  public void receivesTheNotice() {
    assertThat(toDo("Say that you received the notice")).contains("/notices");
    String notice = get(agreement + "/notices").get(0).path("id").asString();
    post(agreement + "/notices/" + notice + "/answers?answer=received");
  }

  @Override
  public void callsAReview(String subject) {
    post(agreement + "/reviews?planned=2026-12-03&subject=" + words(subject));
  }

  @Override
  public void decides(String decision) {
    JsonNode held = get(agreement + "/reviews").get(0);
    String review = held.path("review").path("id").asString();
    post(agreement + "/reviews/" + review + "/notes?kind=decision&text=" + words(decision));
  }
}
