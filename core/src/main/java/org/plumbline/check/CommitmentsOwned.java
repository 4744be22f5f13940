package org.plumbline.check;

import org.plumbline.finding.FindingCode;

/** Somebody owns each commitment; what nobody owns is not done. */
final class CommitmentsOwned implements Rule {

  @Override
  public void check(Draft draft) {
    draft
        .agreement()
        .commitments()
        .forEach(
            (id, commitment) -> {
              String path = "commitments/" + id;
              if (commitment.owner().isEmpty() && !draft.stands(path + "/owner")) {
                draft.tell(
                    FindingCode.COMMITMENT_WITHOUT_OWNER,
                    path,
                    "nobody owns this commitment",
                    "write owner: with a role, such as "
                        + commitment.performing()
                        + "/program-manager");
              }
            });
  }
}
