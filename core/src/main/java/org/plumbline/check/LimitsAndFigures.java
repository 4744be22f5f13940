package org.plumbline.check;

import org.plumbline.agreement.Level;
import org.plumbline.finding.FindingCode;

/** A limit on a case goes with the share in time and only with it; every line bounds its figure. */
final class LimitsAndFigures implements Rule {

  @Override
  public void check(Draft draft) {
    draft.metrics().stream()
        .filter(MetricView::figureIsRead)
        .forEach(metric -> metric.lines().forEach(line -> check(metric, line, draft)));
  }

  private static void check(MetricView metric, MetricView.LineView line, Draft draft) {
    boolean limited = line.line().limit().isPresent();
    if (limited && !metric.isInTime()) {
      draft.tell(
          FindingCode.LIMIT_WITHOUT_IN_TIME,
          pathOfLimit(line),
          "a limit on a case stands with a figure that is not the share in time",
          "remove the limit, or write figure: {share: in-time}");
    }
    if (!limited && metric.isInTime() && !stands(line, draft)) {
      draft.tell(
          FindingCode.IN_TIME_WITHOUT_LIMIT,
          line.path(),
          "the figure is the share in time, and nothing says what in time is",
          "write a limit, such as within: 5 workdays, or a figure, such as {count: cases}");
    }
    if (line.line().bounds().isEmpty()) {
      draft.tell(
          FindingCode.PROMISES_NOTHING,
          line.path(),
          "this line bounds no figure, so that nothing is promised",
          "write how many have to be in time, such as at-least: 95%");
    }
  }

  private static boolean stands(MetricView.LineView line, Draft draft) {
    return draft.stands(line.path() + "/within")
        || draft.stands(line.path() + "/under")
        || draft.stands(line.path() + "/by");
  }

  /** Where the limit of a line stands. */
  static String pathOfLimit(MetricView.LineView line) {
    Level.Limit limit = line.line().limit().orElseThrow();
    if (limit instanceof Level.Limit.By) {
      return line.path() + "/by";
    }
    return line.path() + (limit instanceof Level.Limit.Within ? "/within" : "/under");
  }
}
