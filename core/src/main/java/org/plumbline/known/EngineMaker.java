package org.plumbline.known;

import java.util.ServiceLoader;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.records.duckdb.Database;

/**
 * Makes engines over records that were loaded: the built-in one, unless another one stands on the
 * class path as a service of this type.
 */
public interface EngineMaker {

  /** The name of the engine, as reports say it. */
  String name();

  /** An engine over the records of a database. */
  Engine over(Database database);

  /** The one on the class path, or else the built-in one. */
  static EngineMaker ofClassPath() {
    return ServiceLoader.load(EngineMaker.class).findFirst().orElse(new BuiltIn());
  }

  /** DuckDB in this process. */
  record BuiltIn() implements EngineMaker {
    @Override
    public String name() {
      return "DuckDB";
    }

    @Override
    public Engine over(Database database) {
      return new DuckDbEngine(database);
    }
  }
}
