package org.plumbline.records;

import java.util.Optional;

/** How a file of records is written (language.md 4.3, {@code format}). */
public enum FileFormat {
  /** Text, one row a line, cells between separators (RFC 4180); also {@code .gz}. */
  CSV("csv"),
  /** Apache Parquet. */
  PARQUET("parquet"),
  /** Text, one JSON object a line; also {@code .gz}. */
  JSON_LINES("json-lines"),
  /** A sheet of an Office Open XML workbook. */
  XLSX("xlsx");

  private final String key;

  FileFormat(String key) {
    this.key = key;
  }

  /** The word of the binding. */
  public String key() {
    return key;
  }

  /** The format that the ending of a file's name says, {@code .gz} set aside. */
  public static Optional<FileFormat> ofName(String fileName) {
    String name = fileName.toLowerCase(java.util.Locale.ROOT);
    String bare = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    if (bare.endsWith(".csv") || bare.endsWith(".tsv") || bare.endsWith(".txt")) {
      return Optional.of(CSV);
    }
    if (bare.endsWith(".jsonl") || bare.endsWith(".ndjson") || bare.endsWith(".json")) {
      return Optional.of(JSON_LINES);
    }
    if (name.endsWith(".parquet")) {
      return Optional.of(PARQUET);
    }
    return name.endsWith(".xlsx") || name.endsWith(".xlsm") ? Optional.of(XLSX) : Optional.empty();
  }
}
