package org.plumbline.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who comes in where: pages by a session, the API by a token, a few addresses without either. */
@Configuration(proxyBeanMethods = false)
class Security {

  /** No inline script or style, nothing from elsewhere, in nobody's frame. */
  static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
          + " 'none'";

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, Accounts accounts) throws Exception {
    return http.securityMatcher("/api/**")
        .csrf(csrf -> csrf.disable())
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .addFilterBefore(new TokenFilter(accounts), AuthorizationFilter.class)
        .authorizeHttpRequests(
            it -> it.requestMatchers("/api/openapi.yaml").permitAll().anyRequest().authenticated())
        .exceptionHandling(it -> it.authenticationEntryPoint(Security::withoutToken))
        .headers(
            headers -> headers.contentSecurityPolicy(it -> it.policyDirectives(CONTENT_POLICY)))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http, Accounts accounts, Clock clock, ObjectProvider<OpenIdSettings> openId)
      throws Exception {
    OpenIdSettings provider = openId.getIfAvailable();
    if (provider != null) {
      new OpenId(provider, accounts).into(http);
    }
    return http.authenticationProvider(new LogIn(accounts, clock))
        .addFilterBefore(new UploadsAfterLogIn(), CsrfFilter.class)
        .authorizeHttpRequests(
            it ->
                it.requestMatchers(
                        "/log-in",
                        "/begin/*",
                        "/join/*",
                        "/calendar/feed/*",
                        "/assets/**",
                        "/error",
                        "/demo")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(
            form ->
                form.loginPage("/log-in")
                    .usernameParameter("email")
                    .passwordParameter("password")
                    .defaultSuccessUrl("/")
                    .failureUrl("/log-in?failed"))
        .logout(out -> out.logoutUrl("/log-out").logoutSuccessUrl("/log-in?left"))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(it -> it.policyDirectives(CONTENT_POLICY))
                    .referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }

  /** Tells a program that comes without a token how to come in. */
  private static void withoutToken(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader("WWW-Authenticate", "Bearer");
    response.setContentType("application/problem+json");
    response
        .getOutputStream()
        .write(
            """
            {"title":"Log in","status":401,"detail":"Send a token that holds: Authorization: Bearer …"}
            """
                .getBytes(UTF_8));
  }
}
