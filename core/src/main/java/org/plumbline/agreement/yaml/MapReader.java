package org.plumbline.agreement.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.plumbline.agreement.ToBeAgreed;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;

/** Asks one map for its keys, and tells what is missing, wrong or unknown. See {@link Reading}. */
public final class MapReader {

  private final Reading reading;
  private final String kind;
  private final YamlValue.Mapping mapping;
  private final Map<String, YamlValue.Entry> byKey = new HashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private boolean complete = true;

  MapReader(Reading reading, String kind, YamlValue.Mapping mapping) {
    this.reading = reading;
    this.kind = kind;
    this.mapping = mapping;
    mapping.entries().forEach(entry -> byKey.putIfAbsent(entry.key(), entry));
  }

  /** Where the map begins. */
  public Place place() {
    return mapping.place();
  }

  /** The value of a key, raw. */
  public Optional<YamlValue> find(String key) {
    asked.add(key);
    reading.asked(kind, key);
    return entry(key).map(YamlValue.Entry::value);
  }

  private Optional<YamlValue.Entry> entry(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** Whether the key stands here. */
  public boolean has(String key) {
    return find(key).isPresent();
  }

  /** The value of a key that may be left out, or left open. */
  public <T> Optional<T> optional(String key, Decoder<T> decoder) {
    Optional<YamlValue> value = present(key);
    if (value.isEmpty() || isLeftOpen(value.get())) {
      return Optional.empty();
    }
    return value.flatMap(decoder::decode);
  }

  /** The value of a key that has to stand here. */
  public <T> Required<T> required(String key, Decoder<T> decoder) {
    Optional<YamlValue> value = requirePresent(key);
    if (value.isPresent() && openTerm(value.get()).isPresent()) {
      reading.tell(
          FindingCode.CANNOT_BE_OPEN,
          value.get().place(),
          "the " + Words.quoted(key) + " of the " + named() + " cannot be left open",
          "write a value for now; nothing here can be read without it");
      complete = false;
      return new Required<>(Optional.empty());
    }
    return remember(value.flatMap(decoder::decode));
  }

  /** A text that has to stand here; left open it reads as an empty text. */
  public Required<String> requiredText(String key, Decoder<String> decoder) {
    Optional<YamlValue> value = requirePresent(key);
    if (value.isPresent() && isLeftOpen(value.get())) {
      return new Required<>(Optional.of(""));
    }
    return remember(value.flatMap(decoder::decode));
  }

  /** A value that has to stand here and whose decoder knows values left open. */
  public <T> Required<T> requiredOrOpen(String key, Decoder<T> decoder) {
    return remember(requirePresent(key).flatMap(decoder::decode));
  }

  /** A value that may be left out and whose decoder knows values left open. */
  public <T> Optional<T> optionalOrOpen(String key, Decoder<T> decoder) {
    return present(key).flatMap(decoder::decode);
  }

  /** The items of a list; none if the key is left out. */
  public <T> List<T> list(String key, Decoder<T> decoder) {
    return optional(key, value -> Optional.of(items(value, decoder))).orElse(List.of());
  }

  /** The items of a list that has to stand here. */
  public <T> Required<List<T>> requiredList(String key, Decoder<T> decoder) {
    return required(
        key,
        value -> {
          if (value instanceof YamlValue.Sequence list && list.items().isEmpty()) {
            reading.wrongShape(value, "write at least one item");
            return Optional.empty();
          }
          return Optional.of(items(value, decoder));
        });
  }

  /** The items of a list, or the single value for a list of one. */
  public <T> List<T> listOrOne(String key, Decoder<T> decoder) {
    return optional(
            key,
            value ->
                Optional.of(
                    value instanceof YamlValue.Scalar
                        ? decoder.decode(value).map(List::of).orElse(List.of())
                        : items(value, decoder)))
        .orElse(List.of());
  }

  /** What is named by id; empty if the key is left out. */
  public <T> Map<String, T> named(String key, Decoder<T> decoder) {
    return optional(key, value -> Optional.of(entries(value, decoder))).orElse(Map.of());
  }

  /** What is named by id and has to stand here. */
  public <T> Required<Map<String, T>> requiredNamed(String key, Decoder<T> decoder) {
    return required(key, value -> Optional.of(entries(value, decoder)));
  }

  /** Which one of these keys stands here; none or several are told. */
  public Optional<String> exactlyOne(List<String> keys) {
    Optional<String> one = atMostOne(keys);
    if (one.isEmpty() && keys.stream().noneMatch(this::has)) {
      complete = false;
      reading.tell(
          FindingCode.ONE_OF_KEYS,
          mapping.place(),
          "the " + named() + " has none of " + String.join(", ", keys),
          "write one of them");
    }
    return one;
  }

  /** Which one of these keys stands here, if any; several are told. */
  public Optional<String> atMostOne(List<String> keys) {
    List<String> standing = keys.stream().filter(this::has).toList();
    if (standing.size() > 1) {
      complete = false;
      reading.tell(
          FindingCode.ONE_OF_KEYS,
          entry(standing.get(1)).orElseThrow().keyPlace(),
          "the " + named() + " has both " + String.join(" and ", standing),
          "keep one of them");
      return Optional.empty();
    }
    return standing.stream().findFirst();
  }

  /**
   * Ends the reading of this map: tells keys that nobody asked for, and makes the result if all
   * that has to stand here does. What the maker refuses is told at the map's place.
   */
  public <T> Optional<T> build(FindingCode refusal, Supplier<T> maker) {
    tellUnknownKeys();
    return complete ? reading.unlessRefused(refusal, mapping.place(), maker) : Optional.empty();
  }

  /** Ends the reading of this map; its maker refuses nothing. */
  public <T> Optional<T> build(Supplier<T> maker) {
    return build(FindingCode.WRONG_SHAPE, maker);
  }

  private <T> Required<T> remember(Optional<T> value) {
    complete = complete && value.isPresent();
    return new Required<>(value);
  }

  private Optional<YamlValue> present(String key) {
    Optional<YamlValue> value = find(key);
    if (value.isPresent() && value.get() instanceof YamlValue.Scalar scalar && scalar.isNothing()) {
      reading.tell(
          FindingCode.EMPTY_VALUE,
          entry(key).orElseThrow().keyPlace(),
          "the key " + Words.quoted(key) + " has no value",
          "write a value, or remove the key");
      return Optional.empty();
    }
    return value;
  }

  private Optional<YamlValue> requirePresent(String key) {
    if (!has(key)) {
      complete = false;
      reading.tell(
          FindingCode.MISSING_KEY,
          mapping.place(),
          "the " + named() + " has no " + Words.quoted(key),
          "add the key " + Words.quoted(key));
      return Optional.empty();
    }
    return present(key);
  }

  private <T> List<T> items(YamlValue value, Decoder<T> decoder) {
    if (value instanceof YamlValue.Sequence sequence) {
      List<T> items = new ArrayList<>();
      sequence.items().forEach(item -> decoder.decode(item).ifPresent(items::add));
      return items;
    }
    reading.wrongShape(value, "write a list, such as [" + example(value) + "]");
    return List.of();
  }

  private static String example(YamlValue value) {
    boolean word = value instanceof YamlValue.Scalar scalar && scalar.text().matches("[\\w .-]+");
    return word ? ((YamlValue.Scalar) value).text() : "one, other";
  }

  private <T> Map<String, T> entries(YamlValue value, Decoder<T> decoder) {
    Map<String, T> entries = new LinkedHashMap<>();
    if (value instanceof YamlValue.Mapping named) {
      for (YamlValue.Entry entry : named.entries()) {
        boolean anId = Ids.check(entry.key(), entry.keyPlace(), reading);
        decoder
            .decode(entry.value())
            .filter(ignored -> anId)
            .ifPresent(made -> entries.putIfAbsent(entry.key(), made));
      }
    } else {
      reading.wrongShape(value, "write ids, each with what it names");
    }
    return entries;
  }

  private boolean isLeftOpen(YamlValue value) {
    Optional<YamlValue> term = openTerm(value);
    term.flatMap(body -> Open.decode(reading, body))
        .ifPresent(open -> reading.leftOpen(value.place(), open));
    return term.isPresent();
  }

  /** The body of {@code {to-be-agreed: …}}, if the value is that. */
  static Optional<YamlValue> openTerm(YamlValue value) {
    return value instanceof YamlValue.Mapping open && open.entries().size() == 1
        ? open.entry(Open.KEY).map(YamlValue.Entry::value)
        : Optional.empty();
  }

  private void tellUnknownKeys() {
    for (YamlValue.Entry entry : mapping.entries()) {
      if (reading.isFull()) {
        return;
      }
      if (!asked.contains(entry.key()) && !entry.key().equals("<<")) {
        reading.tell(
            FindingCode.UNKNOWN_KEY,
            entry.keyPlace(),
            "the " + named() + " has no key " + Words.quoted(entry.key()),
            rightInstead(entry.key()));
      }
    }
  }

  private String rightInstead(String key) {
    Collection<String> free = asked.stream().filter(word -> !byKey.containsKey(word)).toList();
    return Words.nearest(key, free)
        .or(() -> Words.nearest(key, asked))
        .map(word -> "did you mean " + Words.quoted(word) + "?")
        .orElseGet(
            () ->
                free.isEmpty()
                    ? "remove it; all keys that may stand here do"
                    : "write one of " + String.join(", ", free));
  }

  private String named() {
    return kind.replace('-', ' ');
  }

  /** Values left open. */
  static final class Open {
    static final String KEY = "to-be-agreed";

    private Open() {}

    static Optional<ToBeAgreed> decode(Reading reading, YamlValue body) {
      Scalars scalars = new Scalars(reading);
      return reading.map(
          body,
          KEY,
          map -> {
            Required<String> owedBy = map.required("owed-by", scalars::reference);
            var until = map.optional("until", scalars::date);
            var basis = map.optional("basis", scalars::text);
            return map.build(() -> new ToBeAgreed(owedBy.value(), until, basis));
          });
    }
  }
}
