package org.plumbline.web.agreement;

import java.time.Instant;
import java.util.UUID;

/**
 * An agreement in the register.
 *
 * @param name its own id
 * @param organization the party that opened it
 * @param onTheTable whether something of it was sent
 */
public record AgreementRow(
    UUID id,
    String name,
    String title,
    UUID customer,
    String customerName,
    UUID provider,
    String providerName,
    UUID organization,
    boolean onTheTable,
    Instant openedAt) {

  /** The other party of an organization. */
  public String across(UUID of) {
    return of.equals(customer) ? providerName : customerName;
  }

  /** What an organization is in it: Customer, Provider, or a reader. */
  public String side(UUID of) {
    return of.equals(customer) ? "Customer" : of.equals(provider) ? "Provider" : "Reader";
  }
}
