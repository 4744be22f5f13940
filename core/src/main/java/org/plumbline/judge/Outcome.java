package org.plumbline.judge;

import java.util.List;

/**
 * What the figures of a period say by themselves.
 *
 * @param reason why, or empty where the figures alone say it
 * @param lines the lines of target and minimum
 */
record Outcome(Status status, String reason, List<LineResult> lines) {

  Outcome {
    lines = List.copyOf(lines);
  }

  /** The same lines under another status. */
  Outcome as(Status other, String why) {
    return new Outcome(other, why, lines);
  }
}
