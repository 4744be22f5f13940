package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import tools.jackson.databind.JsonNode;

/** Lists that grew long over the years, page by page: files, results, texts and messages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongListsTest {
  private static final int MORE = 2_345;

  private MonthClosed month;
  private Client program;
  private JdbcClient owner;
  private UUID agreement;

  @BeforeAll
  void start() throws IOException {
    month = new MonthClosed();
    program = month.site.client().token(TestServer.token(month.provider, true));
    agreement = UUID.fromString(month.agreement.substring(month.agreement.lastIndexOf('/') + 1));
    owner =
        JdbcClient.create(
            new SimpleDriverDataSource(
                new org.postgresql.Driver(),
                month.site.roles.owner().url() + "?currentSchema=plumbline",
                month.site.roles.owner().user(),
                month.site.roles.owner().password()));
    // Twenty at each moment, so that moments alone do not order them.
    grown(
        "load",
        "agreement, organization, version, sha256, bytes, is_binding, report, received_by",
        "file_name",
        "received_at");
    grown(
        "result",
        "agreement, organization, version, versions, as_of, known_at, loads, engine, evaluation, page, summary, follows, zone, evaluated_by",
        "period",
        "evaluated_at");
    grown("message", "person, agreement, is_formal, text, path, made_by", "subject", "made_at");
  }

  @AfterAll
  void stop() {
    month.site.close();
  }

  private void grown(String table, String same, String name, String moment) {
    owner
        .sql(
            "insert into %1$s (%2$s, %3$s, %4$s) select %2$s, 'old ' || n, %4$s - (n / 20 + 1) * interval '1 minute' from (select * from %1$s where agreement = ? order by %4$s desc limit 1) one, generate_series(1, ?) n"
                .formatted(table, same, name, moment))
        .params(agreement, MORE)
        .update();
  }

  private List<String> ids(String path) {
    return ids(program, path);
  }

  private static List<String> ids(Client who, String path) {
    List<String> ids = new ArrayList<>();
    String next = path;
    while (!next.isEmpty()) {
      Client.Answer answer = who.get(next);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      JsonNode page = TwoCustomers.json(answer);
      page.forEach(item -> ids.add(item.path("id").asString()));
      next =
          answer.response().headers().allValues("Link").stream()
              .filter(link -> link.endsWith("rel=\"next\""))
              .map(link -> link.substring(1, link.indexOf('>')))
              .findFirst()
              .orElse("");
    }
    return ids;
  }

  @ParameterizedTest
  @ValueSource(strings = {"records", "results"})
  void aListIsReadToItsEndInPagesOfAnyLengthWithTheSameOrder(String list) {
    String path = "/api" + month.agreement + "/" + list;
    List<String> all = ids(path + "?limit=1000");
    assertThat(all).hasSizeGreaterThan(MORE).doesNotHaveDuplicates();
    assertThat(ids(path + "?limit=97")).isEqualTo(all);
    assertThat(ids(path)).isEqualTo(all);
  }

  @Test
  void messagesAreReadBehindTheFirstHundredToo() {
    Client customer = month.site.client().token(TestServer.token(month.site.administrator, true));
    List<String> told = ids(program, "/api/messages?limit=500");
    told.addAll(ids(customer, "/api/messages?limit=500"));
    assertThat(told).hasSizeGreaterThan(MORE).doesNotHaveDuplicates();
  }

  @Test
  void pagesLeadToEarlierOnesAndBack() {
    String path = month.agreement + "/records";
    String first = month.provider.get(path).body();
    assertThat(first).contains("Earlier ones").doesNotContain("The newest");
    Matcher link = Pattern.compile("href=\"(\\?cursor=[^\"]+)\"").matcher(first);
    assertThat(link.find()).isTrue();
    String second = month.provider.get(path + link.group(1)).body();
    assertThat(second)
        .contains("Earlier ones", "The newest", "old ")
        .doesNotContain("invoices.csv");
  }

  @Test
  void aCursorThatLeadsNowhereIsRefused() {
    String path = "/api" + month.agreement + "/records?cursor=";
    assertThat(program.get(path + "nowhere").status()).isEqualTo(422);
    assertThat(program.get(path + "AAAAAAAAAAAAAAAAAAAAAA").status()).isEqualTo(422);
    assertThat(program.get("/api" + month.agreement + "/results?limit=1001").status())
        .isEqualTo(422);
  }
}
