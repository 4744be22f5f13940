package org.plumbline.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Role;
import org.plumbline.profile.Words;

/**
 * A column of a responsibility matrix as a role of a concept of operations.
 *
 * @param heading as it stands there
 * @param party whose role it is; empty if nothing says it
 * @param reference how the concept of operations names it: a party, a role of M3, a declared role
 * @param declared the id under which it has to be declared; empty if it has not
 */
record RaciRole(
    String heading, Optional<String> party, String reference, Optional<String> declared) {

  private static final Map<String, String> ALSO =
      Map.of(
          "sponsor", "executive-sponsor",
          "co", "contracting-officer",
          "sme", "functional-sme",
          "change-manager", "change-management-lead",
          "cor", "contracting-officer",
          "pmo", "pmo-team",
          "o-m-team", "o-and-m-team",
          "iv-v-team", "iv-and-v-team",
          "ivv-team", "iv-and-v-team");

  /** The role that a heading names. */
  static RaciRole of(String heading, String band, DraftTerms terms) {
    Optional<String> party = party(heading, terms).or(() -> party(band, terms));
    String words = Headings.plain(heading.replaceAll("[()]", " "));
    for (String name :
        List.of(
            "customer",
            "agency",
            "bureau",
            "client",
            "provider",
            "vendor",
            "contractor",
            "service center",
            "shared service")) {
      words = words.replaceAll("\\b" + name + "('s)?\\b", " ");
    }
    for (Optional<String> name : List.of(terms.customer(), terms.provider())) {
      words = name.isPresent() ? words.replace(name.get().toLowerCase(Locale.ROOT), " ") : words;
    }
    words = words.replaceAll("[-–/:]+", " ").replaceAll("\\s+", " ").strip();
    if (words.isEmpty() || words.equals("treasury") || words.equals("qsmo")) {
      String alone = party.orElse("customer");
      return new RaciRole(heading, Optional.of(alone), alone, Optional.empty());
    }
    String id = Words.id(words, new HashSet<>());
    String known = ALSO.getOrDefault(id, id);
    String before = party.map(name -> name + "/").orElse("");
    return Role.M3_ROLES.contains(known)
        ? new RaciRole(heading, party, before + known, Optional.empty())
        : new RaciRole(heading, party, party.orElse("customer") + "/" + id, Optional.of(id));
  }

  private static Optional<String> party(String text, DraftTerms terms) {
    String words = text.toLowerCase(Locale.ROOT);
    boolean provider =
        words.matches(
                "(?s).*\\b(provider|vendor|contractor|supplier|service center|shared"
                    + " service)s?\\b.*")
            || terms
                .provider()
                .filter(name -> words.contains(name.toLowerCase(Locale.ROOT)))
                .isPresent();
    boolean customer =
        words.matches("(?s).*\\b(customer|consumer|client|agency|bureau)\\b.*")
            || terms
                .customer()
                .filter(name -> words.contains(name.toLowerCase(Locale.ROOT)))
                .isPresent();
    if (provider != customer) {
      return Optional.of(provider ? "provider" : "customer");
    }
    if (words.matches("(?s).*\\btreasury\\b.*")) {
      return Optional.of("treasury");
    }
    return words.matches("(?s).*\\bqsmo\\b.*") ? Optional.of("qsmo") : Optional.empty();
  }
}
