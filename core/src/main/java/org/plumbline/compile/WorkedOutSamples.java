package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.firstKnown;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.plus;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.agreement.Precision;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;

/**
 * Cases drawn from another set (docs/meaning.md 14): in each period the first in the order of the
 * SHA-256 of a text that both parties can write down.
 */
final class WorkedOutSamples {

  private static final String DRAW = "plumbline-sample-1|";

  private final Derivation derivation;
  private final Origin.Sample sample;
  private final SourceRows source;
  private final TakenValues values;

  private WorkedOutSamples(Derivation derivation, Origin.Sample sample) {
    this.derivation = derivation;
    this.sample = sample;
    source = derivation.source();
    values = new TakenValues(derivation, Optional.of(source), derivation.own());
  }

  static WorkedOutSet of(Derivation derivation, Origin.Sample sample) {
    return new WorkedOutSamples(derivation, sample).made();
  }

  private WorkedOutSet made() {
    values.take();
    frame();
    Plan drawn = drawn(source.frame().plan());
    Plan completed = drawn;
    Expression unusable = column("unusable");
    Optional<Expression> ownCase = Optional.empty();
    if (values.own().isPresent()) {
      Plan records = values.ownPlan(List.of(new Named("case_key", column("case_key"))));
      completed =
          new Plan.Join(
              drawn,
              records,
              List.of("case_key"),
              true,
              new Schemas().names(drawn),
              new Schemas().names(records).stream().filter(it -> !it.equals("case_key")).toList(),
              "with their own records");
      unusable = firstKnown(unusable, column(TakenValues.UNUSABLE));
      ownCase = Optional.of(column(TakenValues.CASE));
    }
    return derivation.finished(
        new Derivation.Cases(
            completed,
            column("case_key"),
            unusable,
            Optional.of(
                new Derivation.Place(column("file_no"), column("row_no"), source.stored().files())),
            values.columns(),
            ownCase),
        values.moments());
  }

  /** The cases from which is drawn, each with the first day of its draw and its place in it. */
  private void frame() {
    Frame frame = source.frame();
    List<Expression> days = new ArrayList<>();
    for (String moment : source.recordedMoments()) {
      days.add(source.moment(moment, Optional.of(Precision.DATE)).value());
    }
    if (days.isEmpty()) {
      frame.filter(Expression.NO, "no moments, no draw");
      days.add(Expression.none(Type.LONG));
    }
    frame.put("first day", Expression.least(days.toArray(Expression[]::new)), "first day");
    MomentValue first = new MomentValue(column("first day"), Precision.DATE, false, false);
    TimeTables tables = derivation.tables();
    Optional<PeriodRule> rule = rule();
    frame.put(
        "draw",
        tables.ofDate(
            frame,
            first,
            new DateFunction(
                "first day of draw",
                date -> rule.map(r -> from(r, date)).orElse(DataTable.NOTHING)),
            "draw of first day"),
        "the first day of the draw");
    frame.put(
        "draw ends",
        tables.ofDate(
            frame,
            first,
            new DateFunction(
                "last day of draw",
                date -> rule.map(r -> until(r, date)).orElse(DataTable.NOTHING)),
            "last day of draw"),
        "the last day of the draw");
    long today = tables.horizon().dateOf(derivation.empty().asOfMicros());
    frame.filter(less(column("draw ends"), number(today)), "draws that are held");
    sample
        .where()
        .ifPresent(
            where ->
                frame.filter(
                    Expression.maybe(
                        frame.add(
                            "where",
                            new Conditions(source.subjects(), false).of(where),
                            "what is drawn from")),
                    "what is drawn from"));
    frame.put(
        "drawn by",
        Expression.call(
            Operation.SHA256,
            Expression.call(
                Operation.JOINED,
                Expression.text(head()),
                Expression.call(Operation.DATE_AS_TEXT, column("draw")),
                Expression.text("|"),
                column("case_key"))),
        "the order in which is drawn");
  }

  private String head() {
    int number = derivation.agreement().amendment().map(Amendment::number).orElse(0);
    return DRAW + derivation.agreement().id() + "|" + number + "|" + derivation.id() + "|";
  }

  private Optional<PeriodRule> rule() {
    String period = derivation.agreement().period().flatMap(PeriodTerms::every).orElse("month");
    return PeriodRules.find(derivation.agreement(), period);
  }

  private static long from(PeriodRule rule, long date) {
    return ReportingPeriods.periodOf(rule, LocalDate.ofEpochDay(date)).from().toEpochDay();
  }

  private static long until(PeriodRule rule, long date) {
    return ReportingPeriods.periodOf(rule, LocalDate.ofEpochDay(date)).until().toEpochDay();
  }

  private Plan drawn(Plan frame) {
    List<String> names = new Schemas().names(frame);
    Plan sizes =
        new Plan.Group(
            frame,
            List.of("draw"),
            List.of(Aggregate.count("in frame", Expression.YES)),
            "how many there are in each draw");
    Plan placed =
        new Plan.Window(
            frame,
            List.of("draw"),
            List.of("drawn by", "case_key"),
            List.of(new Plan.Over("place", Plan.Look.POSITION, column("case_key"))),
            names,
            "in the order in which is drawn");
    List<String> kept = new ArrayList<>(names);
    kept.add("place");
    Plan sized =
        new Plan.Join(
            placed, sizes, List.of("draw"), false, kept, List.of("in frame"), "with their number");
    return new Plan.Filter(sized, atMost(column("place"), wanted()), "drawn");
  }

  /** How many are drawn of the cases in the frame; of fewer all are. */
  private Expression wanted() {
    List<Expression> wanted = new ArrayList<>();
    sample.atLeast().ifPresent(least -> wanted.add(number(least)));
    sample
        .share()
        .ifPresent(
            share -> {
              BigDecimal ratio = share.ratio().stripTrailingZeros();
              long below = BigDecimal.TEN.pow(Math.max(0, ratio.scale())).longValueExact();
              long above = ratio.multiply(BigDecimal.valueOf(below)).longValueExact();
              wanted.add(
                  Expression.call(
                      Operation.DIVIDED_DOWN,
                      plus(
                          Expression.call(Operation.TIMES, column("in frame"), number(above)),
                          number(below - 1)),
                      number(below)));
            });
    return wanted.isEmpty() ? number(0) : Expression.greatest(wanted.toArray(Expression[]::new));
  }
}
