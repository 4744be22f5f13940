package org.plumbline.agreement.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.plumbline.agreement.yaml.Written.Entries;

/** Prints an agreement as YAML: what is short on one line, the rest below each other. */
final class YamlPrinter {

  private static final int WIDTH = 120;
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?:[\\p{L}\\p{N}_(/$]|-(?=\\d))[^\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Cf}\u2028\u2029]*");
  private static final Pattern HOURS = Pattern.compile("\\d\\d:.*");
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Cf}\u2028\u2029]");

  private final StringBuilder out = new StringBuilder();

  /** The text of a document. */
  static String print(Entries document) {
    YamlPrinter printer = new YamlPrinter();
    for (Map.Entry<String, Written> entry : document.entries().entrySet()) {
      boolean block = isSection(entry.getValue());
      if (block && printer.out.length() > 0) {
        printer.out.append('\n');
      }
      printer.put(entry.getKey(), entry.getValue(), 0);
    }
    return printer.out.toString();
  }

  /** An entry of a map below a key, with its line ends. */
  static String entry(String key, Written value, int indent) {
    return new YamlPrinter().printed(printer -> printer.put(key, value, indent));
  }

  /** An item of a list, with its dash and its line ends. */
  static String item(Written item, int indent) {
    return new YamlPrinter().printed(printer -> printer.put(item, indent));
  }

  /** An entry of a map in braces. */
  static String flowEntry(String key, Written value) {
    return key(key) + ": " + flow(value);
  }

  /** A value on one line. */
  static String flowOf(Written value) {
    return flow(value);
  }

  /** A value all of whose parts are in the form in which they are written. */
  static Written plain(Written written) {
    Written value = brief(written);
    if (value instanceof Entries map) {
      Entries plain = new Entries(new LinkedHashMap<>(), map.tall());
      map.entries().forEach((key, below) -> plain.put(key, plain(below)));
      return plain;
    }
    return value instanceof Written.Items list
        ? new Written.Items(list.items().stream().map(YamlPrinter::plain).toList(), list.set())
        : value;
  }

  private String printed(Consumer<YamlPrinter> print) {
    print.accept(this);
    return out.toString();
  }

  private static boolean isSection(Written value) {
    return value instanceof Entries map ? map.tall() : value instanceof Written.Items;
  }

  private void put(String key, Written value, int indent) {
    String head = " ".repeat(indent) + key(key) + ":";
    out.append(head);
    value(brief(value), indent, head.length());
  }

  private void value(Written value, int indent, int column) {
    String flow = flow(value);
    boolean forced = value instanceof Entries map && map.tall();
    if (value instanceof Written.Single single) {
      out.append(' ').append(single(single.text(), indent)).append('\n');
    } else if (!forced && column + 1 + flow.length() <= WIDTH || isEmpty(value)) {
      out.append(' ').append(flow).append('\n');
    } else if (value instanceof Entries map) {
      out.append('\n');
      below(map, indent + 2);
    } else {
      out.append('\n');
      ((Written.Items) value).items().forEach(item -> put(brief(item), indent + 2));
    }
  }

  private static boolean isEmpty(Written value) {
    return value instanceof Entries map
        ? map.entries().isEmpty()
        : value instanceof Written.Items list && list.items().isEmpty();
  }

  private void below(Entries map, int indent) {
    boolean first = true;
    for (Map.Entry<String, Written> entry : map.entries().entrySet()) {
      if (!first && indent == 2 && entry.getValue() instanceof Entries below && below.tall()) {
        out.append('\n');
      }
      put(entry.getKey(), entry.getValue(), indent);
      first = false;
    }
  }

  private void put(Written item, int indent) {
    String flow = flow(item);
    boolean forced = item instanceof Entries map && map.tall();
    out.append(" ".repeat(indent)).append('-');
    if (item instanceof Entries map
        && !map.entries().isEmpty()
        && (forced || indent + 2 + flow.length() > WIDTH)) {
      int start = out.length();
      below(map, indent + 2);
      out.replace(start, start + indent + 2, " ");
    } else {
      value(item, indent, indent + 1);
    }
  }

  private static Written brief(Written value) {
    if (value instanceof Written.Either either) {
      return brief(either.brief());
    }
    return value instanceof Written.ByRule byRule ? brief(byRule.rule()) : value;
  }

  private static String flow(Written written) {
    Written value = brief(written);
    StringBuilder text = new StringBuilder();
    if (value instanceof Entries map) {
      text.append('{');
      map.entries()
          .forEach(
              (key, below) ->
                  text.append(text.length() > 1 ? ", " : "")
                      .append(key(key))
                      .append(": ")
                      .append(flow(below)));
      return text.append('}').toString();
    }
    if (value instanceof Written.Items list) {
      List<Written> items = list.items();
      text.append('[');
      items.forEach(item -> text.append(text.length() > 1 ? ", " : "").append(flow(item)));
      return text.append(']').toString();
    }
    String single = ((Written.Single) value).text();
    boolean safe = isPlain(single) && !single.matches(".*[,\\[\\]{}].*");
    return safe ? single : quoted(single);
  }

  private static String single(String text, int indent) {
    if (isPlain(text)) {
      return text;
    }
    boolean lines =
        text.contains("\n")
            && text.lines().noneMatch(line -> line.startsWith(" ") || line.endsWith(" "))
            && text.lines().noneMatch(line -> UNPRINTABLE.matcher(line).find())
            && !text.contains("\r")
            && !text.startsWith("\n");
    if (!lines) {
      return quoted(text);
    }
    StringBuilder block = new StringBuilder("|-");
    for (String line : text.split("\n", -1)) {
      block.append('\n').append(line.isEmpty() ? "" : " ".repeat(indent + 2) + line);
    }
    return block.toString();
  }

  private static String key(String key) {
    return isPlain(key) ? key : quoted(key);
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches()
        && !HOURS.matcher(text).matches()
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.endsWith(":")
        && !text.endsWith(" ")
        && !text.equals("null");
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
              } else if (point == '\n') {
                quoted.append("\\n");
              } else if (UNPRINTABLE.matcher(Character.toString(point)).matches()) {
                quoted.append(
                    point > 0xFFFF
                        ? String.format("\\U%08X", point)
                        : String.format("\\u%04X", point));
              } else {
                quoted.appendCodePoint(point);
              }
            });
    return quoted.append('"').toString();
  }
}
