package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.firstKnown;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Turn;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Type;

/** What conditions of a metric are about: fields as its clock reads them, its elapsed time. */
final class MetricSubjects extends RowSubjects {

  private final Roles roles;
  private final Optional<MomentValue> countedAt;
  private final Supplier<Optional<ClockTime>> time;
  private final Supplier<Optional<ClockTime>> ageTime;
  private final Holds holds;
  private final Map<String, Expression> made = new HashMap<>();

  /**
   * The subjects of a metric.
   *
   * @param countedAt the moment of counting of a stock; empty for a flow
   * @param time the clock up to the stop, the closing or T
   * @param ageTime the clock up to the moment of counting
   */
  MetricSubjects(
      Rows rows,
      Roles roles,
      Optional<MomentValue> countedAt,
      Supplier<Optional<ClockTime>> time,
      Supplier<Optional<ClockTime>> ageTime,
      Holds holds) {
    super(rows);
    this.roles = roles;
    this.countedAt = countedAt;
    this.time = time;
    this.ageTime = ageTime;
    this.holds = holds;
  }

  @Override
  public Optional<FieldValue> field(String id) {
    Context context = rows.context();
    if (!context.stored().eventLog()) {
      return own(id);
    }
    return context
        .fieldType(id)
        .map(
            type ->
                new FieldValue(
                    made.computeIfAbsent("field " + id, key -> read(id)),
                    context.declaredType(id)));
  }

  private Expression read(String id) {
    Field declared = rows.context().set().fields().get(id);
    Field.Read read = declared == null ? Field.Read.AT_STOP : declared.readOrDefault();
    return switch (read) {
      case FIRST -> rows.readings().first(id);
      case HIGHEST -> rows.readings().highest(id);
      case AT_START -> atStart(id);
      case AT_STOP, AT_EACH_MOMENT -> atStop(id);
    };
  }

  private Expression atStop(String id) {
    MomentValue never = new MomentValue(none(Type.LONG), Precision.INSTANT, false, true);
    MomentValue at = countedAt.or(roles::stop).orElse(never);
    return rows.readings().at(at, countedAt.isPresent(), id);
  }

  private Expression atStart(String id) {
    if (roles.start().isEmpty()) {
      return atStop(id);
    }
    MomentValue start = roles.start().get();
    Expression atStart = roles.partsDifferInPrecision(rows) ? atStartOfPart(id) : at(start, id);
    return start.always() ? atStart : choose(missing(start.value()), atStop(id), atStart);
  }

  /** At the case's own start or where its part begins, each as finely as it is known. */
  private Expression atStartOfPart(String id) {
    MomentValue own = roles.ownStart().orElseThrow();
    return choose(known(own.value()), at(own, id), at(Roles.partStart(rows), id));
  }

  private Expression at(MomentValue moment, String id) {
    return rows.readings().at(moment, false, id);
  }

  @Override
  public Expression elapsed(TimeAmount.Kind kind) {
    return time.get().map(each -> each.elapsed(kind)).orElse(none(Type.LONG));
  }

  @Override
  public Expression age(TimeAmount.Kind kind) {
    return ageTime.get().map(each -> each.elapsed(kind)).orElse(none(Type.LONG));
  }

  @Override
  public Expression days(TimeAmount amount) {
    return time.get().map(each -> each.days(amount)).orElse(none(Type.LONG));
  }

  /** The moment of counting, as an instant. */
  private Expression counted() {
    return countedAt
        .map(MomentValue::value)
        .orElseGet(
            () ->
                firstKnown(
                    roles
                        .stop()
                        .map(each -> rows.in(each, Precision.INSTANT))
                        .orElse(none(Type.LONG)),
                    number(rows.context().asOfMicros())));
  }

  @Override
  public Expression hold() {
    return made.computeIfAbsent(
        "hold",
        key -> {
          Expression mask =
              holds.any() ? holds.maskBefore(counted(), rows.frame().unique("held")) : number(0);
          Expression id = none(Type.TEXT);
          List<Turn> turns = rows.context().set().turns();
          for (int i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i) instanceof Turn.Hold hold) {
              id = choose(holds.in(mask, hold.id()), Expression.text(hold.id()), id);
            }
          }
          return id;
        });
  }

  @Override
  public Expression stage() {
    return made.computeIfAbsent(
        "stage",
        key -> {
          Expression at = counted();
          Expression id = none(Type.TEXT);
          List<Turn> turns = rows.context().set().turns();
          for (int i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i) instanceof Turn.Stage stage) {
              Expression from = rows.in(rows.moment(stage.from(), false), Precision.INSTANT);
              Expression until = rows.in(rows.moment(stage.until(), false), Precision.INSTANT);
              Expression covers =
                  and(
                      known(from),
                      less(from, at),
                      Expression.or(missing(until), atMost(at, until)));
              id = choose(covers, Expression.text(stage.id()), id);
            }
          }
          return id;
        });
  }

  @Override
  public Expression dayFrom(LocalDate date) {
    Expression day =
        made.computeIfAbsent(
            "day",
            key ->
                firstKnown(
                    roles.day(rows, roles.start()),
                    roles.day(rows, roles.stop()),
                    rows.in(rows.context().now(), Precision.DATE)));
    return atMost(number(date.toEpochDay()), day);
  }
}
