package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.idp.Provider;
import org.plumbline.web.identity.OpenIdSettings;
import org.plumbline.web.store.TestDatabase;

/** Logging in by a real provider of identities. */
class OpenIdTest {

  @Test
  void whoWasInvitedComesInByTheProviderAndNobodyElse(@TempDir Path data)
      throws IOException, SQLException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String here = "http://127.0.0.1:" + port;
    try (Provider provider = Provider.start(here + "/login/oauth2/code/plumbline")) {
      ServerOptions options =
          new ServerOptions(
              port,
              data,
              Optional.of(TestDatabase.empty()),
              4,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(
                  new OpenIdSettings(
                      provider.issuer().toString(),
                      Provider.CLIENT,
                      Provider.SECRET,
                      "Agency ID")));
      try (Server server = Server.start(options, Clock.systemUTC())) {
        Client first = new Client(server.address());
        String begin = server.begin().orElseThrow().getPath();
        first.post(
            begin,
            begin,
            Map.of(
                "organization", "Department of Examples",
                "name", "Ada Customer",
                "email", "ada@department.test",
                "password", TestServer.PASSWORD));
        assertThat(first.get("/log-in").body()).contains("Log in with Agency ID");

        assertThat(through(here, provider, "ada@department.test")).contains("Ada Customer");
        assertThat(through(here, provider, "unknown@department.test"))
            .contains("was invited here")
            .doesNotContain("Ada Customer");
        assertThat(through(here, provider, Provider.UNVERIFIED + "ada@department.test"))
            .as("an address that the provider does not say to have verified")
            .contains("was invited here")
            .doesNotContain("Ada Customer");
      }
    }
  }

  /** The page at the end of the way through the provider. */
  private static String through(String here, Provider provider, String email)
      throws IOException, InterruptedException {
    HttpClient http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();
    HttpResponse<String> form = get(http, here + "/oauth2/authorization/plumbline");
    assertThat(form.uri().getPath()).isEqualTo("/login");
    return http.send(
            HttpRequest.newBuilder(provider.issuer().resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "username="
                            + URLEncoder.encode(email, StandardCharsets.UTF_8)
                            + "&password="
                            + Provider.PASSWORD))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static HttpResponse<String> get(HttpClient http, String address)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html").GET().build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
