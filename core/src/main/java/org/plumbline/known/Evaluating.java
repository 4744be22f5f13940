package org.plumbline.known;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;
import org.plumbline.inforce.InForce;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.known.Reconsidering.Measured;
import org.plumbline.records.StoredSet;
import org.plumbline.register.Standings;
import org.plumbline.register.Versions;
import org.plumbline.remedy.Registered;
import org.plumbline.report.CaseStory;
import org.plumbline.report.Evaluation;
import org.plumbline.story.AskedPeriods;
import org.plumbline.story.Counted;
import org.plumbline.story.WorthTelling;

/**
 * Evaluates an agreement over records that are loaded, as its register knows it: each case and
 * period under the version in force, with what was granted and with what was final. The command
 * line and the server ask the same of it.
 */
public final class Evaluating {

  private final KnownRegister register;
  private final KnownRecords records;
  private final Function<Set<String>, KnownRecords> without;
  private final Instant asOf;
  private final Instant knownAt;
  private final Consumer<String> said;
  private final boolean isVersioned;
  private final Agreement text;

  /**
   * Nothing is counted yet.
   *
   * @param text the agreement as reports show it before anything is granted
   * @param records what had been delivered
   * @param without the same without some deliveries, by their ids; each is closed here
   * @param asOf up to when something happened
   * @param knownAt up to when something was known
   * @param said told what is done
   */
  public Evaluating(
      Agreement text,
      KnownRegister register,
      KnownRecords records,
      Function<Set<String>, KnownRecords> without,
      Instant asOf,
      Instant knownAt,
      Consumer<String> said) {
    this.text = text;
    this.register = register;
    this.records = records;
    this.without = without;
    this.asOf = asOf;
    this.knownAt = knownAt;
    this.said = said;
    this.isVersioned = InForce.asked(register.versions(), asOf).versions().size() > 1;
  }

  /** What was counted, with what was asked to be reconsidered, and what was final. */
  public Measured measure(ReportingPeriod asked) {
    Measured measured = measure(records, asked);
    return new Settled(register, today(), measured.agreement())
        .of(measured, but -> without(but, asked));
  }

  private Measured measure(KnownRecords loaded, ReportingPeriod asked) {
    return Reconsidering.measure(
        loaded,
        register,
        Standings.of(register.register(), register::on, today()),
        asked,
        (texts, sets) -> counted(loaded, texts, sets).reported(register.register(), text, today()));
  }

  private Results without(Set<String> deliveries, ReportingPeriod asked) {
    try (KnownRecords earlier = without.apply(deliveries)) {
      return measure(earlier, asked).counted().results();
    }
  }

  /** The day up to which something was known. */
  public LocalDate today() {
    return knownAt.atZone(text.zone()).toLocalDate();
  }

  private Counted counted(KnownRecords loaded, Versions texts, Map<String, StoredSet> sets) {
    Consumer<String> each = set -> said.accept("Evaluating " + set);
    return isVersioned
        ? Counted.of(loaded.engine(), sets, texts, asOf, each)
        : Counted.of(loaded.engine(), sets, texts.first().agreement(), asOf, each);
  }

  /**
   * The results of the periods that end in the days asked for; empty if there is none.
   *
   * @param metrics ids; none: all
   */
  public Optional<Results> results(Measured measured, ReportingPeriod asked, List<String> metrics) {
    Results all = measured.counted().results();
    List<Result> chosen = new ArrayList<>();
    for (String metric : metrics.isEmpty() ? measured.agreement().metrics().keySet() : metrics) {
      List<Result> of = all.of(metric);
      Set<ReportingPeriod> periods = AskedPeriods.of(of, asked);
      of.stream().filter(result -> periods.contains(result.period())).forEach(chosen::add);
    }
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(new Results(all.agreement(), all.asOf(), chosen));
  }

  /**
   * What follows from results.
   *
   * @param ofAgreement whether what is judged for the agreement, and bills, were asked for too
   */
  public Registered.Follows follows(
      Measured measured, Results chosen, ReportingPeriod asked, boolean ofAgreement) {
    return new Follows(
            measured.agreement(),
            records,
            measured.counted().under(),
            register.issuedBy(today()),
            register.kept())
        .from(measured.counted().results(), chosen, asked, ofAgreement);
  }

  /** What is worth telling beside results. */
  public WorthTelling told(Measured measured, Results results) {
    return WorthTelling.of(measured.agreement(), results, measured.counted(), said);
  }

  /**
   * All of it as reports take it, without what follows.
   *
   * @param engine what computed it
   * @param checked what was noticed in the texts
   * @param shown confidential fields that are shown
   */
  public Evaluation evaluation(
      Measured measured,
      Results results,
      List<CaseStory> stories,
      List<PartyTime> times,
      String engine,
      List<Finding> checked,
      Set<String> shown) {
    Set<String> metrics = new HashSet<>();
    results.results().forEach(result -> metrics.add(result.metric()));
    List<Finding> all = new ArrayList<>(checked);
    all.addAll(records.findings());
    all.addAll(register.findings());
    all.addAll(measured.findings());
    all.addAll(measured.counted().findings());
    Evaluation evaluation =
        new Evaluation(
            measured.agreement(),
            InForce.asked(register.versions(), asOf).last().hash(),
            engine,
            knownAt,
            results,
            measured.counted().totals().stream()
                .filter(total -> metrics.contains(total.metric()))
                .toList(),
            times,
            stories,
            Optional.of(records.report()),
            all.stream().filter(finding -> finding.severity() != Severity.ERROR).toList(),
            shown);
    return measured
        .counted()
        .under()
        .map(evaluation::under)
        .orElse(evaluation)
        .with(measured.requests());
  }
}
