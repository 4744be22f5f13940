package org.plumbline.records.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Turn;
import org.plumbline.agreement.yaml.Decoder;
import org.plumbline.agreement.yaml.MapReader;
import org.plumbline.agreement.yaml.Reading;
import org.plumbline.agreement.yaml.Scalars;
import org.plumbline.agreement.yaml.Words;
import org.plumbline.agreement.yaml.YamlValue;
import org.plumbline.finding.FindingCode;
import org.plumbline.records.CellReading;
import org.plumbline.records.EventColumns;
import org.plumbline.records.FileFormat;
import org.plumbline.records.FileLayout;
import org.plumbline.records.HoldSource;
import org.plumbline.records.LocalTimeRule;
import org.plumbline.records.MomentSource;
import org.plumbline.records.SetBinding;
import org.plumbline.records.TimePattern;
import org.plumbline.records.files.Utf8Stream;

/** Reads the binding of one set. */
final class SetReader {

  private final Reading reading;
  private final Scalars scalars;
  private final RecordSet records;

  SetReader(Reading reading, String set, Map<String, RecordSet> all) {
    this.reading = reading;
    this.scalars = new Scalars(reading);
    this.records = java.util.Objects.requireNonNull(all.get(set));
  }

  Optional<SetBinding> set(YamlValue value) {
    return reading.map(
        value,
        "set-binding",
        map -> {
          List<String> files = map.listOrOne("files", scalars::text);
          FileLayout layout = layout(map);
          CellReading cells = cells(map);
          Map<String, List<String>> ignore = ignored(map);
          Map<String, String> columns =
              names(map, "columns", columnNames(), "moment or field", scalars::text);
          Map<String, Map<String, String>> values =
              names(map, "values", fieldNames(), "field", this::codes);
          Optional<EventColumns> events = map.optional("events", this::events);
          // What is wrong with the events is told there, and not again where it is missed.
          boolean unread = map.has("events") && events.isEmpty();
          boolean states = unread || events.flatMap(EventColumns::state).isPresent();
          Map<String, MomentSource> moments =
              names(map, "moments", recordedMoments(), "recorded moment", v -> moment(v, states));
          Map<String, HoldSource> holds =
              names(map, "holds", holdNames(), "hold of the turns", v -> hold(v, states));
          if (!moments.isEmpty() && events.isEmpty() && !unread) {
            reading.tell(
                FindingCode.BINDING_MISMATCH,
                map.place(),
                "moments are taken from events, and nothing says which columns make events",
                "add events: {at: …}");
          }
          return map.build(
              () ->
                  new SetBinding(
                      files, layout, cells, ignore, columns, values, events, moments, holds));
        });
  }

  private FileLayout layout(MapReader map) {
    return new FileLayout(
        map.optional("format", scalars.word(FileFormat.values(), FileFormat::key)),
        map.optional("sheet", scalars::text),
        map.optional("separator", value -> character(value, "tab")),
        map.optional("encoding", scalars.word(Utf8Stream.names().toArray(String[]::new))),
        map.optional("header", scalars.wholeNumber(1, 1_048_576)));
  }

  private CellReading cells(MapReader map) {
    CellReading usual = CellReading.DEFAULT;
    Decoder<LocalTimeRule> rule = scalars.word(LocalTimeRule.values(), LocalTimeRule::key);
    return new CellReading(
        map.listOrOne("times", value -> pattern(value, true)),
        map.listOrOne("dates", value -> pattern(value, false)),
        map.optional("zone", scalars::zone),
        map.optional("twice", rule).orElse(usual.twice()),
        map.optional("never", rule).orElse(usual.never()),
        map.optional("skew", this::skew).orElse(0L),
        map.has("unknown") ? map.listOrOne("unknown", this::anyText) : usual.unknown(),
        map.optional("decimal", scalars.word(".", ",")).map(mark -> mark.charAt(0)));
  }

