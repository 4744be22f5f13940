package org.plumbline.known;

import java.util.List;
import java.util.Map;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.finding.Finding;
import org.plumbline.records.LoadReport;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;

/** Records in a database, ready to be evaluated; close them. */
public interface KnownRecords extends AutoCloseable {

  /** Where they are. */
  Database database();

  /** What runs over them. */
  default Engine engine() {
    return new DuckDbEngine(database());
  }

  /** The record sets by id. */
  Map<String, StoredSet> sets();

  /** What was read. */
  LoadReport report();

  /** Warnings of the load. */
  List<Finding> findings();

  /** The sets with what was granted. */
  ChangedSets changed();

  @Override
  void close();
}
