package org.plumbline.evaluate.sql;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.plumbline.compile.DataTable;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.sql.Dialect;

/**
 * The tables of records where SQL runs over them. Statements are written in the dialect; names of
 * tables are those of {@link org.plumbline.records.StoredSet}.
 */
public interface SqlTables {

  /** How statements are written. */
  Dialect dialect();

  /** Whether there is a table of this name. */
  boolean has(String table);

  /** The columns of a table with their types, named as in a stored set. */
  Map<String, String> columns(String table);

  /** Shows each row of a plan, in the plan's order. */
  void each(Plan plan, Consumer<SqlRow> reader);

  /** Shows each row of a statement, in its order. */
  void each(String select, Consumer<SqlRow> reader);

  /**
   * Makes a table of the rows of a plan; one of that name goes.
   *
   * @param order the columns by which its rows are sorted
   */
  void make(String table, Plan plan, List<String> order);

  /** Makes a table of the rows of a statement; one of that name goes. */
  void make(String table, String select);

  /** What is done while tables that plans look up are there. */
  <T> T during(List<DataTable> tables, Supplier<T> done);
}
