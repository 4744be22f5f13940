package org.plumbline.web;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.web.demo.Demo;
import org.plumbline.web.identity.Invitations;
import org.plumbline.web.outbox.Mailing;
import org.plumbline.web.postgres.OwnPostgres;
import org.plumbline.web.store.Courier;
import org.plumbline.web.store.DatabaseAddress;
import org.plumbline.web.store.Migrations;
import org.plumbline.web.store.Roles;
import org.plumbline.web.store.Store;
import org.plumbline.web.webhook.WebhookCourier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The server: its database, its pages, its API. Close it. */
public final class Server implements AutoCloseable {

  private final Optional<OwnPostgres> postgres;
  private final Store store;
  private final ServletWebServerApplicationContext context;
  private final Optional<URI> begin;

  private Server(
      Optional<OwnPostgres> postgres,
      Store store,
      ServletWebServerApplicationContext context,
      Optional<URI> begin) {
    this.postgres = postgres;
    this.store = store;
    this.context = context;
    this.begin = begin;
  }

  /**
   * Starts it.
   *
   * @param clock what time it is, for locks and limits
   */
  public static Server start(ServerOptions options, Clock clock) throws IOException, SQLException {
    Files.createDirectories(options.data());
    Optional<OwnPostgres> postgres =
        options.database().isPresent()
            ? Optional.empty()
            : Optional.of(OwnPostgres.start(options.data().resolve("postgres")));
    try {
      Roles roles =
          options.database().isPresent() ? options.database().get() : prepared(postgres.get());
      Migrations.run(roles);
      Store store = Store.open(roles.application());
      Courier courier = Courier.appoint(roles.owner());
      ServletWebServerApplicationContext context = context(options, store, courier, clock);
      Optional<String> secret = Invitations.toBegin(roles.owner(), clock.instant());
      if (options.demo().isPresent() && secret.isPresent()) {
        context.getBean(Demo.class).seed(secret.get(), options.demo().get());
        secret = Optional.empty();
      }
      URI address = address(context);
      return new Server(
          postgres, store, context, secret.map(each -> address.resolve("/begin/" + each)));
    } catch (IOException | SQLException | RuntimeException fault) {
      if (postgres.isPresent()) {
        postgres.get().close();
      }
      throw fault;
    }
  }

  private static Roles prepared(OwnPostgres postgres) throws SQLException {
    return Roles.prepare(
        new DatabaseAddress(
            postgres.url("postgres"), OwnPostgres.ADMINISTRATOR, postgres.password()),
        postgres.url("plumbline"));
  }

  private static ServletWebServerApplicationContext context(
      ServerOptions options, Store store, Courier courier, Clock clock) throws IOException {
    Path sessions = Files.createDirectories(options.data().resolve("sessions"));
    Files.setPosixFilePermissions(sessions, PosixFilePermissions.fromString("rwx------"));
    Path uploads = Files.createDirectories(options.data().resolve("uploads"));
    return (ServletWebServerApplicationContext)
        new SpringApplicationBuilder(Web.class)
            .web(WebApplicationType.SERVLET)
            .bannerMode(org.springframework.boot.Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .properties(
                Map.of(
                    "server.address", "127.0.0.1",
                    "server.port", String.valueOf(options.port()),
                    "plumbline.demo", String.valueOf(options.demo().isPresent()),
                    "server.servlet.session.persistent", "true",
                    "server.servlet.session.store-dir", sessions.toAbsolutePath().toString(),
                    "spring.servlet.multipart.location", uploads.toAbsolutePath().toString()))
            .initializers(
                created -> {
                  var beans = created.getBeanFactory();
                  beans.registerSingleton("options", options);
                  beans.registerSingleton("store", store);
                  beans.registerSingleton("clock", clock);
                  options.openId().ifPresent(each -> beans.registerSingleton("openId", each));
                  beans.registerSingleton("networks", options.webhooks());
                  WebhookCourier webhooks =
                      new WebhookCourier(store, courier, options.webhooks(), clock);
                  beans.registerSingleton("webhookCourier", webhooks);
                  webhooks.start();
                  options
                      .mail()
                      .ifPresent(
                          mail -> {
                            Mailing mailing = new Mailing(store, courier, mail);
                            beans.registerSingleton("mailing", mailing);
                            mailing.start();
                          });
                })
            .run();
  }

  private static URI address(ServletWebServerApplicationContext context) {
    return URI.create(
        "http://127.0.0.1:" + Objects.requireNonNull(context.getWebServer()).getPort() + "/");
  }

  /** Where it is. */
  public URI address() {
    return address(context);
  }

  /** The link by which the first administrator comes in; none if somebody is there already. */
  public Optional<URI> begin() {
    return begin;
  }

  /** The addresses it answers, each with its handler; for tests that compare them with tables. */
  RequestMappingHandlerMapping handlers() {
    return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
  }

  /** Whether its own PostgreSQL was found running, left by a server that was killed. */
  public boolean adopted() {
    return postgres.map(OwnPostgres::adopted).orElse(false);
  }

  @Override
  public void close() throws IOException {
    context.getBeanProvider(Mailing.class).ifAvailable(Mailing::close);
    context.getBean(WebhookCourier.class).close();
    context.close();
    store.close();
    if (postgres.isPresent()) {
      postgres.get().close();
    }
  }
}
