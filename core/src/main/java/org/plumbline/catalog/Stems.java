package org.plumbline.catalog;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text that carry meaning, each cut to its stem, so that texts can be compared. */
public final class Stems {

  private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:[-'’][a-z0-9]+)*");

  private static final Set<String> EMPTY =
      Set.of(
          ("a an and any are as at be been by can count counts divided each eg either for from had has have if"
                  + " in into is it its less may measure measured measures no not number of on or other per percent"
                  + " percentage ratio shall should sum summation such than that the their them these this those to"
                  + " total was were when where which whose will with within would amount all rate who during"
                  + " between both about e.g grouped based using used via note volume timeliness quality efficiency"
                  + " more over under percentages average mean")
              .split(" "));

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("receipt", "receiv"),
          Map.entry("receipts", "receiv"),
          Map.entry("acceptance", "accept"),
          Map.entry("approval", "approv"),
          Map.entry("approvals", "approv"),
          Map.entry("paid", "pay"),
          Map.entry("payment", "pay"),
          Map.entry("payments", "pay"),
          Map.entry("entry", "enter"),
          Map.entry("entries", "enter"),
          Map.entry("submission", "submit"),
          Map.entry("submissions", "submit"),
          Map.entry("submittal", "submit"),
          Map.entry("resolution", "resolv"),
          Map.entry("resolutions", "resolv"),
          Map.entry("completion", "complet"),
          Map.entry("closure", "clos"),
          Map.entry("closeout", "clos"),
          Map.entry("closing", "clos"),
          Map.entry("notification", "notif"),
          Map.entry("notifications", "notif"),
          Map.entry("notified", "notif"),
          Map.entry("response", "respond"),
          Map.entry("responses", "respond"),
          Map.entry("delivery", "deliver"),
          Map.entry("sent", "send"),
          Map.entry("workday", "workday"),
          Map.entry("workdays", "workday"),
          Map.entry("nonrefundable", "non-refundabl"));

  private Stems() {}

  /** The stems of a text, each once, in order. */
  public static Set<String> of(String text) {
    Set<String> stems = new LinkedHashSet<>();
    String lower =
        text.toLowerCase(Locale.ROOT)
            .replace("work days", "workdays")
            .replace("work day", "workdays")
            .replace("e-mail", "email");
    Matcher word = WORD.matcher(lower);
    while (word.find()) {
      if (!EMPTY.contains(word.group())) {
        stems.add(stem(word.group()));
      }
    }
    return stems;
  }

  /** The stem of one word in lower case. */
  public static String stem(String word) {
    String known = IRREGULAR.get(word);
    if (known != null) {
      return known;
    }
    String stem = word;
    if (stem.length() > 4 && stem.endsWith("ies")) {
      return stem.substring(0, stem.length() - 3) + "y";
    }
    if (stem.length() > 5 && stem.endsWith("sses")) {
      stem = stem.substring(0, stem.length() - 2);
    } else if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    if (stem.length() > 5 && stem.endsWith("ing")) {
      stem = stem.substring(0, stem.length() - 3);
    } else if (stem.length() > 4 && stem.endsWith("ed")) {
      stem = stem.substring(0, stem.length() - 2);
    }
    return stem.length() > 4 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
  }
}
