package org.plumbline.remedy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.Pool;
import org.plumbline.agreement.Service;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.evaluate.Exact;

/** How much money fees, bills and pools come to over a stretch of days, exactly. */
final class Bases {

  private final Agreement agreement;
  private final Figures figures;
  private final List<Circumstances.Bill> bills;
  private final Map<String, Set<LocalDate>> suspended;

  Bases(Agreement agreement, Figures figures, Circumstances circumstances) {
    this.agreement = agreement;
    this.figures = figures;
    bills = circumstances.bills();
    suspended = circumstances.suspended();
  }

  /**
   * The amount.
   *
   * @param of {@code fees billed} or a pool
   * @param services of these; none: of all
   * @param days whose days count, those outside the performance period left out
   */
  Amount of(String of, Collection<String> services, ReportingPeriod days) {
    List<Step.PoolShare> shares = new ArrayList<>();
    Collection<String> taken = services;
    String at = of;
    Exact factor = Exact.of(1);
    Optional<Pool> next = Optional.ofNullable(agreement.pools().get(at));
    while (next.isPresent()) {
      Pool pool = next.get();
      if (shares.size() > agreement.pools().size()) {
        return new Amount.Unknown("the pool “" + of + "” is out of itself");
      }
      Optional<Exact> share = share(pool, days.until());
      if (share.isEmpty()) {
        return new Amount.Unknown("the share of the pool “" + at + "” is not known");
      }
      shares.add(0, new Step.PoolShare(at, share.get()));
      factor = factor.times(share.get());
      taken = taken.isEmpty() ? pool.services() : taken;
      at = pool.of();
      next = Optional.ofNullable(agreement.pools().get(at));
    }
    Gathered gathered = new Gathered();
    for (String service : new TreeSet<>(taken.isEmpty() ? agreement.services().keySet() : taken)) {
      gather(at.equals("billed"), service, days, gathered);
    }
    return gathered.amount(of, days, shares, factor);
  }

  private Optional<Exact> share(Pool pool, LocalDate day) {
    if (pool.share().isEmpty()) {
      return Optional.of(Exact.of(1));
    }
    Choice<Literal> share = Choice.of(pool.share().get(), new Facts(agreement, day), day);
    return share instanceof Choice.Is<Literal> is && is.value() instanceof Literal.Percent percent
        ? Optional.of(Exact.of(percent.share().ratio()))
        : Optional.empty();
  }

  private void gather(boolean billed, String id, ReportingPeriod days, Gathered gathered) {
    LocalDate from = later(days.from(), agreement.performancePeriod().from());
    LocalDate until = earlier(days.until(), agreement.performancePeriod().until());
    Service service = agreement.services().get(id);
    if (service == null || from.isAfter(until)) {
      return;
    }
    List<ReportingPeriod> left = List.of(ReportingPeriod.of(from, until));
    if (billed) {
      left = billedDays(id, from, until, gathered);
      gathered.estimated |= !left.isEmpty();
    }
    for (ReportingPeriod stretch : left) {
      for (Service.Fee fee : service.fees()) {
        fee(id, fee, stretch, gathered);
      }
    }
  }

  /** Adds what was billed for the days, by the days of each bill, and gives the days left over. */
  private List<ReportingPeriod> billedDays(
      String service, LocalDate from, LocalDate until, Gathered gathered) {
    TreeSet<LocalDate> left = new TreeSet<>(from.datesUntil(until.plusDays(1)).toList());
    for (Circumstances.Bill bill : bills) {
      LocalDate first = later(from, bill.from());
      LocalDate last = earlier(until, bill.until());
      if (bill.service().equals(service) && !first.isAfter(last)) {
        long days = ReportingPeriod.of(first, last).days();
        long whole = ReportingPeriod.of(bill.from(), bill.until()).days();
        gathered.add(
            new Step.Part(
                service,
                Step.Part.Kind.BILL,
                Optional.empty(),
                Optional.empty(),
                Exact.of(bill.amount().amount()).times(Exact.ratio(days, whole))),
            bill.amount().currency());
        left.removeAll(first.datesUntil(last.plusDays(1)).toList());
      }
    }
    List<ReportingPeriod> stretches = new ArrayList<>();
    while (!left.isEmpty()) {
      LocalDate first = left.first();
      LocalDate last = first;
      while (left.remove(last)) {
        last = last.plusDays(1);
      }
      stretches.add(ReportingPeriod.of(first, last.minusDays(1)));
    }
    return stretches;
  }

