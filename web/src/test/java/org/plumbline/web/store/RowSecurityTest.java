package org.plumbline.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Asks the database as the application's role does, past every handler. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowSecurityTest {
  private static final UUID NOBODY = new UUID(0, 0);

  private Roles roles;
  private Store store;
  private JdbcClient owner;
  private UUID agency;
  private UUID bureau;
  private UUID provider;
  private UUID qsmo;
  private UUID customerPerson;
  private UUID customerWithoutSeat;
  private UUID providerPerson;
  private UUID bureauPerson;
  private UUID overseer;
  private UUID agreement;
  private UUID draft;
  private UUID sent;

  @BeforeAll
  void twoPartiesAndTwoWhoAreNot() {
    roles = TestDatabase.migrated();
    store = Store.open(roles.application());
    owner =
        JdbcClient.create(
            new SimpleDriverDataSource(
                new org.postgresql.Driver(),
                roles.owner().url() + "?currentSchema=plumbline",
                roles.owner().user(),
                roles.owner().password()));
    agency = organization("Agency", "party");
    bureau = organization("Bureau", "party");
    provider = organization("Provider", "party");
    qsmo = organization("QSMO", "qsmo");
    customerPerson = person(agency, "c@agency.test", true);
    customerWithoutSeat = person(agency, "n@agency.test", false);
    providerPerson = person(provider, "p@provider.test", true);
    bureauPerson = person(bureau, "b@bureau.test", true);
    overseer = person(qsmo, "q@qsmo.test", true);
    agreement =
        store.as(
            customerPerson,
            jdbc ->
                id(
                    jdbc,
                    "insert into agreement (name, title, customer, provider, organization,"
                        + " opened_by) values ('desk', 'Desk', ?, ?, ?, ?) returning id",
                    agency,
                    provider,
                    agency,
                    customerPerson));
    draft = version(1);
    sent = version(2);
  }

  private UUID organization(String name, String kind) {
    return id(
        owner, "insert into organization (name, kind) values (?, ?) returning id", name, kind);
  }

  private UUID person(UUID organization, String email, boolean seated) {
    UUID person =
        id(
            owner,
            "insert into person (organization, name, email, administers)"
                + " values (?, 'A Person', ?, 'nothing') returning id",
            organization,
            email);
    if (seated) {
      owner
          .sql(
              "insert into seat (organization, role, person, capacity, from_day, given_by)"
                  + " values (?, 'program-manager', ?, 'holder', current_date, ?)")
          .params(organization, person, person)
          .update();
    }
    return person;
  }

  private UUID version(int number) {
    return store.as(
        customerPerson,
        jdbc ->
            id(
                jdbc,
                "insert into version (agreement, organization, number, text, title, written_by)"
                    + " values (?, ?, ?, 'text', 'Desk', ?) returning id",
                agreement,
                agency,
                number,
                customerPerson));
  }

  private static UUID id(JdbcClient jdbc, String sql, Object... values) {
    return jdbc.sql(sql).params(values).query(UUID.class).single();
  }

  private void send(UUID by, UUID organization, UUID subject) {
    store.in(
        by,
        jdbc ->
            jdbc.sql(
                    "insert into sending (agreement, organization, subject, sent_by) values (?, ?,"
                        + " ?, ?)")
                .params(agreement, organization, subject, by)
                .update());
  }

  private List<UUID> versionsSeenBy(UUID person) {
    return store.as(
        person,
        jdbc -> jdbc.sql("select id from version order by number").query(UUID.class).list());
  }

  private long agreementsSeenBy(UUID person) {
    return store.as(
        person, jdbc -> jdbc.sql("select count(*) from agreement").query(Long.class).single());
  }

  @Test
  void aDraftIsSeenByItsPartyAloneAndWhatWasSentByBothAndByThoseWhoOversee() {
    assertThat(versionsSeenBy(customerPerson)).containsExactly(draft, sent);
    assertThat(versionsSeenBy(providerPerson)).isEmpty();
    assertThat(agreementsSeenBy(providerPerson)).isZero();

    send(customerPerson, agency, sent);

    assertThat(versionsSeenBy(customerPerson)).containsExactly(draft, sent);
    assertThat(versionsSeenBy(providerPerson)).containsExactly(sent);
    assertThat(agreementsSeenBy(providerPerson)).isOne();
    assertThat(versionsSeenBy(bureauPerson)).isEmpty();
    assertThat(agreementsSeenBy(bureauPerson)).isZero();
    assertThat(versionsSeenBy(customerWithoutSeat)).isEmpty();
    assertThat(versionsSeenBy(NOBODY)).isEmpty();

    assertThat(versionsSeenBy(overseer)).isEmpty();
    store.in(
        providerPerson,
        jdbc ->
            jdbc.sql(
                    "insert into oversight (agreement, overseer, organization, admitted_by) values"
                        + " (?, ?, ?, ?)")
                .params(agreement, qsmo, provider, providerPerson)
                .update());
    assertThat(versionsSeenBy(overseer)).containsExactly(sent);
  }

  @Test
  void withoutAPersonNothingIsSeen() {
    for (String table :
        List.of("organization", "person", "agreement", "version", "seat", "audit")) {
      assertThat(
              store.<Long>asNobody(
                  jdbc -> jdbc.sql("select count(*) from " + table).query(Long.class).single()))
          .as(table)
          .isZero();
    }
  }

  @Test
  void nobodySendsWhatIsAnothers() {
    assertThatThrownBy(() -> send(providerPerson, provider, draft))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("row-level security");
    assertThatThrownBy(() -> send(providerPerson, agency, draft))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> send(overseer, qsmo, draft)).isInstanceOf(DataAccessException.class);
  }

  @Test
  void nobodyWritesInAnothersRoomNorInAnothersName() {
    assertThatThrownBy(() -> comment(providerPerson, agency, providerPerson))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> comment(customerPerson, agency, providerPerson))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> comment(bureauPerson, bureau, bureauPerson))
        .isInstanceOf(DataAccessException.class);
    comment(customerPerson, agency, customerPerson);
  }

  private void comment(UUID by, UUID organization, UUID signed) {
    store.in(
        by,
        jdbc ->
            jdbc.sql(
                    "insert into comment (agreement, organization, place, text, written_by) values"
                        + " (?, ?, '', 'x', ?)")
                .params(agreement, organization, signed)
                .update());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "organization",
        "person",
        "departure",
        "agreement",
        "oversight",
        "seat",
        "seat_end",
        "sending",
        "version",
        "sign_off",
        "comment",
        "load",
        "result",
        "publication",
        "request",
        "request_answer",
        "task",
        "task_done",
        "notice",
        "delivery_statement",
        "report_decision",
        "posting_act",
        "notice_answer",
        "informed",
        "review",
        "review_note",
        "message",
        "message_try",
        "mail_wish",
        "statement",
        "conops",
        "conops_certification",
        "audit"
      })
  void whatWasRecordedStays(String table) {
    for (String change : List.of("delete from " + table, "update " + table + " set id = id")) {
      String statement = table.equals("audit") ? change.replace("id = id", "at = at") : change;
      assertThatThrownBy(() -> store.in(customerPerson, jdbc -> jdbc.sql(statement).update()))
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("permission denied");
      assertThatThrownBy(() -> owner.sql(statement).update())
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("what was recorded stays");
    }
    assertThatThrownBy(() -> owner.sql("truncate " + table + " cascade").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void everyTableButAccountsIsUnderRowSecurity() {
    assertThat(
            owner
                .sql(
                    "select relname from pg_class where relnamespace = 'plumbline'::regnamespace"
                        + " and relkind = 'r' and not relrowsecurity order by relname")
                .query(String.class)
                .list())
        .containsExactly("account", "flyway_schema_history", "link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"account", "link", "flyway_schema_history", "token", "calendar_address"})
  void secretsAreOutOfTheApplicationsReach(String table) {
    assertThatThrownBy(
            () ->
                store.in(
                    customerPerson,
                    jdbc -> jdbc.sql("select * from " + table).query().listOfRows()))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void aRoleAboveTheRulesIsRefused() {
    assertThatThrownBy(() -> Store.open(roles.owner()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("owns the tables");
  }

  @Test
  void aSeatThatEndedOrHasNotBegunShowsNothing() {
    UUID former = person(agency, "former@agency.test", false);
    for (String days : List.of("current_date - 9, current_date - 1", "current_date + 1, null")) {
      owner
          .sql(
              "insert into seat (organization, role, person, capacity, from_day, until_day,"
                  + " given_by) select ?, 'program-manager', ?, 'holder', "
                  + days
                  + ", ?")
          .params(agency, former, former)
          .update();
    }
    assertThat(versionsSeenBy(former)).isEmpty();
    owner
        .sql(
            "insert into seat (organization, role, agreement, person, capacity, from_day, given_by)"
                + " values (?, 'technical-sme', ?, ?, 'holder', current_date, ?)")
        .params(agency, agreement, former, former)
        .update();
    assertThat(versionsSeenBy(former)).contains(draft, sent);
    owner
        .sql("insert into departure (person, told_by) values (?, ?)")
        .params(former, customerPerson)
        .update();
    assertThat(versionsSeenBy(former)).isEmpty();
  }

  @AfterAll
  void close() {
    store.close();
  }
}
