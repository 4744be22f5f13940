package org.plumbline.web.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.web.TwoPeople;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.NotAllowed;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.springframework.dao.DataAccessException;

/** Who is told what at which address, signed, and again until it is taken. */
class WebhookTest {

  private static final Networks HERE =
      Networks.from(Map.of("PLUMBLINE_WEBHOOK_NETWORKS", "127.0.0.1/32"));

  /** What came to the address. */
  private record Told(Map<String, String> headers, String body) {
    String header(String name) {
      return Objects.requireNonNull(headers.get(name));
    }
  }

  private final List<Told> told = new ArrayList<>();
  private TwoPeople two;
  private HttpServer receiver;
  private WebhookCourier courier;
  private Webhooks webhooks;
  private Viewer customer;
  private Viewer provider;
  private Viewer third;
  private volatile int status = 204;

  @BeforeEach
  void open() throws IOException {
    two = new TwoPeople();
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
          exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
          told.add(new Told(headers, body));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    receiver.start();
    courier = new WebhookCourier(two.store, two.courier, HERE, Clock.systemUTC());
    webhooks = new Webhooks(two.store, HERE);
    customer = administrator(two.customer, "a");
    provider = administrator(two.provider, "b");
    third = administrator(two.third, "c");
  }

  private Viewer administrator(Viewer of, String name) {
    UUID person =
        TwoPeople.id(
            two.owner,
            "insert into person (organization, name, email, administers) values (?, ?, ?,"
                + " 'organization') returning id",
            of.organization(),
            name,
            name + "@administrators.test");
    return new Viewer(
        person,
        name,
        name + "@administrators.test",
        of.organization(),
        of.organizationName(),
        Viewer.Kind.PARTY,
        Viewer.Administers.ORGANIZATION,
        false);
  }

  @AfterEach
  void close() {
    courier.close();
    receiver.stop(0);
    two.close();
  }

