package org.plumbline.web.todo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Deadline;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Reconsideration;
import org.plumbline.agreement.Reports;
import org.plumbline.register.Standing;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.close.Closing;
import org.plumbline.web.close.Step;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.notice.Notices;
import org.plumbline.web.records.Ending;
import org.plumbline.web.records.KnownAgreement;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.request.Requests;
import org.springframework.stereotype.Component;

/**
 * By when what waits has to be done, and what happens when that day passes, as the terms say; and
 * what falls due by the terms alone: records to deliver, reports to issue.
 */
@Component
final class Deadlines {

  /** Days before a last day about renewal from which it is told. */
  private static final int AHEAD = 60;

  private final Agreements agreements;
  private final Authority authority;
  private final Closing closing;
  private final Requests requests;
  private final Notices notices;
  private final Clock clock;

  Deadlines(
      Agreements agreements,
      Authority authority,
      Closing closing,
      Requests requests,
      Notices notices,
      Clock clock) {
    this.agreements = agreements;
    this.authority = authority;
    this.closing = closing;
    this.requests = requests;
    this.notices = notices;
    this.clock = clock;
  }

  /** The items with their days, and those that wait by the terms alone. */
  List<ToDo.Item> of(Viewer viewer, List<ToDo.Item> items) {
    List<ToDo.Item> all = new ArrayList<>();
    for (AgreementRow row : agreements.all(viewer)) {
      List<ToDo.Item> own = items.stream().filter(it -> it.agreement().equals(row.id())).toList();
      Optional<KnownAgreement> terms = terms(viewer, row.id());
      if (terms.isEmpty()) {
        all.addAll(own);
        continue;
      }
      Around around = new Around(viewer, row, terms.get());
      own.forEach(item -> all.add(around.dated(around.named(item))));
      all.addAll(around.byTheTerms(own));
    }
    return all;
  }

  private Optional<KnownAgreement> terms(Viewer viewer, UUID agreement) {
    try {
      return closing.terms(viewer, agreement);
    } catch (Refused registerOfNoUse) {
      return Optional.empty();
    }
  }

  /** One agreement. */
  private final class Around {
    private final Viewer viewer;
    private final AgreementRow row;
    private final KnownAgreement terms;
    private final Agreement text;
    private final List<Closing.Close> closes;

    Around(Viewer viewer, AgreementRow row, KnownAgreement terms) {
      this.viewer = viewer;
      this.row = row;
      this.terms = terms;
      this.text = terms.versions().last().agreement();
      this.closes = closing.all(viewer, row.id(), terms);
    }

    /** Metrics by their names; the rows of requests have what the text calls them. */
    ToDo.Item named(ToDo.Item item) {
      String what = item.what();
      for (Map.Entry<String, Metric> metric : text.metrics().entrySet()) {
        what = what.replace("“" + metric.getKey() + "”", "“" + metric.getValue().name() + "”");
      }
      return item.saying(what);
    }

    ToDo.Item dated(ToDo.Item item) {
      String last = item.path().substring(item.path().lastIndexOf('/') + 1);
      return switch (item.kind()) {
        case "answer" -> answered(item, last);
        case "accept" ->
            by(item, last, "accepted", "Without a word by then it counts as accepted.");
        case "issue" -> by(item, last, "issued", "From then on the report is past its last day.");
        case "review" -> by(item, last, "review", "The review ends when the report is issued.");
        case "sign" -> signed(item);
        case "declared" -> declared(item);
        default -> item.due().map(due -> item.by(due, "", isOver(due))).orElse(item);
      };
    }

    private ToDo.Item by(ToDo.Item item, String period, String step, String then) {
      return closes.stream()
          .filter(close -> close.period().name().equals(period))
          .flatMap(close -> close.steps().stream())
          .filter(each -> each.id().equals(step))
          .findFirst()
          .flatMap(Step::due)
          .map(due -> item.by(due, then, isOver(due)))
          .orElse(item);
    }