  private void fee(String service, Service.Fee fee, ReportingPeriod days, Gathered gathered) {
    Optional<PeriodRule> rule = PeriodRules.find(agreement, fee.per());
    if (rule.isPresent()) {
      perPeriod(service, fee.amount(), rule.get(), days, gathered);
    } else if (agreement.metrics().containsKey(fee.per())) {
      perFigure(service, fee, days, gathered);
    } else {
      gathered.unknown("the fee of “" + service + "” is per “" + fee.per() + "”, which is nothing");
    }
  }

  /** The fee in force each day, a day being the part of its period that it is. */
  private void perPeriod(
      String service,
      Varying<Money> amount,
      PeriodRule rule,
      ReportingPeriod days,
      Gathered gathered) {
    Exact sum = Exact.ZERO;
    int unpaid = 0;
    Set<LocalDate> none = suspended.getOrDefault(service, Set.of());
    for (ReportingPeriod period : ReportingPeriods.periods(rule, days.from(), days.until())) {
      LocalDate from = later(days.from(), period.from());
      LocalDate until = earlier(days.until(), period.until());
      TreeMap<String, Long> byAmount = new TreeMap<>();
      TreeMap<String, Money> amounts = new TreeMap<>();
      for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
        Choice<Money> money = Choice.of(amount, new Facts(agreement, day), day);
        if (!(money instanceof Choice.Is<Money> is)) {
          gathered.unknown("the fee of “" + service + "” on " + day + " is not known");
          return;
        }
        boolean fixed = amount.fixed().isPresent();
        ReportingPeriod alike = ReportingPeriod.of(day, fixed ? until : day);
        long missing = none.stream().filter(alike::contains).count();
        long count = alike.days() - missing;
        unpaid += (int) missing;
        byAmount.merge(is.value().toString(), count, Long::sum);
        amounts.put(is.value().toString(), is.value());
        day = fixed ? until : day;
      }
      for (var each : byAmount.entrySet()) {
        Money money = amounts.get(each.getKey());
        if (money != null) {
          gathered.currency(money.currency());
          sum =
              sum.plus(Exact.of(money.amount()).times(Exact.ratio(each.getValue(), period.days())));
        }
      }
    }
    gathered.add(
        new Step.Part(
            service, Step.Part.Kind.FEE, Optional.empty(), Optional.empty(), sum, unpaid));
  }

  /** The price on a period's last day times the figure of each period that ends in the days. */
  private void perFigure(String service, Service.Fee fee, ReportingPeriod days, Gathered gathered) {
    Figures.Volume volume = figures.volume(fee.per(), days);
    gathered.estimated |= !volume.isComplete();
    if (volume.figures().isEmpty() && !volume.isComplete()) {
      gathered.unknown("the figure of “" + fee.per() + "” is not known");
    }
    for (Figures.Figure figure : volume.figures()) {
      LocalDate day = figure.period().until();
      Choice<Money> price = Choice.of(fee.amount(), new Facts(agreement, day), day);
      if (!(price instanceof Choice.Is<Money> is)) {
        gathered.unknown("the price of “" + service + "” on " + day + " is not known");
        return;
      }
      gathered.add(
          new Step.Part(
              service,
              Step.Part.Kind.VOLUME,
              Optional.of(fee.per()),
              Optional.of(figure.figure()),
              Exact.of(is.value().amount()).times(figure.figure())),
          is.value().currency());
    }
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** How much it is, or why that cannot be said. */
  sealed interface Amount {
    /** It is so much. */
    record Known(Step.Base base) implements Amount {}

    /** It cannot be said. */
    record Unknown(String why) implements Amount {}
  }

  private static final class Gathered {
    private final List<Step.Part> parts = new ArrayList<>();
    private Optional<String> currency = Optional.empty();
    private Optional<String> unknown = Optional.empty();
    private boolean estimated;

    void add(Step.Part part) {
      parts.add(part);
    }

    void add(Step.Part part, String in) {
      parts.add(part);
      currency(in);
    }

    void currency(String in) {
      if (currency.isPresent() && !currency.get().equals(in)) {
        unknown("the fees are in " + currency.get() + " and in " + in);
      }
      currency = Optional.of(in);
    }

    void unknown(String why) {
      unknown = unknown.or(() -> Optional.of(why));
    }

    Amount amount(String of, ReportingPeriod days, List<Step.PoolShare> shares, Exact factor) {
      if (unknown.isPresent()) {
        return new Amount.Unknown(unknown.get());
      }
      if (currency.isEmpty()) {
        return new Amount.Unknown("no fee is written for these days");
      }
      Exact sum = parts.stream().map(Step.Part::amount).reduce(Exact.ZERO, Exact::plus);
      return new Amount.Known(
          new Step.Base(of, days, parts, shares, sum.times(factor), currency.get(), estimated));
    }
  }
}
