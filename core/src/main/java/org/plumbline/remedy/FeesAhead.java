package org.plumbline.remedy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.Pool;
import org.plumbline.agreement.Service;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.evaluate.Exact;

/**
 * What an agreement's fees come to over days that lie ahead, and how much of it is at risk: by the
 * same rules as a base of fees (docs/meaning.md 20), to the cent, with the arithmetic.
 *
 * @param days the days, within the performance period
 * @param lines in order of services, then of their fees, then of time
 * @param pools what each pool comes to, by id; empty where a fee or share in it is not known
 */
public record FeesAhead(
    ReportingPeriod days, List<Line> lines, Map<String, Optional<Money>> pools) {

  /** Copies list and map. */
  public FeesAhead {
    lines = List.copyOf(lines);
    pools = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(pools));
  }

  /**
   * A fee at one price over periods that follow each other.
   *
   * @param per of what the fee is: a period, or a metric
   * @param price empty: it cannot be said which price holds
   * @param from first day
   * @param until last day
   * @param periods how many periods they are, a part of one as its days over all its days
   * @param quantity how many of the metric each period; empty for a period's fee, or not known
   * @param cost to the cent, rounded half-up for each period; empty: not known
   */
  public record Line(
      String service,
      String per,
      Optional<Money> price,
      LocalDate from,
      LocalDate until,
      Exact periods,
      Optional<BigDecimal> quantity,
      Optional<Money> cost) {}

  /**
   * The fees of the days.
   *
   * @param quantities how many of a metric each of its periods, by id
   */
  public static FeesAhead of(
      Agreement agreement, ReportingPeriod days, Map<String, BigDecimal> quantities) {
    List<Line> lines = new ArrayList<>();
    agreement
        .services()
        .forEach(
            (id, service) ->
                service
                    .fees()
                    .forEach(fee -> lines.addAll(lines(agreement, id, fee, days, quantities))));
    Map<String, Optional<Money>> pools = new LinkedHashMap<>();
    agreement.pools().forEach((id, pool) -> pools.put(id, pool(agreement, id, days, quantities)));
    return new FeesAhead(days, lines, pools);
  }

  /** The sum in each currency; empty if a line is not known. */
  public Optional<Map<String, Money>> total() {
    Map<String, Money> sums = new LinkedHashMap<>();
    for (Line line : lines) {
      if (line.cost().isEmpty()) {
        return Optional.empty();
      }
      Money cost = line.cost().get();
      sums.merge(
          cost.currency(),
          cost,
          (one, other) -> new Money(one.amount().add(other.amount()), one.currency()));
    }
    return Optional.of(sums);
  }

  private static List<Line> lines(
      Agreement agreement,
      String service,
      Service.Fee fee,
      ReportingPeriod days,
      Map<String, BigDecimal> quantities) {
    Optional<PeriodRule> own = PeriodRules.find(agreement, fee.per());
    Metric metric = agreement.metrics().get(fee.per());
    Optional<PeriodRule> rule =
        own.isPresent() || metric == null ? own : PeriodRules.of(agreement, metric);
    Optional<BigDecimal> quantity =
        own.isPresent() ? Optional.empty() : Optional.ofNullable(quantities.get(fee.per()));
    List<Line> lines = new ArrayList<>();
    for (ReportingPeriod period :
        ReportingPeriods.periods(rule.orElse(PeriodRule.Civil.MONTH), days.from(), days.until())) {
      LocalDate from = later(period.from(), days.from());
      LocalDate until = earlier(period.until(), days.until());
      while (!from.isAfter(until)) {
        Optional<Money> price = price(agreement, fee, from);
        LocalDate last = from;
        while (last.isBefore(until) && price(agreement, fee, last.plusDays(1)).equals(price)) {
          last = last.plusDays(1);
        }
        Exact part = Exact.ratio(ReportingPeriod.of(from, last).days(), period.days());
        Optional<Exact> exact =
            price
                .map(money -> Exact.of(money.amount()).times(part))
                .flatMap(
                    amount ->
                        own.isPresent()
                            ? Optional.of(amount)
                            : quantity.map(count -> amount.times(Exact.of(count))));
        Line line =
            new Line(
                service,
                fee.per(),
                price,
                from,
                last,
                part,
                quantity,
                exact.map(
                    amount ->
                        Cents.money(
                            Cents.halfUp(amount, price.orElseThrow().currency()),
                            price.orElseThrow().currency())));
        add(lines, line);
        from = last.plusDays(1);
      }
    }
    return lines;
  }

  /** Adds a line, to the one before if that goes on at the same price. */
  private static void add(List<Line> lines, Line line) {
    if (lines.isEmpty() || !lines.get(lines.size() - 1).price().equals(line.price())) {
      lines.add(line);
      return;
    }
    Line before = lines.remove(lines.size() - 1);
    lines.add(
        new Line(
            line.service(),
            line.per(),
            line.price(),
            before.from(),
            line.until(),
            before.periods().plus(line.periods()),
            line.quantity(),
            before
                .cost()
                .flatMap(
                    one ->
                        line.cost()
                            .map(
                                other ->
                                    new Money(one.amount().add(other.amount()), one.currency())))));
  }

  private static Optional<Money> price(Agreement agreement, Service.Fee fee, LocalDate day) {
    return Choice.of(fee.amount(), new Facts(agreement, day), day) instanceof Choice.Is<Money> is
        ? Optional.of(is.value())
        : Optional.empty();
  }

  /** What a pool comes to: the whole cents of each of its periods. */
  private static Optional<Money> pool(
      Agreement agreement, String id, ReportingPeriod days, Map<String, BigDecimal> quantities) {
    Pool pool = java.util.Objects.requireNonNull(agreement.pools().get(id));
    PeriodRule rule =
        pool.per().flatMap(per -> PeriodRules.find(agreement, per)).orElse(PeriodRule.Civil.MONTH);
    BigInteger cents = BigInteger.ZERO;
    Optional<String> currency = Optional.empty();
    for (ReportingPeriod period : ReportingPeriods.periods(rule, days.from(), days.until())) {
      ReportingPeriod within =
          ReportingPeriod.of(
              later(period.from(), days.from()), earlier(period.until(), days.until()));
      Optional<Exact> share = share(agreement, id, within.until());
      Optional<Money> base = base(agreement, id, within, quantities);
      if (share.isEmpty() || base.isEmpty()) {
        return Optional.empty();
      }
      currency = Optional.of(base.get().currency());
      cents =
          cents.add(
              Cents.down(Exact.of(base.get().amount()).times(share.get()), base.get().currency()));
    }
    BigInteger sum = cents;
    return currency.map(of -> Cents.money(sum, of));
  }

  /** The share of fees that a pool is, through the pools that it is of. */
  private static Optional<Exact> share(Agreement agreement, String id, LocalDate day) {
    Exact share = Exact.of(1);
    String at = id;
    for (int depth = 0; depth <= agreement.pools().size(); depth++) {
      Pool pool = agreement.pools().get(at);
      if (pool == null) {
        return Optional.of(share);
      }
      if (pool.share().isPresent()) {
        Choice<Literal> found = Choice.of(pool.share().get(), new Facts(agreement, day), day);
        if (!(found instanceof Choice.Is<Literal> is)
            || !(is.value() instanceof Literal.Percent percent)) {
          return Optional.empty();
        }
        share = share.times(Exact.of(percent.share().ratio()));
      }
      at = pool.of();
    }
    return Optional.empty();
  }

  /** The fees of the services of a pool over days; what was billed is not known ahead. */
  private static Optional<Money> base(
      Agreement agreement, String id, ReportingPeriod days, Map<String, BigDecimal> quantities) {
    List<String> services = List.of();
    String at = id;
    for (int depth = 0; depth <= agreement.pools().size(); depth++) {
      Pool pool = agreement.pools().get(at);
      if (pool == null) {
        break;
      }
      services = services.isEmpty() ? pool.services() : services;
      at = pool.of();
    }
    BigDecimal sum = BigDecimal.ZERO;
    TreeSet<String> currencies = new TreeSet<>();
    for (Map.Entry<String, Service> service : agreement.services().entrySet()) {
      if (services.isEmpty() || services.contains(service.getKey())) {
        for (Service.Fee fee : service.getValue().fees()) {
          for (Line line : lines(agreement, service.getKey(), fee, days, quantities)) {
            if (line.cost().isEmpty()) {
              return Optional.empty();
            }
            sum = sum.add(line.cost().get().amount());
            currencies.add(line.cost().get().currency());
          }
        }
      }
    }
    return currencies.size() == 1
        ? Optional.of(new Money(sum, currencies.first()))
        : Optional.empty();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
