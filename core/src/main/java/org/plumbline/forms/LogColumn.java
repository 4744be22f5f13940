package org.plumbline.forms;

import java.util.Optional;

/** A column of a log that people keep in a workbook. */
interface LogColumn {

  /** As it stands in a log made anew. */
  String heading();

  /** How wide it is in a log made anew, in characters. */
  int width();

  /** Other words for it, in lower case, as a regular expression; empty if there are none. */
  default String also() {
    return "";
  }

  /** Which of these columns a heading means; its own heading goes before other words. */
  static <E extends Enum<E> & LogColumn> Optional<E> of(Class<E> kind, String heading) {
    for (E column : kind.getEnumConstants()) {
      if (Headings.plain(column.heading()).equals(heading)) {
        return Optional.of(column);
      }
    }
    for (E column : kind.getEnumConstants()) {
      if (!column.also().isEmpty() && heading.matches(column.also())) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
