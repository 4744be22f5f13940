package org.plumbline.remedy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.agreement.Pool;
import org.plumbline.agreement.Remedy;
import org.plumbline.agreement.Renewal;
import org.plumbline.agreement.Reports;
import org.plumbline.agreement.Service;
import org.plumbline.agreement.Settlement;
import org.plumbline.agreement.Share;
import org.plumbline.agreement.Stabilization;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.judge.Results;

/**
 * An agreement with remedies, the figures of its periods, and what is known beside them, made from
 * a seed.
 *
 * <p>Long because an agreement has many parts, and each is a line or two here.
 */
final class GeneratedContract {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private final Random random;
  private final boolean monotone;
  private final Map<String, Metric> metrics = new LinkedHashMap<>();
  private final Map<String, Remedy> remedies = new LinkedHashMap<>();
  private final Map<String, Pool> pools = new LinkedHashMap<>();
  private final List<GeneratedResult> figures = new ArrayList<>();
  private final LocalDate until;
  private final Instant asOf;
  private Agreement agreement;
  private Circumstances circumstances = Circumstances.NONE;

  /**
   * A contract.
   *
   * @param monotone whether only such terms are used under which better can never cost more
   */
  GeneratedContract(long seed, boolean monotone) {
    random = new Random(seed);
    this.monotone = monotone;
    until = FIRST.plusMonths(3 + random.nextInt(10)).minusDays(one(10) ? 5 : 1);
    LocalDate today = one(5) ? FIRST.plusDays(random.nextInt(400)) : until.plusDays(60);
    asOf = today.atTime(12, 0).atZone(ZONE).toInstant();
    makePools();
    makeRemedies();
    makeMetrics();
    agreement = make(metrics, remedies);
    makeFigures(today);
    if (!monotone) {
      makeCircumstances(today);
    }
  }

  Agreement agreement() {
    return agreement;
  }

  Circumstances circumstances() {
    return circumstances;
  }

  Results results() {
    return new Results("generated", asOf, figures.stream().map(GeneratedResult::result).toList());
  }

  /** The same contract and results with all that is named in another order. */
  Consequences inAnotherOrder() {
    Map<String, Metric> turnedMetrics = turned(metrics);
    Map<String, Remedy> turnedRemedies = turned(remedies);
    List<GeneratedResult> turned = new ArrayList<>(figures);
    Collections.shuffle(turned, random);
    return Remedying.follow(
        make(turnedMetrics, turnedRemedies),
        new Results("generated", asOf, turned.stream().map(GeneratedResult::result).toList()),
        circumstances);
  }

