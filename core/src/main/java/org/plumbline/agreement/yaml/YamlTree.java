package org.plumbline.agreement.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Place;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Builds the tree of one document from the parser's events. */
final class YamlTree {

  private static final int DEEPEST = 40;

  private final String file;
  private final Iterator<Event> events;
  private final Findings findings;

  YamlTree(String file, Iterator<Event> events, Findings findings) {
    this.file = file;
    this.events = events;
    this.findings = findings;
  }

  /**
   * The first document; a further one is told. Reading stops where it is too deep or has a key that
   * is no word.
   */
  Optional<YamlValue> document() {
    try {
      return firstDocument();
    } catch (StoppedException e) {
      return Optional.empty();
    }
  }

  private Optional<YamlValue> firstDocument() {
    Optional<YamlValue> value = Optional.empty();
    int documents = 0;
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent start) {
        documents++;
        if (documents > 1) {
          feature(start, "", "a second document", "write one document in a file");
          return value;
        }
        value = Optional.of(value(events.next(), "", 0));
      }
    }
    if (value.isEmpty()) {
      findings.add(
          FindingCode.NOT_YAML, Place.of(file), "the file is empty", "start with plumbline: 1");
    }
    return value;
  }

  private YamlValue value(Event event, String path, int depth) {
    Place place = place(event, path);
    if (event instanceof AliasEvent) {
      feature(event, path, "an alias", "write the value out");
      return new YamlValue.Scalar(place, "", true);
    }
    refuseDecoration((NodeEvent) event, path);
    if (event instanceof ScalarEvent scalar) {
      boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
      return new YamlValue.Scalar(place, scalar.getValue(), quoted);
    }
    if (depth == DEEPEST) {
      findings.add(
          FindingCode.TOO_DEEP,
          place,
          "maps and lists stand " + (DEEPEST + 1) + " deep",
          "close a bracket or mend the indentation; nothing in the language is that deep");
      throw new StoppedException();
    }
    if (event instanceof SequenceStartEvent) {
      return sequence(place, path, depth);
    }
    return mapping(place, path, depth);
  }

  private YamlValue sequence(Place place, String path, int depth) {
    List<YamlValue> items = new ArrayList<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.SequenceEnd) {
      items.add(value(next, below(path, String.valueOf(items.size())), depth + 1));
      next = events.next();
    }
    return new YamlValue.Sequence(place, items);
  }

  private YamlValue mapping(Place place, String path, int depth) {
    List<YamlValue.Entry> entries = new ArrayList<>();
    Map<String, Place> seen = new HashMap<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.MappingEnd) {
      if (next instanceof ScalarEvent key) {
        entries.add(entry(key, path, depth, seen));
      } else {
        findings.add(
            FindingCode.WRONG_SHAPE, place(next, path), "a key is not a word", "write a word");
        throw new StoppedException();
      }
      next = events.next();
    }
    return new YamlValue.Mapping(place, entries);
  }

  private YamlValue.Entry entry(
      ScalarEvent keyEvent, String path, int depth, Map<String, Place> seen) {
    String key = keyEvent.getValue();
    String below = below(path, key);
    Place place = place(keyEvent, below);
    refuseDecoration(keyEvent, below);
    Place before = seen.putIfAbsent(key, place);
    if (key.equals("<<")) {
      feature(keyEvent, below, "a merge key", "write the keys out");
    } else if (before != null) {
      findings.add(
          FindingCode.DUPLICATE_KEY,
          place,
          "the key " + Words.quoted(key) + " stands twice, first in line " + before.line(),
          "keep one of the two");
    }
    return new YamlValue.Entry(place, key, value(events.next(), below, depth + 1));
  }

  private void refuseDecoration(NodeEvent event, String path) {
    if (event.getAnchor().isPresent()) {
      feature(event, path, "an anchor", "remove it, and write the value out where it is needed");
    }
    boolean tagged =
        event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
            || event instanceof CollectionStartEvent start && start.getTag().isPresent();
    if (tagged) {
      feature(event, path, "a tag", "remove it; the key says of what type its value is");
    }
  }

  private void feature(Event event, String path, String found, String right) {
    findings.add(
        FindingCode.YAML_FEATURE,
        place(event, path),
        found + " of YAML stands here, which the language does without",
        right);
  }

  private Place place(Event event, String path) {
    return event
        .getStartMark()
        .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1, path))
        .orElse(new Place(file, 0, 0, path));
  }

  private static String below(String path, String key) {
    String shown = key.length() <= 80 ? key : key.substring(0, 77) + "...";
    return path.isEmpty() ? shown : path + "/" + shown;
  }

  /** The places of all values below a tree, by path: of maps and lists that of their key. */
  static Map<String, Place> places(YamlValue root) {
    Map<String, Place> places = new HashMap<>();
    collect(root, root.place(), places);
    return places;
  }

  private static void collect(YamlValue value, Place own, Map<String, Place> places) {
    places.putIfAbsent(own.path(), own);
    if (value instanceof YamlValue.Mapping mapping) {
      for (YamlValue.Entry entry : mapping.entries()) {
        boolean single = entry.value() instanceof YamlValue.Scalar;
        collect(entry.value(), single ? entry.value().place() : entry.keyPlace(), places);
      }
    } else if (value instanceof YamlValue.Sequence sequence) {
      Collection<YamlValue> items = sequence.items();
      items.forEach(item -> collect(item, item.place(), places));
    }
  }

  /** Stops the reading: the parser's work grows with the square of the depth. */
  private static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
