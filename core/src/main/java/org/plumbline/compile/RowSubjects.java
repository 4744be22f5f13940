package org.plumbline.compile;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Type;

/** What a condition can be about where there is no clock: moments, facts; nothing is timed. */
abstract class RowSubjects implements Subjects {

  final Rows rows;

  RowSubjects(Rows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<MomentValue> moment(String id) {
    boolean named =
        rows.context().set().moments().containsKey(id)
            || id.equals(MomentTerm.PERIOD_START)
            || id.equals(MomentTerm.PERIOD_END);
    return named ? Optional.of(rows.moment(new MomentTerm.Named(id), false)) : Optional.empty();
  }

  @Override
  public MomentValue moment(MomentTerm term) {
    return rows.moment(term, false);
  }

  @Override
  public Expression elapsed(TimeAmount.Kind kind) {
    return Expression.none(Type.LONG);
  }

  @Override
  public Expression age(TimeAmount.Kind kind) {
    return Expression.none(Type.LONG);
  }

  @Override
  public Expression days(TimeAmount amount) {
    return Expression.none(Type.LONG);
  }

  @Override
  public Expression hold() {
    return Expression.none(Type.TEXT);
  }

  @Override
  public Expression stage() {
    return Expression.none(Type.TEXT);
  }

  @Override
  public Optional<Varying<Literal>> fact(String id) {
    int dot = id.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    Map<String, Party> parties = rows.context().agreement().parties();
    return Optional.ofNullable(parties.get(id.substring(0, dot)))
        .map(party -> party.facts().get(id.substring(dot + 1)));
  }

  @Override
  public Expression dayFrom(LocalDate date) {
    return Expression.none(Type.FLAG);
  }

  @Override
  public Expression in(MomentValue moment, Precision precision) {
    return rows.in(moment, precision);
  }

  /** The field of the row itself, where a field has one value. */
  final Optional<FieldValue> own(String id) {
    Context context = rows.context();
    return context
        .fieldType(id)
        .map(
            type ->
                new FieldValue(
                    Expression.column(org.plumbline.records.StoredSet.fieldColumn(id)),
                    context.declaredType(id)));
  }
}
