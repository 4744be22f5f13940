package org.plumbline.wording;

import java.time.Instant;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Metric;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.FigureUnit;

/** How one case stands, as one sentence. */
final class CaseWording {

  private final Agreement agreement;
  private final ClockWords clocks;
  private final MomentWords moments;

  CaseWording(Agreement agreement, ClockWords clocks, MomentWords moments) {
    this.agreement = agreement;
    this.moments = moments;
    this.clocks = clocks;
  }

  String sentence(CaseOutcome outcome) {
    String why = reason(outcome);
    String reason =
        why.isEmpty()
            ? ""
            : outcome.state() == CaseOutcome.State.OPEN ? "; " + why : ", because " + why;
    String key =
        outcome.key()
            + (outcome.part() > 0 ? " (reopened, part " + (outcome.part() + 1) + ")" : "")
            + outcome.holder().map(CaseWording::heldBy).orElse("");
    return switch (outcome.state()) {
      case MET, NOT_MET ->
          Phrases.sentence(
              key
                  + took(outcome)
                  + ": "
                  + (outcome.state() == CaseOutcome.State.MET ? "met" : "not met")
                  + period(outcome)
                  + reason);
      case INDETERMINATE ->
          Phrases.sentence("of " + key + " it cannot be said" + period(outcome) + reason);
      case OPEN -> Phrases.sentence(key + open(outcome) + reason);
      case VOIDED ->
          Phrases.sentence(
              key
                  + (outcome.exclusion().isPresent()
                      ? takenOut(outcome.exclusion().get())
                      : " was voided before it was decided")
                  + " and does not count"
                  + reason);
      case NOT_QUALIFIED -> Phrases.sentence(key + " does not qualify and does not count" + reason);
    };
  }

  static String heldBy(String holder) {
    return holder.isEmpty() ? ", held by nobody named" : ", held by " + holder;
  }

  /**
   * Why a case stands as it does, where its state alone does not say it: what is wrong with its
   * row, or what it waits for.
   */
  String reason(CaseOutcome outcome) {
    if (outcome.exclusion().isPresent()) {
      return takenOutBy(outcome.exclusion().get());
    }
    if (!outcome.reason().isEmpty() || outcome.state() != CaseOutcome.State.OPEN) {
      return outcome.reason();
    }
    Metric metric = agreement.metrics().get(outcome.metric());
    if (metric == null || metric.clock().isEmpty()) {
      return "";
    }
    Clock clock = metric.clock().get();
    if (clock.starts().isPresent() && outcome.start().isEmpty()) {
      return "it waits for " + moments.noun(clock.starts().get());
    }
    return outcome.stop().isEmpty() ? "it waits for " + moments.noun(clock.stops()) : "";
  }

  /** The reason that the agreement gives for an exclusion, and its id. */
  private String takenOutBy(String id) {
    return Optional.ofNullable(agreement.exclusions().get(id))
        .flatMap(Exclusion::reason)
        .map(reason -> reason + " (" + id + ")")
        .orElse(id);
  }

  /** Taken out by an exclusion that the agreement has, else by what was granted on request. */
  private static String takenOut(String id) {
    return id.startsWith("request ")
        ? " was left out on request"
        : " was taken out by a rule agreed in advance";
  }

  private String took(CaseOutcome outcome) {
    StringBuilder text = new StringBuilder();
    if (outcome.elapsed().isPresent()) {
      text.append(outcome.stop().isPresent() ? " took " : " has taken ")
          .append(Numbers.inUnit(outcome.elapsed().getAsLong(), outcome.unit()))
          .append(ownTime(outcome));
      if (outcome.limit().isPresent()) {
        long limit = outcome.limit().getAsLong();
        long over = outcome.elapsed().getAsLong() - limit;
        text.append(", the limit being ").append(Numbers.inUnit(limit, outcome.unit()));
        if (over > 0) {
          text.append(" (past it by ").append(Numbers.inUnit(over, outcome.unit())).append(")");
        }
      }
    } else if (outcome.due().isPresent()) {
      text.append(" was due ").append(due(outcome, outcome.due().get()));
      outcome.stop().ifPresent(stop -> text.append(" and stopped ").append(stop(outcome, stop)));
    } else if (outcome.stop().isPresent()) {
      text.append(" stopped ").append(stop(outcome, outcome.stop().get()));
    } else {
      text.append(" counts");
    }
    return text.toString();
  }

  private String open(CaseOutcome outcome) {
    StringBuilder text = new StringBuilder(" is open");
    if (outcome.elapsed().isPresent()) {
      text.append(", ")
          .append(Numbers.inUnit(outcome.elapsed().getAsLong(), outcome.unit()))
          .append(ownTime(outcome))
          .append(" so far");
    }
    if (outcome.limit().isPresent()) {
      text.append(", the limit being ")
          .append(Numbers.inUnit(outcome.limit().getAsLong(), outcome.unit()));
    }
    outcome.due().ifPresent(due -> text.append(", due ").append(due(outcome, due)));
    return text.toString();
  }

  private String ownTime(CaseOutcome outcome) {
    Metric metric = agreement.metrics().get(outcome.metric());
    if (metric == null || outcome.unit() != FigureUnit.MICROSECONDS) {
      return "";
    }
    String tail = clocks.ofCase(metric);
    return tail.isEmpty() ? "" : " " + tail;
  }

  private static String period(CaseOutcome outcome) {
    return outcome.period().map(period -> ", in " + PeriodWords.name(period)).orElse("");
  }

  private String due(CaseOutcome outcome, Instant at) {
    return withZone(CaseTimes.of(agreement, outcome.metric()).due(at, outcome.unit()));
  }

  private String stop(CaseOutcome outcome, Instant at) {
    return withZone(CaseTimes.of(agreement, outcome.metric()).stop(at));
  }

  /** A date needs no zone. */
  private String withZone(String shown) {
    return shown.contains(":") ? shown + " " + agreement.zone() : shown;
  }
}
