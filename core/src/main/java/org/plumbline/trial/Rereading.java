package org.plumbline.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.RecordSet;
import org.plumbline.judge.Changed;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.records.StoredSet;

/**
 * A field without {@code read} whose value changed in the records, so that results depend on when
 * it is read (meaning 3).
 *
 * @param figures how many results of the past would have another figure if it were read at the
 *     start
 * @param turned of these, how many would mean something else
 * @param all how many results have a figure
 */
public record Rereading(String set, String field, long figures, long turned, long all) {

  /** So many fields are read anew. */
  private static final int MOST = 20;

  /** A field of a record set. */
  private record Owned(String set, String field) {

    private Agreement atStart(Agreement draft) {
      RecordSet old = Objects.requireNonNull(draft.records().get(set));
      Map<String, Field> fields = new LinkedHashMap<>(old.fields());
      fields.computeIfPresent(
          field,
          (id, known) ->
              new Field(
                  known.type(),
                  Optional.of(Field.Read.AT_START),
                  known.setBy(),
                  known.sensitive()));
      Map<String, RecordSet> sets = new LinkedHashMap<>(draft.records());
      sets.put(set, old.withFields(fields));
      return draft.withRecords(sets);
    }
  }

  /**
   * Reads the fields anew that say nothing of it and may change, which are those of event logs.
   *
   * @param draft as it was evaluated
   * @param results what it gave
   * @param evaluate gives the results of another draft
   */
  static List<Rereading> of(
      Agreement draft,
      Map<String, StoredSet> loaded,
      Results results,
      Function<Agreement, Results> evaluate) {
    List<Owned> unsaid = unsaid(draft, loaded);
    Agreement all = draft;
    for (Owned field : unsaid) {
      all = field.atStart(all);
    }
    List<Rereading> found = new ArrayList<>();
    if (unsaid.isEmpty() || Changed.between(results, evaluate.apply(all)).isEmpty()) {
      return found;
    }
    for (Owned field : unsaid) {
      List<Changed> changed = Changed.between(results, evaluate.apply(field.atStart(draft)));
      if (!changed.isEmpty()) {
        found.add(
            new Rereading(
                field.set(),
                field.field(),
                changed.size(),
                changed.stream().filter(Changed::turns).count(),
                results.results().stream().filter(Rereading::hasFigure).count()));
      }
    }
    return found;
  }

  private static boolean hasFigure(Result result) {
    return result.lines().stream().anyMatch(line -> line.measurement().figure().isPresent());
  }

  private static List<Owned> unsaid(Agreement draft, Map<String, StoredSet> loaded) {
    List<Owned> unsaid = new ArrayList<>();
    loaded.forEach(
        (id, stored) -> {
          RecordSet set = draft.records().get(id);
          if (set != null && stored.eventLog()) {
            set.fields().entrySet().stream()
                .filter(field -> field.getValue().read().isEmpty())
                .forEach(field -> unsaid.add(new Owned(id, field.getKey())));
          }
        });
    return unsaid.subList(0, Math.min(MOST, unsaid.size()));
  }
}
