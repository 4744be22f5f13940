package org.plumbline.referee;

import java.util.List;

/** The records of one set. */
record RefereeRecords(String set, boolean eventLog, long skewMicros, List<RefereeCase> cases) {

  static RefereeRecords none(String set) {
    return new RefereeRecords(set, false, 0, List.of());
  }
}
