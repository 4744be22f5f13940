package org.plumbline.web.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Agreement;
import org.plumbline.register.Version;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.signoff.SignOff;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the tables hold around an agreement, as a document in the format of {@code register.yaml}
 * (docs/formats/register.md): only what lies on the table, each on the day on which it was put
 * there, in the agreement's zone.
 */
final class RegisterRows {

  private final JdbcClient jdbc;
  private final AgreementRow row;
  private final Agreement text;
  private final Map<Version, List<SignOff>> signOffs;
  private final OffsetDateTime recorded;

  /**
   * Rows of an agreement.
   *
   * @param text whose zone days are of
   * @param signOffs by which each text was signed, the original first; none: it is an offer
   * @param recorded what was recorded later is not seen
   */
  RegisterRows(
      JdbcClient jdbc,
      AgreementRow row,
      Agreement text,
      Map<Version, List<SignOff>> signOffs,
      Instant recorded) {
    this.jdbc = jdbc;
    this.row = row;
    this.text = text;
    this.signOffs = new LinkedHashMap<>(signOffs);
    this.recorded = recorded.atOffset(ZoneOffset.UTC);
  }

  /** The document; JSON is YAML. */
  String document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("plumbline", 1);
    document.put("register", text.id());
    document.put("issued", issued());
    document.put("sign-offs", signOffs());
    document.put("loads", loads());
    document.put("requests", requests());
    document.values().removeIf(value -> value instanceof List<?> list && list.isEmpty());
    document.values().removeIf(value -> value instanceof Map<?, ?> map && map.isEmpty());
    return JsonMapper.shared().writeValueAsString(document);
  }

  private List<Map<String, Object>> issued() {
    return all(
        """
        select p.number, r.period, p.organization, s.sent_at as at from publication p join result r on r.id = p.result
          join sending s on s.subject = p.id
        where p.agreement = :agreement and s.sent_at <= :recorded order by p.number
        """,
        each ->
            item(
                "period", each.get("period"),
                "on", day(each),
                "by", party(each),
                "publication", "no. " + each.get("number")));
  }

  /** Also a sign-off on an earlier text that stands for a later one is one on the later. */
  private List<Map<String, Object>> signOffs() {
    List<Map<String, Object>> found = new ArrayList<>();
    signOffs.forEach(
        (version, given) ->
            given.forEach(
                each ->
                    found.add(
                        item(
                            "version", version.number(),
                            "hash", version.hash(),
                            "party", party(each.organization()),
                            "role", each.role(),
                            "person", each.person(),
                            "on", each.signedOn().toString(),
                            "reference", each.elsewhere().orElse(null)))));
    return found;
  }

  private Map<String, Object> loads() {
    Map<String, Object> loads = new LinkedHashMap<>();
    all(
            """
            select l.file_name, c.record_set, c.complete_for, c.reason, c.organization, c.certified_at as at
            from delivery_statement c join load l on l.id = c.load
            where c.agreement = :agreement and c.certified_at <= :recorded order by c.certified_at, c.id
            """,
            each ->
                item(
                    "set", each.get("record_set"),
                    "files", List.of(String.valueOf(each.get("file_name"))),
                    "delivered", day(each),
                    "by", party(each),
                    "complete-for", each.get("complete_for"),
                    "reason", each.get("reason")))
        .forEach(each -> loads.put("delivery-" + (loads.size() + 1), each));
    return loads;
  }

  private Map<String, Object> requests() {
    Map<String, Object> requests = new LinkedHashMap<>();
    all(
            """
            select r.id, row_number() over (order by s.sent_at, r.id) as number, r.metric, r.period, r.organization, r.ground, r.reason, r.evidence, r.asked, p.name as person_name,
              s.sent_at as at
            from request r join sending s on s.subject = r.id left join person p on p.id = r.asked_by
            where r.agreement = :agreement and s.sent_at <= :recorded order by s.sent_at, r.id
            """,
            each -> each)
        .forEach(each -> requests.put("request-" + each.get("number"), request(each)));
    return requests;
  }

  private Map<String, Object> request(Map<String, Object> each) {
    Map<String, Object> request =
        item(
            "metric", each.get("metric"),
            "period", each.get("period"),
            "by", party(each),
            "person", each.get("person_name"),
            "asked", day(each),
            "ground", each.get("ground"),
            "reason", each.get("reason"),
            "asks", read(each.get("asked")));
    List<String> evidence = evidence(each.get("evidence"));
    if (!evidence.isEmpty()) {
      request.put("evidence", evidence);
    }
    List<Map<String, Object>> decisions = new ArrayList<>();
    List<Map<String, Object>> escalated = new ArrayList<>();
    for (Map<String, Object> answer : answers((UUID) Objects.requireNonNull(each.get("id")))) {
      String word = String.valueOf(answer.get("answer"));
      switch (word) {
        case "withdrawn" -> request.put("withdrawn", day(answer));
        case "escalated" -> escalated.add(item("to", answer.get("role"), "on", day(answer)));
        default -> decisions.add(decision(answer, word));
      }
    }
    if (!decisions.isEmpty()) {
      request.put("decisions", decisions);
    }
    if (!escalated.isEmpty()) {
      request.put("escalated", escalated);
    }
    return request;
  }

  private Map<String, Object> decision(Map<String, Object> answer, String word) {
    Object role = answer.get("role");
    return item(
        role == null ? "by" : "role",
        role == null ? party(answer) : role,
        "person",
        answer.get("person_name"),
        "on",
        day(answer),
        "outcome",
        word.equals("granted") ? "accepted" : word,
        "grants",
        answer.get("grants") == null ? null : read(answer.get("grants")),
        "reason",
        answer.get("reason"));
  }

  private List<Map<String, Object>> answers(UUID request) {
    return jdbc.sql(
            """
            select a.answer, a.role, a.grants, a.reason, a.organization, p.name as person_name, s.sent_at as at
            from request_answer a join sending s on s.subject = a.id left join person p on p.id = a.answered_by
            where a.request = :request and s.sent_at <= :recorded order by s.sent_at, a.id
            """)
        .param("request", request)
        .param("recorded", recorded)
        .query()
        .listOfRows();
  }

  // ---- rows ----

  private List<Map<String, Object>> all(
      String sql, java.util.function.UnaryOperator<Map<String, Object>> item) {
    return jdbc
        .sql(sql)
        .param("agreement", row.id())
        .param("recorded", recorded)
        .query()
        .listOfRows()
        .stream()
        .map(item)
        .toList();
  }

  private static Map<String, Object> item(@Nullable Object... pairs) {
    Map<String, Object> item = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      if (value != null) {
        item.put(String.valueOf(pairs[i]), value);
      }
    }
    return item;
  }

  private String party(Map<String, Object> each) {
    return party((UUID) Objects.requireNonNull(each.get("organization")));
  }

  private String party(UUID organization) {
    return row.customer().equals(organization) ? "customer" : "provider";
  }

  private String day(Map<String, Object> each) {
    Object at = each.get("at");
    Instant instant =
        at instanceof java.util.Date date
            ? date.toInstant()
            : at instanceof OffsetDateTime time ? time.toInstant() : Instant.EPOCH;
    return LocalDate.ofInstant(instant, text.zone()).toString();
  }

  private static List<String> evidence(@Nullable Object array) {
    try {
      return array instanceof java.sql.Array values
          ? List.of((String[]) values.getArray())
          : Optional.ofNullable((String[]) array).map(List::of).orElse(List.of());
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object read(@Nullable Object json) {
    return JsonMapper.shared().readValue(String.valueOf(json), Object.class);
  }
}
