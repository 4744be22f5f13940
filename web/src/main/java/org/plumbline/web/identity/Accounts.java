package org.plumbline.web.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Logging in, first passwords, tokens. The database keeps accounts behind functions. */
public final class Accounts {

  private final Store store;
  private final PasswordEncoder passwords;
  private final String nobodysPassword;

  public Accounts(Store store, PasswordEncoder passwords) {
    this.store = store;
    this.passwords = passwords;
    this.nobodysPassword = passwords.encode(Secrets.random());
  }

  /** What a link that was not used yet is for. */
  public record Link(String purpose, String name, String email, String organization) {}

  private record Known(UUID person, String password, Optional<Instant> lockedUntil) {}

  /**
   * The person whose e-mail address and password these are. Takes equally long for an address that
   * nobody has, and says no more about one that is locked.
   */
  public Optional<UUID> logIn(String email, String password, Instant now) {
    Optional<Known> known = store.asNobody(jdbc -> known(jdbc, email));
    boolean matches =
        passwords.matches(password, known.map(Known::password).orElse(nobodysPassword));
    if (known.isEmpty() || known.get().lockedUntil().filter(now::isBefore).isPresent()) {
      return Optional.empty();
    }
    UUID person = known.get().person();
    String function = matches ? "logged_in" : "log_in_failed";
    store.<Object>asNobody(
        jdbc -> jdbc.sql("select " + function + "(?)").param(person).query().listOfRows());
    return matches ? Optional.of(person) : Optional.empty();
  }

  /** The person of an e-mail address that a provider of identities vouches for. */
  Optional<UUID> byProvider(String email) {
    Optional<UUID> person =
        store.asNobody(
            jdbc ->
                jdbc.sql("select known_by_email(?)")
                    .param(email.strip())
                    .query((rows, number) -> Optional.ofNullable(rows.getObject(1, UUID.class)))
                    .single());
    person.ifPresent(
        known ->
            store.<Object>asNobody(
                jdbc -> jdbc.sql("select logged_in(?)").param(known).query().listOfRows()));
    return person;
  }

  private static Optional<Known> known(JdbcClient jdbc, String email) {
    return jdbc.sql("select person, password, locked_until from can_log_in(?)")
        .param(email.strip().toLowerCase(Locale.ROOT))
        .query(
            (rows, number) ->
                new Known(
                    rows.getObject("person", UUID.class),
                    rows.getString("password"),
                    Optional.ofNullable(rows.getObject("locked_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)))
        .optional();
  }

  /** The person as the register knows them now; none if they left. */
  public Optional<Viewer> viewer(UUID person, boolean readsOnly) {
    return store.asNobody(
        jdbc ->
            jdbc.sql("select * from account_of(?)")
                .param(person)
                .query(
                    (rows, number) ->
                        new Viewer(
                            person,
                            rows.getString("name"),
                            rows.getString("email"),
                            rows.getObject("organization", UUID.class),
                            rows.getString("organization_name"),
                            Viewer.Kind.valueOf(
                                rows.getString("organization_kind").toUpperCase(Locale.ROOT)),
                            Viewer.Administers.valueOf(
                                rows.getString("administers").toUpperCase(Locale.ROOT)),
                            readsOnly))
                .optional());
  }

  /** What a link is for, if it still works. */
  public Optional<Link> link(String secret) {
    return store.asNobody(
        jdbc ->
            jdbc.sql("select * from link_facts(?)")
                .param(Secrets.hash(secret))
                .query(
                    (rows, number) ->
                        new Link(
                            rows.getString("purpose"),
                            Optional.ofNullable(rows.getString("name")).orElse(""),
                            Optional.ofNullable(rows.getString("email")).orElse(""),
                            Optional.ofNullable(rows.getString("organization_name")).orElse("")))
                .optional());
  }

  /** Makes the first administrator with their organization; none if the link does not work. */
  public Optional<UUID> begin(
      String secret, String organization, String name, String email, String password) {
    return store.asNobody(
        jdbc ->
            jdbc.sql("select begin_installation(?, ?, ?, ?, ?)")
                .params(
                    Secrets.hash(secret),
                    organization.strip(),
                    name.strip(),
                    email.strip().toLowerCase(Locale.ROOT),
                    passwords.encode(password))
                .query((rows, number) -> Optional.ofNullable(rows.getObject(1, UUID.class)))
                .single());
  }

  /** Sets the first password of somebody who was invited; none if the link does not work. */
  public Optional<UUID> join(String secret, String password) {
    return store.asNobody(
        jdbc ->
            jdbc.sql("select join_installation(?, ?)")
                .params(Secrets.hash(secret), passwords.encode(password))
                .query((rows, number) -> Optional.ofNullable(rows.getObject(1, UUID.class)))
                .single());
  }

  /** The person for whom a token speaks, if it holds. */
  public Optional<Viewer> ofToken(String secret) {
    record Speaks(UUID person, String scope) {}
    return store
        .asNobody(
            jdbc ->
                jdbc.sql("select person, scope from token_facts(?)")
                    .param(Secrets.hash(secret))
                    .query(
                        (rows, number) ->
                            new Speaks(
                                rows.getObject("person", UUID.class), rows.getString("scope")))
                    .optional())
        .flatMap(speaks -> viewer(speaks.person(), speaks.scope().equals("read")));
  }
}
