package org.plumbline.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.web.store.Roles;
import org.plumbline.web.store.TestDatabase;

/** A server with an empty database of its own, and people of two parties, a bureau and a QSMO. */
final class TestServer {
  static final String PASSWORD = "correct horse battery staple";

  /** Where examples are. */
  static final Path EXAMPLES = examples();

  private static final Pattern LINK = Pattern.compile("/join/[A-Za-z0-9_-]+");

  final Server server;
  final Roles roles = TestDatabase.migrated();
  final Client administrator;
  final Path data;

  TestServer() {
    try {
      data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data-");
      server = Server.start(new ServerOptions(0, data, Optional.of(roles), 4), Clock.systemUTC());
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
    administrator = client();
    String begin = server.begin().orElseThrow().getPath();
    administrator.post(
        begin,
        begin,
        Map.of(
            "organization", "Department of Examples",
            "name", "Ada Customer",
            "email", "ada@department.test",
            "password", PASSWORD));
    administrator.logIn("ada@department.test", PASSWORD);
  }

  Client client() {
    return new Client(server.address());
  }

  /** Adds an organization and gives its id. */
  String organization(String name, String kind) {
    administrator.post("/people", "/people/organizations", Map.of("name", name, "kind", kind));
    return organizationId(name);
  }

  String organizationId(String name) {
    Matcher option =
        Pattern.compile("<option value=\"([0-9a-f-]{36})\">" + name + "</option>")
            .matcher(administrator.get("/people").body());
    if (!option.find()) {
      throw new AssertionError("no organization " + name);
    }
    return option.group(1);
  }

  /** Invites somebody, who joins and logs in. */
  Client person(String organization, String name, String email, String role) {
    String page =
        administrator
            .post(
                "/tokens",
                "/people",
                Map.of("organization", organization, "name", name, "email", email, "role", role))
            .body();
    Matcher link = LINK.matcher(page);
    if (!link.find()) {
      throw new AssertionError("no link for " + name);
    }
    Client client = client();
    client.post(link.group(), link.group(), Map.of("password", PASSWORD));
    client.logIn(email, PASSWORD);
    return client;
  }

  /** Makes a token of somebody. */
  static String token(Client client, boolean writes) {
    Map<String, String> fields =
        writes
            ? Map.of("name", "test", "days", "1", "writes", "true")
            : Map.of("name", "test", "days", "1");
    Matcher secret =
        Pattern.compile("plumbline_[A-Za-z0-9_-]{43}")
            .matcher(client.post("/tokens", "/tokens", fields).body());
    if (!secret.find()) {
      throw new AssertionError("no token");
    }
    return secret.group();
  }

  private static Path examples() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("examples"))) {
      here = java.util.Objects.requireNonNull(here.getParent());
    }
    return here.resolve("examples");
  }

  void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
