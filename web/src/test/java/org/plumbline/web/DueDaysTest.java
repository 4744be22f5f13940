package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What falls due is told with its day; what a notice declares is heeded by measuring. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DueDaysTest {

  /** Items are done within two workdays; a storm closes days, maintenance is left out. */
  private static final String TEXT =
      """
      plumbline: 1
      agreement: items
      title: Items in time
      zone: America/New_York

      parties:
        customer: {name: Department of Examples}
        provider: {name: Example Services}

      performance-period: {from: 2026-01-01, until: %d-12-31}
      period: {every: month}
      calendar: office
      calendars:
        office: {hours: {mon-fri: ["08:00-17:00"]}}
      records:
        items:
          case: [number]
          moments: {opened: date, done: date}
      metrics:
        timely:
          name: Timely
          performing: provider
          records: items
          clock: {starts: opened, stops: done}
          target: {within: 2 workdays, at-least: 90%%}
      exclusions:
        storm:
          declared: {declared-by: provider, grounds: [weather]}
          closes: [office]
        maintenance:
          declared: {declared-by: provider, accepted-by: customer, silence: accepted, decide-within: 3 workdays, notice: 5 workdays}
          excludes: [timely]
      """;

  private TestServer site;
  private Client customer;
  private Client provider;
  private String across;

  @BeforeAll
  void start() {
    site = new TestServer();
    customer = site.administrator;
    across = site.organization("Example Services", "party");
    provider = site.person(across, "Paul Provider", "paul@provider.test", "program-manager");
  }

  @AfterAll
  void stop() {
    site.close();
  }

  private String sent(byte[] text) {
    String agreement =
        customer
            .upload(
                "/agreements/new",
                "/agreements",
                Map.of("side", "customer", "across", across, "text", ""),
                "agreement.yaml",
                text)
            .path();
    String version = found(customer.get(agreement).body(), agreement + "/versions/[0-9a-f-]{36}");
    customer.post(version, version + "/send", Map.of());
    return agreement;
  }

  private static String found(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as("%s in %s", pattern, page).isTrue();
    return found.group();
  }

  /** Friday to Wednesday with Monday closed are two workdays; to Thursday they are three. */
  @Test
  void aClosedDayThatANoticeDeclaresIsHeeded() {
    String agreement =
        sent(TEXT.formatted(LocalDate.now(ZoneOffset.UTC).getYear() + 1).getBytes(UTF_8));
    provider.upload(
        agreement + "/records",
        agreement + "/records",
        Map.of(),
        "items.csv",
        "number,opened,done\nA,2026-01-09,2026-01-14\nB,2026-01-09,2026-01-15\n".getBytes(UTF_8));
    assertThat(measured(agreement)).contains("0.0%").doesNotContain("50.0%");

    Map<String, String> storm =
        Map.of(
            "kind", "closure",
            "text", "Snow",
            "from", "2026-01-12",
            "until", "2026-01-12",
            "exclusion", "storm",
            "ground", "weather");
    assertThat(notice(customer, agreement, storm).status()).isEqualTo(422);
    assertThat(notice(provider, agreement, with(storm, "ground", "a hunch")).body())
        .contains("Name the ground: weather are agreed.");
    assertThat(notice(provider, agreement, storm).body())
        .contains("2026-01-12 00:00 America/New_York", "under “storm”, weather")
        .contains("Measuring heeds it.");
    assertThat(measured(agreement)).contains("50.0%");
  }

  @Test
  void maintenanceIsAcceptedAndUntilThenSilenceHasItsDay() {
    String agreement =
        sent(TEXT.formatted(LocalDate.now(ZoneOffset.UTC).getYear() + 1).getBytes(UTF_8));
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    Map<String, String> maintenance =
        Map.of(
            "kind", "maintenance",
            "text", "New release",
            "from", day,
            "until", day,
            "fromTime", "20:00",
            "untilTime", "23:30",
            "exclusion", "maintenance");
    assertThat(notice(provider, agreement, with(maintenance, "untilTime", "19:00")).body())
        .contains("does not end after it begins");
    assertThat(notice(provider, agreement, maintenance).body())
        .contains(day + " 20:00 America/New_York to " + day + " 23:30", "not accepted yet");
    assertThat(customer.get("/to-do").body())
        .contains("Answer the notice that declares a time (maintenance)")
        .contains("Silence then counts as acceptance.");
    assertThat(customer.get("/calendar").body()).contains("New release", day);
    String page = customer.get(agreement + "/notices").body();
    String answer = found(page, agreement + "/notices/[0-9a-f-]{36}/answers");
    String notices = agreement + "/notices";
    assertThat(customer.post(notices, answer, Map.of("answer", "received")).status())
        .isEqualTo(422);
    assertThat(customer.post(notices, answer, Map.of("answer", "accepted")).body())
        .contains("Accepted, Ada Customer", "Measuring heeds it.");
    assertThat(customer.get("/to-do").body()).doesNotContain("declares a time (maintenance)");
    assertThat(provider.post(notices, answer, Map.of("answer", "accepted")).status())
        .isEqualTo(403);
  }

  @Test
  void whatFallsDueStandsInTheCalendarAndAtAnAddressThatEnds() throws IOException {
    String agreement =
        sent(Files.readAllBytes(TestServer.EXAMPLES.resolve("invoice-chain/agreement.yaml")));
    assertThat(provider.get(agreement + "/calendar").body())
        .contains("SLA Performance Report due: Nov 2026", "Records due: invoices, Oct 2026")
        .contains("Last day of performance", "America/New_York");
    assertThat(provider.get("/to-do").body())
        .contains("Deliver the records of 2026-10", "2026-11-06", "past its last day")
        .contains("Measure 2026-10", "and issue the report");
    assertThat(customer.get("/to-do").body()).doesNotContain("Deliver the records");
    Client.Answer file = provider.get(agreement + "/calendar.ics");
    assertThat(file.body()).startsWith("BEGIN:VCALENDAR").contains("DTSTART;VALUE=DATE:20261106");

    String first = address(provider);
    Client nobody = site.client();
    assertThat(nobody.get(first).body()).contains("BEGIN:VCALENDAR", "Records due: invoices");
    String second = address(provider);
    assertThat(nobody.get(first).status()).isEqualTo(404);
    assertThat(nobody.get(second).status()).isEqualTo(200);
    provider.post("/calendar", "/calendar/address/end", Map.of());
    assertThat(nobody.get(second).status()).isEqualTo(404);

    String bureau = site.organization("Bureau elsewhere", "party");
    Client third = site.person(bureau, "Tom Third", "tom@bureau.test", "program-manager");
    assertThat(nobody.get(address(third)).body())
        .contains("BEGIN:VCALENDAR")
        .doesNotContain("invoices");
    Client program = site.client().token(TestServer.token(provider, false));
    assertThat(program.get("/api/calendar").body()).contains("\"kind\":\"Report\"");
    assertThat(
            program.send("POST", "/api/calendar/address", "application/json", new byte[0]).status())
        .isEqualTo(403);
  }

  private static String address(Client client) {
    String page = client.post("/calendar", "/calendar/address", Map.of()).body();
    return URI.create(found(page, "http://[^<\"]+/calendar/feed/[A-Za-z0-9_-]{43}")).getPath();
  }

  private String measured(String agreement) {
    Client.Answer measured =
        provider.post(agreement + "/results", agreement + "/results", Map.of("period", "2026-01"));
    assertThat(measured.status()).as(measured.body()).isEqualTo(200);
    return measured.body();
  }

  private static Client.Answer notice(Client by, String agreement, Map<String, String> fields) {
    return by.post(agreement + "/notices", agreement + "/notices", fields);
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    Map<String, String> all = new java.util.LinkedHashMap<>(fields);
    all.put(name, value);
    return all;
  }
}
