package org.plumbline.web.result;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.ReportBuilder;
import org.plumbline.report.html.HtmlReport;
import org.plumbline.report.json.EvaluationJson;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.program.Slice;
import org.plumbline.web.records.KnownAgreement;
import org.plumbline.web.records.KnownAgreements;
import org.plumbline.web.records.LoadRow;
import org.plumbline.web.records.Loads;
import org.plumbline.web.records.OpenRecords;
import org.plumbline.web.refusal.NotAllowed;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/** Periods measured, as the register has them and as one person may see them. */
@Component
public final class Measured {

  private static final int CASES_LISTED = 200;

  private static final String RESULT =
      """
      select r.id, r.agreement, r.organization, o.name as organization_name, r.version, coalesce(r.versions, array[r.version]) as versions, r.period, r.as_of,
        coalesce(r.known_at, r.as_of) as known_at, coalesce(r.zone, 'UTC') as zone, r.loads, r.evaluated_at,
        coalesce(p.name, 'somebody of ' || o.name) as evaluated_by_name, s.sent_at
      from result r join organization o on o.id = r.organization left join person p on p.id = r.evaluated_by
        left join sending s on s.subject = r.id
      """;

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;
  private final Loads loads;
  private final KnownAgreements known;
  private final Clock clock;

  Measured(
      Store store,
      Authority authority,
      Agreements agreements,
      Loads loads,
      KnownAgreements known,
      Clock clock) {
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
    this.loads = loads;
    this.known = known;
    this.clock = clock;
  }

