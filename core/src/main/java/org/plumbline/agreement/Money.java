package org.plumbline.agreement;

import java.math.BigDecimal;

/**
 * An amount of money in one currency, such as {@code 41200.00 USD}.
 *
 * @param amount the amount in units of the currency, exact
 * @param currency the ISO 4217 code, three capital letters
 */
public record Money(BigDecimal amount, String currency) {

  /** The amount as the language writes it: {@code 41200.00 USD}. */
  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
