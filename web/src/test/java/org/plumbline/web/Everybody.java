package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.web.identity.StakeholderRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * A server with somebody for every column of {@code authority.md}, and two agreements: one of which
 * nothing was sent, and one on the table, of which something was not.
 */
final class Everybody {
  private static final Path CHAIN = TestServer.EXAMPLES.resolve("invoice-chain");
  private static final byte[] COMMENT = "{\"text\": \"Why?\", \"send\": true}".getBytes(UTF_8);
  private static final String ID = "[0-9a-f]{8}-[0-9a-f-]{27}";

  final TestServer site = new TestServer();
  final List<Actor> actors = new ArrayList<>();

  /** The values of the places in addresses, by what a row is about. */
  final Map<String, Map<String, String>> about = new java.util.HashMap<>();

  private final String customer = site.organizationId("Department of Examples");
  private final String provider = site.organization("Finance Service Center", "party");
  private final Actor manager;

  /**
   * Somebody who asks.
   *
   * @param group the column
   * @param role none where it does not matter
   * @param pages in a session
   * @param program with a token
   * @param csrf the secret of the forms of the session
   */
  record Actor(
      String group,
      String name,
      Optional<StakeholderRole> role,
      Client pages,
      Client program,
      String csrf) {}

  Everybody() {
    actors.add(actor("nobody", "nobody", Optional.empty(), site.client(), site.client()));
    actors.add(
        actor("nobody", "made up", Optional.empty(), site.client(), site.client().token("guess")));
    for (StakeholderRole role : StakeholderRole.values()) {
      join("own party", customer, "own " + role.key(), role);
      join("other party", provider, "other " + role.key(), role);
    }
    manager = named("own program-manager");
    join("third party", site.organization("Bureau", "party"), "third", PROGRAM_MANAGER);
    String qsmo = site.organization("Financial Management QSMO", "qsmo");
    join("overseers", qsmo, "overseer", StakeholderRole.QSMO);
    join("overseers", qsmo, "overseer who manages", PROGRAM_MANAGER);
    String auditors = site.organization("Inspector General", "auditor");
    join("overseers", auditors, "auditor", StakeholderRole.AUDITOR);
    join("not admitted", site.organization("Other QSMO", "qsmo"), "away", StakeholderRole.QSMO);
    Client reads = site.client().token(TestServer.token(manager.pages(), false));
    actors.add(new Actor("reading token", "reads", Optional.empty(), site.client(), reads, ""));
    agreements(List.of(qsmo, auditors));
    people();
  }

  private static final StakeholderRole PROGRAM_MANAGER = StakeholderRole.PROGRAM_MANAGER;

  private Actor join(String group, String organization, String name, StakeholderRole role) {
    Client pages = site.person(organization, name, address(name), role.key());
    Client program = site.client().token(TestServer.token(pages, true));
    Actor actor = actor(group, name, Optional.of(role), pages, program);
    actors.add(actor);
    return actor;
  }

  private static Actor actor(
      String group, String name, Optional<StakeholderRole> role, Client pages, Client program) {
    String csrf = Client.csrf(pages.get("/tokens").body()).orElseThrow();
    return new Actor(group, name, role, pages, program, csrf);
  }

  private static String address(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@everybody.test";
  }

  Actor named(String name) {
    return actors.stream().filter(actor -> actor.name().equals(name)).findFirst().orElseThrow();
  }

  // ---- agreements ----

  private void agreements(List<String> overseers) {
    Client program = manager.program();
    byte[] text = read("agreement.yaml");
    byte[] wrong = "plumbline: 1\nagreement: wrong\nzone: Mars\n".getBytes(UTF_8);

    String room = added(program, "/api/agreements?side=customer&across=" + provider, text);
    String roomText = added(program, room + "/versions", wrong);
    String roomLoad = records(room);
    String roomResult = measured(room);
    place("room", room, roomText, roomLoad, roomResult);

    String table = added(program, "/api/agreements?side=customer&across=" + provider, text);
    String load = records(table);
    String unsentResult = measured(table);
    String sentText = added(program, table + "/versions", text);
    done(program, sentText + "/send");
    String sentResult = measured(table);
    done(program, sentResult + "/send");
    place("sent", table, sentText, load, sentResult);
    Map<String, String> sent = new java.util.HashMap<>(Objects.requireNonNull(about.get("sent")));
    sent.put("comment", last(added(program, table + "/comments", COMMENT)));
    about.put("sent", sent);
    place("unsent", table, added(program, table + "/versions", wrong), fresh(), unsentResult);
    place("crossed", table, roomText, roomLoad, roomResult);

    monitored(room, table);

    JdbcClient owner =
        JdbcClient.create(
            new SimpleDriverDataSource(
                new org.postgresql.Driver(),
                site.roles.owner().url() + "?currentSchema=plumbline",
                site.roles.owner().user(),
                site.roles.owner().password()));
    for (String overseer : overseers) {
      for (String agreement : List.of(room, table)) {
        owner
            .sql(
                "insert into oversight (agreement, overseer, organization, admitted_by) select"
                    + " cast(? as uuid), cast(? as uuid), organization, id from person where email"
                    + " = ?")
            .params(last(agreement), overseer, address(manager.name()))
            .update();
      }
    }
  }

