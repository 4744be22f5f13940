package org.plumbline.chain;

import java.util.List;

/**
 * The ways that are gone through.
 *
 * @param all those found
 * @param cut whether there are more of them
 */
record Ways<T>(List<T> all, boolean cut) {
  /** Copies the list. */
  Ways {
    all = List.copyOf(all);
  }
}
