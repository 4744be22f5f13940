package org.plumbline.wording;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.remedy.Circumstances;
import org.plumbline.remedy.Plan;

/** A corrective action plan in words: how far it is, whose turn it is, what is late. */
final class PlanWords {

  private PlanWords() {}

  /**
   * In words, without a full stop.
   *
   * @param owing the party that owes it, in words
   * @param other the other party, in words
   */
  static String of(Plan plan, String owing, String other) {
    StringBuilder text = new StringBuilder("Plan: ").append(next(plan, owing, other));
    List<String> milestones = new ArrayList<>();
    plan.milestones().forEach(each -> milestones.add(milestone(each)));
    if (!milestones.isEmpty()) {
      text.append("; milestones: ").append(Phrases.and(milestones));
    }
    if (!plan.late().isEmpty()) {
      text.append("; late: ").append(Phrases.and(plan.late()));
    }
    return text.toString();
  }

  private static String next(Plan plan, String owing, String other) {
    String by =
        plan.due()
            .map(day -> " by " + day + (plan.dueIsExpected() ? ", as the report is expected" : ""))
            .orElse("");
    return switch (plan.state()) {
      case OWED -> owing + " has to hand it in" + by;
      case SUBMITTED -> other + " has to accept or return it";
      case RETURNED -> owing + " has to mend it and hand it in again" + by;
      case ACCEPTED ->
          plan.milestones().stream().allMatch(each -> each.done().isPresent())
              ? other + " has to verify it"
              : owing + " carries it out";
      case VERIFIED -> other + " has to close it";
      case CLOSED -> "closed";
    };
  }

  private static String milestone(Circumstances.Milestone each) {
    return "“"
        + each.name()
        + "” "
        + each.done()
            .map(day -> "done on " + day)
            .orElseGet(() -> each.due().map(day -> "due " + day).orElse("without a day"))
        + each.owner().map(owner -> " (" + owner + ")").orElse("");
  }
}
