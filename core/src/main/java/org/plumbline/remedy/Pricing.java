package org.plumbline.remedy;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Remedy;
import org.plumbline.agreement.Settlement;
import org.plumbline.agreement.Stabilization;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;

/** From an occasion to an amount: base, share or money, to the cent; whether it may be owed. */
final class Pricing {

  private final Agreement agreement;
  private final Bases bases;
  private final Caps caps;
  private final Days days;
  private final Triggers triggers;
  private final List<Circumstances.Cause> concurrent;

  Pricing(
      Agreement agreement,
      Bases bases,
      Caps caps,
      Days days,
      Triggers triggers,
      List<Circumstances.Cause> causes) {
    boolean noMoney =
        agreement
            .settlement()
            .flatMap(Settlement::concurrent)
            .filter("no-money"::equals)
            .isPresent();
    concurrent =
        noMoney ? causes.stream().filter(Circumstances.Cause::concurrent).toList() : List.of();
    this.agreement = agreement;
    this.bases = bases;
    this.caps = caps;
    this.days = days;
    this.triggers = triggers;
  }

  /** Prices a credit. */
  void price(Draft draft) {
    if (draft.occasion().unknown().isPresent()) {
      draft.standing(Standing.HELD);
      return;
    }
    Remedy.Effect.Credit credit = (Remedy.Effect.Credit) draft.remedy().effect();
    Choice<Literal> rate =
        Choice.of(
            credit.amount(), triggers.subjects(draft.occasion()), draft.id().period().until());
    if (rate instanceof Choice.None<Literal>) {
      draft.step(new Step.NoEntry());
      draft.nothing();
    } else if (rate instanceof Choice.Is<Literal> is) {
      amount(draft, credit, is.value());
      mayBeOwed(draft);
    } else {
      draft.unknown("it cannot be said which amount holds");
    }
  }

  private void amount(Draft draft, Remedy.Effect.Credit credit, Literal rate) {
    if (rate instanceof Literal.Amount money) {
      rated(draft, rate, Exact.of(money.money().amount()), money.money().currency());
      return;
    }
    if (!(rate instanceof Literal.Percent percent)) {
      draft.unknown("its amount is neither a share nor money");
      return;
    }
    Bases.Amount base = base(draft, credit);
    if (base instanceof Bases.Amount.Known known) {
      draft.step(known.base());
      Exact exact = known.base().amount().times(Exact.of(percent.share().ratio()));
      rated(draft, rate, exact, known.base().currency());
    } else {
      draft.unknown(((Bases.Amount.Unknown) base).why());
    }
  }

  private Bases.Amount base(Draft draft, Remedy.Effect.Credit credit) {
    ReportingPeriod period = draft.id().period();
    if (agreement.pools().containsKey(credit.of())) {
      return bases.of(credit.of(), List.of(), caps.period(credit.of(), period.until()));
    }
    List<String> services =
        draft
            .id()
            .metric()
            .map(agreement.metrics()::get)
            .flatMap(Metric::service)
            .map(List::of)
            .orElse(List.of());
    return bases.of(credit.of(), services, period);
  }

  private static void rated(Draft draft, Literal rate, Exact exact, String currency) {
    BigInteger cents = Cents.halfUp(exact, currency).max(BigInteger.ZERO);
    draft.step(new Step.Rated(rate, exact, Cents.money(cents, currency)));
    draft.amount(cents, currency);
  }

  /** Money of a stabilization period is suspended; a federal party needs an authority. */
  private void mayBeOwed(Draft draft) {
    if (!draft.isMoney()) {
      return;
    }
    String party = draft.occasion().owedBy();
    boolean federal =
        Optional.ofNullable(agreement.parties().get(party)).flatMap(Party::federal).orElse(false);
    if (federal && agreement.settlement().flatMap(Settlement::authority).isEmpty()) {
      draft.step(new Step.NoAuthority(party));
      draft.nothing();
    } else if (days.isSuspended(draft.id().period())) {
      agreement
          .stabilization()
          .map(Stabilization::until)
          .ifPresent(until -> draft.step(new Step.Suspended(until)));
      draft.nothing();
    } else {
      concurrent.stream()
          .filter(cause -> cause.postings().contains(draft.id().toString()))
          .findFirst()
          .ifPresent(
              cause -> {
                draft.step(new Step.Concurrent(cause.name()));
                draft.nothing();
              });
    }
  }
}
