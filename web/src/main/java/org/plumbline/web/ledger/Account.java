package org.plumbline.web.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.remedy.Posting;
import org.plumbline.remedy.Standing;
import org.plumbline.web.result.StoredFollows;

/**
 * What a party owes in money, by how it stands; what goes back to it makes it less.
 *
 * @param party {@code customer} or {@code provider}
 * @param proposed what nobody has decided on
 * @param counts the sum of what counts: proposed, agreed, on a bill, paid
 * @param other what does not: held, waived, lapsed
 */
public record Account(
    String party,
    StoredFollows.Amount proposed,
    StoredFollows.Amount agreed,
    StoredFollows.Amount applied,
    StoredFollows.Amount paid,
    StoredFollows.Amount counts,
    StoredFollows.Amount other) {

  private record Key(String party, String currency) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return (party + currency).compareTo(other.party + other.currency);
    }
  }

  /** An account for each party and currency in which something is owed. */
  static List<Account> of(List<Owed> all) {
    Map<Key, List<Owed>> money = new TreeMap<>();
    for (Owed owed : all) {
      Posting.Kind kind = owed.kind();
      owed.posting()
          .amount()
          .filter(amount -> kind.isMoney())
          .ifPresent(
              amount ->
                  money
                      .computeIfAbsent(
                          new Key(owed.posting().owedBy(), amount.currency()),
                          key -> new ArrayList<>())
                      .add(owed));
    }
    List<Account> accounts = new ArrayList<>();
    money.forEach(
        (key, own) ->
            accounts.add(
                new Account(
                    key.party(),
                    sum(own, key, Standing.PROPOSED),
                    sum(own, key, Standing.AGREED),
                    sum(own, key, Standing.APPLIED),
                    sum(own, key, Standing.PAID),
                    sum(
                        own,
                        key,
                        Standing.PROPOSED,
                        Standing.AGREED,
                        Standing.APPLIED,
                        Standing.PAID),
                    sum(own, key, Standing.HELD, Standing.WAIVED, Standing.LAPSED))));
    return accounts;
  }

  private static StoredFollows.Amount sum(List<Owed> own, Key key, Standing... standings) {
    BigDecimal sum =
        own.stream()
            .filter(owed -> List.of(standings).contains(owed.standing()))
            .flatMap(owed -> owed.posting().amount().stream())
            .map(StoredFollows.Amount::amount)
            .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    return new StoredFollows.Amount(sum, key.currency());
  }
}
