package org.plumbline.web.identity;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.refusal.LoggedOut;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers the {@link Viewer}, read anew for each request: who left is out at once. */
public final class ViewerArgument implements HandlerMethodArgumentResolver {

  private final Accounts accounts;

  public ViewerArgument(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Viewer.class);
  }

  @Override
  public Viewer resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return current().orElseThrow(LoggedOut::new);
  }

  /** Who is logged in, if anybody is. */
  public Optional<Viewer> current() {
    Authentication now = SecurityContextHolder.getContext().getAuthentication();
    Object principal = now == null ? "" : now.getPrincipal();
    if (principal instanceof Viewer viewer) {
      return Optional.of(viewer);
    }
    return principal instanceof UUID person ? accounts.viewer(person, false) : Optional.empty();
  }
}
