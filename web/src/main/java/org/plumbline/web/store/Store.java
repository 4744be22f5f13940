package org.plumbline.web.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions for one person each, as the application's role. There is no other way to the tables:
 * a handler that forgets a condition gets the rows that this person may see, and no others.
 */
public final class Store implements AutoCloseable {

  private static final int CONNECTIONS = 10;

  private final HikariDataSource source;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  private Store(HikariDataSource source) {
    this.source = source;
    this.jdbc = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
  }

  /**
   * Connects.
   *
   * @param application the role for which row-level security holds
   * @throws IllegalArgumentException if row-level security would not hold for the role
   */
  public static Store open(DatabaseAddress application) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(application.url());
    config.setUsername(application.user());
    config.setPassword(application.password());
    config.setSchema("plumbline");
    config.setMaximumPoolSize(CONNECTIONS);
    // The day of seats (docs/meaning.md 41) is the same wherever the server runs.
    config.setConnectionInitSql("set time zone 'UTC'");
    config.setPoolName("plumbline");
    Store store = new Store(new HikariDataSource(config));
    if (store.isAboveTheRules()) {
      store.close();
      throw new IllegalArgumentException(
          "the role "
              + application.user()
              + " is a superuser, skips row-level security or owns the tables; the application"
              + " needs a role that does not");
    }
    return store;
  }

  private boolean isAboveTheRules() {
    return jdbc.sql(
            """
            select rolsuper or rolbypassrls
                or exists (select from pg_tables where schemaname = 'plumbline' and tableowner = current_user)
            from pg_roles where rolname = current_user
            """)
        .query(Boolean.class)
        .single();
  }

  /** A transaction for a person; all of it or nothing. */
  public <T> T as(UUID person, Function<JdbcClient, T> work) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              jdbc.sql("select set_config('plumbline.person', :person, true)")
                  .param("person", person.toString())
                  .query(String.class)
                  .single();
              return work.apply(jdbc);
            }));
  }

  /** The same for work that gives nothing back. */
  public void in(UUID person, Consumer<JdbcClient> work) {
    as(
        person,
        jdbc -> {
          work.accept(jdbc);
          return true;
        });
  }

  /** A transaction for nobody: only the functions for logging in answer. */
  public <T> T asNobody(Function<JdbcClient, T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.apply(jdbc)));
  }

  /** For tests that ask as the application's role directly. */
  DataSource source() {
    return source;
  }

  @Override
  public void close() {
    source.close();
  }
}
