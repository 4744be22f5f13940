package org.plumbline.web.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.util.function.SingletonSupplier;

/**
 * Logs in by OpenID Connect. The provider says who somebody is, by an e-mail address that it has
 * verified; only who was invited here comes in. What a session keeps of a person is their id alone,
 * as with a password.
 */
final class OpenId {

  /** Where the way to the provider begins. */
  static final String BEGIN = "/oauth2/authorization/plumbline";

  private static final String ID = "plumbline";

  private final OpenIdSettings settings;
  private final Accounts accounts;
  private final Supplier<ClientRegistration> registration;

  OpenId(OpenIdSettings settings, Accounts accounts) {
    this.settings = settings;
    this.accounts = accounts;
    // Asked when somebody logs in first, so that the server starts without the provider.
    this.registration = SingletonSupplier.of(this::registration);
  }

  private ClientRegistration registration() {
    return ClientRegistrations.fromIssuerLocation(settings.issuer())
        .registrationId(ID)
        .clientId(settings.client())
        .clientSecret(settings.secret())
        .clientName(settings.name())
        .scope("openid", "email", "profile")
        .build();
  }

  void into(HttpSecurity http) throws Exception {
    http.oauth2Login(
        login ->
            login
                .loginPage("/log-in")
                .clientRegistrationRepository(id -> id.equals(ID) ? registration.get() : null)
                .successHandler(this::came)
                .failureUrl("/log-in?failed"));
  }

  private void came(
      HttpServletRequest request, HttpServletResponse response, Authentication provider)
      throws IOException {
    Optional<UUID> person =
        provider.getPrincipal() instanceof OidcUser user ? known(user) : Optional.empty();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    if (person.isPresent()) {
      context.setAuthentication(
          UsernamePasswordAuthenticationToken.authenticated(person.get(), null, List.of()));
    }
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    response.sendRedirect(person.isPresent() ? "/" : "/log-in?unknown");
  }

  private Optional<UUID> known(OidcUser user) {
    return Optional.ofNullable(user.getEmail())
        .filter(email -> Boolean.TRUE.equals(user.getEmailVerified()))
        .flatMap(accounts::byProvider);
  }
}
