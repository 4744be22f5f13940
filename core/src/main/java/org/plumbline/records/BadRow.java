package org.plumbline.records;

/**
 * A cell or a row that could not be used.
 *
 * @param set the record set
 * @param file the file's name
 * @param row line of a text file, row of a sheet, record of a Parquet file; from 1
 * @param column the column's header; empty where the whole row is meant
 * @param value what stands there, shortened to 80 characters
 * @param reason what is wrong with it, a phrase
 * @param right what would be right, in the imperative; may be empty
 * @param key the case, if its key could be read; else empty
 */
public record BadRow(
    String set,
    String file,
    long row,
    String column,
    String value,
    String reason,
    String right,
    String key) {}
