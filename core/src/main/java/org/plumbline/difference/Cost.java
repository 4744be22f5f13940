package org.plumbline.difference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.Service;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.remedy.FeesAhead;
import org.plumbline.wording.Numbers;

/**
 * What the days from a version's first day on cost by the terms before it and by its own: fees, and
 * how much of them is at risk; an input to the life cycle cost estimate.
 *
 * @param from the first day
 * @param before by the terms before; empty where their performance period ends earlier
 * @param after by the terms after
 */
public record Cost(LocalDate from, Optional<FeesAhead> before, Optional<FeesAhead> after) {

  /**
   * The cost of what remains.
   *
   * @param quantities how many of a metric each of its periods, for fees per metric
   */
  public static Cost of(
      Agreement before, Agreement after, LocalDate from, Map<String, BigDecimal> quantities) {
    return new Cost(from, ahead(before, from, quantities), ahead(after, from, quantities));
  }

  private static Optional<FeesAhead> ahead(
      Agreement agreement, LocalDate from, Map<String, BigDecimal> quantities) {
    LocalDate first =
        from.isBefore(agreement.performancePeriod().from())
            ? agreement.performancePeriod().from()
            : from;
    LocalDate last = agreement.performancePeriod().until();
    return first.isAfter(last)
        ? Optional.empty()
        : Optional.of(FeesAhead.of(agreement, ReportingPeriod.of(first, last), quantities));
  }

  /** Whether some fee is written in either. */
  public boolean isWritten() {
    return before.filter(fees -> !fees.lines().isEmpty()).isPresent()
        || after.filter(fees -> !fees.lines().isEmpty()).isPresent();
  }

