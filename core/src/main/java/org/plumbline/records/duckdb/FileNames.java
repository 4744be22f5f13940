package org.plumbline.records.duckdb;

/** The table of the files of a load: {@code set_id}, {@code file_no}, {@code name}. */
final class FileNames {

  /** The table. */
  static final String TABLE = Sql.name("load.files");

  private final Database database;

  FileNames(Database database) {
    this.database = database;
    database.execute(
        "CREATE OR REPLACE TABLE " + TABLE + " (set_id VARCHAR, file_no INTEGER, name VARCHAR)");
  }

  void add(String set, int number, String name) {
    database.execute(
        "INSERT INTO "
            + TABLE
            + " VALUES ("
            + Sql.text(set)
            + ", "
            + number
            + ", "
            + Sql.text(name)
            + ")");
  }
}
