package org.plumbline.check;

import java.util.List;
import org.plumbline.agreement.Level;
import org.plumbline.finding.FindingCode;

/** Otherwise stands last: what it takes is what all lines before it leave. */
final class LinesInOrder implements Rule {

  @Override
  public void check(Draft draft) {
    for (MetricView metric : draft.metrics()) {
      check(metric.target(), draft);
      check(metric.minimum(), draft);
    }
  }

  private static void check(List<MetricView.LineView> lines, Draft draft) {
    for (int i = 0; i < lines.size() - 1; i++) {
      boolean otherwise = lines.get(i).line().applies() instanceof Level.Applies.Otherwise;
      boolean more =
          lines.subList(i + 1, lines.size()).stream()
              .anyMatch(line -> !(line.line().applies() instanceof Level.Applies.Always));
      if (otherwise && more) {
        draft.tell(
            FindingCode.OTHERWISE_NOT_LAST,
            lines.get(i).path() + "/when",
            "lines with a condition stand after otherwise",
            "put otherwise last, once");
        return;
      }
    }
  }
}
