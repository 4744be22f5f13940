package org.plumbline.web.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.web.TwoPeople;
import org.plumbline.web.identity.Viewer;
import org.springframework.dao.DataAccessException;

/** Asks the database as the application's role does, past every handler, for the tables of V62. */
class CommonChangeSecurityTest {

  @Test
  void aChangeToManyAgreementsStaysWithWhoWroteIt() {
    try (TwoPeople two = new TwoPeople()) {
      UUID text = two.sendText();
      Viewer ours = two.provider;
      UUID change = change(two, ours, ours.organization(), text);
      UUID offer = offer(two, ours, ours.organization(), change, text);
      assertThat(two.seen(ours, "common_change")).containsExactly(change);
      assertThat(two.seen(ours, "common_change_offer")).containsExactly(offer);
      for (Viewer other : List.of(two.customer, two.third)) {
        assertThat(two.seen(other, "common_change")).isEmpty();
        assertThat(two.seen(other, "common_change_offer")).isEmpty();
        assertThatThrownBy(() -> change(two, other, ours.organization(), text))
            .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> offer(two, other, ours.organization(), change, text))
            .isInstanceOf(DataAccessException.class);
      }
      for (String table : List.of("common_change", "common_change_offer")) {
        for (String act : List.of("delete from " + table, "update " + table + " set id = id")) {
          assertThatThrownBy(() -> two.store.in(ours.person(), jdbc -> jdbc.sql(act).update()))
              .hasStackTraceContaining("permission denied");
          assertThatThrownBy(() -> two.owner.sql(act).update())
              .hasStackTraceContaining("what was recorded stays");
        }
      }
      assertThat(two.owner.sql("select audit_broken_at()").query(Long.class).optional()).isEmpty();
    }
  }

  private static UUID change(TwoPeople two, Viewer by, UUID organization, UUID text) {
    return two.store.as(
        by.person(),
        jdbc ->
            TwoPeople.id(
                jdbc,
                "insert into common_change (organization, title, reason, driver, effective,"
                    + " changes, source, version, made_by) values (?, 'x', 'x', 'law',"
                    + " current_date, '[]', ?, ?, ?) returning id",
                organization,
                two.agreement,
                text,
                by.person()));
  }

  private static UUID offer(TwoPeople two, Viewer by, UUID organization, UUID change, UUID text) {
    return two.store.as(
        by.person(),
        jdbc ->
            TwoPeople.id(
                jdbc,
                "insert into common_change_offer (agreement, organization, common_change, version,"
                    + " made_by) values (?, ?, ?, ?, ?) returning id",
                two.agreement,
                organization,
                change,
                text,
                by.person()));
  }
}
