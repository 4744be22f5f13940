package org.plumbline.check;

import java.util.List;
import org.plumbline.agreement.Remedy;

/** Names in remedies and pools: parties, roles, clauses, services, pools, periods. */
final class NamesOfMoney implements Rule {

  @Override
  public void check(Draft draft) {
    Names names = new Names(draft);
    draft.agreement().remedies().forEach((id, remedy) -> remedy("remedies/" + id, remedy, names));
    draft
        .agreement()
        .pools()
        .forEach(
            (id, pool) -> {
              String path = "pools/" + id;
              names.money(pool.of(), path + "/of");
              for (int i = 0; i < pool.services().size(); i++) {
                names.service(pool.services().get(i), path + "/services/" + i);
              }
              pool.per().ifPresent(per -> names.period(per, path + "/per"));
            });
  }

  private static void remedy(String path, Remedy remedy, Names names) {
    remedy.owedBy().ifPresent(party -> names.party(party, path + "/owed-by"));
    remedy.owner().ifPresent(owner -> names.role(owner, path + "/owner"));
    remedy.clause().ifPresent(clause -> names.clause(clause, path + "/clause"));
    if (remedy.effect() instanceof Remedy.Effect.Credit credit) {
      names.money(credit.of(), path + "/credit/of");
      List<String> caps = credit.atMost();
      for (int i = 0; i < caps.size(); i++) {
        names.pool(caps.get(i), path + "/credit/at-most/" + i);
      }
    } else if (remedy.effect() instanceof Remedy.Effect.Restores restores) {
      names.remedy(restores.remedy(), path + "/restores");
    }
  }
}
