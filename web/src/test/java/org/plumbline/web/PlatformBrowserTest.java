package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Webhooks, the roster, evidence and uploads, in a real browser; all but uploads without scripts.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformBrowserTest {
  private static final String ADA = "ada@department.test";

  private TestServer site;
  private Looks looks;
  private String agreement;

  @BeforeAll
  void open() throws IOException {
    site = new TestServer();
    looks = new Looks();
    String provider = site.organization("Finance Service Center", "party");
    site.person(
        site.organizationId("Department of Examples"), "Sam", "sam@department.test", "pmo-lead");
    Client program = site.client().token(TestServer.token(site.administrator, true));
    agreement =
        program
            .send(
                "POST",
                "/api/agreements?side=customer&across=" + provider,
                "application/yaml",
                Files.readAllBytes(TestServer.EXAMPLES.resolve("invoice-chain/agreement.yaml")))
            .response()
            .headers()
            .firstValue("Location")
            .orElseThrow()
            .replace("/api", "");
  }

  @AfterAll
  void close() {
    looks.close();
    site.close();
  }

  private String at(String path) {
    return site.server.address().resolve(agreement + path).toString();
  }

  @Test
  void aWebhookIsRegisteredTriedAndEnded() {
    Page page = looks.page(site, ADA);
    page.click("nav >> text=Webhooks");
    looks.at(page);
    page.fill("[name=name]", "books");
    page.fill("[name=url]", "https://hooks.agency.example/plumbline");
    page.click("main form[action='/webhooks'] button[type=submit]");
    assertThat(Looks.whole(page)).contains("whsec_");
    page.click("main form[action$='/test'] button");
    assertThat(Looks.whole(page)).contains("waiting").doesNotContain("whsec_");
    looks.at(page);
    page.click("main form[action$='/end'] button");
    assertThat(Looks.whole(page)).contains("It is told nothing more");
    looks.at(page);
    page.navigate(site.server.address() + "webhooks");
    looks.at(page);
    assertThat(looks.wrong()).isEmpty();
  }

  @Test
  void aSeatIsDelegatedAndARoleIsRecordedAsVacant() {
    Page page = looks.page(site, ADA);
    page.navigate(at("/roster"));
    looks.at(page);
    page.selectOption(
        "#d-person", new com.microsoft.playwright.options.SelectOption().setLabel("Sam"));
    page.fill("#d-until", page.inputValue("#d-from"));
    page.click("main form:has(#d-seat) button[type=submit]");
    assertThat(Looks.whole(page)).contains("delegate of Ada Customer");
    page.selectOption("#h-capacity", "vacant");
    page.selectOption("#h-role", "business-owner");
    page.fill("#h-reason", "Retired");
    page.click("main form:has(#h-role) button[type=submit]");
    assertThat(Looks.whole(page)).contains("Retired").contains("signature no. 2");
    looks.at(page);
    assertThat(looks.wrong()).isEmpty();
  }

  @Test
  void aFileShowsARequest() {
    Page page = looks.page(site, ADA);
    page.navigate(at("/requests/new?metric=entered&period=2026-10&case=I1"));
    page.fill("[name=reason]", "It was late.");
    page.click("main button[type=submit]");
    page.setInputFiles(
        "[name=file]", new FilePayload("why.txt", "text/plain", "Late.".getBytes(UTF_8)));
    page.click("form[action$='/evidence'] button[type=submit]");
    assertThat(Looks.whole(page)).contains("why.txt");
    looks.at(page);
    assertThat(looks.wrong()).isEmpty();
  }

  @Test
  void aConceptIsChangedInForms() throws IOException {
    Page page = looks.page(site, ADA);
    page.navigate(at("/conops"));
    page.fill(
        "[name=text]",
        Files.readString(TestServer.EXAMPLES.resolve("accounts-payable/conops.yaml")));
    page.click("main form button[type=submit]");
    page.setInputFiles(
        "[name=file]",
        new FilePayload(
            "target.png",
            "image/png",
            java.util.Base64.getDecoder()
                .decode(
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==")));
    page.fill("[name=caption]", "The target state");
    page.click("form[action$='/evidence'] button[type=submit]");
    assertThat(page.getAttribute("figure img", "alt")).isEqualTo("The target state");
    looks.at(page);
    page.click("text=change it in forms");
    looks.at(page);
    page.fill("[name='areas/governance/accountable']", "customer/executive-sponsor");
    page.click("section[aria-labelledby=areas] button[type=submit]");
    assertThat(Looks.whole(page)).contains("Kept as a new draft");
    assertThat(page.inputValue("[name='areas/governance/accountable']"))
        .isEqualTo("customer/executive-sponsor");
    looks.at(page);
    assertThat(looks.wrong()).isEmpty();
  }

  private Page recordsWithScripts() {
    Page page = looks.pageWithScripts();
    page.navigate(site.server.address() + "log-in");
    page.fill("[name=email]", ADA);
    page.fill("[name=password]", TestServer.PASSWORD);
    page.click("main button");
    page.navigate(at("/records"));
    return page;
  }

  @Test
  void whoeverLeavesWhileAnUploadGoesOnIsAskedAndMayStay() {
    Page page = recordsWithScripts();
    AtomicReference<Route> held = new AtomicReference<>();
    page.route(
        "**/records",
        route -> {
          if (route.request().method().equals("POST")) {
            held.set(route);
          } else {
            route.resume();
          }
        });
    List<String> asked = new ArrayList<>();
    page.onDialog(
        dialog -> {
          asked.add(dialog.type());
          dialog.dismiss();
        });
    page.setInputFiles(
        "[name=file]", new FilePayload("new.csv", "text/csv", "a\n1\n".getBytes(UTF_8)));
    page.click("main form[data-upload] button[type=submit]");
    page.waitForCondition(() -> held.get() != null);
    page.locator("nav >> text=To do").click(new Locator.ClickOptions().setNoWaitAfter(true));
    page.waitForCondition(() -> !asked.isEmpty());
    assertThat(asked).containsExactly("beforeunload");
    assertThat(page.url()).isEqualTo(at("/records"));
    Objects.requireNonNull(held.get()).resume();
    page.waitForURL("**/records/*-*");
    page.click("nav >> text=To do");
    page.waitForURL("**/to-do");
    assertThat(asked).as("once it is over nobody is asked").hasSize(1);
  }

  @Test
  void withScriptsAnUploadShowsHowFarItIsAndEndsOnItsReport() throws IOException {
    Page page = recordsWithScripts();
    page.setInputFiles(
        "[name=file]",
        new FilePayload(
            "records.yaml",
            "application/octet-stream",
            Files.readAllBytes(TestServer.EXAMPLES.resolve("invoice-chain/records.yaml"))));
    page.click("main form[data-upload] button[type=submit]");
    page.waitForURL("**/records/*-*");
    assertThat(Looks.whole(page)).contains("records.yaml");

    page.navigate(at("/records"));
    page.setInputFiles("[name=file]", new FilePayload("empty.csv", "text/csv", new byte[0]));
    page.click("main form[data-upload] button[type=submit]");
    page.waitForSelector(".pl-progress [role=alert]");
    assertThat(page.textContent(".pl-progress [role=alert]")).isEqualTo("The file is empty.");
  }
}