  /** Results in which one figure that misses is better; empty if none misses. */
  Optional<Results> better() {
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      if (figures.get(i).misses()) {
        missing.add(i);
      }
    }
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    int at = missing.get(random.nextInt(missing.size()));
    List<GeneratedResult> better = new ArrayList<>(figures);
    better.set(at, figures.get(at).better(random));
    return Optional.of(
        new Results("generated", asOf, better.stream().map(GeneratedResult::result).toList()));
  }

  private static <V> Map<String, V> turned(Map<String, V> map) {
    List<String> ids = new ArrayList<>(map.keySet());
    Collections.reverse(ids);
    Map<String, V> turned = new LinkedHashMap<>();
    ids.forEach(id -> turned.put(id, java.util.Objects.requireNonNull(map.get(id))));
    return turned;
  }

  private static final List<TimeAmount> WINDOWS =
      List.of(
          TimeAmount.of(12, TimeAmount.Unit.MONTHS),
          TimeAmount.of(3, TimeAmount.Unit.MONTHS),
          TimeAmount.of(45, TimeAmount.Unit.DAYS));

  private boolean one(int of) {
    return random.nextInt(of) == 0;
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static Literal percent(String percent) {
    return new Literal.Percent(Share.ofPercent(new BigDecimal(percent)));
  }

  private static Money dollars(String amount) {
    return new Money(new BigDecimal(amount), "USD");
  }

  private void makePools() {
    int count = random.nextInt(4);
    String of = any(List.of("fees", "billed"));
    Optional<String> per = Optional.of(any(List.of("month", "quarter", "year")));
    for (int i = 0; i < count; i++) {
      boolean nested = i > 0 && (monotone || !one(3));
      boolean rolls = !monotone && one(4);
      pools.put(
          "pool" + i,
          new Pool(
              nested ? "pool" + (i - 1) : of,
              one(3) && !nested ? List.of("second") : List.of(),
              one(6)
                  ? Optional.empty()
                  : Optional.of(Varying.of(percent(any(List.of("3", "7.5", "12", "50"))))),
              rolls ? Optional.empty() : per(i, per),
              rolls ? Optional.of(any(WINDOWS)) : Optional.empty()));
    }
  }

  private Optional<String> per(int pool, Optional<String> first) {
    return monotone || one(2) ? (pool == 0 ? first : Optional.empty()) : any(pers());
  }

  private static List<Optional<String>> pers() {
    return List.of(
        Optional.empty(), Optional.of("month"), Optional.of("quarter"), Optional.of("year"));
  }

  private void makeRemedies() {
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String id = any(List.of("a", "m", "z")) + i;
      remedies.put(id, remedy(i));
    }
  }

  private Remedy remedy(int number) {
    int kind = random.nextInt(monotone ? 6 : 10);
    Remedy.Effect effect = credit();
    if (kind == 0) {
      effect = new Remedy.Effect.Points(pointsGiven());
    } else if (kind == 1) {
      effect = new Remedy.Effect.Action("Plan " + number);
    } else if (kind == 9) {
      effect = new Remedy.Effect.Right("Leave " + number);
    } else if (kind == 8 && !remedies.isEmpty()) {
      effect = new Remedy.Effect.Restores(any(List.copyOf(remedies.keySet())));
    }
    boolean restores = effect instanceof Remedy.Effect.Restores;
    return new Remedy(
        restores ? Optional.of(result("met")) : when(),
        times(),
        effect,
        monotone || !one(6) ? Optional.empty() : Optional.of(Party.CUSTOMER),
        Optional.empty(),
        one(4) ? Optional.of(TimeAmount.of(10, TimeAmount.Unit.DAYS)) : Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private Varying<Literal> pointsGiven() {
    Literal.Numeral few = new Literal.Numeral(BigDecimal.valueOf(5));
    return one(2)
        ? Varying.of(few)
        : new Varying.ByCondition<>(
            List.of(
                new Varying.Choice<>(
                    Optional.of(figureBelow("80")),
                    Varying.of(new Literal.Numeral(BigDecimal.TEN))),
                new Varying.Choice<>(Optional.empty(), Varying.of(few))));
  }

  private Optional<Condition> when() {
    return switch (random.nextInt(monotone ? 5 : 8)) {
      case 0 -> Optional.of(figureBelow("85"));
      case 1 -> Optional.of(new Condition.All(List.of(result("not-met"), atLeast("repeat", 2))));
      case 2 -> Optional.of(atLeast("points", 10));
      case 5 -> Optional.of(result("no-data"));
      case 6 ->
          Optional.of(
              new Condition.Any(
                  List.of(
                      new Condition.OneOf("metric", List.of(new Literal.Text("m1"))),
                      new Condition.Compares(
                          "shortfall", Comparison.ABOVE, new Literal.Points(BigDecimal.TEN)))));
      case 7 ->
          Optional.of(
              new Condition.None(
                  List.of(
                      new Condition.Compares("m0", Comparison.AT_LEAST, percent("90")),
                      atLeast("customer.staff", 100))));
      default -> Optional.empty();
    };
  }

  private static Condition result(String result) {
    return new Condition.OneOf("result", List.of(new Literal.Text(result)));
  }

  private static Condition figureBelow(String percent) {
    return new Condition.Compares("figure", Comparison.BELOW, percent(percent));
  }

  private static Condition atLeast(String subject, int number) {
    return new Condition.Compares(
        subject, Comparison.AT_LEAST, new Literal.Numeral(BigDecimal.valueOf(number)));
  }

  private Optional<Remedy.Times> times() {
    return switch (random.nextInt(6)) {
      case 0 ->
          Optional.of(
              new Remedy.Times(
                  1 + random.nextInt(3), Optional.of(3 + random.nextInt(3)), Optional.empty()));
      case 1 ->
          Optional.of(new Remedy.Times(1 + random.nextInt(3), Optional.empty(), Optional.of(true)));
      case 2 -> Optional.of(new Remedy.Times(2, Optional.empty(), Optional.empty()));
      default -> Optional.empty();
    };
  }

  private Remedy.Effect credit() {
    List<String> chain = List.copyOf(pools.keySet());
    if (monotone) {
      // All under the same pools, whose cuts then never let another have more.
      List<String> caps = chain.isEmpty() ? List.of() : List.of(chain.get(chain.size() - 1));
      return new Remedy.Effect.Credit("fees", amount(), caps);
    }
    List<String> of = new ArrayList<>(List.of("fees", "billed"));
    of.addAll(chain);
    return new Remedy.Effect.Credit(
        any(of), amount(), chain.isEmpty() || one(2) ? List.of() : List.of(any(chain)));
  }

  private Varying<Literal> amount() {
    Literal small = percent(any(List.of("1.25", "2", "3.333")));
    Literal large = percent(any(List.of("5", "9.99", "40")));
    return switch (random.nextInt(monotone ? 4 : 6)) {
      case 0 ->
          new Varying.ByCondition<>(
              List.of(
                  new Varying.Choice<>(Optional.of(figureBelow("70")), Varying.of(large)),
                  new Varying.Choice<>(Optional.of(figureBelow("95")), Varying.of(small))));
      case 1 ->
          new Varying.ByCondition<>(
              List.of(
                  new Varying.Choice<>(
                      Optional.of(
                          new Condition.OneOf(
                              "repeat", List.of(new Literal.Numeral(BigDecimal.ONE)))),
                      Varying.of(small)),
                  new Varying.Choice<>(Optional.empty(), Varying.of(large))));
      case 2 -> Varying.of(new Literal.Amount(dollars("777.77")));
      case 4 ->
          new Varying.ByCondition<>(
              List.of(
                  new Varying.Choice<>(
                      Optional.of(new Condition.OneOf("metric", List.of(new Literal.Text("m0")))),
                      Varying.of(small)),
                  new Varying.Choice<>(
                      Optional.of(new Condition.OneOf("each", List.of(new Literal.Text("east")))),
                      Varying.of(large))));
      case 5 ->
          new Varying.ByDate<>(
              List.of(
                  new Varying.Dated<>(FIRST, Varying.of(small)),
                  new Varying.Dated<>(FIRST.plusMonths(3), Varying.of(large))));
      default -> Varying.of(small);
    };
  }

  private void makeMetrics() {
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      List<String> follows = new ArrayList<>();
      for (String id : remedies.keySet()) {
        if (one(2)) {
          follows.add(id);
        }
      }
      boolean customer = !monotone && one(6);
      metrics.put(
          "m" + i,
          metric(
              "m" + i,
              customer ? Party.CUSTOMER : Party.PROVIDER,
              any(List.of(Optional.empty(), Optional.of("first"), Optional.of("second"))),
              one(3) ? "tickets" : "invoices",
              !monotone && one(5),
              any(List.of(Optional.empty(), Optional.of("month"), Optional.of("quarter"))),
              follows));
    }
  }

  private static Metric metric(
      String name,
      String performing,
      Optional<String> service,
      String records,
      boolean each,
      Optional<String> every,
      List<String> remedies) {
    Level target =
        new Level.Lines(
            List.of(
                new Level.Line(
                    new Level.Applies.Always(),
                    Optional.of(
                        new Level.Limit.Within(Varying.of(TimeAmount.of(5, TimeAmount.Unit.DAYS)))),
                    List.of(
                        new Level.Bound(
                            Comparison.AT_LEAST,
                            Varying.of(percent(GeneratedResult.TARGET.toPlainString())))),
                    Optional.empty())));
    return new Metric(
        name,
        performing,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        service,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Metric.Labels(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        records,
        Optional.empty(),
        Optional.of(
            new Clock(
                Optional.of(new MomentTerm.Named("from")),
                new MomentTerm.Named("until"),
                Optional.empty(),
                new Clock.Counting.AllTime())),
        Optional.empty(),
        each ? Optional.of("place") : Optional.empty(),
        Optional.empty(),
        every.map(
            id ->
                new PeriodTerms(
                    Optional.of(id),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())),
        target,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        remedies);
  }

  private void makeFigures(LocalDate today) {
    metrics.forEach(
        (id, metric) -> {
          boolean quarter =
              metric.period().flatMap(PeriodTerms::every).filter("quarter"::equals).isPresent();
          PeriodRule rule = quarter ? PeriodRule.Civil.QUARTER : PeriodRule.Civil.MONTH;
          int holding = 60 + random.nextInt(41);
          for (String each : metric.each().isPresent() ? List.of("east", "west") : List.of("")) {
            for (ReportingPeriod period : ReportingPeriods.periods(rule, FIRST, until)) {
              int share = Math.min(100, Math.max(0, holding + random.nextInt(40) - 15));
              figures.add(
                  new GeneratedResult(
                      id,
                      period,
                      each.isEmpty() ? Optional.empty() : Optional.of(each),
                      share,
                      one(7),
                      !today.isAfter(period.until()),
                      !monotone && one(9),
                      period.until().isAfter(until)));
            }
          }
        });
  }

  private void makeCircumstances(LocalDate today) {
    List<Circumstances.Bill> bills = new ArrayList<>();
    List<Circumstances.Issued> issued = new ArrayList<>();
    for (ReportingPeriod month : ReportingPeriods.periods(PeriodRule.Civil.MONTH, FIRST, until)) {
      if (one(3)) {
        bills.add(
            new Circumstances.Bill(
                any(List.of("first", "second")),
                month.from(),
                one(4) ? month.until().minusDays(7) : month.until(),
                dollars((1000 + random.nextInt(9000)) + ".37")));
      }
      if (one(2)) {
        issued.add(new Circumstances.Issued(month, month.until().plusDays(random.nextInt(20))));
      }
    }
    List<Decision> decisions = new ArrayList<>();
    Circumstances known = new Circumstances(bills, issued, List.of(), List.of());
    List<String> named = new ArrayList<>();
    for (Posting posting : Remedying.follow(agreement, results(), known).postings()) {
      if (one(4)) {
        decisions.add(
            new Decision(
                posting.id().toString(),
                any(List.of(Decision.Act.values())),
                today.minusDays(random.nextInt(60)),
                Party.CUSTOMER,
                ""));
      }
      if (one(5)) {
        named.add(posting.id().toString());
      }
    }
    List<Circumstances.Cause> causes =
        one(2) ? List.of() : List.of(new Circumstances.Cause("one outage", named, one(2)));
    Set<LocalDate> unpaid = new java.util.TreeSet<>();
    for (LocalDate day = FIRST; one(3) && !day.isAfter(until); day = day.plusDays(1)) {
      day.datesUntil(day.plusDays(1 + random.nextInt(20))).forEach(unpaid::add);
      day = day.plusDays(random.nextInt(60));
    }
    circumstances =
        new Circumstances(
            bills, List.of(), issued, decisions, causes, List.of(), Map.of("first", unpaid));
  }

  private Map<String, Service> services() {
    Map<String, Service> services = new LinkedHashMap<>();
    services.put(
        "first",
        service(
            one(2)
                ? Varying.of(dollars("41200.00"))
                : new Varying.ByDate<>(
                    List.of(
                        new Varying.Dated<>(FIRST, Varying.of(dollars("41200.00"))),
                        new Varying.Dated<>(FIRST.plusDays(45), Varying.of(dollars("43260.00"))))),
            "month"));
    services.put(
        "second",
        service(Varying.of(dollars("9999.99")), any(List.of("month", "quarter", "year"))));
    return services;
  }

  private static Service service(Varying<Money> amount, String per) {
    return new Service(
        "Service",
        List.of(),
        List.of(new Service.Fee(amount, per)),
        Optional.of(new Service.Billing(Optional.of("month"), Optional.empty())));
  }

  private @org.jspecify.annotations.Nullable Map<String, Service> services;
  private @org.jspecify.annotations.Nullable Terms terms;

  /** Terms drawn once, so that turning the order changes nothing else. */
  private record Terms(
      Map<String, Party> parties,
      Optional<Renewal> renewal,
      Optional<Stabilization> stabilization,
      Optional<Settlement> settlement,
      Optional<Reports> reports) {}

  private Terms terms() {
    Map<String, Party> parties = new LinkedHashMap<>();
    parties.put(
        Party.CUSTOMER,
        new Party(
            "Customer",
            Optional.of(one(2)),
            List.of(),
            one(2)
                ? Map.of()
                : Map.of(
                    "staff",
                    Varying.of(new Literal.Numeral(BigDecimal.valueOf(random.nextInt(200)))))));
    parties.put(Party.PROVIDER, new Party("Provider", Optional.of(one(4)), List.of(), Map.of()));
    Settlement settlement =
        new Settlement(
            one(5) ? Optional.empty() : Optional.of("Clause 12"),
            any(List.of(Optional.empty(), Optional.of("each"), Optional.of("highest-only"))),
            any(List.of(Optional.empty(), Optional.of("money"), Optional.of("no-money"))),
            one(3) ? Optional.of(TimeAmount.of(30, TimeAmount.Unit.DAYS)) : Optional.empty(),
            any(List.of(Optional.empty(), Optional.of("this-bill"), Optional.of("next-bill"))),
            any(
                List.of(
                    Optional.empty(),
                    Optional.of("pay"),
                    Optional.of("offset"),
                    Optional.of("none"))),
            Optional.empty());
    return new Terms(
        parties,
        one(4)
            ? Optional.of(new Renewal(Optional.of("automatic"), Optional.empty(), Optional.empty()))
            : Optional.empty(),
        one(3)
            ? Optional.of(
                new Stabilization(
                    FIRST.plusDays(20 + random.nextInt(80)),
                    any(List.of(Optional.empty(), Optional.of("due"), Optional.of("suspended")))))
            : Optional.empty(),
        monotone || one(4) ? Optional.empty() : Optional.of(settlement),
        one(2)
            ? Optional.empty()
            : Optional.of(
                new Reports(
                    Optional.empty(),
                    Optional.of(TimeAmount.of(10, TimeAmount.Unit.DAYS)),
                    Optional.empty())));
  }

  private Agreement make(Map<String, Metric> metricsInOrder, Map<String, Remedy> remediesInOrder) {
    Map<String, Service> fees = services == null ? services() : services;
    services = fees;
    Terms drawn = terms == null ? terms() : terms;
    terms = drawn;
    return new Agreement(
        1,
        "generated",
        "Generated",
        ZONE,
        Optional.empty(),
        drawn.parties(),
        Map.of(),
        List.of(),
        Map.of(),
        new PerformancePeriod(FIRST, until, Optional.empty()),
        drawn.renewal(),
        drawn.stabilization(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Map.of(),
        fees,
        Map.of(),
        metricsInOrder,
        remediesInOrder,
        pools,
        drawn.settlement(),
        Map.of(),
        Optional.empty(),
        drawn.reports(),
        Map.of(),
        List.of(),
        Map.of());
  }
}
