package org.plumbline.web.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.web.TwoPeople;
import org.plumbline.web.identity.Viewer;
import org.springframework.dao.DataAccessException;

/** Asks the database as the application's role does, past every handler, for the tables of V20. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NegotiationSecurityTest {
  /** Of each table what a row has beside its agreement and organization; the person comes last. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "term_acceptance",
              "version, digest, accepted_by) select ?, ?, v.id, 'x', ? from version v",
          "comment_resolution",
              "comment, outcome, response, resolved_by) select ?, ?, c.id, 'accepted', 'x', ? from"
                  + " comment c",
          "buy_in",
              "version, metric, role, stance, digest, said_by) select ?, ?, v.id, 'm',"
                  + " 'auditor', 'supports', 'x', ? from version v",
          "signing_order", "steps, proposed_by) select ?, ?, array['a', 'b'], ? from version v",
          "signature_file",
              "sign_off, file_name, sha256, bytes, kept_by) select ?, ?, f.id, 'x.pdf',"
                  + " repeat('0', 64), 1, ? from sign_off f");

  private TwoPeople two;

  @BeforeAll
  void open() {
    two = new TwoPeople();
    UUID text = two.sendText();
    two.store.in(
        two.customer.person(),
        jdbc -> {
          jdbc.sql(
                  "insert into comment (agreement, organization, place, text, written_by) values"
                      + " (?, ?, '', 'x', ?)")
              .params(two.agreement, two.customer.organization(), two.customer.person())
              .update();
          jdbc.sql(
                  "insert into sign_off (agreement, organization, version, hash, person, role,"
                      + " decision, signed_on, given_by) values (?, ?, ?, 'x', ?, 'auditor',"
                      + " 'accepted', current_date, ?)")
              .params(
                  two.agreement,
                  two.customer.organization(),
                  text,
                  two.customer.person(),
                  two.customer.person())
              .update();
        });
  }

  @AfterAll
  void close() {
    two.close();
  }

  private UUID add(Viewer by, String table, UUID organization, UUID person) {
    return two.store.as(
        by.person(),
        jdbc ->
            TwoPeople.id(
                jdbc,
                "insert into "
                    + table
                    + " (agreement, organization, "
                    + COLUMNS.get(table)
                    + " limit 1 returning id",
                two.agreement,
                organization,
                person));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "term_acceptance",
        "comment_resolution",
        "buy_in",
        "signing_order",
        "signature_file"
      })
  void aRowStandsInItsRoomUntilItIsSentAndStaysAsItIs(String table) {
    Viewer ours = two.customer;
    Viewer theirs = two.provider;
    UUID row = add(ours, table, ours.organization(), ours.person());
    assertThat(two.seen(ours, table)).containsExactly(row);
    assertThat(two.seen(theirs, table)).isEmpty();

    assertThatThrownBy(() -> add(theirs, table, ours.organization(), theirs.person()))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> add(ours, table, ours.organization(), theirs.person()))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> add(two.third, table, two.third.organization(), two.third.person()))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> two.store.in(theirs.person(), jdbc -> two.send(jdbc, theirs, row)))
        .isInstanceOf(DataAccessException.class);

    two.store.in(ours.person(), jdbc -> two.send(jdbc, ours, row));
    assertThat(two.seen(theirs, table)).containsExactly(row);
    assertThat(two.seen(two.third, table)).isEmpty();

    for (String change : List.of("delete from " + table, "update " + table + " set id = id")) {
      assertThatThrownBy(() -> two.store.in(ours.person(), jdbc -> jdbc.sql(change).update()))
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("permission denied");
      assertThatThrownBy(() -> two.owner.sql(change).update())
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("what was recorded stays");
    }
    assertThat(two.owner.sql("select audit_broken_at()").query(Long.class).optional()).isEmpty();
  }
}
