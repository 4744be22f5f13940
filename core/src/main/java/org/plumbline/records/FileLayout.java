package org.plumbline.records;

import java.util.Optional;

/**
 * How the files of a set are laid out, where their names and first bytes do not say it (language.md
 * 4.3).
 *
 * @param format the format; empty: by the ending of the name
 * @param sheet the sheet of a workbook; empty: the first
 * @param separator what stands between cells; empty: the most frequent of comma, semicolon, tab and
 *     bar in the header
 * @param encoding the name of the encoding, lower case; empty: UTF-8, or what a byte order mark
 *     says
 * @param header the row in which the names of the columns stand, or the next that is not blank; no
 *     row above is read; empty: the first that is not blank. Of text and workbooks only
 */
public record FileLayout(
    Optional<FileFormat> format,
    Optional<String> sheet,
    Optional<Character> separator,
    Optional<String> encoding,
    Optional<Integer> header) {

  /** Everything by the files themselves. */
  public static final FileLayout BY_FILE =
      new FileLayout(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
