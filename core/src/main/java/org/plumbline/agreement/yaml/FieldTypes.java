package org.plumbline.agreement.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Field;

/**
 * The types of fields, known before conditions are read, so that {@code 007} against a text is a
 * text and against a number a number, with quotes or without.
 */
@FunctionalInterface
interface FieldTypes {

  /** No field is known. */
  FieldTypes UNKNOWN = subject -> Optional.empty();

  /** The type of the field with this name, if there is one. */
  Optional<Field.Type> typeOf(String subject);

  /** Those of one record set, taken from the tree of the agreement. */
  static FieldTypes ofSet(YamlValue.Mapping agreement, String set) {
    Map<String, Field.Type> types = new HashMap<>();
    below(agreement, "records")
        .flatMap(records -> below(records, set))
        .ifPresent(s -> add(s, types));
    return subject -> Optional.ofNullable(types.get(subject));
  }

  /** Those on which all record sets agree. */
  static FieldTypes ofAllSets(YamlValue.Mapping agreement) {
    Map<String, Field.Type> types = new HashMap<>();
    Map<String, Field.Type> clashing = new HashMap<>();
    below(agreement, "records")
        .ifPresent(
            records ->
                records.entries().stream()
                    .map(YamlValue.Entry::value)
                    .filter(YamlValue.Mapping.class::isInstance)
                    .forEach(
                        set -> {
                          Map<String, Field.Type> own = new HashMap<>();
                          add((YamlValue.Mapping) set, own);
                          own.forEach(
                              (name, type) -> {
                                Field.Type other = types.putIfAbsent(name, type);
                                if (other != null && other != type) {
                                  clashing.put(name, type);
                                }
                              });
                        }));
    types.keySet().removeAll(clashing.keySet());
    return subject -> Optional.ofNullable(types.get(subject));
  }

  private static void add(YamlValue.Mapping set, Map<String, Field.Type> types) {
    set.entry("case")
        .map(YamlValue.Entry::value)
        .filter(YamlValue.Sequence.class::isInstance)
        .ifPresent(
            keys ->
                ((YamlValue.Sequence) keys)
                    .items()
                    .forEach(
                        key -> scalarOf(key).ifPresent(name -> types.put(name, Field.Type.TEXT))));
    below(set, "moments")
        .ifPresent(moments -> moments.entries().forEach(entry -> types.remove(entry.key())));
    below(set, "fields")
        .ifPresent(
            fields ->
                fields
                    .entries()
                    .forEach(
                        entry ->
                            typeIn(entry.value()).ifPresent(type -> types.put(entry.key(), type))));
  }

  private static Optional<Field.Type> typeIn(YamlValue field) {
    Optional<String> word =
        field instanceof YamlValue.Mapping map
            ? map.entry("type").flatMap(entry -> scalarOf(entry.value()))
            : scalarOf(field);
    return word.flatMap(
        text ->
            java.util.Arrays.stream(Field.Type.values())
                .filter(type -> type.key().equals(text))
                .findFirst());
  }

  private static Optional<String> scalarOf(YamlValue value) {
    return value instanceof YamlValue.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }

  private static Optional<YamlValue.Mapping> below(YamlValue.Mapping map, String key) {
    return map.entry(key)
        .map(YamlValue.Entry::value)
        .filter(YamlValue.Mapping.class::isInstance)
        .map(YamlValue.Mapping.class::cast);
  }
}
