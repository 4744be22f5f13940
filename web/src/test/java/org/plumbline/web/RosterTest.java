package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;

/** Delegation, acting and vacancy: by pages and by the API, and past them in the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RosterTest {

  /** The database counts days in the zone of this machine. */
  private final LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);

  private TestServer site;
  private Client owner;
  private Client program;
  private Client expert;
  private String agreement;

  @BeforeAll
  void start() throws IOException {
    site = new TestServer();
    String provider = site.organization("Finance Service Center", "party");
    String customer = site.organizationId("Department of Examples");
    owner = site.person(customer, "Olive", "olive@department.test", "business-owner");
    program = site.client().token(TestServer.token(owner, true));
    expert = site.person(customer, "Sam", "sam@department.test", "technical-sme");
    site.person(customer, "Tia", "tia@department.test", "technical-sme");
    byte[] text =
        (Files.readString(TestServer.EXAMPLES.resolve("invoice-chain/agreement.yaml"))
                + "\nroles:\n  cor: {name: Contracting Officer's Representative, party: customer,"
                + " stands-for: program-manager}\n")
            .getBytes(UTF_8);
    agreement =
        program
            .send(
                "POST",
                "/api/agreements?side=customer&across=" + provider,
                "application/yaml",
                text)
            .response()
            .headers()
            .firstValue("Location")
            .orElseThrow();
  }

  @AfterAll
  void stop() {
    site.close();
  }

  private static String first(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern + " in " + page).isTrue();
    return found.group(1);
  }

  private String seatOf(String name) {
    return first(
        program.get(agreement + "/roster").body(),
        "\"id\":\"([0-9a-f-]{36})\"[^{}]*\"name\":\"" + name + "\",\"capacity\":\"holder\"");
  }

  private String person(String name) {
    return first(
        program.get(agreement + "/roster").body(),
        "\"person\":\"([0-9a-f-]{36})\",\"name\":\"" + name + "\"");
  }

  private Client.Answer said(Client by, String json) {
    return by.send("POST", agreement + "/roster", "application/json", json.getBytes(UTF_8));
  }

  private String delegation(String seat, String to, LocalDate from, LocalDate until) {
    return "{\"capacity\": \"delegate\", \"seat\": \"%s\", \"person\": \"%s\", \"from\": \"%s\", \"until\": \"%s\", \"reason\": \"On leave\"}"
        .formatted(seat, to, from, until);
  }

  @Test
  void aDelegateMaySendWhileTheDaysLastAndNoLonger() {
    String page = agreement.replace("/api", "") + "/oversight";
    assertThat(expert.get(page).body()).doesNotContain("id=\"admit\"");

    Client.Answer added =
        said(program, delegation(seatOf("Olive"), person("Sam"), today, today.plusDays(5)));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(expert.get(page).body()).contains("id=\"admit\"");
    assertThat(program.get(agreement + "/roster").body())
        .contains("\"capacity\":\"delegate\",\"insteadOf\":\"Olive\"");

    String id = first(added.body(), "\"id\":\"([0-9a-f-]{36})\"");
    assertThat(
            program
                .send("POST", agreement + "/roster/" + id + "/end", "application/json", new byte[0])
                .status())
        .isEqualTo(204);
    assertThat(expert.get(page).body()).doesNotContain("id=\"admit\"");
  }

  @Test
  void nobodyDelegatesWhatIsNotTheirsOrWithoutAnEndOrInThePast() {
    String seat = seatOf("Olive");
    String sam = person("Sam");
    Client sams = site.client().token(TestServer.token(expert, true));
    assertThat(said(sams, delegation(seat, sam, today, today.plusDays(1))).status()).isEqualTo(403);
    String olive = person("Olive");
    assertThat(said(sams, delegation(seat, olive, today, today.plusDays(1))).status())
        .isEqualTo(422);
    assertThat(said(sams, delegation(seat, person("Ada Customer"), today, today)).status())
        .isEqualTo(403);
    assertThat(said(program, delegation(seat, sam, today, today.plusDays(366))).status())
        .isEqualTo(422);
    assertThat(said(program, delegation(seat, sam, today.minusDays(1), today)).status())
        .isEqualTo(422);
    assertThat(
            said(
                    program,
                    delegation(seat, sam, today, today)
                        .replace("\"until\": \"" + today + "\"", "\"until\": \"\""))
                .body())
        .contains("without an end");
    assertThat(said(program, "{\"capacity\": \"holder\", \"role\": \"pmo-lead\"}").status())
        .as("who looks after nobody")
        .isEqualTo(403);
  }

  @Test
  void aVacancySaysWhatWaitsAndEndsWhenSomebodyHoldsTheRole() {
    Client administrator = site.client().token(TestServer.token(site.administrator, true));
    String day = ", \"from\": \"" + today + "\"}";
    Client.Answer vacant =
        said(
            administrator,
            "{\"capacity\": \"vacant\", \"role\": \"cor\", \"reason\": \"Left\"" + day);
    assertThat(vacant.status()).as(vacant.body()).isEqualTo(201);
    assertThat(program.get(agreement + "/roster/vacancies").body())
        .contains("cor (stands for Program Manager)", "Left");
    assertThat(owner.get(agreement.replace("/api", "") + "/roster").body())
        .contains("cor (stands for Program Manager)")
        .doesNotContain("Record who sits where");

    assertThat(
            said(
                    administrator,
                    "{\"capacity\": \"acting\", \"seat\": \""
                        + first(vacant.body(), "\"id\":\"([0-9a-f-]{36})\"")
                        + "\", \"person\": \""
                        + person("Tia")
                        + "\", \"until\": \""
                        + today.plusDays(30)
                        + "\""
                        + day)
                .status())
        .isEqualTo(201);
    Client.Answer held =
        said(
            administrator,
            "{\"capacity\": \"holder\", \"role\": \"cor\", \"person\": \""
                + person("Tia")
                + "\""
                + day);
    assertThat(held.status()).as(held.body()).isEqualTo(201);
    assertThat(program.get(agreement + "/roster/vacancies").body()).doesNotContain("Left");
  }

  @Test
  void theDatabaseItselfLetsNobodyStandInForAnother() {
    try (TwoPeople two = new TwoPeople()) {
      UUID seat =
          TwoPeople.id(two.owner, "select id from seat where person = ?", two.provider.person());
      for (UUID by : java.util.List.of(two.customer.person(), two.third.person())) {
        assertThatThrownBy(
                () ->
                    two.store.in(
                        by,
                        jdbc ->
                            jdbc.sql(
                                    "insert into seat (organization, role, person, capacity,"
                                        + " instead_of, from_day, until_day, given_by) values (?,"
                                        + " 'program-manager', ?, 'delegate', ?, current_date,"
                                        + " current_date, ?)")
                                .params(two.provider.organization(), by, seat, by)
                                .update()))
            .isInstanceOf(DataAccessException.class)
            .hasStackTraceContaining("row-level security");
      }
    }
  }
}
