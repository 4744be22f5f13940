package org.plumbline.agreement.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;

/** What may be an id (language.md 3.1). */
final class Ids {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,99}");

  /** Words that conditions keep for themselves. */
  static final Set<String> RESERVED =
      Set.of("any", "none", "otherwise", "all", "elapsed", "age", "hold", "stage");

  private Ids() {}

  /** Whether the text may name something; if not, that is told. */
  static boolean check(String text, Place place, Reading reading) {
    if (!FORM.matcher(text).matches()) {
      reading.tell(
          FindingCode.NOT_AN_ID,
          place,
          Words.quoted(text) + " is not an id",
          "write " + like(text));
      return false;
    }
    if (RESERVED.contains(text)) {
      reading.tell(
          FindingCode.RESERVED_ID,
          place,
          Words.quoted(text) + " is a word of the language",
          "choose another id, such as " + text + "-1");
      return false;
    }
    return true;
  }

  private static String like(String text) {
    String form = "small letters, digits and hyphens, beginning with a letter";
    String made =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-+$", "");
    boolean useful = FORM.matcher(made).matches() && !RESERVED.contains(made) && made.length() < 60;
    return useful ? form + ", such as " + made : form;
  }
}
