package org.plumbline.catalog;

import java.util.Locale;
import java.util.Optional;

/** The three organizations of a measure, as parties of an agreement. */
public enum Organization {
  /** The service customer; "service consumer" in older workbooks. */
  CUSTOMER("customer"),
  /** The service provider. */
  PROVIDER("provider"),
  /** The service management office. */
  QSMO("qsmo");

  private final String party;

  Organization(String party) {
    this.party = party;
  }

  /** The id of the party in an agreement. */
  public String party() {
    return party;
  }

  /** The organization that a label names; empty if it names none or several. */
  public static Optional<Organization> of(String label) {
    return switch (label.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT)) {
      case "service customer", "service consumer", "customer" -> Optional.of(CUSTOMER);
      case "service provider", "provider" -> Optional.of(PROVIDER);
      case "service management office", "qsmo" -> Optional.of(QSMO);
      default -> Optional.empty();
    };
  }
}
