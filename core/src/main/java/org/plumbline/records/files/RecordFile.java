package org.plumbline.records.files;

import java.nio.file.Path;

/**
 * A file in the records folder.
 *
 * @param name its name relative to the folder, with {@code /}
 * @param path where it is, links resolved; it lies in the folder
 */
public record RecordFile(String name, Path path) {}
