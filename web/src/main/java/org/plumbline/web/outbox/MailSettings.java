package org.plumbline.web.outbox;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * How mail leaves.
 *
 * @param user empty: without logging in
 * @param isEncrypted whether STARTTLS is required
 * @param from the address in {@code From}
 * @param links where links lead: how people reach this server
 * @param hourOfDigest the hour, UTC, at which daily mails go
 */
public record MailSettings(
    String host,
    int port,
    Optional<String> user,
    String password,
    boolean isEncrypted,
    String from,
    URI links,
    int hourOfDigest) {

  private static final int MORNING_IN_WASHINGTON = 11;

  /** From the environment: {@code PLUMBLINE_MAIL_HOST} and what goes with it. */
  public static Optional<MailSettings> from(Map<String, String> environment) {
    String host = environment.getOrDefault("PLUMBLINE_MAIL_HOST", "");
    if (host.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MailSettings(
            host,
            number(environment, "PLUMBLINE_MAIL_PORT", 587),
            Optional.ofNullable(environment.get("PLUMBLINE_MAIL_USER")),
            environment.getOrDefault("PLUMBLINE_MAIL_PASSWORD", ""),
            !environment.getOrDefault("PLUMBLINE_MAIL_TLS", "yes").equals("no"),
            environment.getOrDefault("PLUMBLINE_MAIL_FROM", "plumbline@localhost"),
            URI.create(environment.getOrDefault("PLUMBLINE_ADDRESS", "http://127.0.0.1:8080/")),
            number(environment, "PLUMBLINE_MAIL_HOUR", MORNING_IN_WASHINGTON)));
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    String value = environment.getOrDefault(name, String.valueOf(otherwise));
    if (!value.matches("\\d{1,5}")) {
      throw new IllegalArgumentException(name + " is no number: " + value);
    }
    return Integer.parseInt(value);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "mail by " + host + ":" + port;
  }
}
