package org.plumbline.web.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks e-mail address and password. What a session keeps of a person is their id alone. */
final class LogIn implements AuthenticationProvider {

  private final Accounts accounts;
  private final LoginLimits limits = new LoginLimits();
  private final Clock clock;

  LogIn(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    Instant now = clock.instant();
    String address =
        asked.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    if (limits.isSpent(address, now)) {
      throw new LockedException("too many tries from this address");
    }
    UUID person =
        accounts
            .logIn(
                String.valueOf(asked.getPrincipal()), String.valueOf(asked.getCredentials()), now)
            .orElseThrow(
                () -> {
                  limits.failed(address, now);
                  return new BadCredentialsException("wrong e-mail address or password");
                });
    return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
