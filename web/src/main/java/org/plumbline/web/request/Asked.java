package org.plumbline.web.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.finding.Severity;
import org.plumbline.register.Ask;
import org.plumbline.register.Request;
import org.plumbline.register.yaml.ReadRegister;
import org.plumbline.register.yaml.RegisterYaml;
import org.plumbline.web.refusal.Refused;
import tools.jackson.databind.json.JsonMapper;

/** What somebody asks for, as a form or a program gives it, in the format of the register. */
final class Asked {

  private Asked() {}

  /**
   * One thing asked for, from the fields of a form.
   *
   * @throws Refused if a field is missing
   */
  static Map<String, Object> of(Map<String, String> fields) {
    String kind = field(fields, "kind", "Choose what you ask for.");
    Map<String, Object> ask = new LinkedHashMap<>();
    if (kind.equals("leave-out")) {
      ask.put(
          kind,
          field(fields, "cases", "Name the cases, one a line.")
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList());
      return ask;
    }
    Map<String, Object> inner = new LinkedHashMap<>();
    if (!kind.equals("take-out")) {
      inner.put("case", field(fields, "case", "Name the case."));
    }
    if (kind.equals("correct")) {
      inner.put("value-of", field(fields, "valueOf", "Say which value was another."));
      inner.put("to", field(fields, "value", "Say what the value was."));
      Optional.ofNullable(fields.get("was"))
          .map(String::strip)
          .filter(was -> !was.isEmpty())
          .ifPresent(was -> inner.put("was", was));
    } else {
      inner.put("from", field(fields, "from", "Say from when."));
      inner.put("until", field(fields, "until", "Say until when."));
    }
    if (kind.equals("assign")) {
      inner.put("to", field(fields, "to", "Say whose time it was."));
    }
    ask.put(kind, inner);
    return ask;
  }

  private static String field(Map<String, String> fields, String name, String missing) {
    return Optional.ofNullable(fields.get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> new Refused(missing));
  }

  /**
   * Things asked for, from a program or the register.
   *
   * @param json a list of them
   * @throws Refused if it is none, or says what cannot be asked for
   */
  static List<Ask> read(Agreement agreement, String json) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("metric", "a");
    request.put("period", "a");
    request.put("by", "a");
    request.put("asked", "2000-01-01");
    try {
      request.put("asks", JsonMapper.shared().readValue(json, Object.class));
    } catch (tools.jackson.core.JacksonException fault) {
      throw new Refused("What is asked for is no JSON.");
    }
    Map<String, Object> register =
        Map.of("plumbline", 1, "register", agreement.id(), "requests", Map.of("a", request));
    ReadRegister read =
        RegisterYaml.read(
            "what is asked for",
            JsonMapper.shared().writeValueAsString(register).getBytes(UTF_8),
            agreement);
    return read.register()
        .map(found -> found.requests().get("a"))
        .map(Request::asks)
        .orElseThrow(
            () ->
                new Refused(
                    read.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .map(finding -> "What is asked for: " + finding.found() + ".")
                        .findFirst()
                        .orElse("This cannot be asked for.")));
  }
}
