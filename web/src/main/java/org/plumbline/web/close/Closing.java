package org.plumbline.web.close;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.register.Standing;
import org.plumbline.register.Standings;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.ledger.Ledger;
import org.plumbline.web.records.KnownAgreement;
import org.plumbline.web.records.KnownAgreements;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.result.Measured;
import org.plumbline.web.result.ResultRow;
import org.springframework.stereotype.Component;

/** Where the periods of an agreement stand: each with its steps, their days, and who is next. */
@Component
public final class Closing {

  private static final int LISTED = 13;

  private final Agreements agreements;
  private final KnownAgreements known;
  private final Measured measured;
  private final Publications publications;
  private final Ledger ledger;
  private final Clock clock;

  Closing(
      Agreements agreements,
      KnownAgreements known,
      Measured measured,
      Publications publications,
      Ledger ledger,
      Clock clock) {
    this.agreements = agreements;
    this.known = known;
    this.measured = measured;
    this.publications = publications;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * A period with its steps.
   *
   * @param results those of the period that the person may see, the newest first
   * @param reports those of the period, the newest first
   */
  public record Close(
      ReportingPeriod period,
      List<Step> steps,
      List<ResultRow> results,
      List<PublicationRow> reports) {
    /** Copies the lists. */
    public Close {
      steps = List.copyOf(steps);
      results = List.copyOf(results);
      reports = List.copyOf(reports);
    }

    /** The step whose turn it is; empty when all is done. */
    public Optional<Step> next() {
      return steps.stream()
          .filter(step -> step.state() == Step.State.LATE)
          .findFirst()
          .or(() -> steps.stream().filter(step -> step.state() == Step.State.NEXT).findFirst());
    }
  }

  /** What stands around an agreement now; empty without a text that can be read. */
  public Optional<KnownAgreement> terms(Viewer viewer, UUID agreement) {
    Instant now = clock.instant();
    return known.at(viewer, agreement, now, now);
  }

  /** The periods that have begun, the newest first. */
  public List<Close> all(Viewer viewer, UUID agreement, KnownAgreement terms) {
    agreements.one(viewer, agreement);
    Agreement text = terms.versions().last().agreement();
    LocalDate today = today(text.zone());
    Map<String, ReportingPeriod> periods = new LinkedHashMap<>();
    text.metrics()
        .values()
        .forEach(
            metric ->
                PeriodRules.periods(text, metric).stream()
                    .filter(period -> !period.from().isAfter(today) && !terms.isOver(period))
                    .forEach(period -> periods.putIfAbsent(period.name(), period)));
    List<ResultRow> results = measured.all(viewer, agreement);
    List<PublicationRow> reports = publications.all(viewer, agreement);
    return periods.values().stream()
        .sorted(
            Comparator.comparing(ReportingPeriod::until)
                .thenComparing(ReportingPeriod::from)
                .reversed())
        .limit(LISTED)
        .map(period -> close(viewer, agreement, terms, period, results, reports))
        .toList();
  }

  /**
   * One period.
   *
   * @throws NotHere if the agreement has no such period
   */
  public Close one(Viewer viewer, UUID agreement, KnownAgreement terms, String period) {
    agreements.one(viewer, agreement);
    ReportingPeriod asked =
        Standings.period(terms.versions().last().agreement(), period)
            .orElseThrow(() -> new NotHere("There is no such period here."));
    return close(
        viewer,
        agreement,
        terms,
        asked,
        measured.all(viewer, agreement),
        publications.all(viewer, agreement));
  }

  /**
   * Issues the report of a period, or restates it.
   *
   * @param result the result that becomes the report
   * @param reason why it is restated; of the first report of a period nothing
   */
  public UUID issue(
      Viewer viewer, UUID agreement, String period, Optional<UUID> result, String reason) {
    AgreementRow row = agreements.one(viewer, agreement);
    KnownAgreement terms =
        terms(viewer, agreement).orElseThrow(() -> new NotHere("There is no such period here."));
    Close close = one(viewer, agreement, terms, period);
    return publications.issue(
        viewer,
        row,
        terms.versions().last().agreement(),
        close.reports(),
        result.flatMap(
            id -> close.results().stream().filter(each -> each.id().equals(id)).findFirst()),
        reason);
  }

  private Close close(
      Viewer viewer,
      UUID agreement,
      KnownAgreement terms,
      ReportingPeriod period,
      List<ResultRow> results,
      List<PublicationRow> reports) {
    Agreement text = terms.versions().on(period.until()).agreement();
    List<ResultRow> own =
        results.stream().filter(each -> isOf(text, each.period(), period)).toList();
    List<PublicationRow> issued =
        reports.stream().filter(each -> isOf(text, each.period(), period)).toList();
    ZoneId zone = text.zone();
    Optional<PublicationRow> last = issued.stream().findFirst();
    List<String> standings =
        last.map(report -> standings(viewer, report, agreement)).orElse(List.of());
    PeriodFacts facts =
        new PeriodFacts(
            text,
            period,
            today(zone),
            delivered(terms, period),
            own.stream()
                .flatMap(each -> each.sentAt().stream())
                .min(Comparator.naturalOrder())
                .map(at -> LocalDate.ofInstant(at, zone)),
            issued.stream()
                .map(PublicationRow::issuedAt)
                .min(Comparator.naturalOrder())
                .map(at -> LocalDate.ofInstant(at, zone)),
            pending(terms, text, period),
            last.flatMap(PublicationRow::decision),
            last.flatMap(PublicationRow::decidedAt).map(at -> LocalDate.ofInstant(at, zone)),
            standings.size(),
            standings.stream().filter(each -> each.equals("proposed")).count());
    return new Close(period, CloseSteps.of(facts), own, issued);
  }

  private static boolean isOf(Agreement text, String asked, ReportingPeriod period) {
    return asked.equals(period.name())
        || Standings.period(text, asked).filter(period::equals).isPresent();
  }

  private long pending(KnownAgreement terms, Agreement text, ReportingPeriod period) {
    return Standings.of(terms.register(), terms::on, today(text.zone())).requests().stream()
        .filter(each -> each.state() == Standing.State.PENDING)
        .filter(each -> isOf(text, each.request().period(), period))
        .count();
  }

  /** The last day on which some set was stated to be complete for the period, if all were. */
  private Optional<LocalDate> delivered(KnownAgreement terms, ReportingPeriod period) {
    Agreement text = terms.versions().last().agreement();
    Map<String, LocalDate> days = new LinkedHashMap<>();
    terms
        .register()
        .loads()
        .values()
        .forEach(
            load ->
                load.completeFor()
                    .flatMap(name -> Standings.period(text, name))
                    .filter(complete -> complete.contains(period.until()))
                    .ifPresent(
                        complete ->
                            days.merge(
                                load.set(),
                                load.delivered(),
                                (one, other) -> one.isBefore(other) ? one : other)));
    List<String> supplied =
        text.records().entrySet().stream()
            .filter(each -> each.getValue().delivery().isPresent())
            .map(Map.Entry::getKey)
            .toList();
    return !days.isEmpty() && days.keySet().containsAll(supplied)
        ? days.values().stream().max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /** The standings of what follows from a report, as it stands now. */
  private List<String> standings(Viewer viewer, PublicationRow report, UUID agreement) {
    return ledger.of(viewer, agreement, report.result()).stream()
        .map(owed -> owed.standing().key())
        .toList();
  }

  private LocalDate today(ZoneId zone) {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
