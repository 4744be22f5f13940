package org.plumbline.agreement.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.yaml.SpannedYaml.Entries;
import org.plumbline.agreement.yaml.SpannedYaml.Entry;
import org.plumbline.agreement.yaml.SpannedYaml.Items;
import org.plumbline.agreement.yaml.SpannedYaml.Span;
import org.plumbline.agreement.yaml.SpannedYaml.Value;

/**
 * The fewest changes of a text that turn one agreement into another. Two agreements are compared as
 * they would be written; where they differ, the text is changed, and nowhere else.
 *
 * <p>A method that returns false could not do it where it stands: whoever called it takes back what
 * it began, and writes the whole value anew.
 */
final class TextChange {

  private record Piece(Span span, String text) {}

  private final String text;
  private final List<Span> comments;
  private final int deepest;
  private final List<Piece> pieces = new ArrayList<>();

  private TextChange(String text, List<Span> comments, int deepest) {
    this.text = text;
    this.comments = comments;
    this.deepest = deepest;
  }

  /**
   * The changed text; empty if the document as a whole would have to be written anew.
   *
   * @param deepest how deep to look for the difference, in keys; what lies deeper is written anew
   */
  static Optional<String> of(String text, Written before, Written after, int deepest) {
    SpannedYaml yaml = SpannedYaml.of(text);
    TextChange change = new TextChange(text, yaml.comments(), deepest);
    return change.value(yaml.root(), YamlPrinter.plain(before), YamlPrinter.plain(after), 0)
        ? Optional.of(change.applied())
        : Optional.empty();
  }

  /** All comments of a text, each on a line of its own. */
  static String commentsOf(String text) {
    return SpannedYaml.of(text).comments().stream()
        .map(comment -> text.substring(comment.from(), comment.until()) + "\n")
        .collect(Collectors.joining());
  }

