package org.plumbline.check;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Turn;
import org.plumbline.finding.FindingCode;

/**
 * Who owes a promise in time can fulfill it: its stop does not end another party's stage whose time
 * is counted against the one who owes.
 */
final class StopsOfOthers implements Rule {

  @Override
  public void check(Draft draft) {
    for (MetricView metric : draft.metrics()) {
      if (metric.isInTime() && metric.set().isPresent() && metric.stops().isPresent()) {
        List<Turn.Stage> ending =
            metric.set().get().stages().stream().filter(stage -> isStop(metric, stage)).toList();
        if (ending.stream().allMatch(stage -> isAnothers(metric, stage))) {
          ending.stream()
              .filter(stage -> isCounted(metric, stage))
              .findFirst()
              .ifPresent(stage -> tell(metric, stage, draft));
        }
      }
    }
  }

  private static boolean isAnothers(MetricView metric, Turn.Stage stage) {
    return !stage.whose().equals(metric.metric().performing())
        && !stage.whose().equals(Turn.NOBODY)
        && !metric.metric().with().contains(stage.whose());
  }

  private static void tell(MetricView metric, Turn.Stage stage, Draft draft) {
    draft.tell(
        FindingCode.STOP_OF_ANOTHER,
        metric.path() + "/clock/stops",
        "\""
            + metric.metric().performing()
            + "\" owes this, and the stop ends the stage \""
            + stage.id()
            + "\" of \""
            + stage.whose()
            + "\"",
        "stop where its own work ends, leave the stage out with pauses: ["
            + stage.id()
            + "], or let performing be who ends it");
  }

  private static boolean isStop(MetricView metric, Turn.Stage stage) {
    Optional<MomentTerm> stop = metric.stops();
    return stop.equals(Optional.of(stage.until())) && stage.until() instanceof MomentTerm.Named;
  }

  private static boolean isCounted(MetricView metric, Turn.Stage stage) {
    Clock.Counting counting = metric.metric().clock().orElseThrow().counting();
    if (counting instanceof Clock.Counting.Pauses pauses) {
      return !pauses.turns().contains(stage.id());
    }
    return counting instanceof Clock.Counting.AllTime
        || ((Clock.Counting.Counts) counting).parties().contains(stage.whose());
  }
}
