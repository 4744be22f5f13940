package org.plumbline.web.signoff;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/** In which order who signs: proposed by one party, accepted by the other. */
@Component
public final class SigningOrders {

  private static final int MOST = 40;

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;

  SigningOrders(Store store, Authority authority, Agreements agreements) {
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
  }

  private record Row(
      UUID id,
      UUID organization,
      List<SigningStep> steps,
      Optional<UUID> accepts,
      Instant proposedAt) {}

  /** The orders that both parties agreed on, each from its moment on; before them the usual one. */
  public NavigableMap<Instant, SigningOrder> agreed(Viewer viewer, UUID agreement) {
    NavigableMap<Instant, SigningOrder> orders = new TreeMap<>();
    orders.put(Instant.MIN, SigningOrder.USUAL);
    for (Row row : rows(viewer, agreement)) {
      if (row.accepts().isPresent()) {
        orders.put(
            row.proposedAt(),
            new SigningOrder(
                Optional.of(row.id()), Optional.of(row.organization()), row.steps(), true));
      }
    }
    return orders;
  }

  /** The order that both parties said last; the usual one while there is none. */
  public SigningOrder standing(Viewer viewer, UUID agreement) {
    return agreed(viewer, agreement).lastEntry().getValue();
  }

  /** What was proposed last and is not accepted. */
  public Optional<SigningOrder> proposed(Viewer viewer, UUID agreement) {
    List<Row> rows = rows(viewer, agreement);
    return rows.isEmpty() || rows.get(rows.size() - 1).accepts().isPresent()
        ? Optional.empty()
        : Optional.of(rows.get(rows.size() - 1))
            .map(
                row ->
                    new SigningOrder(
                        Optional.of(row.id()),
                        Optional.of(row.organization()),
                        row.steps(),
                        false));
  }

  private List<Row> rows(Viewer viewer, UUID agreement) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select o.id, o.organization, o.steps, o.accepts, o.proposed_at from signing_order o join sending s on s.subject = o.id
                    where o.agreement = ? order by o.proposed_at, o.id
                    """)
                .param(agreement)
                .query(
                    (rows, number) ->
                        new Row(
                            rows.getObject("id", UUID.class),
                            rows.getObject("organization", UUID.class),
                            List.of((String[]) rows.getArray("steps").getArray()).stream()
                                .map(SigningStep::of)
                                .toList(),
                            Optional.ofNullable(rows.getObject("accepts", UUID.class)),
                            rows.getObject("proposed_at", OffsetDateTime.class).toInstant()))
                .list());
  }

  /** Proposes an order to the other party; it sees it at once. */
  public void propose(Viewer viewer, UUID agreement, List<SigningStep> steps) {
    AgreementRow row = agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.SEND);
    if (!row.onTheTable()) {
      throw new Refused("Send a text first.");
    }
    for (String party : List.of("customer", "provider")) {
      if (steps.stream().noneMatch(step -> step.party().equals(party) && step.covers().isEmpty())) {
        throw new Refused("Somebody of the " + party + " has to sign the whole text.");
      }
    }
    if (steps.size() > MOST) {
      throw new Refused("An order has at most " + MOST + " steps.");
    }
    if (steps.stream().map(SigningStep::written).distinct().count() < steps.size()) {
      throw new Refused("One role signs the same only once.");
    }
    for (SigningStep step : steps) {
      if (!step.role().may(Act.SEND) && step.covers().isEmpty()) {
        throw new Refused(
            "A "
                + step.role().label()
                + " does not sign the whole text for a party; say what terms the role covers.");
      }
    }
    add(viewer, agreement, steps, Optional.empty());
  }

  /** Accepts the order that the other party proposed. */
  public void accept(Viewer viewer, UUID agreement, UUID order) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.SEND);
    SigningOrder proposed =
        proposed(viewer, agreement)
            .filter(each -> each.id().equals(Optional.of(order)))
            .orElseThrow(() -> new Refused("This order is not proposed any more."));
    if (proposed.organization().equals(Optional.of(viewer.organization()))) {
      throw new Refused("You proposed this order; the other party accepts it.");
    }
    add(viewer, agreement, proposed.steps(), Optional.of(order));
  }

  private void add(Viewer viewer, UUID agreement, List<SigningStep> steps, Optional<UUID> accepts) {
    store.in(
        viewer.person(),
        jdbc -> {
          UUID order =
              jdbc.sql(
                      """
                      insert into signing_order (agreement, organization, steps, accepts, proposed_by)
                      values (:agreement, :organization, :steps, :accepts, :person) returning id
                      """)
                  .param("agreement", agreement)
                  .param("organization", viewer.organization())
                  .param("steps", steps.stream().map(SigningStep::written).toArray(String[]::new))
                  .param("accepts", accepts.orElse(null), java.sql.Types.OTHER)
                  .param("person", viewer.person())
                  .query(UUID.class)
                  .single();
          Agreements.putOnTable(jdbc, viewer, agreement, order);
        });
  }
}
