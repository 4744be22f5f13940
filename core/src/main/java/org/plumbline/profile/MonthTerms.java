package org.plumbline.profile;

import java.util.Optional;

/**
 * What is promised of figures that were counted elsewhere.
 *
 * @param figure the figure
 * @param level what is expected of it, as the language writes it; empty: it is reported only
 */
record MonthTerms(Figure figure, String level) {

  /**
   * A figure.
   *
   * @param of the column; of a quotient the part
   * @param to the whole of a quotient
   */
  record Figure(ColumnProfile of, Optional<ColumnProfile> to) {}
}
