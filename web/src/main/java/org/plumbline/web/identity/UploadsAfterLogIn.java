package org.plumbline.web.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads no upload of somebody who is not logged in. It stands before the filter that looks for the
 * secret of a form, since to look for a field of an upload is to take all of it in.
 */
final class UploadsAfterLogIn extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (type.toLowerCase(Locale.ROOT).startsWith("multipart/") && who == null) {
      response.sendRedirect("/log-in");
      return;
    }
    chain.doFilter(request, response);
  }
}
