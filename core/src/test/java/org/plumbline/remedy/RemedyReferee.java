package org.plumbline.remedy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.Pool;
import org.plumbline.agreement.Remedy;
import org.plumbline.agreement.Service;
import org.plumbline.agreement.Settlement;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.evaluate.Exact;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;

/**
 * A second, slow way from results to postings, written from docs/meaning.md 20 alone: each question
 * is asked anew, day by day and period by period, and nothing is carried along.
 *
 * <p>Long because it is read from top to bottom beside that one section.
 *
 * <p>It knows what {@link GeneratedContract} makes: dollars, fees per period, one line a target.
 */
final class RemedyReferee {

  private final Agreement agreement;
  private final Results results;
  private final Circumstances known;
  private final LocalDate today;
  private final Map<String, Map<LocalDate, BigInteger>> taken = new HashMap<>();

  RemedyReferee(Agreement agreement, Results results, Circumstances known) {
    this.agreement = agreement;
    this.results = results;
    this.known = known;
    today = results.asOf().atZone(agreement.zone()).toLocalDate();
  }

  /** One posting as far as it is compared. */
  record Line(String id, String kind, String owedBy, String worth, String standing) {}

  /** What something is judged on. */
  private record Point(ReportingPeriod period, Optional<Result> result) {}

  /** One remedy over its points. */
  private record Track(
      String id,
      Remedy remedy,
      Optional<String> metric,
      Optional<String> each,
      List<Point> points) {
    String posting(int at) {
      return id
          + metric.map(m -> "/" + m).orElse("")
          + each.map(e -> "/" + e).orElse("")
          + "/"
          + points.get(at).period().name();
    }
  }

  /** A place where something follows. */
  private record Place(Track track, int at) {
    String id() {
      return track.posting(at);
    }

    LocalDate day() {
      return track.points().get(at).period().until();
    }

    String order() {
      return day()
          + " "
          + track.points().get(at).period().from()
          + " "
          + track.id()
          + "\u0000"
          + track.metric().orElse("")
          + "\u0000"
          + track.each().orElse("");
    }
  }

  List<Line> lines() {
    Map<String, Line> lines = new TreeMap<>();
    Map<LocalDate, List<Place>> money = new TreeMap<>();
    for (Track track : tracks()) {
      for (int at = 0; at < track.points().size(); at++) {
        Place place = new Place(track, at);
        Truth follows = follows(track, at);
        if (follows == Truth.NO) {
          continue;
        }
        Remedy.Effect effect = track.remedy().effect();
        if (effect instanceof Remedy.Effect.Points points) {
          lines.put(place.order(), points(place, follows, points));
        } else if (effect instanceof Remedy.Effect.Action
            || effect instanceof Remedy.Effect.Right) {
          String kind = effect instanceof Remedy.Effect.Action ? "action" : "right";
          String stands =
              follows == Truth.UNKNOWN ? "held" : decided(place.id(), kind).orElse("proposed");
          lines.put(place.order(), new Line(place.id(), kind, owes(track), "-", stands));
        } else {
          money.computeIfAbsent(place.day(), day -> new ArrayList<>()).add(place);
        }
      }
    }
    Map<String, Line> posted = new TreeMap<>();
    Set<String> givenBack = new TreeSet<>();
    money.forEach(
        (day, places) -> {
          places.sort(Comparator.comparing(Place::order));
          Map<String, Line> ofDay = credits(places);
          for (Place place : places) {
            if (place.track().remedy().effect() instanceof Remedy.Effect.Restores restores) {
              Line line = restores(place, restores.remedy(), posted, givenBack);
              lines.put(place.order(), line);
            }
          }
          posted.putAll(ofDay);
          lines.putAll(ofDay);
        });
    return List.copyOf(lines.values());
  }

  // what is judged

