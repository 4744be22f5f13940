package org.plumbline.remedy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Pool;
import org.plumbline.agreement.Remedy;
import org.plumbline.calendar.ReportingPeriod;

/**
 * Holds postings to the pools that cap them: what is taken out of a pool in its period never
 * exceeds it. A pool out of another is applied first; a cut is shared in proportion to the cent.
 */
final class Caps {

  private final Agreement agreement;
  private final Bases bases;
  private final Days days;
  private final Map<String, NavigableMap<LocalDate, BigInteger>> taken = new HashMap<>();

  Caps(Agreement agreement, Bases bases, Days days) {
    this.agreement = agreement;
    this.bases = bases;
    this.days = days;
  }

  private record Cap(String pool, ReportingPeriod period) {}

  private record Sized(Cap cap, int depth, BigInteger size, String currency) {}

  /** The period of a pool that holds a day. */
  ReportingPeriod period(String pool, LocalDate day) {
    Optional<String> per = Optional.empty();
    String at = pool;
    for (int i = 0; i <= agreement.pools().size() && per.isEmpty(); i++) {
      Pool term = agreement.pools().get(at);
      if (term == null) {
        break;
      }
      if (term.rolling().isPresent()) {
        return ReportingPeriod.of(days.minus(day, term.rolling().get()).plusDays(1), day);
      }
      per = term.per();
      at = term.of();
    }
    return days.of(per, day);
  }

  /** Takes what a posting took under an earlier version out of the pools that go on. */
  void took(Posting earlier) {
    earlier
        .amount()
        .ifPresent(
            amount ->
                earlier.steps(Step.Capped.class).stream()
                    .map(Step.Capped::pool)
                    .filter(agreement.pools()::containsKey)
                    .distinct()
                    .forEach(pool -> take(pool, earlier.id().period().until(), Cents.of(amount))));
  }

  private void take(String pool, LocalDate day, BigInteger cents) {
    taken.computeIfAbsent(pool, key -> new TreeMap<>()).merge(day, cents, BigInteger::add);
  }

  /** What was taken out of a pool in the days that the cap is over. */
  private BigInteger taken(Cap cap) {
    NavigableMap<LocalDate, BigInteger> byDay = taken.get(cap.pool());
    return byDay == null
        ? BigInteger.ZERO
        : byDay.subMap(cap.period().from(), true, cap.period().until(), true).values().stream()
            .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Cuts the postings of one day, all at once. */
  void cut(List<Draft> drafts) {
    Map<Draft, Set<String>> capped = new LinkedHashMap<>();
    Map<Cap, Sized> caps = new HashMap<>();
    for (Draft draft : drafts) {
      if (draft.isMoney() && draft.remedy().effect() instanceof Remedy.Effect.Credit credit) {
        Set<String> pools = pools(credit);
        for (String pool : pools) {
          Cap cap = new Cap(pool, period(pool, draft.id().period().until()));
          size(cap, draft).ifPresent(sized -> caps.put(cap, sized));
        }
        capped.put(draft, pools);
      }
    }
    List<Sized> inOrder = new ArrayList<>(caps.values());
    inOrder.sort(
        Comparator.comparing(Sized::depth)
            .reversed()
            .thenComparing(this::left)
            .thenComparing(sized -> sized.cap().pool()));
    for (Sized sized : inOrder) {
      List<Draft> under = new ArrayList<>();
      capped.forEach(
          (draft, pools) -> {
            Cap cap = sized.cap();
            if (pools.contains(cap.pool())
                && period(cap.pool(), draft.id().period().until()).equals(cap.period())
                && draft.isMoney()) {
              under.add(draft);
            }
          });
      cut(sized, under);
    }
    for (Sized sized : inOrder) {
      capped.forEach(
          (draft, pools) -> {
            if (pools.contains(sized.cap().pool()) && draft.isMoney()) {
              take(sized.cap().pool(), draft.id().period().until(), draft.cents());
            }
          });
    }
  }

  private void cut(Sized sized, List<Draft> under) {
    List<BigInteger> amounts = under.stream().map(Draft::cents).toList();
    BigInteger asked = amounts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger total = asked.min(left(sized));
    List<BigInteger> parts = Cents.shared(total, amounts);
    String currency = sized.currency();
    for (int i = 0; i < under.size(); i++) {
      Draft draft = under.get(i);
      draft.step(
          new Step.Capped(
              sized.cap().pool(),
              sized.cap().period(),
              Cents.money(sized.size(), currency),
              Cents.money(taken(sized.cap()), currency),
              Cents.money(asked, currency),
              Cents.money(amounts.get(i), currency),
              Cents.money(parts.get(i), currency)));
      draft.amount(parts.get(i), currency);
      if (parts.get(i).signum() == 0) {
        draft.nothing();
      }
    }
  }

  private BigInteger left(Sized sized) {
    return sized.size().subtract(taken(sized.cap())).max(BigInteger.ZERO);
  }

  private Optional<Sized> size(Cap cap, Draft draft) {
    Bases.Amount amount = bases.of(cap.pool(), List.of(), cap.period());
    if (amount instanceof Bases.Amount.Unknown unknown) {
      draft.unknown("what is in the pool “" + cap.pool() + "” cannot be said: " + unknown.why());
      return Optional.empty();
    }
    Step.Base base = ((Bases.Amount.Known) amount).base();
    if (draft.currency().filter(base.currency()::equals).isEmpty()) {
      draft.unknown("the pool “" + cap.pool() + "” is in another currency, " + base.currency());
      return Optional.empty();
    }
    return Optional.of(
        new Sized(
            cap, depth(cap.pool()), Cents.down(base.amount(), base.currency()), base.currency()));
  }

  /** The pool that a credit is of, those that cap it, and all that these are of. */
  private Set<String> pools(Remedy.Effect.Credit credit) {
    Set<String> pools = new LinkedHashSet<>();
    List<String> ahead = new ArrayList<>(credit.atMost());
    ahead.add(credit.of());
    while (!ahead.isEmpty()) {
      String pool = ahead.remove(ahead.size() - 1);
      Pool term = agreement.pools().get(pool);
      if (term != null && pools.add(pool)) {
        ahead.add(term.of());
      }
    }
    return pools;
  }

  private int depth(String pool) {
    int depth = 0;
    Pool term = agreement.pools().get(pool);
    while (term != null && depth <= agreement.pools().size()) {
      depth++;
      term = agreement.pools().get(term.of());
    }
    return depth;
  }
}
