package org.plumbline.web.signoff;

import java.util.List;
import org.plumbline.difference.Terms;
import org.plumbline.web.identity.StakeholderRole;
import org.plumbline.web.refusal.Refused;

/**
 * One signature that an agreement needs.
 *
 * @param party {@code customer} or {@code provider}
 * @param role who signs for it
 * @param covers the terms, or sections of terms, that are signed; empty: the whole text
 */
public record SigningStep(String party, StakeholderRole role, List<String> covers) {

  private static final String COVERS = ": ";

  /** Copies the list. */
  public SigningStep {
    covers = List.copyOf(covers);
  }

  /** Whether it is the customer's; else it is the provider's. */
  public boolean isCustomers() {
    return party.equals("customer");
  }

  /** As the register writes it: {@code provider/technical-lead: metrics, records}. */
  public String written() {
    return party + "/" + role.key() + (covers.isEmpty() ? "" : COVERS + String.join(", ", covers));
  }

  /**
   * What the register, or a program, writes so.
   *
   * @throws Refused if it is none
   */
  public static SigningStep of(String written) {
    int colon = written.indexOf(':');
    String who = (colon < 0 ? written : written.substring(0, colon)).strip();
    int slash = who.indexOf('/');
    String party = slash < 0 ? who : who.substring(0, slash);
    if (!party.equals("customer") && !party.equals("provider")) {
      throw new Refused("A step names a party and a role, such as provider/business-owner.");
    }
    StakeholderRole role =
        StakeholderRole.of(who.substring(slash + 1))
            .orElseThrow(() -> new Refused(who + ": there is no such role."));
    return new SigningStep(
        party, role, colon < 0 ? List.of() : covers(written.substring(colon + 1)));
  }

  /** Names of terms or sections, with commas between them. */
  public static List<String> covers(String text) {
    return List.of(text.split(",", -1)).stream()
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .distinct()
        .toList();
  }

  /** What is signed, for people. */
  public String coversInWords() {
    return covers.isEmpty()
        ? "the whole text"
        : String.join(", ", covers.stream().map(Terms::heading).toList());
  }
}
