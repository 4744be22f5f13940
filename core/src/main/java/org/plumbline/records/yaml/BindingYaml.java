package org.plumbline.records.yaml;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.agreement.yaml.Reading;
import org.plumbline.agreement.yaml.Scalars;
import org.plumbline.agreement.yaml.Words;
import org.plumbline.agreement.yaml.YamlText;
import org.plumbline.agreement.yaml.YamlValue;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Place;
import org.plumbline.records.Binding;
import org.plumbline.records.SetBinding;

/**
 * Reads {@code records.yaml} (language.md 4.3) for one agreement; never throws for what it says.
 */
public final class BindingYaml {

  private final Reading reading;
  private final Scalars scalars;
  private final Agreement agreement;
  private final String file;

  private BindingYaml(Reading reading, Agreement agreement, String file) {
    this.reading = reading;
    this.scalars = new Scalars(reading);
    this.agreement = agreement;
    this.file = file;
  }

  /**
   * Reads a binding from bytes, which have to be UTF-8.
   *
   * @param file the file as the person named it; stands in every place
   * @param agreement the agreement that it binds
   */
  public static ReadBinding read(String file, byte[] bytes, Agreement agreement) {
    Findings findings = new Findings();
    Optional<Binding> binding =
        YamlText.decode(file, bytes, findings)
            .flatMap(text -> YamlText.read(file, text, findings))
            .flatMap(
                root -> new BindingYaml(new Reading(findings), agreement, file).document(root));
    return new ReadBinding(
        findings.hasErrors() ? Optional.empty() : binding, findings.inFileOrder());
  }

  private Optional<Binding> document(YamlValue root) {
    return reading.map(
        root,
        "binding",
        map -> {
          var version = map.required("plumbline", scalars.wholeNumber(1, 1));
          var binds = map.required("binds", scalars::id);
          Map<String, SetBinding> sets = new LinkedHashMap<>();
          map.optional("sets", value -> sets(value, sets));
          binds.given().ifPresent(id -> checkId(id, root));
          Map<String, Place> places = new HashMap<>();
          collect(root, places);
          return map.build(
              () -> {
                version.value();
                return new Binding(file, binds.value(), sets, places);
              });
        });
  }

  private void checkId(String id, YamlValue root) {
    if (!id.equals(agreement.id())) {
      Place place =
          root instanceof YamlValue.Mapping map
              ? map.entry("binds").map(entry -> entry.value().place()).orElse(root.place())
              : root.place();
      reading.tell(
          FindingCode.BINDING_MISMATCH,
          place,
          "this binds the agreement " + id + ", and the agreement is " + agreement.id(),
          "write " + agreement.id() + ", or take the binding of this agreement");
    }
  }

  private Optional<Boolean> sets(YamlValue value, Map<String, SetBinding> sets) {
    if (!(value instanceof YamlValue.Mapping map)) {
      reading.wrongShape(value, "write the record sets by id");
      return Optional.empty();
    }
    Map<String, RecordSet> known = new LinkedHashMap<>(RegisterSets.SETS);
    known.putAll(agreement.records());
    for (YamlValue.Entry entry : map.entries()) {
      if (known.containsKey(entry.key())) {
        new SetReader(reading, entry.key(), known)
            .set(entry.value())
            .ifPresent(set -> sets.put(entry.key(), set));
      } else {
        reading.tell(
            FindingCode.BINDING_MISMATCH,
            entry.keyPlace(),
            "the agreement has no record set " + Words.quoted(entry.key()),
            "write " + Words.either(List.copyOf(agreement.records().keySet())));
      }
    }
    return Optional.of(true);
  }

  private static void collect(YamlValue value, Map<String, Place> places) {
    places.putIfAbsent(value.place().path(), value.place());
    if (value instanceof YamlValue.Mapping map) {
      map.entries().forEach(entry -> collect(entry.value(), places));
    } else if (value instanceof YamlValue.Sequence list) {
      list.items().forEach(item -> collect(item, places));
    }
  }
}
