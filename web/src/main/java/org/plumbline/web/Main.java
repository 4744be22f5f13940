package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.plumbline.web.identity.OpenIdSettings;
import org.plumbline.web.outbox.MailSettings;
import org.plumbline.web.postgres.PostgresFault;
import org.plumbline.web.store.DatabaseAddress;
import org.plumbline.web.store.Roles;
import org.plumbline.web.webhook.Networks;

/** The server as a program: {@code plumbline serve}, {@code backup} and {@code restore} call it. */
public final class Main {

  private static final int OUR_FAULT = 4;
  private static final int REFUSED = 3;

  private Main() {}

  /**
   * Runs it.
   *
   * @param arguments {@code name=value} each: {@code act} ({@code serve}, {@code demo}, {@code
   *     backup}, {@code restore}), {@code port}, {@code data}, {@code database}, {@code key-tasks},
   *     {@code file}, {@code examples}; the command line has checked them
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    try {
      run(named(arguments), out);
    } catch (PostgresFault | IllegalArgumentException fault) {
      out.println("plumbline: " + fault.getMessage());
      System.exit(REFUSED);
    } catch (Exception fault) {
      fault.printStackTrace(out);
      System.exit(OUR_FAULT);
    }
  }

  private static void run(Map<String, String> arguments, PrintStream out)
      throws IOException, SQLException, InterruptedException {
    Path data = Path.of(arguments.getOrDefault("data", "plumbline-data"));
    Path file = Path.of(arguments.getOrDefault("file", ""));
    Optional<Roles> database = database(arguments.getOrDefault("database", ""), System.getenv());
    Clock clock = Clock.systemUTC();
    switch (arguments.getOrDefault("act", "serve")) {
      case "backup" -> out.println(Keeping.backup(data, database, file, clock.instant()));
      case "restore" -> out.println(Keeping.restore(data, database, file));
      default -> serve(options(arguments, data, database), clock, out);
    }
  }

  private static void serve(ServerOptions options, Clock clock, PrintStream out)
      throws IOException, SQLException, InterruptedException {
    Server server = Server.start(options, clock);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, stopped)));
    out.println("Plumbline is at " + server.address() + " (stop it with Ctrl+C)");
    server
        .begin()
        .ifPresent(
            link -> {
              out.println("Nobody is here yet. Open this link to begin; it works once:");
              out.println("  " + link);
            });
    stopped.await();
  }

  private static Map<String, String> named(String[] arguments) {
    Map<String, String> named = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      named.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return named;
  }

  private static ServerOptions options(
      Map<String, String> arguments, Path data, Optional<Roles> database) {
    return new ServerOptions(
        Integer.parseInt(arguments.getOrDefault("port", String.valueOf(ServerOptions.PORT))),
        data,
        database,
        ServerOptions.STRENGTH,
        Optional.ofNullable(arguments.get("key-tasks")).map(Path::of),
        Optional.ofNullable(arguments.get("examples")).map(Path::of),
        MailSettings.from(System.getenv()),
        OpenIdSettings.from(System.getenv()),
        Networks.from(System.getenv()));
  }

  private static void stop(Server server, CountDownLatch stopped) {
    try {
      server.close();
    } catch (java.io.IOException fault) {
      throw new java.io.UncheckedIOException(fault);
    } finally {
      stopped.countDown();
    }
  }

  /** Another PostgreSQL: its address, and from the environment the two roles. */
  static Optional<Roles> database(String url, Map<String, String> environment) {
    if (url.isEmpty()) {
      return Optional.empty();
    }
    String jdbc =
        url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres:", "postgresql:");
    return Optional.of(
        new Roles(
            new DatabaseAddress(
                jdbc,
                needed(environment, "PLUMBLINE_DATABASE_OWNER"),
                needed(environment, "PLUMBLINE_DATABASE_OWNER_PASSWORD")),
            new DatabaseAddress(
                jdbc,
                needed(environment, "PLUMBLINE_DATABASE_USER"),
                needed(environment, "PLUMBLINE_DATABASE_PASSWORD"))));
  }

  private static String needed(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException(
          "--database needs "
              + name
              + " in the environment; docs/howto/serve.md shows the two roles");
    }
    return value;
  }
}