  private Map<String, List<String>> ignored(MapReader map) {
    Map<String, List<String>> ignored = new LinkedHashMap<>();
    map.optional(
        "ignore",
        value -> {
          if (!(value instanceof YamlValue.Mapping columns)) {
            reading.wrongShape(value, "write columns and the texts that say: no record");
            return Optional.empty();
          }
          for (YamlValue.Entry entry : columns.entries()) {
            YamlValue texts = entry.value();
            List<String> read = new ArrayList<>();
            List<YamlValue> items =
                texts instanceof YamlValue.Sequence list ? list.items() : List.of(texts);
            items.forEach(item -> anyText(item).ifPresent(read::add));
            ignored.put(entry.key().strip(), List.copyOf(read));
          }
          return Optional.of(true);
        });
    return ignored;
  }

  private Optional<String> anyText(YamlValue value) {
    if (value instanceof YamlValue.Scalar scalar) {
      return Optional.of(scalar.text().strip());
    }
    reading.wrongShape(value, "write a text");
    return Optional.empty();
  }

  private Optional<Long> skew(YamlValue value) {
    return scalars
        .duration(value)
        .flatMap(
            amount ->
                reading.unlessRefused(
                    FindingCode.NOT_A_DURATION, value.place(), () -> microsOf(amount)));
  }

  private static long microsOf(org.plumbline.calendar.TimeAmount amount) {
    if (amount.kind() != org.plumbline.calendar.TimeAmount.Kind.ELAPSED) {
      throw new org.plumbline.calendar.RefusedInputException(
          amount + " is counted by date", "write seconds, minutes or hours");
    }
    return amount.micros();
  }

  private Optional<Character> character(YamlValue value, String wordForTab) {
    return scalars
        .scalar(value, "one character")
        .flatMap(
            scalar -> {
              String text = scalar.text().equals(wordForTab) ? "\t" : scalar.text();
              boolean fits = text.length() == 1 && text.charAt(0) < 127 && text.charAt(0) != '"';
              fits &= fits && !Character.isLetterOrDigit(text.charAt(0)) && text.charAt(0) != '\n';
              return fits
                  ? Optional.of(text.charAt(0))
                  : scalars.refuse(
                      scalar,
                      FindingCode.NOT_A_WORD,
                      "cannot stand between cells",
                      "write one mark, such as \";\", or tab");
            });
  }

  private Optional<TimePattern> pattern(YamlValue value, boolean withTime) {
    return scalars
        .scalar(
            value, withTime ? "a pattern such as d/M/yyyy HH:mm" : "a pattern such as MM/dd/yyyy")
        .flatMap(
            scalar -> {
              try {
                TimePattern pattern = TimePattern.parse(scalar.text().strip());
                return pattern.isExcelDays() || pattern.hasTime() == withTime
                    ? Optional.of(pattern)
                    : scalars.refuse(
                        scalar,
                        FindingCode.NOT_A_DATE,
                        withTime ? "says no time of day" : "says a time of day",
                        withTime ? "add HH:mm" : "write it under times");
              } catch (IllegalArgumentException e) {
                return scalars.refuse(
                    scalar,
                    FindingCode.NOT_A_DATE,
                    "is no pattern: " + e.getMessage(),
                    "use yyyy, M, d, H, m, s, S, h with a, X, and quote other letters");
              }
            });
  }

  private Optional<EventColumns> events(YamlValue value) {
    return reading.map(
        value,
        "events",
        map -> {
          var at = map.required("at", scalars::text);
          var order = map.optional("order", scalars::text);
          var state = map.optional("state", scalars::text);
          return map.build(() -> new EventColumns(at.value(), order, state));
        });
  }

  private Optional<Map<String, String>> codes(YamlValue value) {
    if (!(value instanceof YamlValue.Mapping map)) {
      reading.wrongShape(value, "write codes and what they mean");
      return Optional.empty();
    }
    Map<String, String> codes = new LinkedHashMap<>();
    for (YamlValue.Entry entry : map.entries()) {
      scalars.text(entry.value()).ifPresent(word -> codes.put(entry.key().strip(), word));
    }
    return Optional.of(codes);
  }

