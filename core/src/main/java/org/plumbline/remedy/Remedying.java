package org.plumbline.remedy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Remedy;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;

/**
 * What follows from results (docs/meaning.md 20): for each remedy and period whether it follows,
 * then for money the way from trigger to posting, a step at a time.
 *
 * <p>The order in which the agreement names metrics and remedies never matters.
 */
public final class Remedying {

  private final Agreement agreement;
  private final Circumstances circumstances;
  private final Days days;
  private final Settling settling;
  private final List<Series> series;
  private final Figures figures;
  private final List<Posting> postings = new ArrayList<>();
  private final PointsTable points;
  private final Triggers triggers;
  private final Earlier earlier;

  private Remedying(
      Agreement agreement, Results results, Circumstances circumstances, Earlier earlier) {
    this.agreement = agreement;
    this.earlier = earlier;
    this.circumstances = circumstances;
    days = new Days(agreement, circumstances, results.asOf());
    settling = new Settling(agreement, circumstances, days);
    series = Series.all(agreement, results, days);
    figures = new Figures(results);
    points = new PointsTable(points(), series);
    triggers = new Triggers(agreement, figures, days, points);
  }

  /**
   * All that follows from the results up to their as-of moment.
   *
   * @param results of all periods from the first on: streaks, pools and what goes back look behind
   */
  public static Consequences follow(
      Agreement agreement, Results results, Circumstances circumstances) {
    return follow(agreement, results, circumstances, Earlier.NONE);
  }

  /**
   * All that follows under one of several versions.
   *
   * @param earlier what the versions before have settled
   */
  public static Consequences follow(
      Agreement agreement, Results results, Circumstances circumstances, Earlier earlier) {
    return new Remedying(agreement, results, circumstances, earlier).consequences();
  }

  private Consequences consequences() {
    postings.addAll(points.given());
    List<Draft> drafts = new ArrayList<>();
    for (Series one : series) {
      Remedy.Effect effect = one.remedy().effect();
      if (effect instanceof Remedy.Effect.Points) {
        continue;
      }
      for (Occasion occasion : triggers.occasions(one)) {
        if (!earlier.isOwn().test(occasion.id())) {
          continue;
        }
        if (effect instanceof Remedy.Effect.Action action) {
          postings.add(plain(occasion, one.remedy(), Posting.Kind.ACTION, action.text()));
        } else if (effect instanceof Remedy.Effect.Right right) {
          postings.add(plain(occasion, one.remedy(), Posting.Kind.RIGHT, right.text()));
        } else {
          drafts.add(new Draft(occasion, one.remedy(), first(occasion, one.remedy())));
        }
      }
    }
    money(drafts);
    postings.sort(Comparator.comparing(Posting::id));
    return new Consequences(postings, ledger());
  }

  /** Points come first: other remedies test them. Their own triggers cannot. */
  private List<Posting> points() {
    Triggers withoutPoints =
        new Triggers(agreement, figures, days, (period, party) -> Optional.empty());
    List<Posting> given = new ArrayList<>();
    for (Series one : series) {
      if (one.remedy().effect() instanceof Remedy.Effect.Points effect) {
        for (Occasion occasion : withoutPoints.occasions(one)) {
          given.add(given(withoutPoints, occasion, one.remedy(), effect));
        }
      }
    }
    return given;
  }

  private Posting given(
      Triggers withoutPoints, Occasion occasion, Remedy remedy, Remedy.Effect.Points effect) {
    List<Step> steps = new ArrayList<>(reached(occasion));
    Optional<BigDecimal> number = Optional.empty();
    Choice<Literal> choice =
        Choice.of(
            effect.points(), withoutPoints.subjects(occasion), occasion.id().period().until());
    Standing standing =
        settling.decided(occasion.id(), Posting.Kind.POINTS).orElse(Standing.PROPOSED);
    if (occasion.unknown().isPresent()) {
      standing = Standing.HELD;
    } else if (choice instanceof Choice.Is<Literal> is
        && is.value() instanceof Literal.Numeral numeral) {
      number = Optional.of(numeral.value());
      steps.add(new Step.Given(Exact.of(numeral.value())));
    } else if (choice instanceof Choice.None<Literal>) {
      steps.add(new Step.NoEntry());
      standing = Standing.NOTHING;
    } else {
      steps.add(new Step.Unknown("it cannot be said how many points it gives"));
      standing = Standing.HELD;
    }
    return posting(
        occasion, remedy, Posting.Kind.POINTS, "", Optional.empty(), number, standing, steps);
  }

  private Posting plain(Occasion occasion, Remedy remedy, Posting.Kind kind, String text) {
    List<Step> steps = first(occasion, remedy);
    Optional<Plan> plan =
        kind == Posting.Kind.ACTION && occasion.unknown().isEmpty()
            ? Optional.of(settling.plan(occasion.id(), remedy.due()))
            : Optional.empty();
    List<Decision> decisions =
        settling.decisions(occasion.id(), kind).stream()
            .filter(one -> plan.filter(life -> life.refused().contains(one)).isEmpty())
            .toList();
    decisions.forEach(decision -> steps.add(new Step.Decided(decision)));
    plan.ifPresent(life -> steps.add(new Step.PlanStands(life)));
    Standing standing =
        occasion.unknown().isPresent()
            ? Standing.HELD
            : decisions.stream()
                .reduce((earlier, later) -> later)
                .map(decision -> decision.act().standing())
                .orElse(Standing.PROPOSED);
    return posting(
        occasion, remedy, kind, text, Optional.empty(), Optional.empty(), standing, steps);
  }