  private String address() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook?x=1";
  }

  private Webhooks.Registered register(Viewer viewer, String... kinds) {
    return webhooks.register(viewer, "books", address(), List.of(kinds));
  }

  private int run(Duration later) {
    return courier.run(Instant.now().plus(later));
  }

  @Test
  void whatWasSentIsToldToBothPartiesAndNobodyElseAndSignedAsTheStandardHasIt() {
    Webhooks.Registered ours = register(customer);
    register(provider);
    register(third);
    UUID draft = text();
    assertThat(run(Duration.ofSeconds(1))).as("a draft").isZero();

    two.store.in(two.customer.person(), jdbc -> two.send(jdbc, two.customer, draft));
    assertThat(run(Duration.ofSeconds(1))).isEqualTo(2);
    assertThat(run(Duration.ofSeconds(2))).as("once").isZero();

    assertThat(told).hasSize(2);
    Told first = told.get(0);
    assertThat(first.body())
        .contains("\"type\" : \"version.sent\"")
        .contains("/api/agreements/" + two.agreement + "/versions/" + draft)
        .doesNotContain("Desk");
    String id = first.header("webhook-id");
    long seconds = Long.parseLong(first.header("webhook-timestamp"));
    assertThat(told)
        .anyMatch(
            each ->
                each.header("webhook-signature")
                    .equals(
                        Signature.of(
                            ours.secret(), each.header("webhook-id"), seconds, each.body())));
    assertThat(id).startsWith("msg_");
    assertThat(webhooks.events(customer, ours.id()).get(0).state()).isEqualTo("delivered");
  }

  private UUID text() {
    return two.store.as(
        two.customer.person(),
        jdbc ->
            TwoPeople.id(
                jdbc,
                "insert into version (agreement, organization, number, text, title, written_by)"
                    + " values (?, ?, 1, 'text', 'Desk', ?) returning id",
                two.agreement,
                two.customer.organization(),
                two.customer.person()));
  }

  /** The example of the standard’s own page. */
  @Test
  void theSignatureIsThatOfTheStandard() {
    assertThat(
            Signature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330L,
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whatWasNotTakenIsToldAgainLessAndLessOftenAndGivenUpAtLast() {
    Webhooks.Registered hook = register(customer, "version.sent");
    status = 503;
    two.sendText();

    assertThat(run(Duration.ofSeconds(1))).isZero();
    assertThat(run(Duration.ofSeconds(3))).isZero();
    assertThat(told).as("not within five seconds").hasSize(1);
    run(Duration.ofSeconds(7));
    assertThat(told).hasSize(2);
    run(Duration.ofMinutes(4));
    assertThat(told).as("not within five minutes").hasSize(2);
    Webhooks.Event event = webhooks.events(customer, hook.id()).get(0);
    assertThat(event.state()).isEqualTo("waiting");
    assertThat(event.last()).isEqualTo("It answered 503.");
    for (int hours = 1; hours < 24 * 7; hours += 3) {
      run(Duration.ofHours(hours));
    }
    assertThat(told).hasSize(10);
    assertThat(told.stream().map(each -> each.header("webhook-id")).distinct()).hasSize(1);
    assertThat(webhooks.events(customer, hook.id()).get(0).state()).isEqualTo("given-up");
  }

  @Test
  void anAddressThatSaysThatItIsGoneIsToldNoMore() {
    Webhooks.Registered hook = register(customer);
    status = 410;
    webhooks.test(customer, hook.id());
    run(Duration.ofSeconds(1));
    two.sendText();

    assertThat(run(Duration.ofHours(1))).isZero();
    assertThat(told).hasSize(1);
    assertThat(webhooks.one(customer, hook.id()).ended().orElseThrow()).contains("410");
    assertThat(webhooks.events(customer, hook.id()).get(0).state()).isEqualTo("given-up");
    assertThatThrownBy(() -> webhooks.test(customer, hook.id())).isInstanceOf(Refused.class);
  }

  @Test
  void nobodyIsToldAtAnAddressThatOnlyTheServerReaches() {
    register(customer);
    two.sendText();
    try (WebhookCourier careful =
        new WebhookCourier(two.store, two.courier, Networks.publicOnly(), Clock.systemUTC())) {
      assertThat(careful.run(Instant.now().plusSeconds(1))).isZero();
    }
    assertThat(told).isEmpty();
    Webhooks unnamed = new Webhooks(two.store, Networks.publicOnly());
    UUID hook = unnamed.all(customer).get(0).id();
    assertThat(unnamed.events(customer, hook).get(0).last())
        .contains("to which webhooks do not go");
    for (String wrong :
        List.of(
            address(), "ftp://x.example/", "https://u:p@x.example/", "https://x.example/#f", "")) {
      assertThatThrownBy(() -> unnamed.register(customer, "x", wrong, List.of()))
          .as(wrong)
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void onlyWhoLooksAfterTheOrganizationKeepsItsWebhooksAndNobodyReadsTheirSecrets() {
    UUID hook = register(customer).id();
    assertThatThrownBy(() -> webhooks.all(two.customer)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> webhooks.one(provider, hook)).isInstanceOf(NotHere.class);
    for (Viewer other : List.of(provider, third, two.customer)) {
      assertThat(two.seen(other, "webhook")).isEmpty();
      assertThat(two.seen(other, "webhook_event")).isEmpty();
      assertThat(two.seen(other, "webhook_try")).isEmpty();
      assertThatThrownBy(
              () ->
                  two.store.in(
                      other.person(),
                      jdbc ->
                          jdbc.sql(
                                  "insert into webhook_end (webhook, reason, ended_by) values (?,"
                                      + " 'x', ?)")
                              .params(hook, other.person())
                              .update()))
          .isInstanceOf(DataAccessException.class);
    }
    for (String hidden :
        List.of(
            "select secret from webhook",
            "select * from webhooks_due('guess', now())",
            "update webhook set url = 'https://x.example/'",
            "insert into webhook_event (webhook, kind, payload) values (gen_random_uuid(), 'x',"
                + " 'x')")) {
      assertThatThrownBy(() -> two.store.in(customer.person(), jdbc -> jdbc.sql(hidden).update()))
          .as(hidden)
          .isInstanceOf(DataAccessException.class);
    }
    assertThatThrownBy(() -> two.owner.sql("delete from webhook_event").update())
        .as("append-only, for the owner too")
        .isInstanceOf(DataAccessException.class);
  }
}
