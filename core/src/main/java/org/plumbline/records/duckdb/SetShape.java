package org.plumbline.records.duckdb;

import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Precision;
import org.plumbline.records.HoldSource;
import org.plumbline.records.MomentSource;
import org.plumbline.records.SetBinding;

/**
 * What is to be made of the files of one set: the agreement's record set and its binding brought
 * together, before any file is opened.
 *
 * @param set id of the record set
 * @param eventLog whether each row is an event
 * @param rowsAreRecords whether each row is a record of its own, whatever its key
 * @param wanted the columns to stage, in order
 * @param keyParts names of the parts of the case key
 * @param key positions of the staged columns that make it
 * @param ignored texts by the position of the staged column in which they say: no record
 * @param columns typed columns
 * @param moments recorded moments in the order of their numbers
 * @param momentSources moments that come from events; the others have a typed column of the name
 *     {@code m:ID}
 * @param fields fields in order; each has a typed column {@code f:ID}
 * @param holds holds in the order of their numbers
 * @param holdSources where their intervals are; {@code Between} has typed columns {@code hf:ID},
 *     {@code hu:ID}
 */
record SetShape(
    String set,
    boolean eventLog,
    boolean rowsAreRecords,
    List<Wanted> wanted,
    List<String> keyParts,
    List<Integer> key,
    Map<Integer, List<String>> ignored,
    List<CellColumn> columns,
    Map<String, Precision> moments,
    Map<String, MomentSource> momentSources,
    List<String> fields,
    List<String> holds,
    Map<String, HoldSource> holdSources,
    SetBinding binding) {

  /** The typed column of the instant of an event. */
  static final String AT = "at";

  /** The typed column of the order of events. */
  static final String ORDER = "order";

  /** The typed column of the state. */
  static final String STATE = "state";

  SetShape {
    wanted = List.copyOf(wanted);
    keyParts = List.copyOf(keyParts);
    key = List.copyOf(key);
    ignored = Map.copyOf(ignored);
    columns = List.copyOf(columns);
    fields = List.copyOf(fields);
    holds = List.copyOf(holds);
  }

  boolean has(String alias) {
    return columns.stream().anyMatch(column -> column.alias().equals(alias));
  }

  /** The staged column at a position, as a name in SQL. */
  static String stageColumn(int position) {
    return "c" + position;
  }

  /** A table of the set that is dropped after the load. */
  String table(String suffix) {
    return Sql.name(set + "." + suffix);
  }
}