  /** Whether the fees are known to come to another amount. */
  public boolean isOther() {
    Optional<Map<String, Money>> one = before.map(FeesAhead::total).orElse(Optional.of(Map.of()));
    Optional<Map<String, Money>> other = after.map(FeesAhead::total).orElse(Optional.of(Map.of()));
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  /** Sentences: what it costs in all, fee by fee with its arithmetic, and what is at risk. */
  public List<String> sentences(Agreement old, Agreement young) {
    List<String> sentences = new ArrayList<>();
    sentences.add(total());
    before.ifPresent(fees -> lines("Before", fees, old, sentences));
    after.ifPresent(fees -> lines("After", fees, young, sentences));
    pools(sentences);
    billing(old, young, sentences);
    return sentences;
  }

  /** The sums before and after, and their difference. */
  public String total() {
    Optional<Map<String, Money>> one = before.map(FeesAhead::total).orElse(Optional.of(Map.of()));
    Optional<Map<String, Money>> other = after.map(FeesAhead::total).orElse(Optional.of(Map.of()));
    String start = "From " + from + " on the fees come to ";
    if (one.isEmpty() || other.isEmpty()) {
      return start
          + (one.isEmpty() ? "an amount that is not known" : shown(one.get()))
          + " by the terms before and to "
          + (other.isEmpty() ? "an amount that is not known" : shown(other.get()))
          + " after: a fee for each case of a metric has no quantity; give it with --quantity"
          + " METRIC=NUMBER.";
    }
    if (one.equals(other)) {
      return start + shown(one.get()) + ", before and after.";
    }
    List<String> changes = new ArrayList<>();
    Set<String> currencies = new LinkedHashSet<>(one.get().keySet());
    currencies.addAll(other.get().keySet());
    for (String currency : currencies) {
      BigDecimal change = amount(other.get(), currency).subtract(amount(one.get(), currency));
      if (change.signum() != 0) {
        changes.add(
            Numbers.decimal(change.abs())
                + " "
                + currency
                + (change.signum() > 0 ? " more" : " less"));
      }
    }
    return start
        + shown(one.get())
        + " by the terms before and to "
        + shown(other.get())
        + " after: "
        + String.join(", ", changes)
        + ".";
  }

  private static BigDecimal amount(Map<String, Money> sums, String currency) {
    Money money = sums.get(currency);
    return money == null ? BigDecimal.ZERO : money.amount();
  }

  private static String shown(Map<String, Money> sums) {
    return sums.isEmpty()
        ? "nothing"
        : String.join(" and ", sums.values().stream().map(Cost::shown).toList());
  }

  private static String shown(Money money) {
    return Numbers.decimal(money.amount()) + " " + money.currency();
  }

  private static void lines(
      String when, FeesAhead fees, Agreement agreement, List<String> sentences) {
    for (FeesAhead.Line line : fees.lines()) {
      Service service = agreement.services().get(line.service());
      String name = service == null ? line.service() : service.name();
      sentences.add(when + ", " + name + ": " + line(line, agreement) + ".");
    }
  }

  /** {@code 41,200.00 USD × 6 months = 247,200.00 USD (2027-04-01 to 2027-09-30)}. */
  static String line(FeesAhead.Line line, Agreement agreement) {
    boolean metric = agreement.metrics().containsKey(line.per());
    String price = line.price().map(Cost::shown).orElse("a price that is not known");
    String times =
        metric
            ? line.quantity()
                    .map(count -> " × " + Numbers.decimal(count) + " each period")
                    .orElse(" for each that " + line.per() + " counts")
                + " × "
                + number(line.periods())
                + " periods"
            : " × " + number(line.periods()) + " " + periods(line);
    return price
        + times
        + line.cost().map(cost -> " = " + shown(cost)).orElse("")
        + " ("
        + line.from()
        + " to "
        + line.until()
        + ")";
  }

  private static String periods(FeesAhead.Line line) {
    String noun = line.per().replace('-', ' ');
    return line.periods().equals(Exact.of(1)) ? noun : noun + "s";
  }

  /** Whole periods and the part of one: {@code 5 12/31}. */
  private static String number(Exact number) {
    long whole = number.numerator().divide(number.denominator()).longValueExact();
    Exact rest = number.minus(Exact.of(whole));
    return rest.isZero() ? Long.toString(whole) : whole == 0 ? "" + rest : whole + " " + rest;
  }

  private void pools(List<String> sentences) {
    Map<String, Optional<Money>> old = before.map(FeesAhead::pools).orElse(Map.of());
    Map<String, Optional<Money>> young = after.map(FeesAhead::pools).orElse(Map.of());
    Set<String> ids = new LinkedHashSet<>(old.keySet());
    ids.addAll(young.keySet());
    for (String id : ids) {
      sentences.add(
          "At risk in the pool “"
              + id
              + "”: "
              + pool(old, id)
              + " before, "
              + pool(young, id)
              + " after.");
    }
  }

  private static String pool(Map<String, Optional<Money>> pools, String id) {
    return pools.containsKey(id)
        ? Objects.requireNonNull(pools.get(id)).map(Cost::shown).orElse("not known")
        : "nothing";
  }

  private static void billing(Agreement old, Agreement young, List<String> sentences) {
    young
        .services()
        .forEach(
            (id, service) -> {
              Service was = old.services().get(id);
              if (was != null && !was.billing().equals(service.billing())) {
                sentences.add(
                    "Billing of "
                        + service.name()
                        + ": "
                        + billing(was.billing())
                        + " before, "
                        + billing(service.billing())
                        + " after.");
              }
            });
  }

  private static String billing(Optional<Service.Billing> billing) {
    if (billing.isEmpty()) {
      return "not said";
    }
    String every = billing.get().every().map(period -> "every " + period).orElse("at no set time");
    return every + billing.get().payWithin().map(within -> ", paid within " + within).orElse("");
  }

  /** The same as data. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", from.toString());
    json.put("sentence", total());
    before.ifPresent(fees -> json.put("before", json(fees)));
    after.ifPresent(fees -> json.put("after", json(fees)));
    return json;
  }

  private static Map<String, Object> json(FeesAhead fees) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", fees.days().from().toString());
    json.put("until", fees.days().until().toString());
    List<Object> lines = new ArrayList<>();
    for (FeesAhead.Line line : fees.lines()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("service", line.service());
      each.put("per", line.per());
      line.price().ifPresent(price -> each.put("price", price.toString()));
      each.put("from", line.from().toString());
      each.put("until", line.until().toString());
      each.put("periods", line.periods().toString());
      line.quantity().ifPresent(count -> each.put("quantity", count.toPlainString()));
      line.cost().ifPresent(cost -> each.put("cost", cost.toString()));
      lines.add(each);
    }
    json.put("lines", lines);
    fees.total()
        .ifPresent(sums -> json.put("total", sums.values().stream().map(Money::toString).toList()));
    Map<String, Object> pools = new LinkedHashMap<>();
    fees.pools().forEach((id, money) -> pools.put(id, money.map(Money::toString).orElse("")));
    json.put("pools", pools);
    return json;
  }
}
