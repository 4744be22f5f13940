package org.plumbline.web.signoff;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sign-offs as the register has them. */
final class SignOffRows {

  private static final JsonMapper JSON = new JsonMapper();

  private SignOffRows() {}

  /** All of an agreement that lie on the table, in the order in which they were given. */
  static List<SignOff> of(JdbcClient jdbc, UUID agreement) {
    Map<UUID, List<SignOff.SignatureFile>> files = new HashMap<>();
    jdbc.sql(
            "select id, sign_off, file_name, sha256, bytes from signature_file where"
                + " agreement = ? order by kept_at")
        .param(agreement)
        .query(
            (rows, number) ->
                new SignOff.SignatureFile(
                    rows.getObject("id", UUID.class),
                    rows.getObject("sign_off", UUID.class),
                    rows.getString("file_name"),
                    rows.getString("sha256"),
                    rows.getLong("bytes")))
        .list()
        .forEach(file -> files.computeIfAbsent(file.signOff(), id -> new ArrayList<>()).add(file));
    return jdbc.sql(
            """
            select f.*, coalesce(p.name, 'somebody') as person_name, coalesce(g.name, 'somebody') as given_by_name
            from sign_off f join sending s on s.subject = f.id left join person p on p.id = f.person left join person g on g.id = f.given_by
            where f.agreement = ? order by f.given_at, f.id
            """)
        .param(agreement)
        .query(
            (rows, number) -> {
              UUID id = rows.getObject("id", UUID.class);
              return new SignOff(
                  id,
                  rows.getObject("organization", UUID.class),
                  rows.getObject("version", UUID.class),
                  rows.getString("hash"),
                  rows.getString("role"),
                  SignOff.Decision.of(rows.getString("decision")).orElseThrow(),
                  Optional.ofNullable(rows.getString("changes")),
                  rows.getString("person_name"),
                  Objects.requireNonNullElse(rows.getString("capacity"), "holder"),
                  rows.getObject("signed_on", LocalDate.class),
                  Optional.ofNullable(rows.getString("elsewhere")),
                  List.of((String[]) rows.getArray("covers").getArray()),
                  JSON.readValue(
                      rows.getString("rests_on"), new TypeReference<Map<String, String>>() {}),
                  files.getOrDefault(id, List.of()),
                  rows.getString("given_by_name"),
                  rows.getObject("given_at", OffsetDateTime.class).toInstant());
            })
        .list();
  }
}
