package org.plumbline.register.yaml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.agreement.yaml.MapReader;
import org.plumbline.agreement.yaml.Reading;
import org.plumbline.agreement.yaml.Required;
import org.plumbline.agreement.yaml.Scalars;
import org.plumbline.agreement.yaml.YamlValue;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.finding.FindingCode;
import org.plumbline.register.Ask;
import org.plumbline.register.Request;
import org.plumbline.register.Request.Decision;
import org.plumbline.register.Request.Escalation;

/** Reads the reconsideration requests of a register. */
final class RequestReader {

  private static final Pattern OFFSET = Pattern.compile("(Z|[+-]\\d\\d:\\d\\d)$");
  private static final List<String> KINDS = List.of("leave-out", "assign", "correct", "take-out");

  private final Reading reading;
  private final Scalars scalars;
  private final ZoneId zone;

  RequestReader(Reading reading, ZoneId zone) {
    this.reading = reading;
    this.scalars = new Scalars(reading);
    this.zone = zone;
  }

  Optional<Request> request(YamlValue value) {
    return reading.map(
        value,
        "request",
        map -> {
          Required<String> metric = map.required("metric", scalars::id);
          Required<String> period = map.required("period", scalars::text);
          Required<String> by = map.required("by", scalars::id);
          Optional<String> person = map.optional("person", scalars::text);
          Required<LocalDate> asked = map.required("asked", scalars::date);
          Optional<String> ground = map.optional("ground", scalars::text);
          Optional<String> reason = map.optional("reason", scalars::text);
          List<String> evidence = map.listOrOne("evidence", scalars::text);
          Required<List<Ask>> asks = map.requiredList("asks", this::ask);
          List<Escalation> escalated = map.list("escalated", this::escalation);
          List<Decision> decisions = map.list("decisions", this::decision);
          Optional<LocalDate> withdrawn = map.optional("withdrawn", scalars::date);
          return map.build(
              () ->
                  new Request(
                      metric.value(),
                      period.value(),
                      by.value(),
                      person,
                      asked.value(),
                      ground,
                      reason,
                      evidence,
                      asks.value(),
                      escalated,
                      decisions,
                      withdrawn));
        });
  }

  private Optional<Escalation> escalation(YamlValue value) {
    return reading.map(
        value,
        "escalation",
        map -> {
          Required<String> to = map.required("to", scalars::reference);
          Required<LocalDate> on = map.required("on", scalars::date);
          return map.build(() -> new Escalation(to.value(), on.value()));
        });
  }

  private Optional<Decision> decision(YamlValue value) {
    return reading.map(
        value,
        "decision",
        map -> {
          Optional<String> by = map.optional("by", scalars::id);
          Optional<String> role = map.optional("role", scalars::reference);
          Optional<String> person = map.optional("person", scalars::text);
          Required<LocalDate> on = map.required("on", scalars::date);
          Required<Request.Outcome> outcome =
              map.required("outcome", scalars.word(Request.Outcome.values(), Request.Outcome::key));
          List<Ask> grants = map.list("grants", this::ask);
          Optional<String> reason = map.optional("reason", scalars::text);
          outcome.given().ifPresent(found -> checkGrants(map, found, grants));
          return map.build(
              () -> new Decision(by, role, person, on.value(), outcome.value(), grants, reason));
        });
  }

  private void checkGrants(MapReader map, Request.Outcome outcome, List<Ask> grants) {
    if (outcome == Request.Outcome.IN_PART && grants.isEmpty()) {
      reading.tell(
          FindingCode.MISSING_KEY,
          map.place(),
          "the decision accepts a part and does not say which",
          "add the key \"grants\" with what is granted, written like what was asked for");
    }
    if (outcome != Request.Outcome.IN_PART && map.has("grants")) {
      reading.tell(
          FindingCode.ONE_OF_KEYS,
          map.place(),
          "the decision says what it grants, and that the request is " + outcome.key(),
          "write outcome: in-part, or remove grants");
    }
  }