  private Posting posting(
      Occasion occasion,
      Remedy remedy,
      Posting.Kind kind,
      String text,
      Optional<Money> amount,
      Optional<BigDecimal> number,
      Standing standing,
      List<Step> steps) {
    Optional<Days.FromIssue> due =
        remedy.due().map(within -> days.afterIssue(occasion.id().period(), within));
    return new Posting(
        occasion.id(),
        kind,
        occasion.owedBy(),
        otherThan(occasion.owedBy()),
        text,
        amount,
        number,
        standing,
        remedy.owner(),
        due.map(Days.FromIssue::day),
        due.filter(day -> !day.issued()).isPresent(),
        remedy.toInclude(),
        remedy.clause(),
        steps);
  }

  private static String otherThan(String party) {
    return party.equals(Party.CUSTOMER) ? Party.PROVIDER : Party.CUSTOMER;
  }

  /** The trigger, and what may still change it. */
  private static List<Step> reached(Occasion occasion) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step.Triggered(
            occasion.result().map(Result::status), occasion.repeat(), occasion.held()));
    if (!occasion.unsettled().isEmpty()) {
      steps.add(new Step.NotSettled(occasion.unsettled()));
    }
    occasion.unknown().ifPresent(why -> steps.add(new Step.Unknown(why)));
    return steps;
  }

  private List<Step> first(Occasion occasion, Remedy remedy) {
    List<Step> steps = reached(occasion);
    boolean testsPoints =
        remedy.when().filter(when -> ResultConditions.tests(when, "points"::equals)).isPresent();
    List<ReportingPeriod> open =
        testsPoints ? points.unsettled(occasion.id().period(), occasion.owedBy()) : List.of();
    if (!open.isEmpty()) {
      steps.add(new Step.NotSettled(open));
    }
    return steps;
  }

  /** The way of money, for all postings of a day at once, day by day. */
  private void money(List<Draft> drafts) {
    Bases bases = new Bases(agreement, figures, circumstances);
    Caps caps = new Caps(agreement, bases, days);
    Pricing pricing = new Pricing(agreement, bases, caps, days, triggers, circumstances.causes());
    EarnBack earnBack = new EarnBack(days);
    Map<LocalDate, List<Draft>> byDay = new TreeMap<>();
    drafts.stream()
        .sorted(Comparator.comparing(Draft::id))
        .forEach(
            draft ->
                byDay
                    .computeIfAbsent(draft.id().period().until(), day -> new ArrayList<>())
                    .add(draft));
    Map<LocalDate, List<Posting>> settled = new TreeMap<>();
    for (Posting posting : earlier.postings()) {
      LocalDate day = posting.id().period().until();
      byDay.computeIfAbsent(day, key -> new ArrayList<>());
      settled.computeIfAbsent(day, key -> new ArrayList<>()).add(posting);
    }
    for (var dayAndDrafts : byDay.entrySet()) {
      List<Draft> day = dayAndDrafts.getValue();
      List<Posting> before = settled.getOrDefault(dayAndDrafts.getKey(), List.of());
      before.forEach(caps::took);
      before.forEach(earnBack::gaveBack);
      List<Draft> credits =
          day.stream()
              .filter(draft -> draft.remedy().effect() instanceof Remedy.Effect.Credit)
              .toList();
      credits.forEach(pricing::price);
      SameCause.apply(agreement, circumstances.causes(), credits);
      caps.cut(credits);
      credits.forEach(settling::credit);
      List<Posting> posted =
          credits.stream().map(draft -> money(draft, Posting.Kind.CREDIT)).toList();
      for (Draft draft : day) {
        if (draft.remedy().effect() instanceof Remedy.Effect.Restores restores) {
          earnBack.giveBack(draft, restores.remedy());
          if (draft.standing().isEmpty()) {
            settling.earnBack(draft);
          }
          postings.add(money(draft, Posting.Kind.EARN_BACK));
        }
      }
      before.stream()
          .filter(posting -> posting.kind() == Posting.Kind.CREDIT)
          .forEach(earnBack::posted);
      posted.forEach(earnBack::posted);
      postings.addAll(posted);
    }
  }

  private Posting money(Draft draft, Posting.Kind kind) {
    Standing standing =
        draft.standing().orElse(draft.cents().signum() == 0 ? Standing.NOTHING : Standing.PROPOSED);
    return posting(
        draft.occasion(),
        draft.remedy(),
        kind,
        "",
        draft.money(),
        Optional.empty(),
        standing,
        draft.steps());
  }

  /** Pages by period of the agreement, party and currency. */
  private List<Account> ledger() {
    Map<Account.Page, List<Account.Entry>> pages = new LinkedHashMap<>();
    for (Posting posting : postings) {
      if (posting.kind().isMoney() && posting.amount().isPresent()) {
        Account.Page page =
            new Account.Page(
                days.ofAgreement(posting.id().period().until()),
                posting.owedBy(),
                posting.amount().get().currency());
        pages
            .computeIfAbsent(page, key -> new ArrayList<>())
            .add(new Account.Entry(posting.id(), posting.amount().get(), posting.standing()));
      }
    }
    return Account.ledger(pages);
  }
}
