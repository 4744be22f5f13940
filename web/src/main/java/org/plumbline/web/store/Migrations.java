package org.plumbline.web.store;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings the tables to the state that this server expects. */
public final class Migrations {

  private Migrations() {}

  /** Runs what has not run yet, as the owner of the tables. */
  public static void run(Roles roles) {
    runTo(roles, "latest");
  }

  /** The same up to a migration, for a backup of an earlier server. */
  static void runTo(Roles roles, String migration) {
    DatabaseAddress owner = roles.owner();
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(owner.url(), owner.user(), owner.password())
        .locations("classpath:org/plumbline/web/store/migration")
        .schemas("plumbline")
        .placeholders(Map.of("application", roles.application().user()))
        .target(migration)
        .load()
        .migrate();
  }
}
