package org.plumbline.referee;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Precision;

/** A record set at random: moments, fields, turns, reopening. */
final class GeneratedSet {

  final GeneratedSetting setting;
  final Dice dice;
  final boolean eventLog;
  final Map<String, Precision> recorded = new LinkedHashMap<>();

  /** All moments with their precision, derived ones included. */
  final Map<String, Precision> moments = new LinkedHashMap<>();

  final Map<String, String> fields = new LinkedHashMap<>();
  final List<String> holds = new ArrayList<>();
  final List<String> turns = new ArrayList<>();
  private final Map<String, String> derived = new LinkedHashMap<>();
  private final Map<String, String> reads = new LinkedHashMap<>();
  private final List<String> turnText = new ArrayList<>();

  GeneratedSet(GeneratedSetting setting) {
    this.setting = setting;
    dice = setting.dice;
    eventLog = dice.percent(45);
    int flavor = dice.below(10);
    for (String id : List.of("opened", "checked", "done", "closed", "again", "cancelled", "due")) {
      recorded.put(id, precision(id, flavor));
    }
    moments.putAll(recorded);
    fields.put("kind", "text");
    fields.put("severity", "number");
    fields.put("amount", "money");
    fields.put("rate", "share");
    fields.put("effort", "duration");
    fields.put("urgent", "flag");
    fields
        .keySet()
        .forEach(
            id ->
                reads.put(
                    id,
                    dice.percent(50)
                        ? ""
                        : dice.of("at-start", "at-stop", "first", "highest", "at-stop")));
    for (int i = dice.below(5); i > 0; i--) {
      addDerived("derived-" + i);
    }
    addTurns();
  }

  private Precision precision(String id, int flavor) {
    if (eventLog) {
      return id.equals("due") ? Precision.DATE : flavor < 6 ? Precision.INSTANT : Precision.MINUTE;
    }
    if (id.equals("due")) {
      return dice.of(Precision.DATE, Precision.DATE, Precision.INSTANT);
    }
    return flavor < 5
        ? Precision.INSTANT
        : flavor < 7 ? Precision.MINUTE : flavor < 9 ? Precision.DATE : dice.of(Precision.values());
  }

  String moment() {
    return dice.of(List.copyOf(moments.keySet()));
  }

  boolean isDate(String moment) {
    return moments.get(moment) == Precision.DATE;
  }

  private void addDerived(String id) {
    String of = moment();
    String other = moment();
    Precision precision = moments.getOrDefault(of, Precision.DATE);
    Precision both = precision.coarser(moments.getOrDefault(other, Precision.DATE));
    String recordedName = dice.of(List.copyOf(recorded.keySet()));
    switch (dice.below(8)) {
      case 0 -> {
        boolean first = dice.percent(40);
        String where = dice.percent(50) ? ", where: {" + fieldTest() + "}" : "";
        put(
            id,
            "{" + (first ? "first" : "last") + ": " + recordedName + where + "}",
            moments.getOrDefault(recordedName, Precision.DATE));
      }
      case 1 -> {
        String after = dice.of(List.copyOf(recorded.keySet()));
        put(
            id,
            "{next: " + recordedName + ", after: " + after + "}",
            moments.getOrDefault(recordedName, Precision.DATE));
      }
      case 2 -> put(id, "{earlier-of: [" + of + ", " + other + "]}", both);
      case 3 -> put(id, "{later-of: [" + of + ", " + other + "]}", both);
      case 4 ->
          put(
              id,
              "{day: "
                  + dice.of("1", "15", "31", "last")
                  + ", of: "
                  + setting.period()
                  + ", at: "
                  + of
                  + dice.of("", ", later: 1")
                  + roll()
                  + "}",
              Precision.DATE);
      default -> put(id, shifted(of, precision), precision);
    }
  }

  private String shifted(String of, Precision precision) {
    StringBuilder text = new StringBuilder("{at: " + of);
    boolean needsOne = true;
    if (dice.percent(40)) {
      text.append(", after-hours: next-workday");
      needsOne = false;
    }
    if (dice.percent(70) || needsOne) {
      String amount =
          precision != Precision.DATE && dice.percent(30)
              ? dice.of("4 hours", "30 minutes", "25 hours")
              : dice.of("1 day", "2 workdays", "3 days", "1 month", "1 week", "5 workdays");
      text.append(dice.percent(75) ? ", plus: " : ", minus: ").append(amount);
    }
    text.append(roll());
    if (dice.percent(40)) {
      text.append(", calendar: ").append(setting.calendar());
    }
    return text.append('}').toString();
  }

