package org.plumbline.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Deadline;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.Reconsideration;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;

/**
 * What became of reconsideration requests on a day (docs/meaning.md 23): which may still be
 * decided, which were, and what silence says of the others.
 */
public final class Standings {

  private final Register register;
  private final Function<LocalDate, Agreement> inForce;
  private final LocalDate today;
  private final Findings findings = new Findings();

  private Standings(Register register, Function<LocalDate, Agreement> inForce, LocalDate today) {
    this.register = register;
    this.inForce = inForce;
    this.today = today;
  }

  /**
   * What became of the requests, and what is said of them.
   *
   * @param requests in the order of the register
   */
  public record Told(List<Standing> requests, List<Finding> findings) {
    /** Copies the lists. */
    public Told {
      requests = List.copyOf(requests);
      findings = List.copyOf(findings);
    }
  }

  /**
   * What is known on a day.
   *
   * @param inForce the text in force on a day, whose clause on reconsideration holds for what was
   *     asked on it
   * @param today what was asked, decided or withdrawn later is not seen
   */
  public static Told of(
      Register register, Function<LocalDate, Agreement> inForce, LocalDate today) {
    Standings standings = new Standings(register, inForce, today);
    List<Standing> all = new ArrayList<>();
    register
        .requests()
        .forEach(
            (id, request) -> {
              if (!request.asked().isAfter(today)) {
                all.add(standings.standing(id, request).knownOn(today));
              }
            });
    return new Told(all, standings.findings.inFileOrder());
  }

  private Standing standing(String id, Request request) {
    Agreement agreement = inForce.apply(request.asked());
    String path = "requests/" + id;
    if (request.withdrawn().filter(day -> !day.isAfter(today)).isPresent()) {
      return new Standing(
          id,
          request,
          Standing.State.WITHDRAWN,
          List.of(),
          Optional.empty(),
          "withdrawn on " + request.withdrawn().get());
    }
    Optional<String> flaw = flaw(agreement, request);
    Answers answers =
        new Answers(agreement, request, today, flaw.isPresent())
            .read(
                (position, what, right) ->
                    findings.add(
                        FindingCode.DECISION_WITHOUT_EFFECT,
                        register.places().at(path + "/" + position),
                        what,
                        right));
    Optional<Standing> answered = answers.standing(id);
    flaw.ifPresent(
        why ->
            findings.add(
                FindingCode.REQUEST_DOES_NOT_STAND,
                register.places().at(path),
                answered.isPresent()
                    ? "the request " + id + " need not have been answered: " + why
                    : "the request " + id + " has no effect: " + why,
                answered.isPresent()
                    ? "nothing; its acceptance counts, since it was given all the same"
                    : "only the word of the other party can still accept it"));
    return answered.orElseGet(
        () ->
            new Standing(
                id,
                request,
                Standing.State.DOES_NOT_STAND,
                List.of(),
                Optional.empty(),
                flaw.orElse("")));
  }

  /** Why the other party need not answer; empty if it has to. */
  private Optional<String> flaw(Agreement agreement, Request request) {
    if (agreement.reconsideration().isEmpty()) {
      return Optional.of("the agreement does not say how one asks for reconsideration");
    }
    Reconsideration terms = agreement.reconsideration().get();
    if (!agreement.parties().containsKey(request.by())) {
      return Optional.of("the agreement has no party " + request.by());
    }
    if (!terms.grounds().isEmpty()
        && request.ground().filter(terms.grounds()::contains).isEmpty()) {
      return Optional.of(
          request.ground().map(ground -> "the ground \"" + ground + "\"").orElse("no ground")
              + " is not among those agreed: "
              + String.join(", ", terms.grounds()));
    }
    Optional<LocalDate> latest =
        issued(agreement, request).map(on -> Deadline.of(agreement, on, terms.requestWithin()));
    return latest
        .filter(day -> request.asked().isAfter(day))
        .map(
            day ->
                "it was asked for on "
                    + request.asked()
                    + ", and the last day for it was "
                    + day
                    + ", "
                    + terms.requestWithin()
                    + " after the report");
  }

  /** The day on which the report of the request's period was first issued. */
  private Optional<LocalDate> issued(Agreement agreement, Request request) {
    return issued(
        register, agreement, request.period(), period(agreement, request.period()), today);
  }

  /**
   * The day on which the report of a period was first issued.
   *
   * @param name the period as people write it
   * @param period its days, where the name says them
   */
  public static Optional<LocalDate> issued(
      Register register,
      Agreement agreement,
      String name,
      Optional<ReportingPeriod> period,
      LocalDate today) {
    return register.issued().stream()
        .filter(report -> !report.on().isAfter(today))
        .filter(
            report ->
                report.period().equals(name)
                    || (period.isPresent()
                        && period(agreement, report.period())
                            .filter(other -> other.contains(period.get().until()))
                            .isPresent()))
        .map(Issued::on)
        .min(LocalDate::compareTo);
  }

  /** A period as people write it; empty if it is none. */
  public static Optional<ReportingPeriod> period(Agreement agreement, String text) {
    try {
      return Optional.of(
          ReportingPeriods.parse(
              text, PeriodRules.fiscalYear(agreement).orElseGet(PeriodRule::federalFiscalYear)));
    } catch (RefusedInputException e) {
      return Optional.empty();
    }
  }
}
