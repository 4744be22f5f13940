package org.plumbline.agreement.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * A YAML text with where each of its values stands, and its comments. It is made only of texts that
 * have been read without an error.
 *
 * @param root the document
 * @param comments the comments, from their {@code #} to the end of their line, in order
 */
record SpannedYaml(Value root, List<Span> comments) {

  /** A stretch of the text: from its first character until after its last. */
  record Span(int from, int until) {}

  /** A value and where it stands. */
  sealed interface Value {
    /** Where it stands. */
    Span span();
  }

  /** A single value. */
  record Single(Span span) implements Value {}

  /**
   * A list.
   *
   * @param flow whether it is written in brackets
   */
  record Items(Span span, boolean flow, List<Value> items) implements Value {}

  /**
   * A map.
   *
   * @param flow whether it is written in braces
   */
  record Entries(Span span, boolean flow, List<Entry> entries) implements Value {
    Optional<Entry> entry(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }
  }

  /**
   * A key and its value.
   *
   * @param from where the key begins
   */
  record Entry(String key, int from, Value value) {
    int until() {
      return value.span().until();
    }
  }

  /** Finds where everything stands. */
  static SpannedYaml of(String text) {
    return new Finder(text).find();
  }

  /** Goes through the parser's events. */
  private static final class Finder {
    private final String text;
    private final int[] offsets;
    private final List<Span> singles = new ArrayList<>();
    private final Iterator<Event> events;

    Finder(String text) {
      this.text = text;
      this.offsets = offsets(text);
      LoadSettings settings = LoadSettings.builder().setBufferSize(YamlText.buffer(text)).build();
      this.events = new Parse(settings).parseString(text).iterator();
    }

    /** Where each code point begins, since marks count code points. */
    private static int[] offsets(String text) {
      int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
      for (int point = 0, at = 0; point < offsets.length; point++) {
        offsets[point] = at;
        at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
      }
      return offsets;
    }

    SpannedYaml find() {
      Event event = events.next();
      while (!(event instanceof DocumentStartEvent)) {
        event = events.next();
      }
      return new SpannedYaml(value(events.next()), comments());
    }

    private Value value(Event event) {
      int from = at(event.getStartMark());
      if (event instanceof ScalarEvent) {
        Span span = new Span(from, trimmed(from, at(event.getEndMark())));
        singles.add(span);
        return new Single(span);
      }
      boolean flow = ((CollectionStartEvent) event).getFlowStyle() == FlowStyle.FLOW;
      return event instanceof MappingStartEvent ? entries(from, flow) : items(from, flow);
    }

    private Value items(int from, boolean flow) {
      List<Value> items = new ArrayList<>();
      Event next = events.next();
      while (next.getEventId() != Event.ID.SequenceEnd) {
        items.add(value(next));
        next = events.next();
      }
      int last = items.isEmpty() ? from : items.get(items.size() - 1).span().until();
      return new Items(new Span(from, flow ? at(next.getEndMark()) : last), flow, items);
    }

    private Value entries(int from, boolean flow) {
      List<Entry> entries = new ArrayList<>();
      Event next = events.next();
      while (next.getEventId() != Event.ID.MappingEnd) {
        int key = at(next.getStartMark());
        singles.add(new Span(key, trimmed(key, at(next.getEndMark()))));
        entries.add(new Entry(((ScalarEvent) next).getValue(), key, value(events.next())));
        next = events.next();
      }
      int last = entries.isEmpty() ? from : entries.get(entries.size() - 1).until();
      return new Entries(new Span(from, flow ? at(next.getEndMark()) : last), flow, entries);
    }

    private int at(Optional<Mark> mark) {
      return offsets[Math.min(mark.orElseThrow().getIndex(), offsets.length - 1)];
    }

    /** A block of text ends after its last letter, not where the next key begins. */
    private int trimmed(int from, int until) {
      int end = until;
      while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      return end;
    }

    /** Whatever begins with a {@code #} after white space and stands in no single value. */
    private List<Span> comments() {
      List<Span> comments = new ArrayList<>();
      int single = 0;
      for (int at = 0; at < text.length(); at++) {
        while (single < singles.size() && singles.get(single).until() <= at) {
          single++;
        }
        if (single < singles.size() && singles.get(single).from() <= at) {
          at = singles.get(single).until() - 1;
        } else if (text.charAt(at) == '#'
            && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))) {
          int end = trimmed(at, lineEnd(text, at));
          comments.add(new Span(at, end));
          at = end;
        }
      }
      return comments;
    }
  }

  /** Where the line of a character ends: the place of its line feed, or the end of the text. */
  static int lineEnd(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  /** Where the line of a character begins. */
  static int lineStart(String text, int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }
}
