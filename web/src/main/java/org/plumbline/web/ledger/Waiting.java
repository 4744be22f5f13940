package org.plumbline.web.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.remedy.Plan;
import org.plumbline.remedy.Standing;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Viewer;
import org.springframework.stereotype.Component;

/**
 * What of the ledgers waits for a party: plans to hand in or to answer, money and rights to decide
 * on.
 */
@Component
public final class Waiting {

  private final Ledger ledger;
  private final Agreements agreements;

  Waiting(Ledger ledger, Agreements agreements) {
    this.ledger = ledger;
    this.agreements = agreements;
  }

  /**
   * One thing.
   *
   * @param what in a sentence without a full stop
   * @param since since when it waits
   * @param zone the agreement's
   * @param path where it is done
   * @param due the last day for it, where there is one
   */
  public record Item(
      AgreementRow agreement,
      String what,
      Instant since,
      ZoneId zone,
      String path,
      Optional<LocalDate> due) {}

  /** All that follows from issued reports and waits for the party of the person. */
  public List<Item> of(Viewer viewer) {
    List<Item> items = new ArrayList<>();
    ledger
        .everywhere(viewer)
        .forEach(
            (agreement, all) -> {
              List<Owed> waiting =
                  all.stream()
                      .filter(owed -> owed.report().isPresent() && owed.isWaiting())
                      .toList();
              if (!waiting.isEmpty()) {
                AgreementRow row = agreements.one(viewer, agreement);
                String party = Acts.party(row, viewer);
                waiting.forEach(
                    owed -> what(owed, party).ifPresent(what -> items.add(item(row, owed, what))));
              }
            });
    return items;
  }

  private static Item item(AgreementRow row, Owed owed, String what) {
    List<ActRow> acts = owed.acts();
    Instant since = acts.isEmpty() ? owed.measured() : acts.get(acts.size() - 1).doneAt();
    String path = Acts.path(row.id(), owed.posting().id());
    return new Item(row, what, since, owed.zone(), path, owed.due());
  }

  private static Optional<String> what(Owed owed, String party) {
    boolean owing = owed.posting().owedBy().equals(party);
    boolean owedTo = owed.posting().owedTo().equals(party);
    String from = " (" + owed.posting().from() + ")";
    Optional<Plan.State> plan = owed.plan();
    if (plan.isPresent()) {
      return switch (plan.get()) {
        case OWED -> when(owing, "Hand in what is owed: " + owed.posting().what() + from);
        case RETURNED -> when(owing, "Mend the plan that was given back" + from);
        case SUBMITTED -> when(owedTo, "Accept the plan, or give it back" + from);
        case ACCEPTED, VERIFIED, CLOSED -> Optional.empty();
      };
    }
    return owed.standing() == Standing.PROPOSED
        ? when(owedTo, "Decide: " + owed.posting().what() + from)
        : Optional.empty();
  }

  private static Optional<String> when(boolean holds, String what) {
    return holds ? Optional.of(what) : Optional.empty();
  }
}
