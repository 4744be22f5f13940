package org.plumbline.check;

/** One idea of what can be wrong with an agreement; it tells what it finds to the draft. */
@FunctionalInterface
interface Rule {

  /** Looks at the whole draft and tells what is wrong. */
  void check(Draft draft);
}
