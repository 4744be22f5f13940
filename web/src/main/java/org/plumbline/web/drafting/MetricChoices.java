package org.plumbline.web.drafting;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.Measure;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.plumbline.wording.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each metric side by side: what the provider measures today, what the catalog publishes, what is
 * wished, what the text says; and whether it is kept, changed or dropped, and why.
 */
@Component
final class MetricChoices {

  private static final int LONGEST = 2_000;

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;
  private final MeasureCatalogs catalogs;

  MetricChoices(Store store, Authority authority, Agreements agreements, MeasureCatalogs catalogs) {
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
    this.catalogs = catalogs;
  }

  /** What was said last. */
  record Choice(
      String metric,
      Optional<String> existing,
      Optional<String> wish,
      Optional<String> choice,
      Optional<String> reason,
      String saidBy,
      String organizationName,
      Instant saidAt) {}

  /**
   * A metric of the text, or one that the provider has and the text does not.
   *
   * @param key the id in the text, or the provider's name of it
   * @param inText what the text says: its sentence; empty where it has no such metric
   * @param target of the text
   * @param measure id of the measure that it implements
   * @param published the measure with its target, as the catalog has it; empty where no catalog
   *     here has it
   * @param said what was said last; empty: nothing yet
   */
  record Line(
      String key,
      String name,
      Optional<String> inText,
      Optional<String> target,
      Optional<String> measure,
      Optional<String> published,
      Optional<Choice> said) {}

  /** All lines: the metrics of the last text that the person sees, then the provider's others. */
  List<Line> lines(Viewer viewer, UUID agreement) {
    List<Catalog> read = catalogs.read(viewer, agreement);
    Map<String, Choice> said = new LinkedHashMap<>();
    all(viewer, agreement).forEach(choice -> said.put(choice.metric(), choice));
    List<Line> lines = new ArrayList<>();
    Optional<Agreement> text =
        agreements
            .current(viewer, agreement)
            .flatMap((VersionRow row) -> agreements.text(viewer, row).agreement());
    text.ifPresent(
        terms -> {
          Wording wording = Wording.of(terms);
          terms
              .metrics()
              .forEach(
                  (id, metric) -> {
                    Optional<String> measure =
                        metric.implementsMeasure().map(Metric.Implements::measure);
                    lines.add(
                        new Line(
                            id,
                            metric.name(),
                            Optional.of(wording.metric(id)),
                            Optional.of(wording.target(id)),
                            measure,
                            measure.flatMap(it -> catalogs.named(read, it)).map(this::published),
                            Optional.ofNullable(said.remove(id))));
                  });
        });
    said.values()
        .forEach(
            choice ->
                lines.add(
                    new Line(
                        choice.metric(),
                        choice.metric(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(choice))));
    return lines;
  }

  private String published(Measure measure) {
    return measure.name() + ": " + measure.target().words();
  }

  private List<Choice> all(Viewer viewer, UUID agreement) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select distinct on (c.metric) c.metric, c.existing, c.wish, c.choice, c.reason, c.said_at, o.name as organization_name,
                      coalesce(p.name, 'somebody of ' || o.name) as said_by_name
                    from metric_choice c join organization o on o.id = c.organization left join person p on p.id = c.said_by
                    where c.agreement = ? order by c.metric, c.said_at desc, c.id
                    """)
                .param(agreement)
                .query(
                    (rows, number) ->
                        new Choice(
                            rows.getString("metric"),
                            Optional.ofNullable(rows.getString("existing")),
                            Optional.ofNullable(rows.getString("wish")),
                            Optional.ofNullable(rows.getString("choice")),
                            Optional.ofNullable(rows.getString("reason")),
                            rows.getString("said_by_name"),
                            rows.getString("organization_name"),
                            rows.getObject("said_at", OffsetDateTime.class).toInstant()))
                .list());
  }

  /**
   * Says of a metric what there is today, what is wished, and what becomes of it; both parties see
   * it at once.
   *
   * @param metric the id in the text, or the name of a metric that the provider has
   * @param choice {@code keep}, {@code change}, {@code drop}, or nothing yet
   */
  void say(
      Viewer viewer,
      UUID agreement,
      String metric,
      String existing,
      String wish,
      String choice,
      String reason) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    if (metric.isBlank() || metric.length() > 300) {
      throw new Refused("Name the metric.");
    }
    if (existing.isBlank() && wish.isBlank() && choice.isBlank()) {
      throw new Refused("Say what there is today, what you wish, or what becomes of it.");
    }
    if (existing.length() > LONGEST || wish.length() > LONGEST || reason.length() > LONGEST) {
      throw new Refused("Write at most 2,000 characters.");
    }
    if (!choice.isEmpty() && !List.of("keep", "change", "drop").contains(choice)) {
      throw new Refused("Choose whether it is kept, changed or dropped.");
    }
    if (reason.isBlank() && (choice.equals("change") || choice.equals("drop"))) {
      throw new Refused("Say why.");
    }
    store.in(
        viewer.person(),
        jdbc -> add(jdbc, viewer, agreement, metric, existing, wish, choice, reason));
  }

  /**
   * Says of several metrics what there is today; what was wished of them and what becomes of them
   * stays as it was said last.
   *
   * @param existing in words, by id in the text or by the provider's name
   */
  void today(Viewer viewer, UUID agreement, Map<String, String> existing) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    if (existing.isEmpty()) {
      throw new Refused("Choose at least one row.");
    }
    existing.forEach(
        (metric, words) -> {
          if (metric.isBlank() || metric.length() > 300) {
            throw new Refused("Name the metric.");
          }
          if (words.isBlank() || words.length() > LONGEST) {
            throw new Refused(
                "Say of " + metric + " in at most 2,000 characters what there is today.");
          }
        });
    Map<String, Choice> said = new HashMap<>();
    all(viewer, agreement).forEach(choice -> said.put(choice.metric(), choice));
    store.in(
        viewer.person(),
        jdbc ->
            existing.forEach(
                (metric, words) -> {
                  Optional<Choice> last = Optional.ofNullable(said.get(metric));
                  add(
                      jdbc,
                      viewer,
                      agreement,
                      metric,
                      words,
                      last.flatMap(Choice::wish).orElse(""),
                      last.flatMap(Choice::choice).orElse(""),
                      last.flatMap(Choice::reason).orElse(""));
                }));
  }

  private static void add(
      JdbcClient jdbc,
      Viewer viewer,
      UUID agreement,
      String metric,
      String existing,
      String wish,
      String choice,
      String reason) {
    jdbc.sql(
            """
            insert into metric_choice (agreement, organization, metric, existing, wish, choice, reason, said_by)
            values (:agreement, :organization, :metric, :existing, :wish, :choice, :reason, :person)
            """)
        .param("agreement", agreement)
        .param("organization", viewer.organization())
        .param("metric", metric.strip())
        .param("existing", existing.isBlank() ? null : existing.strip(), Types.VARCHAR)
        .param("wish", wish.isBlank() ? null : wish.strip(), Types.VARCHAR)
        .param("choice", choice.isEmpty() ? null : choice, Types.VARCHAR)
        .param("reason", reason.isBlank() ? null : reason.strip(), Types.VARCHAR)
        .param("person", viewer.person())
        .update();
  }
}
