package org.plumbline.web.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/** Tokens for the API: a person's own, hashed, scoped, expiring. */
@Component
public final class Tokens {

  /** The longest life of a token, in days. */
  static final int LONGEST_DAYS = 365;

  private final Store store;
  private final Clock clock;

  Tokens(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A token; what it is called, never what it is. */
  public record TokenRow(UUID id, String name, boolean writes, Instant expiresAt) {}

  /** Those of the viewer that hold. */
  public List<TokenRow> all(Viewer viewer) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select id, name, scope, expires_at from token
                    where revoked_at is null and expires_at > now() order by made_at
                    """)
                .query(
                    (rows, number) ->
                        new TokenRow(
                            rows.getObject("id", UUID.class),
                            rows.getString("name"),
                            rows.getString("scope").equals("write"),
                            rows.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list());
  }

  /** Makes one; the answer is told once. */
  public String make(Viewer viewer, String name, boolean writes, int days) {
    if (name.isBlank() || name.strip().length() > 100) {
      throw new Refused("Name the token after what uses it, in at most 100 characters.");
    }
    if (days < 1 || days > LONGEST_DAYS) {
      throw new Refused("A token holds for 1 to 365 days.");
    }
    String secret = "plumbline_" + Secrets.random();
    store.in(
        viewer.person(),
        jdbc ->
            jdbc.sql("select make_token(?, ?, ?, ?)")
                .params(
                    Secrets.hash(secret),
                    name.strip(),
                    writes ? "write" : "read",
                    clock.instant().plus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
                .query()
                .listOfRows());
    return secret;
  }

  /** Ends one at once. */
  public void revoke(Viewer viewer, UUID token) {
    boolean revoked =
        store.as(
            viewer.person(),
            jdbc -> jdbc.sql("select revoke_token(?)").param(token).query(Boolean.class).single());
    if (!revoked) {
      throw new NotHere("You have no such token.");
    }
  }
}
