package org.plumbline.remedy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Renewal;
import org.plumbline.agreement.Service;
import org.plumbline.agreement.Settlement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.TimeAmount;

/** How a posting stands: asked for or lapsed, on which bill, and what the parties decided. */
final class Settling {

  private static final TimeAmount PAY_WITHIN = TimeAmount.of(30, TimeAmount.Unit.DAYS);

  private final Agreement agreement;
  private final Circumstances circumstances;
  private final Days days;

  Settling(Agreement agreement, Circumstances circumstances, Days days) {
    this.agreement = agreement;
    this.circumstances = circumstances;
    this.days = days;
  }

  /** Settles money that is owed. */
  void credit(Draft draft) {
    if (!draft.isMoney()) {
      return;
    }
    bill(draft);
    if (draft.standing().isEmpty()) {
      request(draft);
    }
    decided(draft, Posting.Kind.CREDIT);
  }

  private void decided(Draft draft, Posting.Kind kind) {
    decided(draft.id(), kind).ifPresent(draft::standing);
    decisions(draft.id(), kind).forEach(decision -> draft.step(new Step.Decided(decision)));
  }

  /** Settles money that goes back: without a later bill it lapses. */
  void earnBack(Draft draft) {
    ReportingPeriod bill = nextBill(draft);
    if (isLast(bill)) {
      draft.step(new Step.LastBill("none", Optional.empty(), true));
      draft.standing(Standing.LAPSED);
    } else {
      draft.step(new Step.OnBill(bill));
    }
    decided(draft, Posting.Kind.EARN_BACK);
  }

  /** How a posting stands by what the parties decided last. */
  Optional<Standing> decided(PostingId id, Posting.Kind kind) {
    return decisions(id, kind).stream()
        .reduce((earlier, later) -> later)
        .map(decision -> decision.act().standing());
  }

  /** The life of a plan. */
  Plan plan(PostingId id, Optional<TimeAmount> within) {
    return Plan.of(
        decisions(id, Posting.Kind.ACTION).stream().filter(one -> one.act().isOfPlan()).toList(),
        circumstances.milestones().stream()
            .filter(milestone -> milestone.posting().equals(id.toString()))
            .toList(),
        within.map(due -> days.afterIssue(id.period(), due)),
        returned -> within.map(due -> days.plus(returned, due)),
        days.today());
  }

  /** What the parties decided up to the as-of day, in order; requests are not decisions. */
  List<Decision> decisions(PostingId id, Posting.Kind kind) {
    return circumstances.decisions().stream()
        .filter(decision -> decision.posting().equals(id.toString()))
        .filter(decision -> decision.act() != Decision.Act.REQUESTED)
        .filter(decision -> decision.act().suits(kind))
        .filter(decision -> !decision.on().isAfter(days.today()))
        .sorted(Comparator.comparing(Decision::on))
        .toList();
  }

  private void request(Draft draft) {
    Optional<TimeAmount> within = agreement.settlement().flatMap(Settlement::requestWithin);
    if (within.isEmpty()) {
      return;
    }
    Days.FromIssue by = days.afterIssue(draft.id().period(), within.get());
    Optional<LocalDate> asked =
        circumstances.decisions().stream()
            .filter(decision -> decision.posting().equals(draft.id().toString()))
            .filter(decision -> decision.act() == Decision.Act.REQUESTED)
            .map(Decision::on)
            .filter(day -> !day.isAfter(days.today()))
            .min(LocalDate::compareTo);
    draft.step(new Step.MustBeRequested(by.day(), by.issued(), asked));
    boolean inTime = asked.filter(day -> !day.isAfter(by.day())).isPresent();
    if (!inTime && by.issued() && days.today().isAfter(by.day())) {
      draft.standing(Standing.LAPSED);
    }
  }

  private void bill(Draft draft) {
    Optional<Settlement> settlement = agreement.settlement();
    ReportingPeriod own = ownBill(draft);
    if (settlement.flatMap(Settlement::postTo).filter("this-bill"::equals).isPresent()) {
      draft.step(new Step.OnBill(own));
      return;
    }
    ReportingPeriod next = nextBill(draft);
    if (!isLast(next)) {
      draft.step(new Step.OnBill(next));
      return;
    }
    boolean federal =
        Optional.ofNullable(agreement.parties().get(draft.occasion().owedBy()))
            .flatMap(Party::federal)
            .orElse(false);
    String rule = settlement.flatMap(Settlement::lastPeriod).orElse(federal ? "offset" : "pay");
    if (rule.equals("pay")) {
      Days.FromIssue by =
          days.afterIssue(
              draft.id().period(), settlement.flatMap(Settlement::payWithin).orElse(PAY_WITHIN));
      draft.step(new Step.LastBill(rule, Optional.of(by.day()), by.issued()));
      return;
    }
    draft.step(new Step.LastBill(rule, Optional.empty(), true));
    if (rule.equals("none")) {
      draft.standing(Standing.LAPSED);
    } else {
      draft.step(new Step.OnBill(own));
    }
  }

  private boolean isLast(ReportingPeriod next) {
    boolean goesOn =
        agreement.renewal().flatMap(Renewal::kind).filter("automatic"::equals).isPresent();
    return !goesOn && next.from().isAfter(agreement.performancePeriod().until());
  }

  private ReportingPeriod nextBill(Draft draft) {
    return days.of(every(draft), ownBill(draft).until().plusDays(1));
  }

  private ReportingPeriod ownBill(Draft draft) {
    return days.of(every(draft), draft.id().period().until());
  }

  /** How often the service is billed that the money is for. */
  private Optional<String> every(Draft draft) {
    return draft
        .id()
        .metric()
        .map(agreement.metrics()::get)
        .flatMap(Metric::service)
        .or(
            () ->
                draft.steps().stream()
                    .filter(Step.Base.class::isInstance)
                    .flatMap(step -> ((Step.Base) step).parts().stream())
                    .map(Step.Part::service)
                    .findFirst())
        .map(agreement.services()::get)
        .flatMap(Service::billing)
        .flatMap(Service.Billing::every);
  }
}
