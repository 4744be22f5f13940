package org.plumbline.known;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.records.RecordChange;
import org.plumbline.records.StoredSet;
import org.plumbline.register.Request;
import org.plumbline.register.Standing;
import org.plumbline.register.Versions;

/**
 * The rows of {@code register/reconsiderations}, which are the register's requests where the set
 * has no files of its own (docs/meaning.md 23).
 */
final class RequestRows {

  private RequestRows() {}

  /** One row for each request, where a metric reads them. */
  static List<RecordChange> of(
      Versions texts, Map<String, StoredSet> loaded, List<Standing> standings) {
    boolean read =
        texts.versions().stream()
            .map(version -> version.agreement())
            .anyMatch(
                text ->
                    text.metrics().values().stream()
                        .anyMatch(metric -> reads(text, metric.records())));
    if (!read || loaded.containsKey(RegisterSets.RECONSIDERATIONS)) {
      return List.of();
    }
    List<RecordChange> rows = new ArrayList<>();
    standings.forEach(each -> rows.add(row(each)));
    return rows;
  }

  /** Whether a set is that of the requests, or worked out from it. */
  private static boolean reads(Agreement text, String set) {
    Origin origin =
        Optional.ofNullable(text.records().get(set))
            .<Origin>map(records -> records.origin())
            .orElseGet(Origin.Supplied::new);
    return set.equals(RegisterSets.RECONSIDERATIONS)
        || (origin instanceof Origin.Groups groups && reads(text, groups.of()))
        || (origin instanceof Origin.Sample sample && reads(text, sample.of()));
  }

  private static RecordChange row(Standing standing) {
    Request request = standing.request();
    Map<String, LocalDate> moments = new HashMap<>();
    moments.put("requested", request.asked());
    request.decisions().stream()
        .filter(decision -> !decision.by().equals(Optional.of(request.by())))
        .map(Request.Decision::on)
        .max(Comparator.naturalOrder())
        .filter(day -> standing.state() != Standing.State.PENDING)
        .ifPresent(day -> moments.put("decided", day));
    return new RecordChange.Written(
        RegisterSets.RECONSIDERATIONS,
        standing.id(),
        moments,
        Map.of(
            "id", standing.id(),
            "party", request.by(),
            "outcome", standing.state().key(),
            "metric", request.metric()));
  }
}