  private List<Track> tracks() {
    List<Track> tracks = new ArrayList<>();
    agreement
        .remedies()
        .forEach(
            (id, remedy) -> {
              List<String> naming =
                  agreement.metrics().entrySet().stream()
                      .filter(metric -> metric.getValue().remedies().contains(id))
                      .map(Map.Entry::getKey)
                      .toList();
              for (String metric : naming) {
                Set<Optional<String>> values = new java.util.LinkedHashSet<>();
                results.of(metric).forEach(result -> values.add(result.each()));
                for (Optional<String> each : values) {
                  List<Point> points =
                      results.of(metric).stream()
                          .filter(result -> result.each().equals(each))
                          .map(result -> new Point(result.period(), Optional.of(result)))
                          .sorted(Comparator.comparing(point -> point.period().until()))
                          .toList();
                  tracks.add(new Track(id, remedy, Optional.of(metric), each, points));
                }
              }
              if (naming.isEmpty()) {
                List<Point> points =
                    months().stream()
                        .filter(month -> !month.until().isAfter(last()))
                        .map(month -> new Point(month, Optional.<Result>empty()))
                        .toList();
                tracks.add(new Track(id, remedy, Optional.empty(), Optional.empty(), points));
              }
            });
    return tracks;
  }

  private LocalDate last() {
    return agreement.performancePeriod().until();
  }

  private List<ReportingPeriod> months() {
    return ReportingPeriods.periods(
        PeriodRule.Civil.MONTH, agreement.performancePeriod().from(), last());
  }

  private String owes(Track track) {
    return track
        .remedy()
        .owedBy()
        .or(() -> track.metric().map(id -> metric(id).performing()))
        .orElse(Party.PROVIDER);
  }

  private Metric metric(String id) {
    return Objects.requireNonNull(agreement.metrics().get(id));
  }

  // whether it follows

  private Truth follows(Track track, int at) {
    Truth held = held(track, at);
    if (!counts(track, at) || held == Truth.NO) {
      return Truth.NO;
    }
    if (held == Truth.UNKNOWN) {
      return Truth.UNKNOWN;
    }
    if (whole(track, at) != Truth.YES) {
      return Truth.NO;
    }
    Optional<Remedy.Times> times = track.remedy().times();
    if (times.isEmpty()) {
      return Truth.YES;
    }
    List<Integer> before = countedBefore(track, at);
    int found = 1;
    int looked = 1;
    for (int other : before) {
      if (times.get().in().isPresent() && looked == times.get().in().get()) {
        break;
      }
      looked++;
      if (held(track, other) == Truth.YES && whole(track, other) == Truth.YES) {
        found++;
      } else if (times.get().running().orElse(false)) {
        break;
      }
    }
    return Truth.of(found >= times.get().atLeast());
  }

  /** The trigger with its tests of repeat taken as holding. */
  private Truth held(Track track, int at) {
    return RefereeConditions.holds(
        track.remedy().when(), subject -> value(track, at, subject), true);
  }

  private Truth whole(Track track, int at) {
    return RefereeConditions.holds(
        track.remedy().when(), subject -> value(track, at, subject), false);
  }

  /** Whether the period is judged and says something. */
  private boolean counts(Track track, int at) {
    Point point = track.points().get(at);
    if (!today.isAfter(point.period().until())) {
      return false;
    }
    if (point.result().isEmpty()) {
      return results.results().stream()
          .anyMatch(
              result ->
                  point.period().contains(result.period().until())
                      && !result.status().key().equals("no-data"));
    }
    String status = point.result().get().status().key();
    if (Set.of("met", "not-met", "below-expected").contains(status)) {
      return true;
    }
    return !status.equals("not-due")
        && RefereeConditions.names(track.remedy().when(), status)
        && held(track, at) == Truth.YES;
  }

  /** Earlier places that count for those after them, the latest first. */
  private List<Integer> countedBefore(Track track, int at) {
    List<Integer> before = new ArrayList<>();
    for (int other = at - 1; other >= 0; other--) {
      boolean known = held(track, other) != Truth.UNKNOWN;
      if (counts(track, other) && known && !stabilizing(track.points().get(other).period())) {
        before.add(other);
      }
    }
    return before;
  }

  private boolean stabilizing(ReportingPeriod period) {
    return agreement.stabilization().filter(s -> !period.from().isAfter(s.until())).isPresent();
  }

  private int repeat(Track track, int at) {
    int repeat = 1;
    for (int other : countedBefore(track, at)) {
      if (held(track, other) != Truth.YES) {
        break;
      }
      repeat++;
    }
    return repeat;
  }

