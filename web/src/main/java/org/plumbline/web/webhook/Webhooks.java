package org.plumbline.web.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.NotAllowed;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/** The webhooks of an organization, for those who look after its people. */
@Component
public final class Webhooks {

  private static final int MOST = 20;

  private final Store store;
  private final Networks networks;

  Webhooks(Store store, Networks networks) {
    this.store = store;
    this.networks = networks;
  }

  /**
   * One of them; never its secret.
   *
   * @param kinds of what it is told; empty: of all
   * @param ended why it is told no more
   */
  public record WebhookRow(
      UUID id,
      String name,
      String url,
      List<String> kinds,
      Instant registeredAt,
      Optional<String> ended) {

    /** Copies the list. */
    public WebhookRow {
      kinds = List.copyOf(kinds);
    }
  }

  /** One that was just registered, with its secret, which is told once. */
  public record Registered(UUID id, String secret) {}

  /**
   * What a webhook was or is to be told.
   *
   * @param state {@code delivered}, {@code waiting} or {@code given-up}
   * @param last what became of the last try, in words; empty if there was none
   */
  public record Event(
      UUID id, String kind, String payload, Instant madeAt, int tries, String state, String last) {}

  /** All of the viewer's organization, the newest first. */
  public List<WebhookRow> all(Viewer viewer) {
    require(viewer);
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select w.id, w.name, w.url, w.kinds, w.registered_at, e.reason from webhook w left join webhook_end e on e.webhook = w.id
                    order by w.registered_at desc, w.id
                    """)
                .query(
                    (rows, number) ->
                        new WebhookRow(
                            rows.getObject("id", UUID.class),
                            rows.getString("name"),
                            rows.getString("url"),
                            List.of((String[]) rows.getArray("kinds").getArray()),
                            rows.getObject("registered_at", OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(rows.getString("reason"))))
                .list());
  }

  /**
   * One of them.
   *
   * @throws NotHere if it is none of the viewer's organization
   */
  public WebhookRow one(Viewer viewer, UUID webhook) {
    return all(viewer).stream()
        .filter(row -> row.id().equals(webhook))
        .findFirst()
        .orElseThrow(() -> new NotHere("There is no such webhook among yours."));
  }

  /** What can be told of: what lies on the table, and formal acts. */
  public List<String> kinds(Viewer viewer) {
    require(viewer);
    return store.as(
        viewer.person(),
        jdbc -> jdbc.sql("select * from webhook_kinds()").query(String.class).list());
  }

  /** Registers one. */
  public Registered register(Viewer viewer, String name, String url, List<String> kinds) {
    require(viewer);
    if (name.isBlank() || name.strip().length() > 100) {
      throw new Refused("Name the webhook after what uses it, in at most 100 characters.");
    }
    String address = checked(url.strip());
    List<String> known = kinds(viewer);
    for (String kind : kinds) {
      if (!known.contains(kind)) {
        throw new Refused(
            "Nothing is told as " + kind + ". Choose of: " + String.join(", ", known));
      }
    }
    if (all(viewer).stream().filter(row -> row.ended().isEmpty()).count() >= MOST) {
      throw new Refused("You have " + MOST + " webhooks; end one first.");
    }
    String secret = Signature.secret();
    UUID id =
        store.as(
            viewer.person(),
            jdbc ->
                jdbc.sql(
                        """
                        insert into webhook (organization, name, url, kinds, secret, registered_by)
                        values (:organization, :name, :url, :kinds, :secret, :person) returning id
                        """)
                    .param("organization", viewer.organization())
                    .param("name", name.strip())
                    .param("url", address)
                    .param("kinds", kinds.toArray(String[]::new))
                    .param("secret", secret)
                    .param("person", viewer.person())
                    .query(UUID.class)
                    .single());
    return new Registered(id, secret);
  }

  private String checked(String said) {
    try {
      URI url = new URI(said);
      boolean isWhole =
          url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawFragment() == null
              && said.length() <= 2000
              && said.chars().allMatch(each -> each > ' ' && each < 127);
      if (isWhole && ("https".equals(url.getScheme()) || isOwn(url))) {
        return said;
      }
    } catch (URISyntaxException fault) {
      // Told below.
    }
    throw new Refused(
        "Say an address such as https://hooks.agency.example/plumbline, without a password or a"
            + " fragment.");
  }

  /** Without encryption only where whoever runs the server named networks of their own. */
  private boolean isOwn(URI url) {
    return "http".equals(url.getScheme()) && !networks.allowed().isEmpty();
  }

  /** Ends one: nothing more is told. */
  public void end(Viewer viewer, UUID webhook) {
    require(viewer);
    if (one(viewer, webhook).ended().isPresent()) {
      throw new Refused("This webhook was ended already.");
    }
    store.in(
        viewer.person(),
        jdbc ->
            jdbc.sql("insert into webhook_end (webhook, reason, ended_by) values (?, ?, ?)")
                .params(webhook, viewer.name() + " ended it.", viewer.person())
                .update());
  }

  /** Tells it something that means nothing, to see whether it is reached. */
  public void test(Viewer viewer, UUID webhook) {
    require(viewer);
    if (one(viewer, webhook).ended().isPresent()) {
      throw new Refused("This webhook was ended.");
    }
    store.<Object>as(
        viewer.person(),
        jdbc -> jdbc.sql("select try_webhook(?)").param(webhook).query().listOfRows());
  }

  /** What one was told lately, and is still to be told: the last two hundred, the newest first. */
  public List<Event> events(Viewer viewer, UUID webhook) {
    boolean ended = one(viewer, webhook).ended().isPresent();
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select e.*, count(t.id)::int as tries, coalesce(bool_or(t.outcome = 'delivered'), false) as done,
                      coalesce((array_agg(coalesce(nullif(t.reason, ''), 'It answered ' || t.status || '.') order by t.tried_at desc)
                        filter (where t.id is not null))[1], '') as last
                    from webhook_event e left join webhook_try t on t.event = e.id where e.webhook = ?
                    group by e.id order by e.made_at desc, e.id limit 200
                    """)
                .param(webhook)
                .query(
                    (rows, number) -> {
                      int tries = rows.getInt("tries");
                      return new Event(
                          rows.getObject("id", UUID.class),
                          rows.getString("kind"),
                          rows.getString("payload"),
                          rows.getObject("made_at", OffsetDateTime.class).toInstant(),
                          tries,
                          rows.getBoolean("done")
                              ? "delivered"
                              : tries < 10 && !ended ? "waiting" : "given-up",
                          rows.getString("last"));
                    })
                .list());
  }

  private static void require(Viewer viewer) {
    if (!viewer.isAdministrator() || viewer.readsOnly()) {
      throw new NotAllowed("Only who looks after the people of an organization sees its webhooks.");
    }
  }
}
