package org.plumbline.remedy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.Remedy;

/** A posting in money on its way through the steps; what is in it changes from step to step. */
final class Draft {

  private final Occasion occasion;
  private final Remedy remedy;
  private final List<Step> steps = new ArrayList<>();
  private Optional<String> currency = Optional.empty();
  private BigInteger cents = BigInteger.ZERO;
  private Optional<Standing> standing = Optional.empty();

  Draft(Occasion occasion, Remedy remedy, List<Step> first) {
    this.occasion = occasion;
    this.remedy = remedy;
    steps.addAll(first);
  }

  PostingId id() {
    return occasion.id();
  }

  Occasion occasion() {
    return occasion;
  }

  Remedy remedy() {
    return remedy;
  }

  List<Step> steps() {
    return steps;
  }

  /** Adds a step. */
  void step(Step step) {
    steps.add(step);
  }

  /** Sets the amount. */
  void amount(BigInteger amount, String in) {
    cents = amount;
    currency = Optional.of(in);
  }

  /** Cuts the amount to nothing, for the reason that the last step says. */
  void nothing() {
    cents = BigInteger.ZERO;
    standing = standing.or(() -> Optional.of(Standing.NOTHING));
  }

  /** Holds it, because something is not known. */
  void unknown(String why) {
    steps.add(new Step.Unknown(why));
    currency = Optional.empty();
    cents = BigInteger.ZERO;
    standing = Optional.of(Standing.HELD);
  }

  /** Settles how it stands. */
  void standing(Standing settled) {
    standing = Optional.of(settled);
  }

  Optional<Standing> standing() {
    return standing;
  }

  BigInteger cents() {
    return cents;
  }

  Optional<String> currency() {
    return currency;
  }

  /** Whether it is an amount above nothing that may still be posted. */
  boolean isMoney() {
    return standing.isEmpty() && currency.isPresent() && cents.signum() > 0;
  }

  Optional<Money> money() {
    return currency.map(in -> Cents.money(cents, in));
  }
}
