package org.plumbline.evaluate;

import org.plumbline.agreement.Agreement;
import org.plumbline.compile.CompiledSet;

/** Runs compiled plans over records. */
public interface Engine {

  /** Counts all metrics of a record set, in one statement. */
  Measurements evaluate(Agreement agreement, CompiledSet compiled);
}
