package org.plumbline.web.store;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings the tables to the state that this server expects. */
public final class Migrations {

  private Migrations() {}

  /** Runs what has not run yet, as the owner of the tables. */
  public static void run(Roles roles) {
    DatabaseAddress owner = roles.owner();
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(owner.url(), owner.user(), owner.password())
        .locations("classpath:org/plumbline/web/store/migration")
        .schemas("plumbline")
        .placeholders(Map.of("application", roles.application().user()))
        .load()
        .migrate();
  }
}
