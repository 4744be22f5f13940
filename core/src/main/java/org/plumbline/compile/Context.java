package org.plumbline.compile;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Type;
import org.plumbline.exclusion.DeclaredTime;
import org.plumbline.exclusion.DeclaredTimes;
import org.plumbline.records.StoredSet;

/**
 * What a record set is compiled under.
 *
 * @param set the record set as the agreement states it
 * @param stored the same as a load left it
 * @param asOf what happened later is not seen
 * @param asked the cases that are asked for
 * @param declared the declared times that stand
 * @param tables working time over the dates that may be met
 */
record Context(
    Agreement agreement,
    RecordSet set,
    StoredSet stored,
    Instant asOf,
    AskedCases asked,
    DeclaredTimes declared,
    TimeTables tables) {

  long asOfMicros() {
    return EpochMicros.of(asOf);
  }

  /** The times in which no clock of a metric runs. */
  List<DeclaredTime> excluded(String metric) {
    return declared.of(agreement, metric);
  }

  /** T as a moment. */
  MomentValue now() {
    return new MomentValue(Expression.number(asOfMicros()), Precision.INSTANT, true, true);
  }

  /** The columns of the cases that are null in most of them, as far as one can guess. */
  Set<String> seldom() {
    Set<String> seldom = new HashSet<>(Set.of("unusable"));
    for (MomentTerm term : set.voidedBy()) {
      if (term instanceof MomentTerm.Named named) {
        seldom.add(StoredSet.momentColumn(named.id()));
      }
    }
    return seldom;
  }

  /** The columns of the cases that are never null. */
  Set<String> always() {
    return stored.always().stream().map(StoredSet::momentColumn).collect(Collectors.toSet());
  }

  /** Whether nothing in the records is later than T. */
  boolean everythingSeen() {
    return stored.range() == null || asOfMicros() >= stored.range().latest();
  }

  /** Whether its cases are worked out, so that what is not seen at T is left out already. */
  boolean workedOut() {
    return !(set.origin() instanceof Origin.Supplied);
  }

  /** Whether every recorded moment lies on a date of the horizon. */
  boolean recordsWithinHorizon() {
    return stored.range() == null
        || (stored.range().first() > tables.horizon().first()
            && stored.range().last() < tables.horizon().last());
  }

  /** Whether a value of this precision is at or before T. */
  Expression seen(Expression value, Precision precision) {
    return Expression.atMost(value, asOfIn(precision));
  }

  Expression asOfIn(Precision precision) {
    return Expression.number(
        precision == Precision.DATE ? tables.horizon().dateOf(asOfMicros()) : asOfMicros());
  }

  /** The type of a field's column. */
  Optional<Type> fieldType(String field) {
    String sql = stored.fields().get(field);
    if (sql == null) {
      return Optional.empty();
    }
    if (sql.equals("VARCHAR")) {
      return Optional.of(Type.TEXT);
    }
    if (sql.equals("BOOLEAN")) {
      return Optional.of(Type.FLAG);
    }
    return Optional.of(sql.startsWith("DECIMAL") ? Type.DECIMAL : Type.LONG);
  }

  /** The type of a field as the agreement declares it; text for a key that is not declared. */
  Field.Type declaredType(String field) {
    Field declared = set.fields().get(field);
    return declared == null ? Field.Type.TEXT : declared.type();
  }

  /** How many digits a field's column has, decimal places included; 0 if it is no decimal one. */
  int fieldDigits(String field) {
    return decimal(field).map(decimal -> Integer.parseInt(decimal[0].strip())).orElse(0);
  }

  /** How many decimal places a field's column has. */
  int fieldScale(String field) {
    return decimal(field).map(decimal -> Integer.parseInt(decimal[1].strip())).orElse(0);
  }

  private Optional<String[]> decimal(String field) {
    String sql = stored.fields().getOrDefault(field, "");
    return sql.startsWith("DECIMAL") && sql.indexOf(',') > 0
        ? Optional.of(sql.substring(sql.indexOf('(') + 1, sql.indexOf(')')).split(",", 2))
        : Optional.empty();
  }
}