  private Optional<MomentSource> moment(YamlValue value, boolean hasStates) {
    return reading.map(
        value,
        "moment-source",
        map -> {
          Optional<String> form = map.exactlyOne(List.of("state", "rises"));
          List<String> states = map.listOrOne("state", scalars::text);
          Optional<String> rises = map.optional("rises", scalars::text);
          if (form.filter("state"::equals).isPresent()) {
            checkStates(map, hasStates);
            return map.build(() -> new MomentSource.Entered(states));
          }
          return rises.flatMap(column -> map.build(() -> new MomentSource.Rises(column)));
        });
  }

  private Optional<HoldSource> hold(YamlValue value, boolean hasStates) {
    return reading.map(
        value,
        "hold-source",
        map -> {
          Optional<String> form = map.exactlyOne(List.of("state", "files", "from"));
          List<String> states = map.listOrOne("state", scalars::text);
          List<String> files = map.listOrOne("files", scalars::text);
          if (form.filter("state"::equals).isPresent()) {
            checkStates(map, hasStates);
            return map.build(() -> new HoldSource.InState(states));
          }
          if (form.filter("files"::equals).isPresent()) {
            var columns = map.required("columns", item -> listed(item, files));
            return map.build(columns::value);
          }
          var from = map.required("from", scalars::text);
          var until = map.required("until", scalars::text);
          return map.build(() -> new HoldSource.Between(from.value(), until.value()));
        });
  }

  private Optional<HoldSource> listed(YamlValue value, List<String> files) {
    return reading.map(
        value,
        "hold-columns",
        map -> {
          var from = map.required("from", scalars::text);
          var until = map.required("until", scalars::text);
          Map<String, String> keys = new LinkedHashMap<>();
          for (String part : records.caseKey()) {
            map.optional(part, scalars::text).ifPresent(column -> keys.put(part, column));
          }
          return map.build(() -> new HoldSource.Listed(files, from.value(), until.value(), keys));
        });
  }

  private void checkStates(MapReader map, boolean hasStates) {
    if (!hasStates) {
      reading.tell(
          FindingCode.BINDING_MISMATCH,
          map.place(),
          "this is taken from states, and nothing says which column holds the state",
          "add events: {at: …, state: …}");
    }
  }

  private <T> Map<String, T> names(
      MapReader map, String key, Set<String> known, String kind, Decoder<T> decoder) {
    Map<String, T> named = new LinkedHashMap<>();
    map.optional(
        key,
        value -> {
          if (!(value instanceof YamlValue.Mapping entries)) {
            reading.wrongShape(value, "write names and what they are bound to");
            return Optional.empty();
          }
          for (YamlValue.Entry entry : entries.entries()) {
            if (known.contains(entry.key())) {
              decoder.decode(entry.value()).ifPresent(item -> named.put(entry.key(), item));
            } else {
              tellUnknown(entry, known, kind);
            }
          }
          return Optional.of(true);
        });
    return named;
  }

  private void tellUnknown(YamlValue.Entry entry, Collection<String> known, String kind) {
    reading.tell(
        FindingCode.BINDING_MISMATCH,
        entry.keyPlace(),
        "the record set has no " + kind + " " + Words.quoted(entry.key()),
        Words.nearest(entry.key(), known)
            .map(near -> "did you mean " + near + "?")
            .orElse(known.isEmpty() ? "leave it out" : "write " + Words.either(known)));
  }

  private Set<String> columnNames() {
    Set<String> names = new LinkedHashSet<>(records.caseKey());
    names.addAll(recordedMoments());
    names.addAll(fieldNames());
    return names;
  }

  private Set<String> fieldNames() {
    return records.fields().keySet();
  }

  private Set<String> recordedMoments() {
    Set<String> names = new LinkedHashSet<>();
    records
        .moments()
        .forEach(
            (id, term) -> {
              if (term instanceof MomentTerm.Recorded) {
                names.add(id);
              }
            });
    return names;
  }

  private Set<String> holdNames() {
    Set<String> names = new LinkedHashSet<>();
    for (Turn turn : records.turns()) {
      if (turn instanceof Turn.Hold hold) {
        names.add(hold.id());
      }
    }
    return names;
  }
}
