package org.plumbline.records;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.finding.Finding;

/** How a load ended. */
public sealed interface LoadOutcome {

  /** What was read and noticed, also where the load was refused. */
  LoadReport report();

  /** What there is to say, errors and warnings, in file order. */
  List<Finding> findings();

  /**
   * The records are there.
   *
   * @param sets what is stored, by record set
   */
  record Loaded(Map<String, StoredSet> sets, LoadReport report, List<Finding> findings)
      implements LoadOutcome {
    /** Copies lists and maps. */
    public Loaded {
      sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
      findings = List.copyOf(findings);
    }
  }

  /** Nothing was loaded; at least one finding is an error. */
  record Refused(LoadReport report, List<Finding> findings) implements LoadOutcome {
    /** Copies the list. */
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
