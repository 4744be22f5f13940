package org.plumbline.web.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a table holds of an agreement, as far as a person sees it; the database says which tables
 * there are and what they are for.
 *
 * @param name of the table
 * @param meaning its comment
 * @param rows as JSON
 */
record KeptTable(String name, String meaning, List<JsonNode> rows) {

  /** What is written as files of their own. */
  private static final String AS_FILES = "'{evaluation,page,summary,follows,row_hash}'::text[]";

  private static final String TABLES =
      """
      select c.relname, coalesce(obj_description(c.oid), '') as meaning,
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'sha256')
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'file_name') as files
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'plumbline' and c.relkind = 'r' and has_table_privilege(c.oid, 'select') and c.relname not like 'webhook%'
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'agreement' and not a.attisdropped)
      order by c.relname
      """;

  /** Copies the list. */
  KeptTable {
    rows = List.copyOf(rows);
  }

  /**
   * A file that is kept on disk.
   *
   * @param sha256 what it is named by there
   */
  record KeptFile(String name, String sha256) {}

  /** All tables that hold something of an agreement; the agreement itself is the first. */
  static List<KeptTable> all(JdbcClient jdbc, UUID agreement) {
    List<KeptTable> tables = new ArrayList<>();
    tables.add(table(jdbc, "agreement", "the agreement and its parties", "id", agreement));
    jdbc.sql(TABLES)
        .query((rows, number) -> Map.entry(rows.getString(1), rows.getString(2)))
        .list()
        .forEach(
            each ->
                tables.add(table(jdbc, each.getKey(), each.getValue(), "agreement", agreement)));
    tables.removeIf(table -> table.rows().isEmpty());
    return tables;
  }

  private static KeptTable table(
      JdbcClient jdbc, String name, String meaning, String column, UUID agreement) {
    return new KeptTable(
        name,
        meaning,
        jdbc
            .sql(
                "select (to_jsonb(t) - "
                    + AS_FILES
                    + ")::text from plumbline."
                    + name
                    + " t where "
                    + column
                    + " = ? order by to_jsonb(t) ->> (select min(k) from"
                    + " jsonb_object_keys(to_jsonb(t)) k where k like '%\\_at'), 1")
            .param(agreement)
            .query(String.class)
            .list()
            .stream()
            .map(text -> JsonMapper.shared().readTree(text))
            .toList());
  }

  /** Names of the people and organizations that the person sees, by id. */
  static Map<String, String> names(JdbcClient jdbc) {
    Map<String, String> names = new LinkedHashMap<>();
    jdbc.sql("select id::text, name from organization union all select id::text, name from person")
        .query(
            rows -> {
              names.put(rows.getString(1), rows.getString(2));
            });
    return names;
  }

  /** The files that its rows name. */
  List<KeptFile> files() {
    return rows.stream()
        .filter(row -> row.hasNonNull("sha256") && row.hasNonNull("file_name"))
        .map(row -> new KeptFile(row.get("file_name").asString(), row.get("sha256").asString()))
        .distinct()
        .toList();
  }

  /** The columns that any row has a value in, in the order in which the database has them. */
  Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(
        row ->
            row.properties().stream()
                .filter(each -> !each.getValue().isNull())
                .forEach(each -> columns.add(each.getKey())));
    columns.remove("agreement");
    columns.remove("id");
    return columns;
  }

  /** All rows as text of JSON. */
  String json() {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(rows) + "\n";
  }
}
