package org.plumbline.catalog.review;

import java.util.function.Consumer;
import org.plumbline.catalog.Catalog;
import org.plumbline.finding.Finding;

/** One idea of what can be wrong with a catalog. */
@FunctionalInterface
interface MeasureRule {

  /** Looks at the whole catalog and tells what is wrong. */
  void look(Catalog catalog, Consumer<Finding> tell);
}
