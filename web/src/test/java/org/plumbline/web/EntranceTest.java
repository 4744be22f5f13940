package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who comes in, and who does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntranceTest {
  private TestServer site;

  @BeforeAll
  void start() {
    site = new TestServer();
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void theLinkToBeginWorksOnce() {
    String begin = site.server.begin().orElseThrow().getPath();
    assertThat(site.client().get(begin).status()).isEqualTo(404);
  }

  @Test
  void whoIsNotLoggedInGetsThePageToLogIn() {
    for (String path : new String[] {"/", "/people", "/tokens", "/agreements/new", "/no/such"}) {
      assertThat(site.client().get(path).path()).as(path).isEqualTo("/log-in");
    }
  }

  @Test
  void pagesAllowNoInlineScriptAndNobodysFrame() {
    Client.Answer page = site.client().get("/log-in");
    assertThat(page.response().headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("<script", "style=", "onclick");
  }

  @Test
  void aFormWithoutItsSecretIsRefused() {
    Client ada = site.client();
    ada.logIn("ada@department.test", TestServer.PASSWORD);
    Client.Answer answer =
        ada.post("/people/organizations", Map.of("name", "Forged", "kind", "party"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(ada.get("/people").body()).doesNotContain("Forged");
  }

  @Test
  void aPasswordThatIsShortOrHoldsTheNameIsRefused() {
    String id = site.organization("Short", "party");
    String page =
        site.administrator
            .post(
                "/people",
                "/people",
                Map.of(
                    "organization",
                    id,
                    "name",
                    "Sam Short",
                    "email",
                    "sam@short.test",
                    "role",
                    "pmo-lead"))
            .body();
    String link = page.replaceAll("(?s).*(/join/[A-Za-z0-9_-]+).*", "$1");
    assertThat(site.client().post(link, link, Map.of("password", "short")).body())
        .contains("at least 12 characters");
    assertThat(site.client().post(link, link, Map.of("password", "sam short is here")).body())
        .contains("Leave your name");
    site.client().post(link, link, Map.of("password", TestServer.PASSWORD));
    assertThat(site.client().get(link).status()).isEqualTo(404);
  }

  @Test
  void tenWrongPasswordsLockTheAccountAndTheRightOneDoesNotOpenItThen() {
    String id = site.organization("Locked", "party");
    site.person(id, "Lou Locked", "lou@locked.test", "pmo-lead");
    Client guessing = site.client();
    for (int guess = 0; guess < 10; guess++) {
      guessing.post(
          "/log-in", "/log-in", Map.of("email", "lou@locked.test", "password", "guess " + guess));
    }
    Client.Answer answer =
        guessing.post(
            "/log-in",
            "/log-in",
            Map.of("email", "lou@locked.test", "password", TestServer.PASSWORD));
    assertThat(answer.path()).isEqualTo("/log-in?failed");
  }

  @Test
  void whoLeftIsOutAtOnce() {
    String id = site.organization("Leaving", "party");
    Client gone = site.person(id, "Gil Gone", "gil@leaving.test", "pmo-lead");
    assertThat(gone.get("/").status()).isEqualTo(200);
    String page = site.administrator.get("/people").body();
    String leave =
        page.substring(page.indexOf("gil@leaving.test"))
            .replaceAll("(?s).*?(/people/[0-9a-f-]{36}/leave).*", "$1");
    site.administrator.post("/people", leave, Map.of());
    assertThat(gone.get("/").path()).isEqualTo("/log-in");
  }

  @Test
  void aTokenEndsWhenItIsRevoked() {
    Client ada = site.client();
    ada.logIn("ada@department.test", TestServer.PASSWORD);
    Client program = site.client().token(TestServer.token(ada, true));
    assertThat(program.get("/api/agreements").status()).isEqualTo(200);
    String end =
        ada.get("/tokens").body().replaceAll("(?s).*(/tokens/[0-9a-f-]{36}/revoke).*", "$1");
    ada.post("/tokens", end, Map.of());
    assertThat(program.get("/api/agreements").status()).isEqualTo(401);
  }
}