  private Optional<Object> value(Track track, int at, String subject) {
    Point point = track.points().get(at);
    Optional<Exact> figure = point.result().flatMap(RemedyReferee::figure);
    return switch (subject) {
      case "result" -> point.result().map(result -> result.status().key());
      case "figure" -> figure.map(number -> number);
      case "shortfall" ->
          figure.map(
              number -> {
                Exact missing = Exact.ratio(95, 100).minus(number);
                return missing.compareTo(Exact.ZERO) > 0 ? missing : Exact.ZERO;
              });
      case "metric" -> track.metric().map(id -> id);
      case "each" -> track.each().map(id -> id);
      case "repeat" -> Optional.of(Exact.of(repeat(track, at)));
      case "points" ->
          track.remedy().effect() instanceof Remedy.Effect.Points
              ? Optional.empty()
              : pointsOf(owes(track), point.period()).map(Exact::of);
      case "customer.staff" ->
          Optional.ofNullable(
                  Objects.requireNonNull(agreement.parties().get(Party.CUSTOMER))
                      .facts()
                      .get("staff"))
              .flatMap(Varying::fixed)
              .map(literal -> Exact.of(((Literal.Numeral) literal).value()));
      default -> figureOf(subject, point.period()).map(number -> number);
    };
  }

  private static Optional<Exact> figure(Result result) {
    return result.lines().get(0).measurement().figure();
  }

  private Optional<Exact> figureOf(String metric, ReportingPeriod period) {
    List<Result> within =
        results.of(metric).stream()
            .filter(result -> result.each().isEmpty())
            .filter(result -> period.contains(result.period().until()))
            .toList();
    Optional<Result> same =
        within.stream().filter(result -> result.period().equals(period)).findFirst();
    return same.or(
            () -> within.stream().max(Comparator.comparing(result -> result.period().until())))
        .filter(
            result ->
                !Set.of("not-due", "provisional", "contested", "indeterminate")
                    .contains(result.status().key()))
        .flatMap(RemedyReferee::figure);
  }

  // points

  private Line points(Place place, Truth follows, Remedy.Effect.Points effect) {
    Optional<Literal> number = varying(effect.points(), place).literal();
    String stands = decided(place.id(), "points").orElse("proposed");
    if (follows == Truth.UNKNOWN || number.isEmpty()) {
      return new Line(place.id(), "points", owes(place.track()), "-", "held");
    }
    return new Line(
        place.id(), "points", owes(place.track()), number.orElseThrow().toString(), stands);
  }

