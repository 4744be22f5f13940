package org.plumbline.web.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.calendar.DatedEntry;
import org.plumbline.calendar.ICalendarFile;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.register.Standing;
import org.plumbline.report.paper.Deliverables;
import org.plumbline.report.paper.Source;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.close.Closing;
import org.plumbline.web.close.Step;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.notice.Notices;
import org.plumbline.web.records.Ending;
import org.plumbline.web.records.KnownAgreement;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.request.Requests;
import org.plumbline.web.result.Measured;
import org.plumbline.web.review.Reviews;
import org.springframework.stereotype.Component;

/**
 * What falls due by the text that counts, beside what became of it, and what the parties have put
 * on days themselves: meetings, actions, notices, requests to decide.
 */
@Component
public final class Calendars {

  /** What the text says of its own end, where notices say more. */
  private static final Set<String> OF_THE_END = Set.of("last-day", "renewal");

  private final Agreements agreements;
  private final Closing closing;
  private final Requests requests;
  private final Notices notices;
  private final Reviews reviews;
  private final Clock clock;

  Calendars(
      Agreements agreements,
      Closing closing,
      Requests requests,
      Notices notices,
      Reviews reviews,
      Clock clock) {
    this.agreements = agreements;
    this.closing = closing;
    this.requests = requests;
    this.notices = notices;
    this.reviews = reviews;
    this.clock = clock;
  }

  /** Of one agreement, day by day; nothing without a text that can be read. */
  public List<DueDay> of(Viewer viewer, UUID agreement) {
    AgreementRow row = agreements.one(viewer, agreement);
    return terms(viewer, agreement)
        .map(terms -> new Days(viewer, row, terms).all())
        .orElse(List.of());
  }

  /** Of all agreements that the person sees, day by day. */
  public List<DueDay> all(Viewer viewer) {
    return agreements.all(viewer).stream()
        .flatMap(row -> of(viewer, row.id()).stream())
        .sorted(Comparator.comparing(DueDay::day).thenComparing(DueDay::id))
        .toList();
  }

  /** Today in the zone of an agreement. */
  LocalDate today(DueDay due) {
    return LocalDate.ofInstant(clock.instant(), due.zone());
  }

  /** A register that contradicts itself has no days; its page of results says what is wrong. */
  private Optional<KnownAgreement> terms(Viewer viewer, UUID agreement) {
    try {
      return closing.terms(viewer, agreement);
    } catch (Refused registerOfNoUse) {
      return Optional.empty();
    }
  }

