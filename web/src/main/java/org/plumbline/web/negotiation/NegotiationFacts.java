package org.plumbline.web.negotiation;

import java.util.List;
import java.util.Optional;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.guide.Evidence;
import org.plumbline.web.guide.Fact;
import org.plumbline.web.guide.FactSource;
import org.plumbline.web.identity.Viewer;
import org.springframework.stereotype.Component;

/** What the parties said to each other shows of the key tasks: that every role has spoken. */
@Component
final class NegotiationFacts implements FactSource {

  private final BuyIns buyIns;

  NegotiationFacts(BuyIns buyIns) {
    this.buyIns = buyIns;
  }

  @Override
  public List<Fact> of(Viewer viewer, AgreementRow agreement) {
    return buyIns
        .table(viewer, agreement.id())
        .filter(table -> !table.customer().isEmpty())
        .filter(
            table ->
                table.count(BuyInRow.State.NOT_ASKED) + table.count(BuyInRow.State.CHANGED) == 0)
        .map(
            table ->
                new Fact(
                    Evidence.BUY_IN,
                    "every role has spoken of every metric: "
                        + table.count(BuyInRow.State.SUPPORTS)
                        + " support, "
                        + table.count(BuyInRow.State.OBJECTS)
                        + " object",
                    Optional.empty(),
                    "/agreements/" + agreement.id() + "/buy-in"))
        .stream()
        .toList();
  }
}
