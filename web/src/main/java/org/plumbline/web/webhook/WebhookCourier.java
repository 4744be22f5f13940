package org.plumbline.web.webhook;

import java.io.IOException;
import java.net.URI;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.store.Courier;
import org.plumbline.web.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what webhooks are to be told: ten tries within three days and a half, less and less
 * often; whatever was not taken is kept in between. Close it.
 */
public final class WebhookCourier implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookCourier.class);
  private static final int EVERY_SECONDS = 10;

  private final Store store;
  private final Courier courier;
  private final Delivery delivery;
  private final Clock clock;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "webhooks");
            thread.setDaemon(true);
            return thread;
          });

  public WebhookCourier(Store store, Courier courier, Networks networks, Clock clock) {
    this.store = store;
    this.courier = courier;
    this.delivery = new Delivery(networks);
    this.clock = clock;
  }

  private record Due(UUID event, URI url, String secret, String payload) {}

  /** Looks every ten seconds from now on. */
  public void start() {
    ScheduledFuture<?> unused =
        clockwork.scheduleWithFixedDelay(this::tryRun, 5, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void tryRun() {
    try {
      run(clock.instant());
    } catch (RuntimeException fault) {
      LOG.warn("webhooks could not be delivered", fault);
    }
  }

  /** Delivers what is due; gives the number of events that were taken. */
  int run(Instant now) {
    int taken = 0;
    for (Due due : due(now)) {
      taken += deliver(due, now) ? 1 : 0;
    }
    return taken;
  }

  private boolean deliver(Due due, Instant now) {
    String id = "msg_" + due.event();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "Plumbline");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", String.valueOf(now.getEpochSecond()));
    headers.put(
        "webhook-signature", Signature.of(due.secret(), id, now.getEpochSecond(), due.payload()));
    try {
      int status = delivery.post(due.url(), headers, due.payload());
      boolean taken = status / 100 == 2;
      record(due, taken, status, taken ? "" : "It answered " + status + ".", now);
      return taken;
    } catch (IOException fault) {
      record(due, false, null, Objects.requireNonNullElse(fault.getMessage(), ""), now);
      return false;
    }
  }

  private void record(
      Due due, boolean taken, @Nullable Integer status, String reason, Instant now) {
    store.<Object>asNobody(
        jdbc ->
            jdbc.sql("select webhook_tried(:courier, :event, :outcome, :status, :reason, :at)")
                .param("courier", courier.secret())
                .param("event", due.event())
                .param("outcome", taken ? "delivered" : "failed")
                .param("status", status, Types.INTEGER)
                .param("reason", reason)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .query()
                .listOfRows());
  }

  private List<Due> due(Instant now) {
    return store.asNobody(
        jdbc ->
            jdbc.sql("select * from webhooks_due(?, ?)")
                .params(courier.secret(), now.atOffset(ZoneOffset.UTC))
                .query(
                    (rows, number) ->
                        new Due(
                            rows.getObject("event", UUID.class),
                            URI.create(rows.getString("url")),
                            rows.getString("secret"),
                            rows.getString("payload")))
                .list());
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
  }
}