  /** Requests of the own party, and a report that the other issued. */
  private void monitored(String room, String table) {
    Client program = manager.program();
    String roomRequest = asked(room);
    String sentRequest = asked(table);
    done(program, sentRequest + "/send");
    Client provider = named("other program-manager").program();
    String measured = added(provider, table + "/results?period=2026-10", new byte[0]);
    done(provider, measured + "/send");
    Client.Answer issued =
        provider.send(
            "POST",
            table + "/close/2026-10/issue?result=" + last(measured),
            "application/json",
            new byte[0]);
    String report = first(issued.body(), "(" + ID + ")");
    String notice = posted(program, table + "/notices?kind=other&text=x");
    String review = posted(program, table + "/reviews?planned=2026-12-03&subject=x");
    String roomFile = shown(room, roomRequest);
    add("room", Map.of("request", last(roomRequest), "evidence", roomFile));
    add(
        "sent",
        Map.of(
            "request",
            last(sentRequest),
            "evidence",
            shown(table, sentRequest),
            "publication",
            report,
            "notice",
            notice,
            "review",
            review));
    add("unsent", Map.of("request", last(asked(table))));
    add(
        "crossed",
        Map.of(
            "request",
            last(roomRequest),
            "evidence",
            roomFile,
            "publication",
            NONE,
            "notice",
            NONE,
            "review",
            NONE));
  }

  private static final String NONE = "00000000-0000-0000-0000-000000000000";

  private static String posted(Client program, String path) {
    return first(
        program.send("POST", path, "application/json", new byte[0]).body(),
        "\"id\":\"(" + ID + ")");
  }

  private void add(String what, Map<String, String> places) {
    Map<String, String> all = new java.util.HashMap<>(about.getOrDefault(what, Map.of()));
    all.putAll(places);
    about.put(what, all);
  }

  private String shown(String agreement, String request) {
    String path = agreement + "/evidence?name=x.txt&about=" + last(request);
    return last(added(manager.program(), path, "It was late.".getBytes(UTF_8)));
  }

  private String asked(String agreement) {
    return added(
        manager.program(),
        agreement + "/requests?metric=entered&period=2026-10&reason=x",
        "[{\"leave-out\": [\"I1\"]}]".getBytes(UTF_8));
  }

  private void place(String what, String agreement, String text, String load, String result) {
    String concept =
        what.equals("crossed")
            ? about("room", "conops")
            : last(
                added(
                    manager.program(),
                    agreement + "/conops",
                    what.equals("sent") ? concept() : "plumbline: 1".getBytes(UTF_8)));
    if (what.equals("sent")) {
      done(manager.program(), agreement + "/conops/" + concept + "/send");
    }
    about.put(
        what,
        Map.of(
            "conops", concept,
            "agreement", last(agreement),
            "version", last(text),
            "load", last(load),
            "result", last(result)));
  }

