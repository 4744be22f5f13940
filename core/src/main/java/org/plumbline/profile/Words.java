package org.plumbline.profile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the names of columns say, and how names and lists are shown to people. */
public final class Words {

  static final List<String> STARTS =
      List.of(
          "receiv", "recd", "open", "creat", "submi", "request", "report", "start", "logged",
          "filed", "arriv", "regist", "new", "raised", "entered", "entry");
  static final List<String> STOPS =
      List.of(
          "paid", "pay", "schedul", "disburs", "clos", "resol", "complet", "deliver", "done",
          "finish", "settle", "end", "fulfil", "ship", "answer", "fixed", "solved");
  static final List<String> DUE =
      List.of("due", "deadline", "target", "expect", "promis", "planned");
  static final List<String> VOIDS = List.of("cancel", "void", "withdraw", "duplicate");
  static final List<String> CUSTOMERS =
      List.of("approv", "accept", "certif", "customer", "confirm", "user", "client", "requester");
  static final List<String> WAITS = List.of("wait", "await", "pending", "hold", "suspend");

  /** Beginnings of words that say: what names a case. */
  public static final List<String> KEYS =
      List.of("no", "nr", "num", "number", "id", "key", "ref", "reference", "case", "ticket");

  static final List<String> TIMES =
      List.of("date", "time", "timestamp", "when", "at", "on", "day", "changed", "updated");

  /** Beginnings of words that say: how a case stands. */
  public static final List<String> STATES =
      List.of("state", "status", "activity", "event", "step", "stage", "action", "phase");

  /** Beginnings of words that say: a period. */
  public static final List<String> MONTHS = List.of("month", "period");

  /** Beginnings of words that say: all cases. */
  public static final List<String> WHOLES =
      List.of(
          "total",
          "all",
          "offered",
          "received",
          "volume",
          "calls",
          "cases",
          "population",
          "requests",
          "tickets",
          "invoices",
          "transactions");

  /** Beginnings of words that say: the cases that kept the promise. */
  public static final List<String> PARTS =
      List.of(
          "met",
          "within",
          "answered",
          "time",
          "timely",
          "compliant",
          "resolved",
          "passed",
          "correct",
          "ok");

  /** Beginnings of words that say: a share. */
  public static final List<String> SHARES =
      List.of("percent", "percentage", "pct", "rate", "share", "compliance", "sla", "%");

  static final List<String> AMOUNTS =
      List.of("amount", "price", "cost", "fee", "value", "sum", "usd", "payment");

  private static final Set<String> RESERVED =
      Set.of(
          "any",
          "none",
          "otherwise",
          "all",
          "elapsed",
          "age",
          "hold",
          "stage",
          "null",
          "true",
          "false",
          "yes",
          "no",
          "on",
          "off",
          "y",
          "n");
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\u202A-\u202E\u2066-\u2069]");
  private static final int MOST_SHOWN = 40;

  private Words() {}

  /** Whether a text holds what nobody sees, so that no binding can name it. */
  public static boolean isUnseen(String text) {
    return UNSEEN.matcher(text).find();
  }

  /** The words of a name, lower case: {@code Date Rec'd} is {@code date, recd}. */
  public static List<String> of(String name) {
    String parted =
        name.replace("'", "").replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return Arrays.stream(parted.split("[^\\p{L}%]+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Whether a word of a name begins with one of these; short ones have to be the whole word. */
  public static boolean says(String name, List<String> beginnings) {
    return of(name).stream()
        .anyMatch(
            word ->
                beginnings.stream()
                    .anyMatch(
                        start ->
                            start.length() <= 3 ? word.equals(start) : word.startsWith(start)));
  }

  /** A name as an id of the language; not one of those taken, which it joins. */
  public static String id(String name, Collection<String> taken) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace("'", "")
            .replace("%", " percent ")
            .replaceAll("([a-z])([A-Z])", "$1 $2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String id = plain.length() > 50 ? plain.substring(0, 50).replaceAll("-+$", "") : plain;
    id = id.isEmpty() ? "column" : Character.isDigit(id.charAt(0)) ? "c-" + id : id;
    id = RESERVED.contains(id) ? "the-" + id : id;
    String free = id;
    for (int number = 2; taken.contains(free); number++) {
      free = id + "-" + number;
    }
    taken.add(free);
    return free;
  }

  /** A text of a cell or a name, on one line and not long, in quotes. */
  public static String shown(String text) {
    String line = oneLine(text);
    return "“" + (line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "…") + "”";
  }

  /** A text without line ends and what cannot be seen. */
  public static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
  }

  /** Rows for a sentence: {@code row 7}, {@code rows 7, 9 and 12}, at most eight. */
  public static String rows(List<Long> rows) {
    if (rows.size() == 1) {
      return "row " + rows.get(0);
    }
    if (rows.size() > 8) {
      return "rows "
          + joined(texts(rows.subList(0, 7)), ", ")
          + " and "
          + (rows.size() - 7)
          + " more";
    }
    return "rows " + and(texts(rows));
  }

  /** {@code a, b and c}. */
  public static String and(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? joined(parts, "")
        : joined(parts.subList(0, last), ", ") + " and " + parts.get(last);
  }

  /** A number and its noun. */
  public static String counted(long number, String singular) {
    String shown = String.format(Locale.ENGLISH, "%,d", number);
    return shown + " " + (number == 1 ? singular : singular + "s");
  }

  private static List<String> texts(List<Long> numbers) {
    List<String> texts = new ArrayList<>();
    numbers.forEach(number -> texts.add(Long.toString(number)));
    return texts;
  }

  private static String joined(List<String> parts, String between) {
    return String.join(between, parts);
  }
}
