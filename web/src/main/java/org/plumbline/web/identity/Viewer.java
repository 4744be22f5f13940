package org.plumbline.web.identity;

import java.util.UUID;

/**
 * The person for whom a request is answered, as the register knows them now.
 *
 * @param readsOnly whether a token of scope {@code read} speaks for them
 */
public record Viewer(
    UUID person,
    String name,
    String email,
    UUID organization,
    String organizationName,
    Kind kind,
    Administers administers,
    boolean readsOnly) {

  /** What an organization is to agreements. */
  public enum Kind {
    /** A customer or provider. */
    PARTY,
    /** Oversees; reads what was sent. */
    QSMO,
    /** Reads what was sent. */
    AUDITOR;

    /** As the register writes it. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Whose people and seats somebody looks after. */
  public enum Administers {
    /** Nobody's. */
    NOTHING,
    /** Those of their own organization. */
    ORGANIZATION,
    /**
     * Those of all organizations, and the organizations themselves; that shows them no agreement.
     */
    INSTALLATION;

    /** As the register writes it. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Whether they look after people at all. */
  public boolean isAdministrator() {
    return administers != Administers.NOTHING;
  }

  /** Whether they look after the whole installation. */
  public boolean isInstallationAdministrator() {
    return administers == Administers.INSTALLATION;
  }
}