    /** A request is decided in time, or silence decides. */
    private ToDo.Item answered(ToDo.Item item, String request) {
      String key =
          requests.all(viewer, row.id()).stream()
              .filter(each -> each.id().toString().equals(request))
              .findFirst()
              .map(each -> each.key())
              .orElse("");
      return requests.standings(terms).stream()
          .filter(each -> each.id().equals(key))
          .findFirst()
          .map(
              standing ->
                  standing.state() == Standing.State.PENDING && standing.decideBy().isPresent()
                      ? item.by(
                          standing.decideBy().get(),
                          silence(text.reconsideration().flatMap(Reconsideration::silence)),
                          isOver(standing.decideBy().get()))
                      : item.then(
                          "It stands as "
                              + standing.state().words()
                              + ": "
                              + standing.words().replaceFirst("\\.$", "")
                              + ". An answer may still accept it."))
          .orElse(item);
    }

    /** A text that names the day on which it takes effect. */
    private ToDo.Item signed(ToDo.Item item) {
      String version = item.path().substring(item.path().lastIndexOf('=') + 1);
      return agreements.versions(viewer, row.id()).stream()
          .filter(each -> each.id().toString().equals(version))
          .findFirst()
          .flatMap(each -> each.effective())
          .map(
              day ->
                  item.by(
                      day,
                      "It is meant to take effect on that day, and does not while a signature is"
                          + " missing.",
                      isOver(day)))
          .orElse(item);
    }

    /** A time that a notice declares, where the other party has so long to accept it. */
    private ToDo.Item declared(ToDo.Item item) {
      String id = item.path().substring(item.path().lastIndexOf("#n") + 2);
      return notices.all(viewer, row.id()).stream()
          .filter(notice -> notice.id().toString().equals(id))
          .flatMap(notice -> notice.exclusion().stream())
          .map(text.exclusions()::get)
          .filter(Objects::nonNull)
          .map(Exclusion::ground)
          .filter(Exclusion.Ground.Declared.class::isInstance)
          .map(Exclusion.Ground.Declared.class::cast)
          .filter(asked -> asked.acceptedBy().isPresent() && asked.decideWithin().isPresent())
          .findFirst()
          .map(
              asked -> {
                LocalDate day =
                    Deadline.of(
                        text,
                        LocalDate.ofInstant(item.since(), text.zone()),
                        asked.decideWithin().orElseThrow());
                return item.by(day, silence(asked.silence()), isOver(day));
              })
          .orElse(item);
    }

    private static String silence(Optional<String> counts) {
      return counts.filter("accepted"::equals).isPresent()
          ? "Silence then counts as acceptance."
          : "Silence then counts as rejection.";
    }

    private boolean isOver(LocalDate day) {
      return LocalDate.ofInstant(clock.instant(), text.zone()).isAfter(day);
    }

    // ---- what falls due by the terms alone ----

    List<ToDo.Item> byTheTerms(List<ToDo.Item> known) {
      List<ToDo.Item> found = new ArrayList<>();
      String side = row.customer().equals(viewer.organization()) ? Party.CUSTOMER : Party.PROVIDER;
      boolean isParty =
          row.customer().equals(viewer.organization())
              || row.provider().equals(viewer.organization());
      if (!isParty || !row.onTheTable()) {
        return found;
      }
      if (supplies(side) && authority.may(viewer, row.id(), Act.LOAD)) {
        open("records", close -> true)
            .ifPresent(
                due ->
                    found.add(
                        item(
                            "records",
                            "Deliver the records of " + due.periods(),
                            due,
                            "/records",
                            "Results stay provisional until they came.")));
      }
      if (side.equals(issuer()) && authority.may(viewer, row.id(), Act.MEASURE)) {
        open(
                "issued",
                close ->
                    known.stream()
                        .noneMatch(
                            it ->
                                it.kind().equals("issue")
                                    && it.path().endsWith("/" + close.period().name())))
            .ifPresent(
                due ->
                    found.add(
                        item(
                            "report",
                            "Measure " + due.periods() + " and issue the report",
                            due,
                            "/close",
                            "From then on the report is past its last day.")));
      }
      if (authority.may(viewer, row.id(), Act.SEND)) {
        terms.ending().flatMap(ending -> goingOn(ending, side)).ifPresent(found::add);
      }
      return found;
    }

