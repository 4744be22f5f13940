package org.plumbline.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The chain of hashes finds what somebody with all rights on the database changed. */
class AuditChainTest {
  private final Roles roles = TestDatabase.migrated();
  private final JdbcClient owner =
      JdbcClient.create(
          new SimpleDriverDataSource(
              new org.postgresql.Driver(),
              roles.owner().url() + "?currentSchema=plumbline",
              roles.owner().user(),
              roles.owner().password()));

  AuditChainTest() {
    for (String name : new String[] {"One", "Two", "Three"}) {
      owner.sql("insert into organization (name, kind) values (?, 'party')").param(name).update();
    }
  }

  private Optional<Long> brokenAt() {
    return owner.sql("select audit_broken_at()").query(Long.class).optional();
  }

  private void tamper(String table, String statement) {
    owner.sql("alter table " + table + " disable trigger refuse").update();
    owner.sql(statement).update();
    owner.sql("alter table " + table + " enable trigger refuse").update();
  }

  @Test
  void anUntouchedChainIsWhole() {
    assertThat(brokenAt()).isEmpty();
  }

  @Test
  void aChangedRowIsFound() {
    tamper("organization", "update organization set name = 'Zwei' where name = 'Two'");
    assertThat(brokenAt()).contains(2L);
  }

  @Test
  void aRowThatIsGoneIsFound() {
    tamper("organization", "delete from organization where name = 'Three'");
    assertThat(brokenAt()).contains(3L);
  }

  @Test
  void aChangedEntryIsFound() {
    tamper("audit", "update audit set at = at - interval '1 day' where number = 2");
    assertThat(brokenAt()).contains(2L);
  }

  @Test
  void anEntryTakenOutIsFound() {
    tamper("audit", "delete from audit where number = 1");
    assertThat(brokenAt()).contains(1L);
  }

  @Test
  void aColumnThatALaterMigrationAddsBreaksNothing() {
    owner.sql("alter table organization add column phone text").update();
    assertThat(brokenAt()).isEmpty();
  }
}
