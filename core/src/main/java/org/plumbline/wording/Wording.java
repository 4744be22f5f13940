package org.plumbline.wording;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.judge.BoundValue;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;

/**
 * An agreement's metrics, results and cases in plain sentences (design 4.12). Every sentence is
 * made from the agreement alone, so it changes when the agreement does.
 */
public final class Wording {

  private final Agreement agreement;
  private final Names names;
  private final ConditionWords conditions;
  private final LevelWords levels;
  private final QuantityWords quantities;
  private final ClockWords clocks;
  private final VaryingWords varying;
  private final MetricWording metrics;
  private final ResultWording results;
  private final CaseWording cases;

  private Wording(Agreement agreement) {
    this.agreement = agreement;
    names = new Names(agreement);
    conditions = new ConditionWords(names);
    varying = new VaryingWords(conditions, names);
    clocks = new ClockWords(names, conditions, varying);
    quantities = new QuantityWords(names, conditions, clocks, varying);
    levels = new LevelWords(conditions, varying);
    metrics = new MetricWording(agreement, names, clocks, quantities, levels, varying);
    results = new ResultWording(agreement, names, clocks, quantities, levels);
    cases = new CaseWording(agreement, clocks, conditions.moments());
  }

  /** The words of an agreement. */
  public static Wording of(Agreement agreement) {
    return new Wording(agreement);
  }

  /**
   * A metric as one sentence.
   *
   * @throws IllegalArgumentException if the agreement has no such metric
   */
  public String metric(String id) {
    return metrics.sentence(term(id));
  }

  /** A metric's name; its id where the agreement has no such metric. */
  public String metricName(String id) {
    Metric metric = agreement.metrics().get(id);
    return metric == null ? id : metric.name();
  }

  /** What a metric's sentence leaves unsaid, defaults included, a sentence each. */
  public List<String> details(String id) {
    return metrics.details(term(id));
  }

  /** A result as one sentence with its counts. */
  public String result(Result result) {
    return results.sentence(result);
  }

  /** A result's status in words, with what it would be and why. */
  public String outcome(Result result) {
    return results.outcome(result);
  }

  /** How a case stands, as one sentence. */
  public String caseOutcome(CaseOutcome outcome) {
    return cases.sentence(outcome);
  }

  /**
   * Why a case stands as it does: what is wrong with its row, what an open one waits for; empty
   * where its state says enough.
   */
  public String caseReason(CaseOutcome outcome) {
    return cases.reason(outcome);
  }

  /** The whole agreement, as one reads it aloud. */
  public Reading read() {
    return new AgreementReading(agreement, this).read();
  }

  /**
   * One part of the agreement, as one reads it aloud; empty if there is no such part.
   *
   * @param section a key of the language at the top of an agreement, such as {@code calendars}
   * @param id the id of the thing under it; its number from 1 in {@code references}; empty for a
   *     section that is one thing, such as {@code performance-period}
   */
  public Optional<Reading.Item> part(String section, String id) {
    return new PartReading(agreement, this).item(section, id);
  }

  /** A condition as a clause: {@code priority is 3}. */
  public String condition(Condition condition) {
    return conditions.clause(condition);
  }

  /** A moment as a noun: {@code the earlier of “resolved” and “closed”}. */
  public String moment(MomentTerm moment) {
    return conditions.moments().noun(moment);
  }

  /** What a service is called. */
  public String serviceName(String id) {
    return names().service(id);
  }

  /** A party's name; the words {@code nobody} and {@code unassigned} for time without a party. */
  public String party(String id) {
    return names.partyName(id);
  }

  /** A hold or stage by its name: {@code awaiting user}. */
  public static String turn(String id) {
    return Phrases.words(id);
  }

  /** Whose time a case is told on, after its key: {@code , held by Group X}. */
  public static String heldBy(String holder) {
    return CaseWording.heldBy(holder);
  }

  /** Bounds as they stood for a period: {@code 80% or more}. */
  public static String bounds(List<BoundValue> bounds, FigureUnit unit) {
    return LevelWords.stood(bounds, unit);
  }

  /** The cases and the limit of a line: {@code those whose priority is 1, within 6 hours}. */
  public String line(String metric, LineResult line) {
    Optional<Level.Line> found = lineTerm(term(metric), line);
    if (found.isEmpty()) {
      return "";
    }
    String cases = line.line().rest() > 0 ? "the rest" : levels.applies(found.get().applies());
    String limit = found.get().limit().map(levels::limit).orElse("");
    return cases.isEmpty() || limit.isEmpty() ? cases + limit : cases + ", " + limit;
  }

  /** What is promised at the target, in few words: {@code at least 95% of all within 25 days}. */
  public String target(String metric) {
    return level(term(metric).target());
  }

  /** What is the least at which remedies do not run, in few words. */
  public String minimum(String metric) {
    return level(term(metric).minimumOrTarget());
  }

  /** How often a figure is formed: {@code each month}. */
  public String each(String metric) {
    return PeriodWords.each(agreement, term(metric));
  }

  /** A role by its reference: {@code the program manager of the provider}. */
  public String role(String reference) {
    return names.role(reference);
  }

  private String level(Level level) {
    return level instanceof Level.Lines lines
        ? String.join("; ", levels.inFewWords(lines))
        : level instanceof Level.Baseline baseline
            ? "the level of the first " + baseline.periods() + " periods"
            : "reported, not promised";
  }

  Names names() {
    return names;
  }

  VaryingWords varying() {
    return varying;
  }

  private static Optional<Level.Line> lineTerm(Metric metric, LineResult line) {
    Level level =
        switch (line.line().level()) {
          case TARGET -> metric.target();
          case MINIMUM -> metric.minimumOrTarget();
        };
    if (!(level instanceof Level.Lines lines) || line.line().line() >= lines.lines().size()) {
      return Optional.empty();
    }
    Optional<Level.Line> term = Optional.of(lines.lines().get(line.line().line()));
    for (int rest = 0; rest < line.line().rest(); rest++) {
      term = term.flatMap(Level.Line::rest);
    }
    return term;
  }

  private Metric term(String id) {
    Metric metric = agreement.metrics().get(id);
    if (metric == null) {
      throw new IllegalArgumentException("no metric " + id);
    }
    return metric;
  }
}