  private Optional<BigDecimal> pointsOf(String party, ReportingPeriod period) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Track track : tracks()) {
      if (!(track.remedy().effect() instanceof Remedy.Effect.Points effect)
          || !owes(track).equals(party)) {
        continue;
      }
      for (int at = 0; at < track.points().size(); at++) {
        Truth follows =
            period.contains(track.points().get(at).period().until())
                ? follows(track, at)
                : Truth.NO;
        if (follows == Truth.UNKNOWN) {
          return Optional.empty();
        }
        if (follows == Truth.YES) {
          Line line = points(new Place(track, at), follows, effect);
          if (line.worth().equals("-")) {
            return Optional.empty();
          }
          boolean stands =
              Set.of("proposed", "agreed", "applied", "paid").contains(line.standing());
          sum = stands ? sum.add(new BigDecimal(line.worth())) : sum;
        }
      }
    }
    return Optional.of(sum);
  }

  // amounts

  /** A varying value: the literal, or whether none holds rather than unknown. */
  private record Found(Optional<Literal> literal, boolean none) {}

  private Found varying(Varying<Literal> varying, Place place) {
    if (varying instanceof Varying.ByDate<Literal> dated) {
      Optional<Literal> found = Optional.empty();
      for (Varying.Dated<Literal> step : dated.steps()) {
        found = step.from().isAfter(place.day()) ? found : step.is().fixed();
      }
      return new Found(found, false);
    }
    if (varying instanceof Varying.ByCondition<Literal> choices) {
      for (Varying.Choice<Literal> choice : choices.choices()) {
        Truth holds =
            choice.when().isEmpty()
                ? Truth.YES
                : RefereeConditions.holds(
                    choice.when(), subject -> value(place.track(), place.at(), subject), false);
        if (holds != Truth.NO) {
          return new Found(holds == Truth.YES ? choice.is().fixed() : Optional.empty(), false);
        }
      }
      return new Found(Optional.empty(), true);
    }
    return new Found(varying.fixed(), false);
  }

  /** Fees or bills of one day, of some services. */
  private Exact ofDay(boolean billed, Set<String> services, LocalDate day) {
    Exact sum = Exact.ZERO;
    if (day.isBefore(agreement.performancePeriod().from()) || day.isAfter(last())) {
      return sum;
    }
    for (String id : services) {
      List<Circumstances.Bill> bills =
          known.bills().stream()
              .filter(bill -> billed && bill.service().equals(id))
              .filter(bill -> !day.isBefore(bill.from()) && !day.isAfter(bill.until()))
              .toList();
      for (Circumstances.Bill bill : bills) {
        long days = bill.until().toEpochDay() - bill.from().toEpochDay() + 1;
        sum = sum.plus(Exact.of(bill.amount().amount()).dividedBy(Exact.of(days)));
      }
      Service service = Objects.requireNonNull(agreement.services().get(id));
      boolean free = !bills.isEmpty() || known.suspended().getOrDefault(id, Set.of()).contains(day);
      for (Service.Fee fee : free ? List.<Service.Fee>of() : service.fees()) {
        PeriodRule rule = PeriodRules.find(agreement, fee.per()).orElseThrow();
        sum =
            sum.plus(
                Exact.of(feeOn(fee.amount(), day).amount())
                    .dividedBy(Exact.of(ReportingPeriods.periodOf(rule, day).days())));
      }
    }
    return sum;
  }

  private static Money feeOn(Varying<Money> amount, LocalDate day) {
    if (amount instanceof Varying.ByDate<Money> dated) {
      return dated.steps().stream()
          .filter(step -> !step.from().isAfter(day))
          .reduce((one, other) -> other)
          .orElseThrow()
          .is()
          .fixed()
          .orElseThrow();
    }
    return amount.fixed().orElseThrow();
  }

  /** What a base comes to over some days. */
  Exact base(String of, Set<String> services, ReportingPeriod days) {
    Pool pool = agreement.pools().get(of);
    if (pool != null) {
      Exact share =
          pool.share()
              .flatMap(Varying::fixed)
              .map(literal -> Exact.of(((Literal.Percent) literal).share().ratio()))
              .orElse(Exact.of(1));
      Set<String> own = services.isEmpty() ? Set.copyOf(pool.services()) : services;
      return share.times(base(pool.of(), own, days));
    }
    Set<String> all = services.isEmpty() ? agreement.services().keySet() : services;
    Exact sum = Exact.ZERO;
    for (LocalDate day = days.from(); !day.isAfter(days.until()); day = day.plusDays(1)) {
      sum = sum.plus(ofDay(of.equals("billed"), all, day));
    }
    return sum;
  }

  ReportingPeriod poolPeriod(String id, LocalDate day) {
    Pool pool = agreement.pools().get(id);
    if (pool == null) {
      return ReportingPeriods.periodOf(PeriodRule.Civil.MONTH, day);
    }
    if (pool.rolling().isPresent()) {
      TimeAmount length = pool.rolling().get();
      LocalDate next = day.plusDays(1);
      boolean months = length.kind() == TimeAmount.Kind.BY_DATE_MONTHS;
      return ReportingPeriod.of(
          months ? next.minusMonths(length.months()) : next.minusDays(length.days()), day);
    }
    return pool.per()
        .map(per -> ReportingPeriods.periodOf(PeriodRules.find(agreement, per).orElseThrow(), day))
        .orElseGet(() -> poolPeriod(pool.of(), day));
  }

  // the money of one day

  private Map<String, Line> credits(List<Place> places) {
    Map<String, Line> lines = new TreeMap<>();
    Map<String, BigInteger> cents = new TreeMap<>();
    Map<String, Place> byOrder = new TreeMap<>();
    for (Place place : places) {
      if (place.track().remedy().effect() instanceof Remedy.Effect.Credit credit) {
        Optional<BigInteger> price = price(place, credit);
        byOrder.put(place.order(), place);
        if (follows(place.track(), place.at()) == Truth.UNKNOWN) {
          lines.put(place.order(), line(place, "-", "held"));
        } else if (varying(credit.amount(), place).none()) {
          lines.put(place.order(), line(place, "-", "nothing"));
        } else if (price.isEmpty()) {
          lines.put(place.order(), line(place, "-", "held"));
        } else if (price.get().signum() == 0 || !mayBeOwed(place)) {
          lines.put(place.order(), line(place, "0.00 USD", "nothing"));
        } else {
          cents.put(place.order(), price.get());
        }
      }
    }
    sameCause(cents, byOrder, lines);
    cut(cents, byOrder);
    cents.forEach(
        (order, amount) -> {
          Place place = Objects.requireNonNull(byOrder.get(order));
          String standing = amount.signum() == 0 ? "nothing" : standing(place);
          lines.put(order, line(place, new BigDecimal(amount, 2) + " USD", standing));
        });
    return lines;
  }

  private Line line(Place place, String worth, String standing) {
    return new Line(place.id(), "credit", owes(place.track()), worth, standing);
  }

  private Optional<BigInteger> price(Place place, Remedy.Effect.Credit credit) {
    Optional<Literal> rate = varying(credit.amount(), place).literal();
    if (rate.isEmpty()) {
      return Optional.empty();
    }
    if (rate.get() instanceof Literal.Amount money) {
      return Optional.of(halfUp(Exact.of(money.money().amount())));
    }
    Set<String> services =
        place.track().metric().flatMap(id -> metric(id).service()).map(Set::of).orElse(Set.of());
    ReportingPeriod period = place.track().points().get(place.at()).period();
    Exact base =
        agreement.pools().containsKey(credit.of())
            ? base(credit.of(), Set.of(), poolPeriod(credit.of(), place.day()))
            : base(credit.of(), services, period);
    Exact share = Exact.of(((Literal.Percent) rate.get()).share().ratio());
    return Optional.of(halfUp(base.times(share)));
  }

  private static BigInteger halfUp(Exact dollars) {
    Exact cents = dollars.times(Exact.of(100));
    return new BigDecimal(cents.numerator())
        .divide(new BigDecimal(cents.denominator()), 0, RoundingMode.HALF_UP)
        .toBigInteger();
  }

  private boolean mayBeOwed(Place place) {
    Party party = Objects.requireNonNull(agreement.parties().get(owes(place.track())));
    boolean authority = agreement.settlement().flatMap(Settlement::authority).isPresent();
    boolean due =
        agreement.stabilization().flatMap(s -> s.moneyRemedies()).filter("due"::equals).isPresent();
    boolean both =
        agreement
                .settlement()
                .flatMap(Settlement::concurrent)
                .filter("no-money"::equals)
                .isPresent()
            && known.causes().stream()
                .anyMatch(cause -> cause.concurrent() && cause.postings().contains(place.id()));
    return !both
        && (authority || !party.federal().orElse(false))
        && (due || !stabilizing(place.track().points().get(place.at()).period()));
  }

  private void sameCause(
      Map<String, BigInteger> cents, Map<String, Place> byOrder, Map<String, Line> lines) {
    if (agreement
        .settlement()
        .flatMap(Settlement::sameCause)
        .filter("highest-only"::equals)
        .isEmpty()) {
      return;
    }
    Set<String> lower = new TreeSet<>();
    cents.forEach(
        (order, own) ->
            cents.forEach(
                (other, theirs) -> {
                  int compared = theirs.compareTo(own);
                  boolean higher = compared > 0 || (compared == 0 && other.compareTo(order) < 0);
                  Place place = Objects.requireNonNull(byOrder.get(order));
                  if (higher && oneCause(place, Objects.requireNonNull(byOrder.get(other)))) {
                    lower.add(order);
                  }
                }));
    for (String order : lower) {
      cents.remove(order);
      lines.put(order, line(Objects.requireNonNull(byOrder.get(order)), "0.00 USD", "nothing"));
    }
  }

  private boolean oneCause(Place one, Place other) {
    if (!owes(one.track()).equals(owes(other.track()))) {
      return false;
    }
    Optional<String> first = named(one);
    Optional<String> second = named(other);
    if (first.isPresent() || second.isPresent()) {
      return first.equals(second);
    }
    return one.track().metric().isPresent()
        && other.track().metric().isPresent()
        && metric(one.track().metric().get())
            .records()
            .equals(metric(other.track().metric().get()).records())
        && one.track().each().equals(other.track().each());
  }

  private Optional<String> named(Place place) {
    return known.causes().stream()
        .filter(cause -> cause.postings().contains(place.id()))
        .map(Circumstances.Cause::name)
        .findFirst();
  }

  private List<String> poolsOf(Place place) {
    Remedy.Effect.Credit credit = (Remedy.Effect.Credit) place.track().remedy().effect();
    List<String> found = new ArrayList<>();
    List<String> roots = new ArrayList<>(credit.atMost());
    roots.add(credit.of());
    for (String root : roots) {
      for (String at = root; agreement.pools().containsKey(at); at = parent(at)) {
        found.add(at);
      }
    }
    return found.stream().distinct().toList();
  }

  private String parent(String pool) {
    return Objects.requireNonNull(agreement.pools().get(pool)).of();
  }

  private int above(String pool) {
    return agreement.pools().containsKey(pool) ? 1 + above(parent(pool)) : 0;
  }

  private BigInteger left(String pool, LocalDate day) {
    ReportingPeriod period = poolPeriod(pool, day);
    Exact size = base(pool, Set.of(), period).times(Exact.of(100));
    BigInteger whole = size.numerator().divide(size.denominator());
    BigInteger before = BigInteger.ZERO;
    for (var each : taken.getOrDefault(pool, Map.of()).entrySet()) {
      before = period.contains(each.getKey()) ? before.add(each.getValue()) : before;
    }
    return whole.subtract(before).max(BigInteger.ZERO);
  }

  private void cut(Map<String, BigInteger> cents, Map<String, Place> byOrder) {
    if (cents.isEmpty()) {
      return;
    }
    LocalDate day = Objects.requireNonNull(byOrder.get(cents.keySet().iterator().next())).day();
    Set<String> pools = new TreeSet<>();
    cents.keySet().forEach(o -> pools.addAll(poolsOf(Objects.requireNonNull(byOrder.get(o)))));
    List<String> inOrder = new ArrayList<>(pools);
    inOrder.sort(
        Comparator.comparing((String pool) -> -above(pool))
            .thenComparing(pool -> left(pool, day))
            .thenComparing(pool -> pool));
    for (String pool : inOrder) {
      List<String> under = under(pool, cents, byOrder);
      BigInteger asked = sum(under, cents);
      BigInteger left = left(pool, day);
      if (asked.compareTo(left) > 0) {
        share(left, asked, under, cents);
      }
    }
    for (String pool : inOrder) {
      taken
          .computeIfAbsent(pool, key -> new HashMap<>())
          .merge(day, sum(under(pool, cents, byOrder), cents), BigInteger::add);
    }
  }

  private List<String> under(
      String pool, Map<String, BigInteger> cents, Map<String, Place> byOrder) {
    return cents.keySet().stream()
        .filter(order -> poolsOf(Objects.requireNonNull(byOrder.get(order))).contains(pool))
        .toList();
  }

  private static BigInteger sum(List<String> orders, Map<String, BigInteger> cents) {
    return orders.stream()
        .map(order -> Objects.requireNonNull(cents.get(order)))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Whole cents first, then one each to the largest fractions. */
  private static void share(
      BigInteger left, BigInteger asked, List<String> under, Map<String, BigInteger> cents) {
    Map<String, Exact> fractions = new TreeMap<>();
    BigInteger given = BigInteger.ZERO;
    for (String order : under) {
      Exact part = new Exact(Objects.requireNonNull(cents.get(order)).multiply(left), asked);
      BigInteger whole = part.numerator().divide(part.denominator());
      fractions.put(order, part.minus(new Exact(whole, BigInteger.ONE)));
      cents.put(order, whole);
      given = given.add(whole);
    }
    while (given.compareTo(left) < 0) {
      String largest =
          fractions.entrySet().stream()
              .max(
                  Map.Entry.<String, Exact>comparingByValue()
                      .thenComparing(Map.Entry.<String, Exact>comparingByKey().reversed()))
              .orElseThrow()
              .getKey();
      fractions.put(largest, Exact.of(-1));
      cents.merge(largest, BigInteger.ONE, BigInteger::add);
      given = given.add(BigInteger.ONE);
    }
  }

  // how it stands

  private Optional<String> decided(String posting, String kind) {
    return known.decisions().stream()
        .filter(decision -> decision.posting().equals(posting))
        .filter(decision -> !decision.on().isAfter(today))
        .sorted(Comparator.comparing(Decision::on))
        .map(decision -> decision.act().name().toLowerCase(java.util.Locale.ROOT))
        .filter(act -> can(act, kind))
        .reduce((one, other) -> other)
        .map(act -> AFTER.getOrDefault(act, act));
  }

  /** Standings that are not called like what led to them. */
  private static final Map<String, String> AFTER =
      Map.of("submitted", "proposed", "exercised", "applied");

  /** One act a posting is generated, so that of a plan's only the first can be done. */
  private static boolean can(String act, String kind) {
    boolean money = kind.equals("credit") || kind.equals("earn-back");
    return switch (act) {
      case "agreed", "held", "waived" -> true;
      case "applied", "paid" -> money;
      case "submitted" -> kind.equals("action");
      case "exercised" -> kind.equals("right");
      default -> false;
    };
  }

  private String standing(Place place) {
    Optional<String> decided = decided(place.id(), "credit");
    return decided.orElseGet(() -> lapses(place) ? "lapsed" : "proposed");
  }

  private boolean lapses(Place place) {
    Optional<Settlement> settlement = agreement.settlement();
    boolean thisBill =
        settlement.flatMap(Settlement::postTo).filter("this-bill"::equals).isPresent();
    boolean none = settlement.flatMap(Settlement::lastPeriod).filter("none"::equals).isPresent();
    if (!thisBill && none && noLaterBill(place)) {
      return true;
    }
    Optional<LocalDate> issued =
        known.issued().stream()
            .filter(report -> report.period().contains(place.day()))
            .map(Circumstances.Issued::on)
            .filter(day -> !day.isAfter(today))
            .findFirst();
    if (settlement.flatMap(Settlement::requestWithin).isEmpty() || issued.isEmpty()) {
      return false;
    }
    LocalDate by = issued.get().plusDays(30);
    boolean asked =
        known.decisions().stream()
            .filter(decision -> decision.posting().equals(place.id()))
            .filter(decision -> decision.act() == Decision.Act.REQUESTED)
            .anyMatch(decision -> !decision.on().isAfter(by) && !decision.on().isAfter(today));
    return !asked && today.isAfter(by);
  }

  private boolean noLaterBill(Place place) {
    LocalDate next = place.day().plusMonths(1).withDayOfMonth(1);
    return agreement.renewal().isEmpty() && next.isAfter(last());
  }

  private Line restores(
      Place place, String remedy, Map<String, Line> posted, Set<String> givenBack) {
    String owes = owes(place.track());
    if (follows(place.track(), place.at()) == Truth.UNKNOWN) {
      return new Line(place.id(), "earn-back", owes, "-", "held");
    }
    String middle =
        place.track().metric().map(id -> "/" + id).orElse("")
            + place.track().each().map(value -> "/" + value).orElse("");
    List<String> own =
        posted.entrySet().stream()
            .filter(
                entry ->
                    Set.of("proposed", "agreed", "applied", "paid")
                        .contains(entry.getValue().standing()))
            .filter(
                entry ->
                    entry.getValue().id().startsWith(remedy + middle + "/")
                        && (middle.isEmpty()
                            || entry.getValue().id().lastIndexOf('/')
                                == (remedy + middle).length()))
            .map(Map.Entry::getKey)
            .toList();
    String day = own.isEmpty() ? "" : own.get(own.size() - 1).substring(0, 10);
    BigDecimal sum = BigDecimal.ZERO.setScale(2);
    boolean any = false;
    boolean suspended =
        stabilizing(place.track().points().get(place.at()).period())
            && agreement
                .stabilization()
                .flatMap(s -> s.moneyRemedies())
                .filter("due"::equals)
                .isEmpty();
    for (String order : suspended ? List.<String>of() : own) {
      if (order.startsWith(day) && givenBack.add(order)) {
        any = true;
        sum =
            sum.subtract(
                new BigDecimal(
                    Objects.requireNonNull(posted.get(order)).worth().replace(" USD", "")));
      }
    }
    String standing =
        any
            ? decided(place.id(), "earn-back")
                .orElseGet(() -> noLaterBill(place) ? "lapsed" : "proposed")
            : "nothing";
    return new Line(place.id(), "earn-back", owes, any ? sum + " USD" : "-", standing);
  }
}
