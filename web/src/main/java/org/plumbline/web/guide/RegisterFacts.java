package org.plumbline.web.guide;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.signoff.SignOff;
import org.plumbline.web.signoff.SignOffs;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/** What tables show by themselves: something was sent, signed, brought in, issued. */
@Component
final class RegisterFacts implements FactSource {

  /** The first of each kind is enough; the database shows what the person may see. */
  private static final String FACTS =
      """
      select 'TEXT_SENT' as evidence, o.name || ' sent text ' || v.number as sentence, s.sent_at as at, '/versions/' || v.id as path
        from version v join sending s on s.subject = v.id join organization o on o.id = v.organization where v.agreement = :agreement
      union all select 'AMENDED', o.name || ' sent amendment ' || v.number, s.sent_at, '/versions/' || v.id
        from version v join sending s on s.subject = v.id join organization o on o.id = v.organization
        where v.agreement = :agreement and (v.amendment is not null or v.text ~ '(^|\\n)amendment:')
      union all select 'QSMO_READS', q.name || ' reads what was sent', w.admitted_at, ''
        from oversight w join organization q on q.id = w.overseer where w.agreement = :agreement and q.kind = 'qsmo'
      union all select 'RECORDS_LOADED', o.name || ' brought in ' || l.file_name, l.received_at, '/records/' || l.id
        from load l join organization o on o.id = l.organization where l.agreement = :agreement and not l.is_binding
      union all select 'REPORT_ISSUED', 'report ' || p.number || ' was issued', p.issued_at, '/results/' || p.result
        from publication p where p.agreement = :agreement
      union all select 'REPORT_ISSUED', o.name || ' sent the result of ' || r.period, s.sent_at, '/results/' || r.id
        from result r join sending s on s.subject = r.id join organization o on o.id = r.organization where r.agreement = :agreement
      union all select case when v.subject ilike 'annual review%' then 'ANNUAL_REVIEW' else 'MEETING_HELD' end,
        'the meeting “' || v.subject || '” was held', n.written_at, '/reviews'
        from review_note n join review v on v.id = n.review where n.agreement = :agreement and n.kind = 'held'
      union all select 'CONOPS_SENT', o.name || ' sent concept of operations ' || c.number, s.sent_at, '/conops/' || c.id
        from conops c join sending s on s.subject = c.id join organization o on o.id = c.organization where c.agreement = :agreement
      union all select 'CONOPS_ANSWERED', o.name || ' answered concept of operations ' || c.number, f.given_at, '/conops/' || c.id
        from conops_certification f join conops c on c.id = f.conops join organization o on o.id = f.organization where f.agreement = :agreement
      union all select 'CONOPS_CERTIFIED', 'both parties accepted concept of operations ' || c.number, max(f.given_at), '/conops/' || c.id
        from conops c join lateral (select distinct on (organization, role) * from conops_certification where conops = c.id
          order by organization, role, given_at desc) f on true
        where c.agreement = :agreement group by c.id, c.number
        having count(distinct f.organization) filter (where f.decision = 'accepted') > 1 and bool_and(f.decision = 'accepted')
      order by at
      """;

  private final Store store;
  private final SignOffs signOffs;

  RegisterFacts(Store store, SignOffs signOffs) {
    this.store = store;
    this.signOffs = signOffs;
  }

  @Override
  public List<Fact> of(Viewer viewer, AgreementRow agreement) {
    List<Fact> facts =
        new ArrayList<>(
            store.as(
                viewer.person(),
                jdbc ->
                    jdbc.sql(FACTS)
                        .param("agreement", agreement.id())
                        .query((rows, number) -> fact(agreement.id(), rows))
                        .list()));
    signOffs.all(viewer, agreement).stream()
        .filter(SignOffs.Progress::isSigned)
        .map(progress -> signed(agreement.id(), progress))
        .forEach(facts::add);
    facts.sort(Comparator.comparing(fact -> fact.at().orElseThrow()));
    return facts;
  }

  private static Fact signed(UUID agreement, SignOffs.Progress progress) {
    return new Fact(
        Evidence.SIGNED_BY_BOTH,
        "both parties signed text " + progress.version().label(),
        progress.steps().stream()
            .flatMap(step -> step.last().stream())
            .map(SignOff::givenAt)
            .max(Comparator.naturalOrder()),
        "/agreements/" + agreement + "/versions/" + progress.version().id());
  }

  private static Fact fact(UUID agreement, ResultSet rows) throws SQLException {
    return new Fact(
        Evidence.valueOf(rows.getString("evidence")),
        rows.getString("sentence"),
        Optional.of(rows.getObject("at", OffsetDateTime.class).toInstant()),
        "/agreements/" + agreement + rows.getString("path"));
  }
}
