package org.plumbline.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.Pool;
import org.plumbline.agreement.Remedy;
import org.plumbline.agreement.Service;
import org.plumbline.agreement.Varying;
import org.plumbline.finding.FindingCode;

/** A cap leaves room for the smallest credit under it; below that no credit is ever whole. */
final class CapsAndCredits implements Rule {

  @Override
  public void check(Draft draft) {
    draft
        .agreement()
        .remedies()
        .forEach(
            (id, remedy) -> {
              if (remedy.effect() instanceof Remedy.Effect.Credit credit) {
                check(id, credit, draft);
              }
            });
  }

  /**
   * What an amount is a share of.
   *
   * @param root {@code fees} or {@code billed}
   * @param services of which services
   * @param period over which period, by id
   * @param factor which share of it
   */
  private record Base(String root, Set<String> services, String period, BigDecimal factor) {

    boolean comparesWith(Base other) {
      return root.equals(other.root)
          && services.equals(other.services)
          && period.equals(other.period);
    }
  }

  private static void check(String id, Remedy.Effect.Credit credit, Draft draft) {
    String path = "remedies/" + id + "/credit";
    for (Metric metric : following(id, draft)) {
      Optional<Base> of = base(credit.of(), metric, draft.agreement());
      Optional<BigDecimal> own = of.flatMap(base -> smallest(credit, base, draft.agreement()));
      for (int i = 0; i < credit.atMost().size(); i++) {
        Optional<Base> cap = base(credit.atMost().get(i), metric, draft.agreement());
        if (isBelow(cap, of, own)) {
          tell(path + "/at-most/" + i, credit.atMost().get(i), draft);
          return;
        }
      }
      if (draft.agreement().pools().containsKey(credit.of()) && isBelow(of, of, own)) {
        tell(path + "/amount", credit.of(), draft);
        return;
      }
    }
  }

  private static boolean isBelow(
      Optional<Base> cap, Optional<Base> of, Optional<BigDecimal> smallest) {
    return cap.isPresent()
        && smallest.isPresent()
        && of.filter(base -> base.comparesWith(cap.get())).isPresent()
        && cap.get().factor().compareTo(smallest.get()) < 0;
  }

  private static void tell(String path, String pool, Draft draft) {
    draft.tell(
        FindingCode.CAP_BELOW_CREDIT,
        path,
        "the pool \"" + pool + "\" caps every amount of this credit, even the smallest",
        "raise the share of the pool, or lower the credit");
  }

  private static List<Metric> following(String id, Draft draft) {
    return draft.metrics().stream()
        .map(MetricView::metric)
        .filter(metric -> metric.remedies().contains(id))
        .toList();
  }

  private static Optional<Base> base(String of, Metric metric, Agreement agreement) {
    Optional<String> period = Optional.empty();
    Set<String> services = new HashSet<>();
    if (!agreement.pools().containsKey(of)) {
      metric.service().ifPresent(services::add);
      period = PeriodRules.terms(agreement, metric).every();
    }
    BigDecimal factor = BigDecimal.ONE;
    String at = of;
    for (int i = 0; i <= agreement.pools().size(); i++) {
      Pool pool = agreement.pools().get(at);
      if (pool == null) {
        Set<String> named = services.isEmpty() ? agreement.services().keySet() : services;
        String every =
            period.or(() -> agreement.period().flatMap(terms -> terms.every())).orElse("month");
        return Optional.of(new Base(at, Set.copyOf(named), every, factor));
      }
      Optional<BigDecimal> share =
          pool.share().isEmpty()
              ? Optional.of(BigDecimal.ONE)
              : pool.share().flatMap(Varying::fixed).flatMap(Cells::number);
      if (share.isEmpty()) {
        return Optional.empty();
      }
      factor = factor.multiply(share.get());
      if (services.isEmpty()) {
        services.addAll(pool.services());
      }
      period = period.or(pool::per);
      at = pool.of();
    }
    return Optional.empty();
  }

  /** The smallest amount of a credit above nothing, as a share of the root of its base. */
  private static Optional<BigDecimal> smallest(
      Remedy.Effect.Credit credit, Base base, Agreement agreement) {
    Optional<BigDecimal> smallest = Optional.empty();
    for (Literal amount : Terms.valuesOf(credit.amount())) {
      Optional<BigDecimal> share =
          amount instanceof Literal.Amount money
              ? shareOfFees(money.money(), base, agreement)
              : Cells.number(amount).map(base.factor()::multiply);
      if (share.isEmpty()) {
        return Optional.empty();
      }
      if (share.get().signum() > 0) {
        smallest = smallest.map(share.get()::min).or(() -> share);
      }
    }
    return smallest;
  }

  /** Which share of fixed fees an amount is; empty where fees vary or are of other periods. */
  private static Optional<BigDecimal> shareOfFees(Money money, Base base, Agreement agreement) {
    BigDecimal fees = BigDecimal.ZERO;
    for (String id : base.services()) {
      Service service = agreement.services().get(id);
      for (Service.Fee fee : service == null ? List.<Service.Fee>of() : service.fees()) {
        Optional<Money> amount = fee.amount().fixed();
        boolean same =
            fee.per().equals(base.period())
                && amount.filter(m -> m.currency().equals(money.currency())).isPresent();
        if (!same) {
          return Optional.empty();
        }
        fees = fees.add(amount.orElseThrow().amount());
      }
    }
    return base.root().equals("fees") && fees.signum() > 0
        ? Optional.of(money.amount().divide(fees, java.math.MathContext.DECIMAL64))
        : Optional.empty();
  }
}
