package org.plumbline.known;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.RegisterRow;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.exclusion.DeclaredTimes;
import org.plumbline.inforce.InForceFollows;
import org.plumbline.inforce.UnderVersions;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.records.duckdb.RegisterRows;
import org.plumbline.register.Issued;
import org.plumbline.register.Standings;
import org.plumbline.remedy.BillPage;
import org.plumbline.remedy.Circumstances;
import org.plumbline.remedy.Consequences;
import org.plumbline.remedy.PostingId;
import org.plumbline.remedy.Reconciling;
import org.plumbline.remedy.Registered;
import org.plumbline.remedy.Remedying;

/** What follows from the results asked for, with what the register's files say. */
public final class Follows {

  private final Agreement agreement;
  private final KnownRecords records;
  private final Optional<UnderVersions> under;
  private final List<Issued> issued;
  private final Map<String, List<RegisterRow>> kept;

  /**
   * What follows.
   *
   * @param under which version judged what, where there are several
   * @param issued reports that the register knows to be issued
   * @param kept rows of the register's own sets beside those of files
   */
  public Follows(
      Agreement agreement,
      KnownRecords records,
      Optional<UnderVersions> under,
      List<Issued> issued,
      Map<String, List<RegisterRow>> kept) {
    this.agreement = agreement;
    this.records = records;
    this.under = under;
    this.issued = issued;
    this.kept = kept;
  }

  /**
   * What follows, and what is to be said of the register's rows.
   *
   * @param all results of all periods
   * @param chosen those asked for
   * @param asked the days asked for
   * @param ofAgreement whether remedies that are judged for the agreement, and bills, were asked
   *     for too
   */
  public Registered.Follows from(
      Results all, Results chosen, ReportingPeriod asked, boolean ofAgreement) {
    if (agreement.remedies().isEmpty() && agreement.commitments().isEmpty() && under.isEmpty()) {
      return new Registered.Follows(Consequences.NONE, List.of());
    }
    LocalDate today = all.asOf().atZone(agreement.zone()).toLocalDate();
    Registered.Follows found =
        Registered.of(
            agreement,
            rows(),
            today,
            reports(),
            unpaid(all.asOf()),
            known -> Reconciling.of(agreement, all, known, follows(all, known)));
    Set<List<Object>> shown = new HashSet<>();
    for (Result result : chosen.results()) {
      shown.add(List.of(result.metric(), result.period()));
    }
    Consequences only = found.consequences().only(id -> isShown(id, shown, asked, ofAgreement));
    List<BillPage> bills =
        only.bills().stream()
            .filter(page -> ofAgreement && asked.contains(page.period().until()))
            .toList();
    return new Registered.Follows(only.with(bills), found.findings());
  }

  /** The rows of files, and those kept elsewhere in the place of such with the same key. */
  private Map<String, List<RegisterRow>> rows() {
    Map<String, List<RegisterRow>> rows =
        new LinkedHashMap<>(RegisterRows.of(records.database(), records.sets()));
    kept.forEach(
        (set, more) -> {
          List<String> key =
              Optional.ofNullable(RegisterSets.SETS.get(set))
                  .map(RecordSet::caseKey)
                  .orElse(List.of());
          Set<List<Object>> keys = new HashSet<>();
          more.forEach(row -> keys.add(key(row, key)));
          List<RegisterRow> all = new ArrayList<>(rows.getOrDefault(set, List.of()));
          all.removeIf(row -> keys.contains(key(row, key)));
          all.addAll(more);
          rows.put(set, all);
        });
    return rows;
  }

  private static List<Object> key(RegisterRow row, List<String> key) {
    return key.stream().<Object>map(part -> row.text(part)).toList();
  }

  private Consequences follows(Results all, Circumstances known) {
    return under
        .map(found -> InForceFollows.of(found, known))
        .orElseGet(() -> Remedying.follow(agreement, all, known));
  }

  private List<Circumstances.Issued> reports() {
    List<Circumstances.Issued> reports = new ArrayList<>();
    for (Issued report : issued) {
      Standings.period(agreement, report.period())
          .ifPresent(period -> reports.add(new Circumstances.Issued(period, report.on())));
    }
    return reports;
  }

  private Map<String, Set<LocalDate>> unpaid(Instant asOf) {
    return DeclaredTimes.of(agreement, records.engine().declarations(records.sets()), asOf)
        .unpaidDates(agreement);
  }

  private static boolean isShown(
      PostingId id, Set<List<Object>> shown, ReportingPeriod asked, boolean ofAgreement) {
    return id.metric().isEmpty()
        ? ofAgreement && asked.contains(id.period().until())
        : shown.contains(List.of(id.metric().get(), id.period()));
  }
}
