package org.plumbline.remedy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.agreement.Money;

/** Gives back the last amount that a remedy posted, once. */
final class EarnBack {

  private final Days days;
  private final List<Posting> posted = new ArrayList<>();
  private final Set<PostingId> givenBack = new HashSet<>();

  EarnBack(Days days) {
    this.days = days;
  }

  /** Notes a posting that later ones may give back. */
  void posted(Posting posting) {
    if (posting.standing().counts()
        && posting.amount().filter(money -> money.amount().signum() > 0).isPresent()) {
      posted.add(posting);
    }
  }

  /** Notes what an earlier version gave back already. */
  void gaveBack(Posting posting) {
    posting.steps(Step.GivesBack.class).forEach(step -> givenBack.add(step.posting()));
  }

  /** Fills the draft of an earn-back. */
  void giveBack(Draft draft, String remedy) {
    if (draft.occasion().unknown().isPresent()) {
      draft.standing(Standing.HELD);
      return;
    }
    List<Posting> last = last(draft, remedy);
    if (last.isEmpty() || days.isSuspended(draft.id().period())) {
      draft.step(new Step.NothingToGiveBack(remedy));
      draft.nothing();
      return;
    }
    for (Posting posting : last) {
      Money money = posting.amount().orElseThrow();
      draft.step(new Step.GivesBack(posting.id(), money));
      givenBack.add(posting.id());
      draft.amount(draft.cents().subtract(money.amount().unscaledValue()), money.currency());
    }
  }

  /** The latest postings of the remedy, of one day and currency; none if they were given back. */
  private List<Posting> last(Draft draft, String remedy) {
    List<Posting> own =
        posted.stream()
            .filter(posting -> posting.id().remedy().equals(remedy))
            .filter(
                posting ->
                    draft.id().metric().isEmpty()
                        || (posting.id().metric().equals(draft.id().metric())
                            && posting.id().each().equals(draft.id().each())))
            .toList();
    if (own.isEmpty()) {
      return List.of();
    }
    LocalDate day = own.get(own.size() - 1).id().period().until();
    String currency = own.get(own.size() - 1).amount().orElseThrow().currency();
    return own.stream()
        .filter(posting -> posting.id().period().until().equals(day))
        .filter(posting -> posting.amount().orElseThrow().currency().equals(currency))
        .filter(posting -> !givenBack.contains(posting.id()))
        .toList();
  }
}
