package org.plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Varying;
import org.plumbline.finding.FindingCode;

/**
 * No two lines take the same case, and no choice stands where another before it has taken all. Only
 * what is sure is told: the same subjects with common values.
 */
final class LinesApart implements Rule {

  /** So many lines are set against each other; longer lists are made by machines. */
  private static final int MOST = 500;

  @Override
  public void check(Draft draft) {
    for (MetricView metric : draft.metrics()) {
      lines(metric.target(), draft);
      lines(metric.minimum(), draft);
    }
    draft.uses().choices().forEach(choices -> choices(choices, draft));
  }

  private static void lines(List<MetricView.LineView> lines, Draft draft) {
    List<Region> before = new ArrayList<>();
    for (MetricView.LineView line : lines.subList(0, Math.min(MOST, lines.size()))) {
      Optional<Region> region = line.when().flatMap(Region::of);
      if (region.isEmpty()) {
        continue;
      }
      if (before.stream().anyMatch(region.get()::surelyOverlaps)) {
        draft.tell(
            FindingCode.LINES_OVERLAP,
            line.path() + "/when",
            "a line before this one takes some of the same cases",
            "let each case fall into one line; the first would take it");
      }
      before.add(region.get());
    }
  }

  private static void choices(Uses.Choices use, Draft draft) {
    List<Region> before = new ArrayList<>();
    int most = Math.min(MOST, use.varying().choices().size());
    for (int i = 0; i < most; i++) {
      Varying.Choice<?> choice = use.varying().choices().get(i);
      Optional<Condition> when = choice.when();
      Optional<Region> region = when.flatMap(Region::of);
      if (region.isEmpty()) {
        continue;
      }
      Region own = region.get();
      if (before.stream().anyMatch(earlier -> earlier.contains(own))) {
        draft.tell(
            FindingCode.NEVER_USED,
            use.path() + "/" + i + "/when",
            "a choice before this one takes every case of it",
            "put the narrower condition first");
      }
      before.add(own);
    }
  }
}
