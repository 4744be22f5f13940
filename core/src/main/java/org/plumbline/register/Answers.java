package org.plumbline.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Deadline;
import org.plumbline.agreement.Reconsideration;
import org.plumbline.register.Request.Decision;
import org.plumbline.register.Request.Escalation;
import org.plumbline.register.Request.Outcome;

/**
 * What was answered to one request, in order of the days (docs/meaning.md 23). Who has to answer
 * may always give more, also after the time for it, and never takes back; what is decided after an
 * escalation replaces what was answered before.
 */
final class Answers {

  /** Says of a decision or escalation, by its path below the request, that it has no effect. */
  interface Tell {
    void say(String path, String found, String right);
  }

  private final Agreement agreement;
  private final Request request;
  private final LocalDate today;
  private final boolean needNotBeAnswered;
  private final Optional<Reconsideration> terms;
  private Optional<Decision> answer = Optional.empty();
  private Optional<Escalation> waitsFor = Optional.empty();
  private Optional<LocalDate> decideBy;

  Answers(Agreement agreement, Request request, LocalDate today, boolean needNotBeAnswered) {
    this.agreement = agreement;
    this.request = request;
    this.today = today;
    this.needNotBeAnswered = needNotBeAnswered;
    terms = agreement.reconsideration();
    decideBy = terms.map(each -> Deadline.of(agreement, request.asked(), each.decideWithin()));
  }

  private record Event(LocalDate on, int position, Optional<Decision> decision) {}

  /** Goes through what was decided and escalated up to today. */
  Answers read(Tell tell) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < request.escalated().size(); i++) {
      events.add(new Event(request.escalated().get(i).on(), i, Optional.empty()));
    }
    for (int i = 0; i < request.decisions().size(); i++) {
      Decision decision = request.decisions().get(i);
      events.add(new Event(decision.on(), i, Optional.of(decision)));
    }
    events.sort(Comparator.comparing(Event::on));
    for (Event event : events) {
      if (!event.on().isAfter(today)) {
        Optional<String> why =
            event.decision().isPresent()
                ? decided(event.decision().get())
                : escalated(request.escalated().get(event.position()));
        why.ifPresent(
            found ->
                tell.say(
                    (event.decision().isPresent() ? "decisions/" : "escalated/") + event.position(),
                    found,
                    "what was decided before stands"));
      }
    }
    return this;
  }

  private Optional<String> escalated(Escalation escalation) {
    List<String> roles = terms.map(Reconsideration::escalation).orElse(List.of());
    if (!roles.contains(escalation.to())) {
      return Optional.of(
          "the escalation has no effect: "
              + (roles.isEmpty()
                  ? "the agreement names nobody to whom a request is taken"
                  : escalation.to() + " is not among " + String.join(", ", roles)));
    }
    if (escalation.on().isBefore(request.asked())) {
      return Optional.of("the escalation has no effect: it is before the request");
    }
    waitsFor = Optional.of(escalation);
    decideBy =
        terms
            .flatMap(Reconsideration::eachWithin)
            .map(within -> Deadline.of(agreement, escalation.on(), within));
    return Optional.empty();
  }

  private Optional<String> decided(Decision decision) {
    String without = "the decision of " + decision.on() + " has no effect: ";
    if (decision.on().isBefore(request.asked())) {
      return Optional.of(without + "it is before the request");
    }
    if (waitsFor.isPresent() && decision.role().equals(waitsFor.map(Escalation::to))) {
      answer = Optional.of(decision);
      waitsFor = Optional.empty();
      return Optional.empty();
    }
    if (decision.by().isEmpty() || decision.by().equals(Optional.of(request.by()))) {
      return Optional.of(
          without
              + decision.by().map(by -> by + " asked for it itself").orElse("no party decided it")
              + ", and the other party decides");
    }
    boolean gives = decision.outcome() != Outcome.REJECTED;
    Optional<Outcome> before = before(decision.on());
    if (before.isPresent() && before.get() != Outcome.REJECTED && !gives) {
      return Optional.of(
          without + "the request had been accepted by then, and nobody takes that back");
    }
    answer = Optional.of(decision);
    return Optional.empty();
  }

  /** What had been decided before a day, be it by silence. */
  private Optional<Outcome> before(LocalDate day) {
    if (answer.isPresent()) {
      return answer.map(Decision::outcome);
    }
    boolean over = decideBy.filter(day::isAfter).isPresent() && !needNotBeAnswered;
    return over ? Optional.of(bySilence()) : Optional.empty();
  }

  private Outcome bySilence() {
    boolean accepts = terms.flatMap(Reconsideration::silence).equals(Optional.of("accepted"));
    return accepts ? Outcome.ACCEPTED : Outcome.REJECTED;
  }

  /** How the request stands; empty if nobody needed to answer, and nobody accepted it. */
  Optional<Standing> standing(String id) {
    boolean time = decideBy.map(last -> !today.isAfter(last)).orElse(true);
    if (waitsFor.isPresent() && time) {
      return Optional.of(
          pending(id, "escalated to " + waitsFor.get().to() + " on " + waitsFor.get().on()));
    }
    if (answer.isPresent()) {
      return needNotBeAnswered && answer.get().outcome() == Outcome.REJECTED
          ? Optional.empty()
          : Optional.of(answered(id, answer.get()));
    }
    if (needNotBeAnswered) {
      return Optional.empty();
    }
    if (waitsFor.isEmpty() && time) {
      return Optional.of(pending(id, "asked for on " + request.asked()));
    }
    Outcome silence = bySilence();
    return Optional.of(
        standing(
            id,
            silence,
            silence == Outcome.ACCEPTED ? request.asks() : List.of(),
            "nobody decided it in time, and silence "
                + (silence == Outcome.ACCEPTED ? "accepts" : "rejects")));
  }

  private Standing pending(String id, String words) {
    return new Standing(id, request, Standing.State.PENDING, List.of(), decideBy, words);
  }

  private Standing answered(String id, Decision decision) {
    List<Ask> granted =
        switch (decision.outcome()) {
          case ACCEPTED -> request.asks();
          case IN_PART -> decision.grants();
          case REJECTED -> List.of();
        };
    String by = decision.by().or(decision::role).map(who -> "by " + who + " ").orElse("");
    return standing(
        id,
        decision.outcome(),
        granted,
        by + "on " + decision.on() + decision.reason().map(why -> ": " + why).orElse(""));
  }

  private Standing standing(String id, Outcome outcome, List<Ask> granted, String words) {
    Standing.State state =
        switch (outcome) {
          case ACCEPTED -> Standing.State.ACCEPTED;
          case IN_PART -> Standing.State.IN_PART;
          case REJECTED -> Standing.State.REJECTED;
        };
    return new Standing(id, request, state, granted, Optional.empty(), words);
  }
}
