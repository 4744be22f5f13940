package org.plumbline.register.yaml;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.Places;
import org.plumbline.agreement.yaml.Reading;
import org.plumbline.agreement.yaml.Required;
import org.plumbline.agreement.yaml.Scalars;
import org.plumbline.agreement.yaml.YamlText;
import org.plumbline.agreement.yaml.YamlValue;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Place;
import org.plumbline.register.Issued;
import org.plumbline.register.Load;
import org.plumbline.register.Register;
import org.plumbline.register.Request;
import org.plumbline.register.SignOff;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Reads {@code register.yaml} (docs/formats/register.md) for one agreement; never throws for what
 * it says.
 */
public final class RegisterYaml {

  private final Reading reading;
  private final Scalars scalars;
  private final Agreement agreement;
  private final String file;

  private RegisterYaml(Reading reading, Agreement agreement, String file) {
    this.reading = reading;
    this.scalars = new Scalars(reading);
    this.agreement = agreement;
    this.file = file;
  }

  /**
   * Reads a register from bytes, which have to be UTF-8.
   *
   * @param file the file as the person named it; stands in every place
   * @param agreement the agreement around which it all happened; its zone is that of the times
   */
  public static ReadRegister read(String file, byte[] bytes, Agreement agreement) {
    Findings findings = new Findings();
    Reading reading = new Reading(findings);
    Optional<Register> register =
        YamlText.decode(file, bytes, findings)
            .flatMap(text -> YamlText.read(file, text, findings))
            .flatMap(root -> new RegisterYaml(reading, agreement, file).document(root));
    return new ReadRegister(
        findings.hasErrors() ? Optional.empty() : register,
        findings.inFileOrder(),
        reading.vocabulary());
  }

  /**
   * Two registers of one agreement as one text: lists one after the other; of what has the same id
   * the later stands.
   *
   * @param before a text that can be read
   * @param after another
   */
  public static String together(String before, String after) {
    LoadSettings settings = LoadSettings.builder().build();
    Map<Object, Object> all = new LinkedHashMap<>();
    for (String text : List.of(before, after)) {
      if (new org.snakeyaml.engine.v2.api.Load(settings).loadFromString(text)
          instanceof Map<?, ?> map) {
        map.forEach((key, value) -> all.merge(key, value, RegisterYaml::joined));
      }
    }
    return new Dump(DumpSettings.builder().build()).dumpToString(all);
  }

  private static Object joined(Object before, Object after) {
    if (before instanceof List<?> first && after instanceof List<?> second) {
      List<Object> all = new ArrayList<>(first);
      all.addAll(second);
      return all;
    }
    if (before instanceof Map<?, ?> first && after instanceof Map<?, ?> second) {
      Map<Object, Object> all = new LinkedHashMap<>(first);
      all.putAll(second);
      return all;
    }
    return after;
  }

  private Optional<Register> document(YamlValue root) {
    RequestReader requests = new RequestReader(reading, agreement.zone());
    return reading.map(
        root,
        "register",
        map -> {
          var version = map.required("plumbline", scalars.wholeNumber(1, 1));
          Required<String> of = map.required("register", scalars::id);
          List<Issued> issued = map.list("issued", this::issued);
          List<SignOff> signOffs = map.list("sign-offs", this::signOff);
          Map<String, Load> loads = map.named("loads", this::load);
          Map<String, Request> asked = map.named("requests", requests::request);
          of.given().ifPresent(id -> checkId(id, root));
          Map<String, Place> places = new HashMap<>();
          collect(root, places);
          return map.build(
              () -> {
                version.value();
                return new Register(
                    of.value(), issued, signOffs, loads, asked, new Places(places, Place.of(file)));
              });
        });
  }

  private void checkId(String id, YamlValue root) {
    if (!id.equals(agreement.id()) && root instanceof YamlValue.Mapping map) {
      reading.tell(
          FindingCode.OTHER_DOCUMENT,
          map.entry("register").map(entry -> entry.value().place()).orElse(root.place()),
          "this is the register of the agreement "
              + id
              + ", and the agreement is "
              + agreement.id(),
          "write " + agreement.id() + ", or take the register of this agreement");
    }
  }

  private Optional<Issued> issued(YamlValue value) {
    return reading.map(
        value,
        "issued-report",
        map -> {
          Required<String> period = map.required("period", scalars::text);
          Required<LocalDate> on = map.required("on", scalars::date);
          Optional<String> by = map.optional("by", scalars::id);
          Optional<String> publication = map.optional("publication", scalars::text);
          return map.build(() -> new Issued(period.value(), on.value(), by, publication));
        });
  }

  private Optional<SignOff> signOff(YamlValue value) {
    return reading.map(
        value,
        "sign-off",
        map -> {
          Required<Integer> version = map.required("version", scalars.wholeNumber(0, 9_999));
          Optional<String> hash = map.optional("hash", scalars::text);
          Required<String> party = map.required("party", scalars::id);
          Optional<String> role = map.optional("role", scalars::reference);
          Optional<String> person = map.optional("person", scalars::text);
          Required<LocalDate> on = map.required("on", scalars::date);
          Optional<String> reference = map.optional("reference", scalars::text);
          return map.build(
              () ->
                  new SignOff(
                      version.value(), hash, party.value(), role, person, on.value(), reference));
        });
  }

  private Optional<Load> load(YamlValue value) {
    return reading.map(
        value,
        "load",
        map -> {
          Required<String> set = map.required("set", scalars::reference);
          Required<List<String>> files = map.requiredList("files", scalars::text);
          Required<LocalDate> delivered = map.required("delivered", scalars::date);
          Optional<String> by = map.optional("by", scalars::id);
          Optional<String> complete = map.optional("complete-for", scalars::text);
          Optional<String> reason = map.optional("reason", scalars::text);
          return map.build(
              () -> new Load(set.value(), files.value(), delivered.value(), by, complete, reason));
        });
  }

  private static void collect(YamlValue value, Map<String, Place> places) {
    places.putIfAbsent(value.place().path(), value.place());
    if (value instanceof YamlValue.Mapping map) {
      map.entries()
          .forEach(
              entry -> {
                places.putIfAbsent(entry.keyPlace().path(), entry.keyPlace());
                collect(entry.value(), places);
              });
    } else if (value instanceof YamlValue.Sequence list) {
      list.items().forEach(item -> collect(item, places));
    }
  }
}
