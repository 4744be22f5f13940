package org.plumbline.idp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** A provider of identities (OpenID Connect) that runs on this machine, for tests. */
public final class Provider implements AutoCloseable {

  public static final String CLIENT = "plumbline";
  public static final String SECRET = "between-us";
  public static final String PASSWORD = "password";

  /** Before the address that somebody says is theirs, and of which nothing is known here. */
  public static final String UNVERIFIED = "says-";

  private final ServletWebServerApplicationContext context;

  private Provider(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  /** Starts one that knows some people by their e-mail addresses. */
  public static Provider start(String redirect) {
    return new Provider(
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Beans.class)
                .properties(
                    Map.of(
                        "server.port", "0",
                        "server.address", "localhost",
                        "server.servlet.session.cookie.name", "provider",
                        "provider.redirect", redirect))
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run());
  }

  /** Its address. */
  public URI issuer() {
    return URI.create(
        "http://localhost:" + Objects.requireNonNull(context.getWebServer()).getPort());
  }

  @Override
  public void close() {
    context.close();
  }

  /** What it is made of. */
  @EnableAutoConfiguration
  static class Beans {

    @Bean
    @Order(1)
    SecurityFilterChain endpoints(HttpSecurity http) throws Exception {
      return http.oauth2AuthorizationServer(
              server -> {
                http.securityMatcher(server.getEndpointsMatcher());
                server.oidc(Customizer.withDefaults());
              })
          .authorizeHttpRequests(it -> it.anyRequest().authenticated())
          .exceptionHandling(
              it ->
                  it.defaultAuthenticationEntryPointFor(
                      new LoginUrlAuthenticationEntryPoint("/login"),
                      new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain login(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(it -> it.anyRequest().authenticated())
          .formLogin(Customizer.withDefaults())
          .csrf(csrf -> csrf.disable())
          .build();
    }

    @Bean
    UserDetailsService people() {
      return new InMemoryUserDetailsManager(
          User.withUsername("ada@department.test").password("{noop}" + PASSWORD).build(),
          User.withUsername(UNVERIFIED + "ada@department.test")
              .password("{noop}" + PASSWORD)
              .build(),
          User.withUsername("unknown@department.test").password("{noop}" + PASSWORD).build());
    }

    @Bean
    RegisteredClientRepository clients(org.springframework.core.env.Environment environment) {
      return new InMemoryRegisteredClientRepository(
          RegisteredClient.withId(UUID.randomUUID().toString())
              .clientId(CLIENT)
              .clientSecret("{noop}" + SECRET)
              .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .redirectUri(environment.getRequiredProperty("provider.redirect"))
              .scope("openid")
              .scope("email")
              .scope("profile")
              .clientSettings(ClientSettings.builder().requireAuthorizationConsent(false).build())
              .build());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> email() {
      return token -> {
        String name = name(token.getPrincipal());
        if (name.startsWith(UNVERIFIED)) {
          token.getClaims().claim("email", name.substring(UNVERIFIED.length()));
        } else {
          token.getClaims().claim("email", name).claim("email_verified", true);
        }
      };
    }

    private static String name(@Nullable Authentication who) {
      return Objects.requireNonNull(who).getName();
    }

    @Bean
    AuthorizationServerSettings settings() {
      return AuthorizationServerSettings.builder().build();
    }

    @Bean
    JwtDecoder decoder(RSAKey key) throws JOSEException {
      return NimbusJwtDecoder.withPublicKey(key.toRSAPublicKey()).build();
    }

    @Bean
    JWKSource<SecurityContext> keys(RSAKey key) {
      return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    RSAKey key() throws NoSuchAlgorithmException {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
          .privateKey((RSAPrivateKey) pair.getPrivate())
          .keyID("test")
          .build();
    }
  }
}
