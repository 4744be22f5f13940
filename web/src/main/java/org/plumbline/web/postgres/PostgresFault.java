package org.plumbline.web.postgres;

/** The server's own PostgreSQL cannot run here; says what to do instead. */
public final class PostgresFault extends RuntimeException {

  private static final long serialVersionUID = 1;

  PostgresFault(String what, String instead) {
    super(what + "; " + instead);
  }
}