  private String applied() {
    pieces.sort(
        Comparator.<Piece>comparingInt(piece -> piece.span().from())
            .thenComparingInt(piece -> piece.span().until()));
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Piece piece : pieces) {
      if (piece.span().from() < at) {
        return "";
      }
      out.append(text, at, piece.span().from()).append(piece.text());
      at = piece.span().until();
    }
    return out.append(text.substring(at)).toString();
  }

  private boolean value(Value value, Written before, Written after, int depth) {
    if (before.equals(after)) {
      return true;
    }
    int begun = pieces.size();
    boolean done = depth < deepest && inside(value, before, after, depth);
    if (!done) {
      pieces.subList(begun, pieces.size()).clear();
    }
    return done;
  }

  private boolean inside(Value value, Written before, Written after, int depth) {
    if (value instanceof Entries map
        && before instanceof Written.Entries old
        && after instanceof Written.Entries now) {
      return entries(map, asIn(map, old.entries()), asIn(map, now.entries()), depth);
    }
    return value instanceof Items list
        && before instanceof Written.Items old
        && after instanceof Written.Items now
        && items(list, old.items(), now.items(), depth);
  }

  /** Two bounds that stand in the text as {@code between} stay that, while there are two. */
  private static Map<String, Written> asIn(Entries map, Map<String, Written> entries) {
    Written least = entries.get(Comparison.AT_LEAST.key());
    Written most = entries.get(Comparison.AT_MOST.key());
    if (map.entry("between").isEmpty() || least == null || most == null) {
      return entries;
    }
    Map<String, Written> both = new LinkedHashMap<>();
    entries.forEach(
        (key, value) -> {
          if (value == least) {
            both.put("between", new Written.Items(List.of(least, most), false));
          } else if (value != most) {
            both.put(key, value);
          }
        });
    return both;
  }

  private boolean entries(
      Entries map, Map<String, Written> before, Map<String, Written> after, int depth) {
    List<String> written = map.entries().stream().map(Entry::key).toList();
    boolean other = !before.keySet().equals(new HashSet<>(written));
    List<Entry> gone =
        map.entries().stream().filter(entry -> !after.containsKey(entry.key())).toList();
    if (other || gone.size() == written.size() || map.flow() && gone.size() > 1) {
      return false;
    }
    for (Entry entry : map.entries()) {
      Written now = after.get(entry.key());
      Written old = before.get(entry.key());
      boolean done =
          now == null || old == null
              ? removed(map, entry)
              : value(entry.value(), old, now, depth + 1) || replaced(map, entry, now);
      if (!done) {
        return false;
      }
    }
    return added(map, before, after);
  }

  // ---- entries of maps

  private boolean replaced(Entries map, Entry entry, Written now) {
    Span span = new Span(entry.from(), entry.until());
    if (map.flow()) {
      return !hasComment(span) && put(span, YamlPrinter.flowEntry(entry.key(), now));
    }
    String made = YamlPrinter.entry(entry.key(), now, column(entry.from())).strip();
    return put(span, made, entry.from());
  }

  private boolean removed(Entries map, Entry entry) {
    List<Entry> all = map.entries();
    int index = all.indexOf(entry);
    if (map.flow()) {
      Span span =
          index > 0
              ? new Span(all.get(index - 1).until(), entry.until())
              : new Span(entry.from(), all.get(1).from());
      return !hasComment(span) && put(span, "");
    }
    int line = SpannedYaml.lineStart(text, entry.from());
    if (text.substring(line, entry.from()).isBlank()) {
      return put(new Span(line, nextLine(entry.until())), "");
    }
    return index + 1 < all.size() && put(new Span(entry.from(), all.get(index + 1).from()), "");
  }

  private boolean added(Entries map, Map<String, Written> before, Map<String, Written> after) {
    Optional<Entry> last = Optional.empty();
    Map<Integer, String> at = new TreeMap<>();
    for (Map.Entry<String, Written> wanted : after.entrySet()) {
      if (before.containsKey(wanted.getKey())) {
        last = map.entry(wanted.getKey());
      } else if (map.flow()) {
        String made = YamlPrinter.flowEntry(wanted.getKey(), wanted.getValue());
        at.merge(
            last.map(Entry::until).orElse(map.entries().get(0).from()),
            last.isPresent() ? ", " + made : made + ", ",
            String::concat);
      } else if (last.isEmpty()) {
        return false;
      } else {
        int column = column(map.entries().get(0).from());
        String made = YamlPrinter.entry(wanted.getKey(), wanted.getValue(), column);
        at.merge(nextLine(last.get().until()), gap(map) + made, String::concat);
      }
    }
    at.forEach(this::insert);
    return true;
  }

  /** A blank line where the entries of a map have one between them. */
  private String gap(Entries map) {
    List<Entry> all = map.entries();
    for (int i = 1; i < all.size(); i++) {
      String between = text.substring(all.get(i - 1).until(), all.get(i).from());
      if (!between.replace("\r", "").contains("\n\n")) {
        return "";
      }
    }
    return all.size() > 1 ? "\n" : "";
  }

  // ---- items of lists

  private boolean items(Items list, List<Written> before, List<Written> after, int depth) {
    if (before.size() != list.items().size() || before.isEmpty() || after.isEmpty()) {
      return false;
    }
    int start = 0;
    int least = Math.min(before.size(), after.size());
    while (start < least && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    int both = least - end;
    for (int i = start; i < both; i++) {
      Value item = list.items().get(i);
      if (!value(item, before.get(i), after.get(i), depth + 1)
          && !replaced(list, item, after.get(i))) {
        return false;
      }
    }
    List<Written> more = after.subList(both, after.size() - end);
    List<Value> fewer = list.items().subList(both, before.size() - end);
    return list.flow()
        ? changedInFlow(list, both, fewer.size(), more)
        : changedBelow(list, both, fewer, more);
  }

  private boolean replaced(Items list, Value item, Written now) {
    if (list.flow()) {
      return !hasComment(item.span()) && put(item.span(), YamlPrinter.flowOf(now));
    }
    int dash = dash(item);
    return dash >= 0
        && put(item.span(), YamlPrinter.item(now, dash).strip().substring(1).strip(), dash);
  }

  private boolean changedInFlow(Items list, int at, int fewer, List<Written> more) {
    List<Value> all = list.items();
    if (fewer > 0) {
      Span span =
          at > 0
              ? new Span(all.get(at - 1).span().until(), all.get(at + fewer - 1).span().until())
              : new Span(all.get(0).span().from(), all.get(fewer).span().from());
      return !hasComment(span) && put(span, "");
    }
    String made = more.stream().map(YamlPrinter::flowOf).collect(Collectors.joining(", "));
    if (!more.isEmpty()) {
      insert(
          at > 0 ? all.get(at - 1).span().until() : all.get(0).span().from(),
          at > 0 ? ", " + made : made + ", ");
    }
    return true;
  }

  private boolean changedBelow(Items list, int at, List<Value> fewer, List<Written> more) {
    int dash = dash(list.items().get(0));
    if (dash < 0 || at == 0 && !more.isEmpty()) {
      return false;
    }
    for (Value item : fewer) {
      int line = SpannedYaml.lineStart(text, item.span().from());
      put(new Span(line, nextLine(item.span().until())), "");
    }
    if (!more.isEmpty()) {
      String made =
          more.stream().map(item -> YamlPrinter.item(item, dash)).collect(Collectors.joining());
      insert(nextLine(list.items().get(at - 1).span().until()), made);
    }
    return true;
  }

  /** The column of an item's dash; -1 if something else stands before it on its line. */
  private int dash(Value item) {
    int line = SpannedYaml.lineStart(text, item.span().from());
    String before = text.substring(line, item.span().from());
    return before.strip().equals("-") ? before.indexOf('-') : -1;
  }

  // ---- the text

  /** Puts a text in the place of another; a comment in or behind what it displaces moves above. */
  private boolean put(Span span, String made, int key) {
    boolean tall = made.contains("\n");
    Span wide = tall ? new Span(span.from(), SpannedYaml.lineEnd(text, span.until())) : span;
    int line = SpannedYaml.lineStart(text, key);
    String moved =
        comments.stream()
            .filter(comment -> comment.from() >= wide.from() && comment.until() <= wide.until())
            .map(
                comment ->
                    " ".repeat(indent(line))
                        + text.substring(comment.from(), comment.until())
                        + "\n")
            .collect(Collectors.joining());
    if (!moved.isEmpty()) {
      insert(line, moved);
    }
    return put(wide, made);
  }

  private boolean put(Span span, String made) {
    pieces.add(new Piece(span, withLineEnds(made)));
    return true;
  }

  private void insert(int at, String made) {
    boolean onLine = at == 0 || at > text.length() || text.charAt(at - 1) == '\n';
    boolean below = made.endsWith("\n") && !onLine;
    pieces.add(new Piece(new Span(at, at), withLineEnds(below ? "\n" + made : made)));
  }

  private String withLineEnds(String made) {
    return text.contains("\r\n") ? made.replace("\n", "\r\n") : made;
  }

  private boolean hasComment(Span span) {
    return comments.stream()
        .anyMatch(comment -> comment.from() >= span.from() && comment.from() < span.until());
  }

  private int nextLine(int at) {
    return Math.min(SpannedYaml.lineEnd(text, at) + 1, text.length());
  }

  private int column(int at) {
    return at - SpannedYaml.lineStart(text, at);
  }

  private int indent(int line) {
    int at = line;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at - line;
  }
}
