package org.plumbline.web.guide;

import java.util.Set;

/** Who is responsible in a key task. */
public enum TaskParty {
  CUSTOMER,
  PROVIDER,
  /** The office that oversees services of a kind. */
  QSMO;

  /** The parties as people say it. */
  static String inWords(Set<TaskParty> parties) {
    boolean both = parties.contains(CUSTOMER) && parties.contains(PROVIDER);
    String words =
        both
            ? "both parties"
            : parties.contains(CUSTOMER)
                ? "customer"
                : parties.contains(PROVIDER) ? "provider" : "";
    return !parties.contains(QSMO) ? words : words.isEmpty() ? "QSMO" : words + " and QSMO";
  }
}