  private String roll() {
    return dice.percent(30) ? ", roll: " + dice.of("next-workday", "previous-workday") : "";
  }

  private void put(String id, String text, Precision precision) {
    derived.put(id, text);
    moments.put(id, precision);
  }

  /** A test of one field, without braces. */
  String fieldTest() {
    return switch (dice.below(7)) {
      case 0 -> "kind: " + dice.of("a", "b", "[a, c]");
      case 1 -> "severity: " + dice.of("1", "2", "[1, 3]", "{at-least: 2}", "{below: 3}");
      case 2 ->
          "amount: {"
              + dice.of("at-least", "at-most", "above", "below")
              + ": "
              + dice.of("100.00 USD", "99.99 USD", "0 USD")
              + "}";
      case 3 -> "rate: {at-least: " + dice.of("50%", "99.5%") + "}";
      case 4 ->
          "effort: {" + dice.of("above", "at-most") + ": " + dice.of("4 hours", "30 minutes") + "}";
      case 5 -> "urgent: " + dice.of("true", "false");
      default ->
          dice.of("kind", "severity", "urgent") + ": {missing: " + dice.of("true", "false") + "}";
    };
  }

  private void addTurns() {
    for (int i = dice.below(4); i > 0; i--) {
      String id = "hold-" + i;
      holds.add(id);
      turns.add(id);
      turnText.add(
          "{hold: "
              + id
              + ", whose: "
              + dice.of("customer", "vendor", "provider", "nobody")
              + (dice.percent(20) ? ", needs: " + moment() : "")
              + (dice.percent(30)
                  ? ", at-most: " + dice.of("4 hours", "1 day", "2 workdays", "30 minutes")
                  : "")
              + "}");
    }
    for (int i = dice.below(3); i > 0; i--) {
      String id = "stage-" + i;
      turns.add(id);
      turnText.add(
          "{stage: "
              + id
              + ", from: "
              + dice.of("opened", "checked", moment())
              + ", until: "
              + dice.of("checked", "done", moment())
              + ", whose: "
              + dice.of("customer", "provider", "nobody")
              + "}");
    }
  }

  /** The keys of the record set. */
  String text() {
    StringBuilder text = new StringBuilder("records:\n  items:\n    case: [number]\n");
    text.append("    moments:\n");
    recorded.forEach(
        (id, precision) ->
            text.append("      ").append(id).append(": ").append(precision.key()).append('\n'));
    derived.forEach(
        (id, terms) -> text.append("      ").append(id).append(": ").append(terms).append('\n'));
    text.append("    fields:\n");
    fields.forEach(
        (id, type) -> {
          String read = reads.getOrDefault(id, "");
          text.append("      ")
              .append(id)
              .append(": ")
              .append(read.isEmpty() ? type : "{type: " + type + ", read: " + read + "}")
              .append('\n');
        });
    if (!turnText.isEmpty()) {
      text.append("    turns:\n");
      turnText.forEach(turn -> text.append("      - ").append(turn).append('\n'));
    }
    boolean alike =
        recorded.get("again") == recorded.get("done")
            && recorded.get("again") == recorded.get("closed");
    if (alike && dice.percent(eventLog ? 60 : 25)) {
      text.append("    reopening: {at: again")
          .append(
              dice.percent(60)
                  ? ", within: " + dice.of("1 day", "2 workdays", "4 hours", "5 workdays")
                  : "")
          .append(dice.percent(60) ? ", then: " + dice.of("continue", "new-case", "ignore") : "")
          .append("}\n");
    }
    if (dice.percent(40)) {
      text.append("    voided-by: [cancelled]\n");
    }
    if (dice.percent(50)) {
      text.append("    closed-by: ")
          .append(dice.of("closed", "closed", "{last: closed}"))
          .append('\n');
    }
    if (dice.percent(30)) {
      text.append("    delivery: {supplied-by: provider, unusable: ")
          .append(dice.of("indeterminate", "not-met"))
          .append("}\n");
    }
    return text.toString();
  }
}
