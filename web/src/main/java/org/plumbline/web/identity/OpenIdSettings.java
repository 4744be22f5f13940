package org.plumbline.web.identity;

import java.util.Map;
import java.util.Optional;

/**
 * A provider of identities (OpenID Connect).
 *
 * @param issuer its address; what else is needed it tells itself
 * @param name what the button to log in calls it
 */
public record OpenIdSettings(String issuer, String client, String secret, String name) {

  /** From the environment: {@code PLUMBLINE_OPENID_ISSUER} and what goes with it. */
  public static Optional<OpenIdSettings> from(Map<String, String> environment) {
    String issuer = environment.getOrDefault("PLUMBLINE_OPENID_ISSUER", "");
    if (issuer.isEmpty()) {
      return Optional.empty();
    }
    String client = environment.getOrDefault("PLUMBLINE_OPENID_CLIENT", "");
    String secret = environment.getOrDefault("PLUMBLINE_OPENID_SECRET", "");
    if (client.isEmpty() || secret.isEmpty()) {
      throw new IllegalArgumentException(
          "PLUMBLINE_OPENID_ISSUER needs PLUMBLINE_OPENID_CLIENT and PLUMBLINE_OPENID_SECRET");
    }
    return Optional.of(
        new OpenIdSettings(
            issuer,
            client,
            secret,
            environment.getOrDefault("PLUMBLINE_OPENID_NAME", "your organization’s account")));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return client + " at " + issuer;
  }
}