  private static byte[] concept() {
    try {
      return Files.readAllBytes(TestServer.EXAMPLES.resolve("accounts-payable/conops.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String records(String agreement) {
    added(manager.program(), agreement + "/records?name=records.yaml", read("records.yaml"));
    return added(
        manager.program(), agreement + "/records?name=invoices.csv", read("records/invoices.csv"));
  }

  /** A file on the table's agreement that nobody sent yet. */
  String fresh() {
    String records = "/api/agreements/" + about("sent", "agreement") + "/records";
    return added(manager.program(), records + "?name=records.yaml", read("records.yaml"));
  }

  private String measured(String agreement) {
    return added(manager.program(), agreement + "/results?period=2026-10", new byte[0]);
  }

  private static String added(Client program, String path, byte[] content) {
    String type =
        path.contains("/records") || path.contains("/evidence")
            ? "application/octet-stream"
            : path.contains("/webhooks")
                    || path.contains("/results")
                    || path.contains("/requests")
                    || path.contains("/comments")
                ? "application/json"
                : "application/yaml";
    Client.Answer answer = program.send("POST", path, type, content);
    if (answer.status() != 201) {
      throw new AssertionError(path + ": " + answer.body());
    }
    return answer.response().headers().firstValue("Location").orElseThrow();
  }

  private static void done(Client program, String path) {
    Client.Answer answer = program.send("POST", path, "application/json", new byte[0]);
    if (answer.status() != 204) {
      throw new AssertionError(path + ": " + answer.body());
    }
  }

  String about(String what, String place) {
    return Objects.requireNonNull(Objects.requireNonNull(about.get(what)).get(place));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static byte[] read(String file) {
    try {
      return Files.readAllBytes(CHAIN.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ---- people ----

  private void people() {
    site.person(customer, "Nell", address("Nell"), "auditor");
    site.person(provider, "Ned", address("Ned"), "auditor");
    site.person(customer, "Leo", address("Leo"), "auditor");
    site.person(provider, "Lea", address("Lea"), "auditor");
    about.put("ours", Map.of("organization", customer, "person", id(address("Leo"))));
    about.put("theirs", Map.of("organization", provider, "person", id(address("Lea"))));
    about.put("the server’s", Map.of("person", id("ada@department.test")));
    leave(address("Leo"));
    leave(address("Lea"));
    Client administrator = site.administrator;
    Map<String, String> fields =
        Map.of(
            "organization", customer,
            "name", "Olga",
            "email", address("Olga"),
            "role", "program-manager",
            "administers", "true");
    String page = administrator.post("/tokens", "/people", fields).body();
    String link = page.replaceAll("(?s).*(/join/[A-Za-z0-9_-]+).*", "$1");
    Client olga = site.client();
    olga.post(link, link, Map.of("password", TestServer.PASSWORD));
    olga.logIn(address("Olga"), TestServer.PASSWORD);
    Client olgas = site.client().token(TestServer.token(olga, true));
    actors.add(actor("administrator", "Olga", Optional.empty(), olga, olgas));
    about.put("of us", Map.of("webhook", webhook(olgas)));

    String another = named("away").pages().get("/tokens").body();
    about.put("another’s", Map.of("token", first(another, "/tokens/(" + ID + ")/revoke")));

    Client program = site.client().token(TestServer.token(administrator, true));
    for (String address : List.of("ada@department.test", address("Nell"))) {
      administrator.post("/tokens", seat(address), Map.of());
    }
    Client nell = site.client();
    nell.logIn(address("Nell"), TestServer.PASSWORD);
    Client nells = site.client().token(TestServer.token(nell, true));
    actors.add(actor("no seat", "whose seats ended", Optional.empty(), nell, nells));
    Actor ada = actor("no seat", "Ada", Optional.empty(), administrator, program);
    actors.add(ada);
    actors.add(actor("of the server", "Ada", Optional.empty(), administrator, program));
  }

  private static String webhook(Client program) {
    byte[] asked = "{\"name\": \"x\", \"url\": \"https://x.example/\"}".getBytes(UTF_8);
    return last(added(program, "/api/webhooks", asked));
  }

  private void leave(String address) {
    site.administrator.post("/tokens", "/people/" + id(address) + "/leave", Map.of());
  }

  private String id(String address) {
    return first(row(address), "/people/(" + ID + ")/seats\"");
  }

  private String seat(String address) {
    return first(row(address), "(/people/" + ID + "/seats/" + ID + "/end)");
  }

  /** The address that ends a new seat of one of ours or theirs. */
  String freshSeat(String what) {
    String address = address(what.equals("ours") ? "Nell" : "Ned");
    site.administrator.post(
        "/tokens", "/people/" + id(address) + "/seats", Map.of("role", "auditor"));
    return seat(address);
  }

  private String row(String address) {
    String page = site.administrator.get("/people").body();
    return page.substring(page.indexOf(address));
  }

  private static String first(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    if (!found.find()) {
      throw new AssertionError("no " + pattern);
    }
    return found.group(1);
  }
}