  /** All that the person may see, the newest first. */
  public List<ResultRow> all(Viewer viewer, UUID agreement) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(RESULT + " where r.agreement = ? order by r.evaluated_at desc, r.id desc")
                .param(agreement)
                .query((rows, number) -> row(rows))
                .list());
  }

  /** A page of the same. */
  public Slice.Part<ResultRow> all(Viewer viewer, UUID agreement, Slice slice) {
    return slice.part(
        store.as(
            viewer.person(),
            jdbc ->
                jdbc.sql(
                        RESULT
                            + " where r.agreement = :agreement"
                            + slice.tail("result", "r", "evaluated_at"))
                    .param("agreement", agreement)
                    .param("after", slice.after().orElse(null), java.sql.Types.OTHER)
                    .param("most", slice.most())
                    .query((rows, number) -> row(rows))
                    .list()),
        ResultRow::id);
  }

  /**
   * One of them.
   *
   * @throws NotHere if the person may not see it
   */
  public ResultRow one(Viewer viewer, UUID agreement, UUID result) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(RESULT + " where r.agreement = ? and r.id = ?")
                .params(agreement, result)
                .query((rows, number) -> row(rows))
                .optional()
                .orElseThrow(() -> new NotHere("There is no such result here.")));
  }

  /** The report as the content of a page. */
  public String page(Viewer viewer, ResultRow result) {
    return stored(viewer, result, "page");
  }

  /** The whole evaluation as JSON; its schema is published with the command line. */
  public String json(Viewer viewer, ResultRow result) {
    return stored(viewer, result, "evaluation");
  }

  private String stored(Viewer viewer, ResultRow result, String column) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql("select " + column + " from result where id = ?")
                .param(result.id())
                .query(String.class)
                .single());
  }

  /**
   * Measures a period over the files that stand, and keeps what was found.
   *
   * @throws Refused if there is nothing to measure, with what to do
   */
  public UUID measure(Viewer viewer, UUID agreement, String period) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.MEASURE);
    return measure(viewer, agreement, period, "", "");
  }

  /**
   * The same as of a day or moment.
   *
   * @param asOf up to when something happened: a day of the agreement's zone with all its hours, or
   *     a moment with an offset; empty: now
   * @param knownAt up to when something was known; empty: the same
   * @throws Refused as above
   */
  public UUID measure(Viewer viewer, UUID agreement, String period, String asOf, String knownAt) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.MEASURE);
    Instant now = clock.instant();
    ZoneId zone = whole(known.textAlone(viewer, agreement, now)).loading().zone();
    Instant at = moment(asOf, zone).orElse(now.truncatedTo(ChronoUnit.SECONDS));
    Instant knows = moment(knownAt, zone).orElse(at);
    KnownAgreement terms = whole(known.at(viewer, agreement, now, knows));
    List<LoadRow> files = loads.standing(viewer, agreement);
    if (files.stream().noneMatch(LoadRow::isRecords)) {
      throw new Refused("Upload records first.");
    }
    ReportingPeriod asked = period(terms, period);
    Found found =
        over(
            terms,
            files,
            at,
            knows,
            it -> {
              Evaluation evaluation = it.evaluate(asked);
              return new Found(evaluation, StoredSummary.of(evaluation, it.outlook(asked)));
            });
    Evaluation evaluation = found.evaluation();
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    insert into result (agreement, organization, version, versions, period, as_of, known_at, loads, engine, evaluation, page, summary,
                      follows, zone, evaluated_by)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                    """)
                .params(
                    agreement,
                    viewer.organization(),
                    terms.last().id(),
                    terms.rows().stream().map(VersionRow::id).toArray(UUID[]::new),
                    period.strip(),
                    at.atOffset(ZoneOffset.UTC),
                    knows.atOffset(ZoneOffset.UTC),
                    files.stream().map(LoadRow::id).toArray(UUID[]::new),
                    evaluation.engine(),
                    EvaluationJson.write(evaluation),
                    HtmlReport.content(ReportBuilder.build(evaluation)),
                    found.summary().write(),
                    StoredFollows.of(evaluation).write(),
                    zone.getId(),
                    viewer.person())
                .query(UUID.class)
                .single());
  }

  private record Found(Evaluation evaluation, StoredSummary summary) {}

  private static KnownAgreement whole(Optional<KnownAgreement> terms) {
    return terms.orElseThrow(
        () -> new Refused("Put in a text of the agreement without errors first."));
  }

  private static Optional<Instant> moment(String text, ZoneId zone) {
    try {
      String stripped = text.strip();
      return stripped.isEmpty()
          ? Optional.empty()
          : Optional.of(
              stripped.length() == 10
                  ? LocalDate.parse(stripped)
                      .plusDays(1)
                      .atStartOfDay(zone)
                      .toInstant()
                      .minusNanos(1_000)
                  : OffsetDateTime.parse(stripped).toInstant());
    } catch (DateTimeParseException fault) {
      throw new Refused(
          "\"" + text + "\" is no day; write it like 2026-10-31, or 2026-10-31T17:00:00-04:00.");
    }
  }

  private <T> T over(
      KnownAgreement terms,
      List<LoadRow> files,
      Instant asOf,
      Instant knownAt,
      Function<Measuring, T> work) {
    LocalDate today = knownAt.atZone(terms.loading().zone()).toLocalDate();
    return loads.opened(
        terms,
        named(files),
        today,
        opening -> {
          try (OpenRecords records = opening.usable(Set.of())) {
            return work.apply(new Measuring(terms, opening, records, asOf, knownAt));
          }
        });
  }

  /**
   * A result measured again, as it was.
   *
   * @throws NotHere if the person may not see the records behind it
   */
  public Evaluation again(Viewer viewer, ResultRow result) {
    return again(viewer, result, Measuring::evaluate);
  }

  /** Name and version of what measures. */
  public static String program() {
    return Measuring.engine().replaceFirst(",.*", "");
  }

  /** The cases behind a figure of a result. */
  Measuring.CasesTold cases(Viewer viewer, ResultRow result, String metric) {
    return again(viewer, result, (it, period) -> it.cases(period, metric, CASES_LISTED));
  }

  /** One case of a result with its life. */
  Document life(Viewer viewer, ResultRow result, String metric, String key) {
    return again(viewer, result, (it, period) -> it.life(period, metric, key));
  }

  /** The same as data, in the form of an evaluation. */
  String lifeAsJson(Viewer viewer, ResultRow result, String metric, String key) {
    return EvaluationJson.write(
        again(viewer, result, (it, period) -> it.told(period, metric, key)));
  }

  private <T> T again(
      Viewer viewer, ResultRow result, BiFunction<Measuring, ReportingPeriod, T> work) {
    KnownAgreement terms = terms(viewer, result);
    ReportingPeriod period = period(terms, result.period());
    return over(
        terms,
        files(viewer, result),
        result.asOf(),
        result.knownAt(),
        it -> work.apply(it, period));
  }

  private KnownAgreement terms(Viewer viewer, ResultRow result) {
    return known
        .at(viewer, result.agreement(), result.evaluatedAt(), result.knownAt())
        .filter(now -> now.last().id().equals(result.version()))
        .orElseThrow(() -> new NotHere("The text behind this result was not sent to you."));
  }

  private List<LoadRow> files(Viewer viewer, ResultRow result) {
    List<LoadRow> files = loads.named(viewer, result.agreement(), result.loads());
    if (files.size() < result.loads().size()) {
      throw new NotHere("The records behind this result were not sent to you.");
    }
    return files;
  }

  /**
   * A result as a publication, measured again over the files that lie in it.
   *
   * @param before what it restates
   * @param reason why; empty where it restates nothing
   * @throws NotHere if the person may not see the records behind it
   */
  public PublishedReport published(
      Viewer viewer, ResultRow result, Optional<PublishedReport> before, String reason)
      throws IOException {
    KnownAgreement terms = terms(viewer, result).inFiles();
    List<LoadRow> files = files(viewer, result);
    ReportingPeriod period = period(terms, result.period());
    Evaluation evaluation =
        over(terms, files, result.asOf(), result.knownAt(), it -> it.evaluate(period));
    Map<LoadRow, Path> records = new LinkedHashMap<>();
    files.forEach(file -> records.put(file, loads.file(file)));
    return PublishedReport.of(
        result,
        evaluation,
        new PublishedReport.Basis(
            terms.rows().stream().map(row -> agreements.text(viewer, row).text()).toList(),
            known
                .file(viewer, result.agreement(), result.evaluatedAt(), result.knownAt())
                .orElseThrow(),
            terms.files(),
            records),
        before,
        reason);
  }

  /** Whether the person may go down to the cases of a result. */
  boolean hasRecords(Viewer viewer, ResultRow result) {
    return loads.named(viewer, result.agreement(), result.loads()).size()
        == Set.copyOf(result.loads()).size();
  }

  /** Puts a result on the table, with the files that it read. */
  public void send(Viewer viewer, UUID agreement, UUID result) {
    ResultRow row = one(viewer, agreement, result);
    authority.require(viewer, agreement, Act.SEND);
    if (!row.organization().equals(viewer.organization())) {
      throw new NotAllowed("This result is the other party’s.");
    }
    if (row.isSent()) {
      throw new Refused("This result was sent already.");
    }
    if (row.versions().stream()
        .anyMatch(it -> !agreements.version(viewer, agreement, it).isSent())) {
      throw new Refused("Send the text first under which it was measured.");
    }
    store.in(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    insert into sending (agreement, organization, subject, sent_by)
                    select :agreement, :organization, subject, :person from (
                      select cast(:result as uuid) as subject
                      union all
                      select l.id from load l where l.id = any(:loads) and l.organization = :organization
                        and not exists (select from sending s where s.subject = l.id)) as each
                    """)
                .param("agreement", agreement)
                .param("organization", viewer.organization())
                .param("person", viewer.person())
                .param("result", result)
                .param("loads", row.loads().toArray(UUID[]::new))
                .update());
  }

  private static Map<String, String> named(List<LoadRow> files) {
    Map<String, String> named = new LinkedHashMap<>();
    files.forEach(file -> named.put(file.fileName(), file.sha256()));
    return named;
  }

  private static ReportingPeriod period(KnownAgreement terms, String text) {
    try {
      return ReportingPeriods.parse(
          text.strip(),
          PeriodRules.fiscalYear(terms.loading()).orElseGet(PeriodRule::federalFiscalYear));
    } catch (RefusedInputException fault) {
      throw new Refused("The period: " + fault.getMessage());
    }
  }

  private static ResultRow row(ResultSet rows) throws SQLException {
    return new ResultRow(
        rows.getObject("id", UUID.class),
        rows.getObject("agreement", UUID.class),
        rows.getObject("organization", UUID.class),
        rows.getString("organization_name"),
        rows.getObject("version", UUID.class),
        List.of((UUID[]) rows.getArray("versions").getArray()),
        rows.getString("period"),
        rows.getObject("as_of", OffsetDateTime.class).toInstant(),
        rows.getObject("known_at", OffsetDateTime.class).toInstant(),
        ZoneId.of(rows.getString("zone")),
        List.of((UUID[]) rows.getArray("loads").getArray()),
        rows.getString("evaluated_by_name"),
        rows.getObject("evaluated_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(rows.getObject("sent_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
