package org.plumbline.web.store;

/**
 * Where a database is, and as whom one connects.
 *
 * @param url a JDBC address of PostgreSQL, without a password
 */
public record DatabaseAddress(String url, String user, String password) {

  /** Without the password. */
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
