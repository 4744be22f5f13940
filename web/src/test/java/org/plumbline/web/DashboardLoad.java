package org.plumbline.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Asks the dashboard of an agreement over and over, at a steady rate on loopback, and prints how
 * long answers took: each is timed from the moment at which it was due to be asked, so that a
 * server that stalls is not spared (docs/performance.md).
 *
 * <p>Run it with {@code java -cp … org.plumbline.web.DashboardLoad [requests a second] [seconds]}.
 * Twelve months of stored results stand for five million cases: what a dashboard reads does not
 * grow with the cases.
 */
final class DashboardLoad {

  private DashboardLoad() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
    MonthClosed month = new MonthClosed();
    try {
      year(month);
      String token = TestServer.token(month.provider, false);
      for (String path :
          List.of("/api" + month.agreement + "/dashboard", "/api/dashboard", "/api/to-do")) {
        run(month.site.server.address().resolve(path), token, rate, 5);
        print(path, run(month.site.server.address().resolve(path), token, rate, seconds), rate);
      }
      String cookie = month.provider.cookie();
      for (String path : List.of(month.agreement + "/dashboard", "/dashboard")) {
        run(month.site.server.address().resolve(path), cookie, rate, 5);
        print(path, run(month.site.server.address().resolve(path), cookie, rate, seconds), rate);
      }
    } finally {
      month.site.close();
    }
    System.exit(0);
  }

  /** Copies the month that was measured eleven times under other names. */
  private static void year(MonthClosed month) {
    JdbcClient owner =
        JdbcClient.create(
            new SimpleDriverDataSource(
                new org.postgresql.Driver(),
                month.site.roles.owner().url() + "?currentSchema=plumbline",
                month.site.roles.owner().user(),
                month.site.roles.owner().password()));
    for (int i = 1; i <= 11; i++) {
      String name = "2026-" + (i < 10 ? "0" : "") + i;
      owner
          .sql(
              """
              insert into result (agreement, organization, version, versions, period, as_of, known_at, zone, loads, engine, evaluation, page, summary, evaluated_by)
              select agreement, organization, version, versions, :name, as_of - :days * interval '1 day', known_at, zone, loads, engine, evaluation, page,
                replace(replace(summary, '2026-10-31', :name || '-28'), '2026-10', :name), evaluated_by
              from result where period = '2026-10' order by evaluated_at limit 1
              """)
          .param("name", name)
          .param("days", 30 * (12 - i))
          .update();
    }
  }

  private static List<Long> run(URI address, String secret, int rate, int seconds)
      throws InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30));
    HttpRequest ask =
        (secret.startsWith("plumbline_")
                ? request.header("Authorization", "Bearer " + secret)
                : request.header("Cookie", secret))
            .build();
    List<Long> micros = Collections.synchronizedList(new ArrayList<>());
    List<CompletableFuture<?>> all = new ArrayList<>();
    long begin = System.nanoTime();
    for (int i = 0; i < rate * seconds; i++) {
      long due = begin + i * TimeUnit.SECONDS.toNanos(1) / rate;
      long wait = due - System.nanoTime();
      if (wait > 0) {
        TimeUnit.NANOSECONDS.sleep(wait);
      }
      all.add(
          http.sendAsync(ask, HttpResponse.BodyHandlers.ofByteArray())
              .thenAccept(
                  answer -> {
                    if (answer.statusCode() != 200) {
                      throw new IllegalStateException("status " + answer.statusCode());
                    }
                    micros.add((System.nanoTime() - due) / 1_000);
                  }));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    Collections.sort(micros);
    return micros;
  }

  private static void print(String path, List<Long> micros, int rate) throws IOException {
    System.out.printf(
        java.util.Locale.ROOT,
        "%s at %d/s: %d answers, p50 %.1f ms, p99 %.1f ms, worst %.1f ms%n",
        path.replaceAll("[0-9a-f]{8}-[0-9a-f-]+", "{agreement}"),
        rate,
        micros.size(),
        micros.get(micros.size() / 2) / 1_000.0,
        micros.get(micros.size() * 99 / 100) / 1_000.0,
        micros.get(micros.size() - 1) / 1_000.0);
  }
}
