package org.plumbline.web;

import java.util.List;
import java.util.UUID;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.store.Courier;
import org.plumbline.web.store.Roles;
import org.plumbline.web.store.Store;
import org.plumbline.web.store.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** A database with a person of each of two parties and of a third, and one agreement. */
public final class TwoPeople implements AutoCloseable {

  public final Roles roles = TestDatabase.migrated();
  public final Courier courier = courier(roles);
  public final Store store = Store.open(roles.application());
  public final JdbcClient owner =
      JdbcClient.create(
          new SimpleDriverDataSource(
              new org.postgresql.Driver(),
              roles.owner().url() + "?currentSchema=plumbline",
              roles.owner().user(),
              roles.owner().password()));
  public final Viewer customer = viewer("Agency", "c@agency.test");
  public final Viewer provider = viewer("Center", "p@center.test");
  public final Viewer third = viewer("Bureau", "b@bureau.test");

  /** Opened by the customer; nothing of it was sent. */
  public final UUID agreement =
      store.as(
          customer.person(),
          jdbc ->
              id(
                  jdbc,
                  "insert into agreement (name, title, customer, provider, organization, opened_by)"
                      + " values ('desk', 'Desk', ?, ?, ?, ?) returning id",
                  customer.organization(),
                  provider.organization(),
                  customer.organization(),
                  customer.person()));

  private static Courier courier(Roles roles) {
    try {
      return Courier.appoint(roles.owner());
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Viewer viewer(String organization, String email) {
    UUID of =
        id(
            owner,
            "insert into organization (name, kind) values (?, 'party') returning id",
            organization);
    UUID person =
        id(
            owner,
            "insert into person (organization, name, email, administers) values (?, ?, ?,"
                + " 'nothing') returning id",
            of,
            "Somebody of " + organization,
            email);
    owner
        .sql(
            "insert into seat (organization, role, person, capacity, from_day, given_by) values (?,"
                + " 'program-manager', ?, 'holder', current_date, ?)")
        .params(of, person, person)
        .update();
    return new Viewer(
        person,
        "Somebody of " + organization,
        email,
        of,
        organization,
        Viewer.Kind.PARTY,
        Viewer.Administers.NOTHING,
        false);
  }

  /** Adds a text of the customer and sends it. */
  public UUID sendText() {
    return store.as(
        customer.person(),
        jdbc -> {
          UUID text =
              id(
                  jdbc,
                  "insert into version (agreement, organization, number, text, title, written_by)"
                      + " select ?, ?, coalesce(max(number), 0) + 1, 'text', 'Desk', ? from version"
                      + " returning id",
                  agreement,
                  customer.organization(),
                  customer.person());
          send(jdbc, customer, text);
          return text;
        });
  }

  /** Sends something of the person's room. */
  public void send(JdbcClient jdbc, Viewer by, UUID subject) {
    jdbc.sql("insert into sending (agreement, organization, subject, sent_by) values (?, ?, ?, ?)")
        .params(agreement, by.organization(), subject, by.person())
        .update();
  }

  /** The one id that a statement gives. */
  public static UUID id(JdbcClient jdbc, String sql, Object... values) {
    return jdbc.sql(sql).params(values).query(UUID.class).single();
  }

  /** The ids of a table that somebody sees. */
  public List<UUID> seen(Viewer by, String table) {
    return store.as(
        by.person(), jdbc -> jdbc.sql("select id from " + table).query(UUID.class).list());
  }

  @Override
  public void close() {
    store.close();
  }
}