  private Optional<Ask> ask(YamlValue value) {
    return reading.map(
        value,
        "ask",
        map -> {
          Optional<String> kind = map.exactlyOne(KINDS);
          Optional<Ask> ask =
              kind.flatMap(
                  key ->
                      switch (key) {
                        case "leave-out" -> leaveOut(map);
                        case "assign" -> map.optional("assign", this::assign);
                        case "correct" -> map.optional("correct", this::correct);
                        default -> map.optional("take-out", this::takeOut);
                      });
          return map.build(() -> ask).flatMap(made -> made);
        });
  }

  private Optional<Ask> leaveOut(MapReader map) {
    return map.requiredList("leave-out", this::caseName)
        .given()
        .filter(cases -> !cases.isEmpty())
        .map(Ask.LeaveOut::new);
  }

  private Optional<Ask> assign(YamlValue value) {
    return reading.map(
        value,
        "assignment",
        map -> {
          Required<Ask.CaseName> of = map.required("case", this::caseName);
          Required<Long> from = map.required("from", each -> time(each, 0));
          Required<Long> until = map.required("until", each -> time(each, 1));
          Optional<String> whose = map.exactlyOne(List.of("to", "turn"));
          Optional<String> party = map.optional("to", scalars::id);
          Optional<String> turn = map.optional("turn", scalars::id);
          checkOrder(map, from, until);
          return map.build(
                  () -> new Ask.Assign(of.value(), from.value(), until.value(), party, turn))
              .filter(made -> whose.isPresent())
              .map(Ask.class::cast);
        });
  }

  private Optional<Ask> correct(YamlValue value) {
    return reading.map(
        value,
        "correction",
        map -> {
          Required<Ask.CaseName> of = map.required("case", this::caseName);
          Required<String> name = map.required("value-of", scalars::id);
          Required<String> to = map.required("to", scalars::text);
          Optional<String> was = map.optional("was", scalars::text);
          return map.build(() -> new Ask.Correct(of.value(), name.value(), to.value(), was));
        });
  }

  private Optional<Ask> takeOut(YamlValue value) {
    return reading.map(
        value,
        "time-taken-out",
        map -> {
          Required<Long> from = map.required("from", each -> time(each, 0));
          Required<Long> until = map.required("until", each -> time(each, 1));
          checkOrder(map, from, until);
          return map.build(() -> new Ask.TakeOut(from.value(), until.value()));
        });
  }

  private void checkOrder(MapReader map, Required<Long> from, Required<Long> until) {
    if (from.given().isPresent()
        && until.given().isPresent()
        && from.given().get() >= until.given().get()) {
      reading.tell(
          FindingCode.ENDS_BEFORE_START,
          map.place(),
          "the time does not end after it begins",
          "write a later until");
    }
  }

  /** A case by its key as it is shown, or by a list of the parts of its key. */
  private Optional<Ask.CaseName> caseName(YamlValue value) {
    if (value instanceof YamlValue.Sequence list) {
      List<String> parts =
          list.items().stream().flatMap(item -> scalars.text(item).stream()).toList();
      return parts.isEmpty() || parts.size() < list.items().size()
          ? Optional.empty()
          : Optional.of(new Ask.CaseName(parts));
    }
    return scalars.text(value).map(text -> new Ask.CaseName(List.of(text)));
  }

  /**
   * A date or a time, in the agreement's zone unless it has an offset.
   *
   * @param days how many days a date moves: to its end for the last one
   */
  private Optional<Long> time(YamlValue value, int days) {
    return scalars
        .scalar(value, "a date or a time, such as 2026-10-01 or 2026-10-01T16:30")
        .flatMap(
            scalar ->
                parsed(scalar.text().strip(), days)
                    .or(
                        () ->
                            scalars.refuse(
                                scalar,
                                FindingCode.NOT_A_DATE,
                                "is neither a date nor a time",
                                "write 2026-10-01, 2026-10-01T16:30 or"
                                    + " 2026-10-01T16:30-04:00")));
  }

  private Optional<Long> parsed(String text, int days) {
    try {
      Instant at = instant(text, days);
      int year = at.atOffset(ZoneOffset.UTC).getYear();
      return year < 1970 || year > 2199 ? Optional.empty() : Optional.of(EpochMicros.of(at));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Instant instant(String text, int days) {
    if (text.length() == "2026-10-01".length()) {
      return LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant();
    }
    return OFFSET.matcher(text).find()
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).atZone(zone).toInstant();
  }
}
