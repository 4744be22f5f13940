package org.plumbline.remedy;

import java.util.Optional;

/** What the names in a condition about a result stand for. */
@FunctionalInterface
interface Subjects {

  /** The value of a name; empty: it has none, or it is not known. */
  Optional<Value> value(String subject);
}
