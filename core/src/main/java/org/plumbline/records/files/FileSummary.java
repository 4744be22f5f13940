package org.plumbline.records.files;

/**
 * What a file was, once it has been read.
 *
 * @param bytes its size as it lies there
 * @param sha256 the checksum of these bytes, 64 hex digits
 * @param rows how many rows, header not counted
 */
public record FileSummary(long bytes, String sha256, long rows) {}