    /** From {@link #AHEAD} days before: notice about renewal, then the text of the next term. */
    private Optional<ToDo.Item> goingOn(Ending ending, String side) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), text.zone());
      LocalDate noticeBy = ending.noticeBy().orElse(ending.until());
      boolean goesOn =
          ending.state() == Ending.State.GOES_ON || ending.state() == Ending.State.RENEWED;
      if (ending.isNoticeOpen(today)
          && !ending.hasSaid(side)
          && ending.state() != Ending.State.RENEWED
          && !today.isBefore(noticeBy.minusDays(AHEAD))) {
        return Optional.of(
            ahead(
                "renewal",
                "Say whether the agreement goes on after " + ending.until(),
                noticeBy,
                goesOn
                    ? "Without a notice it goes on."
                    : "Without a notice it ends on " + ending.until() + "."));
      }
      return goesOn && !today.isBefore(ending.until().minusDays(AHEAD))
          ? Optional.of(
              ahead(
                  "extend",
                  "Agree the text of the time after " + ending.until(),
                  ending.until(),
                  "Without a text that both signed nothing after that day is counted."))
          : Optional.empty();
    }

    private ToDo.Item ahead(String kind, String what, LocalDate day, String then) {
      Instant since = day.minusDays(AHEAD).atStartOfDay(text.zone()).toInstant();
      return item(kind, what, new Due("", day, since), "/renewal", then);
    }

    private ToDo.Item item(String kind, String what, Due due, String path, String then) {
      return new ToDo.Item(
              row.id(),
              row.title(),
              kind,
              what,
              due.since(),
              text.zone(),
              "/agreements/" + row.id() + path,
              Optional.empty(),
              "",
              false)
          .by(due.first(), then, isOver(due.first()));
    }

    private boolean supplies(String side) {
      return text.records().values().stream()
          .flatMap(set -> set.delivery().stream())
          .flatMap(delivery -> delivery.suppliedBy().stream().limit(1))
          .anyMatch(who -> who.replaceAll("/.*", "").equals(side));
    }

    private String issuer() {
      return text.reports()
          .flatMap(Reports::issuedBy)
          .map(who -> who.replaceAll("/.*", ""))
          .orElse(Party.PROVIDER);
    }

    /** The periods that are over whose step has a day and was not done; the earliest day counts. */
    private Optional<Due> open(String step, Predicate<Closing.Close> also) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), text.zone());
      List<String> periods = new ArrayList<>();
      Optional<Due> first = Optional.empty();
      for (Closing.Close close : closes) {
        Optional<LocalDate> due =
            close.steps().stream()
                .filter(each -> each.id().equals(step) && each.state() != Step.State.DONE)
                .findFirst()
                .flatMap(Step::due);
        if (due.isPresent() && close.period().until().isBefore(today) && also.test(close)) {
          periods.add(0, close.period().name());
          first =
              Optional.of(
                  new Due(
                      "",
                      due.get(),
                      close.period().until().plusDays(1).atStartOfDay(text.zone()).toInstant()));
        }
      }
      return first.map(it -> new Due(joined(periods), it.first(), it.since()));
    }

    private static String joined(List<String> periods) {
      return periods.size() == 1
          ? periods.get(0)
          : String.join(", ", periods.subList(0, periods.size() - 1))
              + " and "
              + periods.get(periods.size() - 1);
    }
  }

  /**
   * What is open of some periods.
   *
   * @param periods their names
   * @param first the day of the earliest
   * @param since since when it could be done
   */
  private record Due(String periods, LocalDate first, Instant since) {}
}