  /**
   * Days for a calendar program.
   *
   * @param name of the calendar
   */
  byte[] file(String name, List<DueDay> days) {
    return ICalendarFile.write(
        name,
        days.stream()
            .map(
                due ->
                    new DatedEntry(
                        due.id() + "@" + due.agreement() + ".plumbline",
                        due.day(),
                        due.what() + due.who().map(who -> " (" + who + ")").orElse(""),
                        (due.standing().isEmpty() ? "" : "It is " + due.standing() + ".\n")
                            + due.by()
                            + ". "
                            + due.title()
                            + "; the day is one of "
                            + due.zone()
                            + ".",
                        due.kind()))
            .toList(),
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /** The days of one agreement. */
  private final class Days {
    private final Viewer viewer;
    private final AgreementRow row;
    private final KnownAgreement terms;
    private final Agreement text;
    private final LocalDate today;
    private final List<DueDay> days = new ArrayList<>();

    Days(Viewer viewer, AgreementRow row, KnownAgreement terms) {
      this.viewer = viewer;
      this.row = row;
      this.terms = terms;
      this.text = terms.versions().last().agreement();
      this.today = LocalDate.ofInstant(clock.instant(), text.zone());
    }

    List<DueDay> all() {
      byTheText();
      meetings();
      notices();
      requests();
      return days.stream()
          .sorted(Comparator.comparing(DueDay::day).thenComparing(DueDay::id))
          .toList();
    }

    private void add(
        LocalDate day,
        String kind,
        String what,
        Optional<String> who,
        String by,
        Optional<LocalDate> done,
        boolean isLate,
        String path,
        String id) {
      days.add(
          new DueDay(
              row.id(),
              row.title(),
              day,
              text.zone(),
              kind,
              what,
              who,
              by,
              done,
              isLate,
              "/agreements/" + row.id() + path,
              id));
    }

    // ---- what the text says ----

    private void byTheText() {
      Map<String, Closing.Close> closes = new LinkedHashMap<>();
      closing
          .all(viewer, row.id(), terms)
          .forEach(close -> closes.put(close.period().name(), close));
      Instant made = clock.instant();
      Source source =
          new Source(
              text, terms.versions().last().hash(), terms.register(), made, Measured.program());
      Optional<Ending> ending =
          terms.ending().filter(each -> each.ends().isPresent() && !each.said().isEmpty());
      ending.ifPresent(this::ends);
      List<String> over = over();
      for (Deliverables.Day due : Deliverables.all(source)) {
        if (over.stream().anyMatch(period -> due.id().endsWith("-" + period))
            || (ending.isPresent() && OF_THE_END.contains(due.id()))) {
          continue;
        }
        Optional<Closing.Close> close =
            closes.entrySet().stream()
                .filter(each -> due.id().endsWith("-" + each.getKey()))
                .findFirst()
                .map(Map.Entry::getValue);
        Optional<Step> step =
            close.flatMap(
                found ->
                    found.steps().stream()
                        .filter(each -> each.id().equals(stepOf(due.id())))
                        .findFirst());
        add(
            step.filter(each -> each.id().equals("requests")).flatMap(Step::due).orElse(due.day()),
            due.kind(),
            due.what(),
            due.who(),
            due.by(),
            step.filter(each -> !each.id().equals("requests")).flatMap(Step::done),
            step.filter(each -> each.state() == Step.State.LATE).isPresent(),
            due.id().equals("renewal")
                ? "/renewal"
                : close.map(found -> "/close/" + found.period().name()).orElse(""),
            due.id());
      }
    }

    /** Names of the periods that begin after the last day. */
    private List<String> over() {
      return text.metrics().values().stream()
          .flatMap(metric -> PeriodRules.periods(text, metric).stream())
          .filter(terms::isOver)
          .map(ReportingPeriod::name)
          .distinct()
          .toList();
    }

    private void ends(Ending ending) {
      add(
          ending.ends().orElseThrow(),
          "Agreement",
          "Last day of the agreement",
          Optional.empty(),
          ending.said().stream().map(Ending.Said::words).findFirst().orElse("performance-period"),
          Optional.empty(),
          false,
          "/renewal",
          "last-day");
    }

    /** The step of a close that does what falls due; empty if none does. */
    private static String stepOf(String id) {
      return id.startsWith("records-")
          ? "records"
          : id.startsWith("report-") ? "issued" : id.startsWith("request-") ? "requests" : "";
    }

    // ---- what the parties put on days ----

    private void meetings() {
      List<Reviews.Note> notes = reviews.notes(viewer, row.id());
      for (Reviews.ReviewRow review : reviews.all(viewer, row.id())) {
        add(
            review.planned(),
            "Review",
            "Review meeting: " + review.subject(),
            Optional.empty(),
            "called by " + review.calledBy(),
            notes.stream()
                    .anyMatch(
                        note -> note.review().equals(review.id()) && note.kind().equals("held"))
                ? Optional.of(review.planned())
                : Optional.empty(),
            false,
            "/reviews",
            "review-" + review.id());
      }
      for (Reviews.Note note : notes) {
        if (note.kind().equals("action") && !note.done() && note.due().isPresent()) {
          add(
              note.due().get(),
              "Action",
              note.text(),
              note.owner(),
              "a review meeting",
              Optional.empty(),
              note.due().get().isBefore(today),
              "/reviews",
              "action-" + note.id());
        }
      }
    }

    private void notices() {
      for (Notices.NoticeRow notice : notices.all(viewer, row.id())) {
        notice
            .from()
            .ifPresent(
                day ->
                    add(
                        day,
                        "Notice",
                        notice.words()
                            + ": "
                            + notice.text()
                            + notice
                                .until()
                                .filter(last -> !last.equals(day))
                                .map(last -> ", until " + last)
                                .orElse(""),
                        Optional.of(notice.organizationName()),
                        "a notice",
                        Optional.empty(),
                        false,
                        "/notices",
                        "notice-" + notice.id()));
      }
    }

    private void requests() {
      for (Standing standing : requests.standings(terms)) {
        if (standing.state() == Standing.State.PENDING && standing.decideBy().isPresent()) {
          String other =
              standing.request().by().equals(Party.CUSTOMER)
                  ? row.providerName()
                  : row.customerName();
          add(
              standing.decideBy().get(),
              "Request",
              "Last day to decide on the request about “"
                  + standing.request().metric()
                  + "” of "
                  + standing.request().period(),
              Optional.of(other),
              "reconsideration",
              Optional.empty(),
              standing.decideBy().get().isBefore(today),
              "/requests",
              "decide-" + standing.id());
        }
      }
    }
  }
}
