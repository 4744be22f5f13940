package org.plumbline.check;

import java.util.Collection;
import org.plumbline.agreement.yaml.Words;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;

/** A name that nothing defines, with the nearest one that is defined. */
final class UnknownName {

  private static final int NAMES_SHOWN = 8;

  private UnknownName() {}

  static Finding told(String kind, String name, Place place, Collection<String> known) {
    String right =
        Words.nearest(name, known)
            .filter(near -> !near.equals(name))
            .map(near -> "did you mean " + Words.quoted(near) + "?")
            .orElseGet(() -> orDefine(known));
    return Finding.of(
        FindingCode.UNKNOWN_NAME, place, "no " + kind + " is called " + Words.quoted(name), right);
  }

  private static String orDefine(Collection<String> known) {
    if (known.isEmpty()) {
      return "define it";
    }
    return known.size() <= NAMES_SHOWN
        ? "write one of " + String.join(", ", known) + ", or define it"
        : "write a name that is defined, or define it";
  }
}
