package org.plumbline.web.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.plumbline.web.store.Kept;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What results say in one of their texts, which never change: each is read once and kept, as long
 * as all that is kept has no more than 16 million characters.
 */
public final class TextsRead<T> {

  private static final long CHARACTERS_KEPT = 16_000_000;

  private final String query;
  private final Function<String, T> read;
  private final Kept<UUID, T> kept = new Kept<>(CHARACTERS_KEPT);

  /**
   * Has read nothing yet.
   *
   * @param column of the table of results
   */
  public TextsRead(String column, Function<String, T> read) {
    query = "select id, " + column + " as text from result where id = any (?)";
    this.read = read;
  }

  /** Of results that the person was just found to see; those without a text are left out. */
  public Map<UUID, T> of(JdbcClient jdbc, List<UUID> results) {
    Map<UUID, T> all = new LinkedHashMap<>();
    results.forEach(id -> kept.of(id).ifPresent(known -> all.put(id, known)));
    UUID[] missing = results.stream().filter(id -> !all.containsKey(id)).toArray(UUID[]::new);
    if (missing.length > 0) {
      jdbc.sql(query)
          .param(missing)
          .query(
              rows -> {
                UUID id = rows.getObject("id", UUID.class);
                String text = rows.getString("text");
                if (text != null) {
                  T said = read.apply(text);
                  kept.keep(id, said, text.length());
                  all.put(id, said);
                }
              });
    }
    return all;
  }
}
