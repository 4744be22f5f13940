package org.plumbline.reconcile.yaml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.Decoder;
import org.plumbline.agreement.yaml.Reading;
import org.plumbline.agreement.yaml.Scalars;
import org.plumbline.agreement.yaml.Words;
import org.plumbline.agreement.yaml.YamlText;
import org.plumbline.agreement.yaml.YamlValue;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.reconcile.Mapping;
import org.plumbline.reconcile.ReportedCase;

/**
 * Reads a mapping for one agreement ({@code docs/formats/reported-figures.md}); never throws for
 * what it says.
 */
public final class MappingYaml {

  private static final String LINE = "[a-z][a-z0-9-]*(/[1-9][0-9]?)?";
  private static final String[] UNITS = {
    "percent", "seconds", "minutes", "hours", "days", "workdays"
  };

  private static final String[] OUTCOMES =
      Arrays.stream(ReportedCase.Outcome.values())
          .map(ReportedCase.Outcome::key)
          .toArray(String[]::new);

  private final Reading reading;
  private final Scalars scalars;
  private final Agreement agreement;

  private MappingYaml(Reading reading, Agreement agreement) {
    this.reading = reading;
    this.scalars = new Scalars(reading);
    this.agreement = agreement;
  }

  /**
   * What was read.
   *
   * @param mapping empty if there is an error among the findings
   */
  public record Read(Optional<Mapping> mapping, List<Finding> findings) {
    /** Copies the list. */
    public Read {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Reads a mapping from bytes, which have to be UTF-8.
   *
   * @param file the file as the person named it; stands in every place
   */
  public static Read read(String file, byte[] bytes, Agreement agreement) {
    Findings findings = new Findings();
    Optional<Mapping> mapping =
        YamlText.decode(file, bytes, findings)
            .flatMap(text -> YamlText.read(file, text, findings))
            .flatMap(root -> new MappingYaml(new Reading(findings), agreement).document(root));
    return new Read(findings.hasErrors() ? Optional.empty() : mapping, findings.inFileOrder());
  }

  private Optional<Mapping> document(YamlValue root) {
    return reading.map(
        root,
        "mapping",
        map -> {
          var version = map.required("plumbline", scalars.wholeNumber(1, 1));
          var maps = map.required("maps", this::own);
          Optional<String> sheet = map.optional("sheet", scalars::text);
          Optional<String> metric = map.optional("metric", this::metric);
          Map<String, String> columns =
              pairs(
                  map.find("columns"),
                  List.of("metric", "period", "figure", "held", "cases", "each", "result"),
                  scalars::text);
          Map<String, String> metrics = pairs(map.find("metrics"), List.of(), this::metric);
          Optional<String> unit = map.optional("unit", scalars.word(UNITS));
          Optional<Mapping.Cases> cases = map.optional("cases", this::cases);
          return map.build(
              () -> {
                version.value();
                maps.value();
                return new Mapping(
                    sheet, metric, columns, metrics, unit, cases.orElse(Mapping.NONE.cases()));
              });
        });
  }

  private Optional<Mapping.Cases> cases(YamlValue value) {
    return reading.map(
        value,
        "mapping-cases",
        map -> {
          Optional<String> sheet = map.optional("sheet", scalars::text);
          Optional<String> metric = map.optional("metric", this::metric);
          Map<String, String> columns = pairs(map.find("columns"), List.of(), scalars::text);
          Map<String, String> outcomes =
              pairs(map.find("outcomes"), List.of(), scalars.word(OUTCOMES));
          return map.build(() -> new Mapping.Cases(sheet, metric, columns, outcomes));
        });
  }

  private Optional<String> own(YamlValue value) {
    Optional<String> id = scalars.id(value);
    id.filter(own -> !own.equals(agreement.id()))
        .ifPresent(
            other ->
                reading.tell(
                    FindingCode.BINDING_MISMATCH,
                    value.place(),
                    "this maps the figures of the agreement "
                        + other
                        + ", and the agreement is "
                        + agreement.id(),
                    "write " + agreement.id() + ", or take the mapping of this agreement"));
    return id;
  }

  private Optional<String> metric(YamlValue value) {
    return scalars
        .text(value)
        .filter(
            text -> {
              String id = text.contains("/") ? text.substring(0, text.indexOf('/')) : text;
              boolean known = text.matches(LINE) && agreement.metrics().containsKey(id);
              if (!known) {
                reading.tell(
                    FindingCode.UNKNOWN_NAME,
                    value.place(),
                    Words.quoted(text) + " is no metric of the agreement, nor a line of one",
                    Words.nearest(id, agreement.metrics().keySet())
                        .map(nearest -> "perhaps " + nearest)
                        .orElse("write the id of a metric, or id/2 for its second line"));
              }
              return known;
            });
  }

  /** A map of texts by texts; keys of a closed list, if there is one. */
  private Map<String, String> pairs(
      Optional<YamlValue> value, List<String> keys, Decoder<String> decoder) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (value.isEmpty()) {
      return pairs;
    }
    if (!(value.get() instanceof YamlValue.Mapping map)) {
      reading.wrongShape(value.get(), "write what is meant by each");
      return pairs;
    }
    for (YamlValue.Entry entry : map.entries()) {
      if (keys.isEmpty() || keys.contains(entry.key())) {
        decoder.decode(entry.value()).ifPresent(text -> pairs.put(entry.key(), text));
      } else {
        reading.tell(
            FindingCode.UNKNOWN_KEY,
            entry.keyPlace(),
            Words.quoted(entry.key()) + " is nothing that a column can hold",
            "write " + Words.either(keys));
      }
    }
    return pairs;
  }
}
