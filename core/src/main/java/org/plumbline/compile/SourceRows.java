package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.none;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Type;
import org.plumbline.records.StoredSet;

/**
 * The cases of a record set from which another is worked out, with their moments and fields as they
 * are there: a field by its own {@code read}, without a clock.
 */
final class SourceRows {

  private final Context context;
  private final Rows rows;

  /**
   * Rows over a set.
   *
   * @param all whether cases of which nothing is seen are among them
   */
  SourceRows(Context context, boolean all) {
    this.context = context;
    CaseRows cases = new CaseRows(context);
    rows = all ? cases.openAll() : cases.open();
  }

  StoredSet stored() {
    return context.stored();
  }

  List<String> caseKey() {
    return context.set().caseKey();
  }

  Rows rows() {
    return rows;
  }

  Frame frame() {
    return rows.frame();
  }

  /** Whether the set has a moment of this name. */
  boolean hasMoment(String id) {
    return context.set().moments().containsKey(id);
  }

  /** Whether the set has a field of this name, one of its key perhaps. */
  boolean hasField(String id) {
    return context.stored().fields().containsKey(id) || isKey(id);
  }

  private boolean isKey(String id) {
    return context.set().caseKey().equals(List.of(id)) && !hasMoment(id);
  }

  /** A moment as it is there. */
  MomentValue moment(MomentTerm term) {
    return rows.moment(term, false);
  }

  /** A moment as it is there, cut to a precision if that is coarser. */
  MomentValue moment(String id, Optional<Precision> declared) {
    MomentValue value = moment(new MomentTerm.Named(id));
    Precision precision = declared.map(value.precision()::coarser).orElse(value.precision());
    return new MomentValue(rows.in(value, precision), precision, false, false);
  }

  /** The moments that the set's records hold. */
  List<String> recordedMoments() {
    return context.set().moments().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof MomentTerm.Recorded)
        .map(java.util.Map.Entry::getKey)
        .filter(context.stored().moments()::containsKey)
        .toList();
  }

  /** A field as it is there; null where the set has none of this name. */
  Expression field(String id) {
    return value(id).map(FieldValue::value).orElse(none(Type.TEXT));
  }

  /** A field as it is there, in the type of a field that takes it. */
  Expression field(String id, Field.Type wanted) {
    Optional<FieldValue> value = value(id);
    if (value.isEmpty()) {
      return none(columnType(wanted));
    }
    Field.Type type = value.get().type();
    if (type == wanted
        || (columnType(type) == Type.DECIMAL && columnType(wanted) == Type.DECIMAL)) {
      return value.get().value();
    }
    return wanted == Field.Type.TEXT
        ? Expression.call(Operation.AS_TEXT, value.get().value())
        : none(columnType(wanted));
  }

  /** The type of the column of a field. */
  static Type columnType(Field.Type type) {
    return switch (type) {
      case TEXT -> Type.TEXT;
      case NUMBER, SHARE, MONEY -> Type.DECIMAL;
      case DURATION -> Type.LONG;
      case FLAG -> Type.FLAG;
    };
  }

  private Optional<FieldValue> value(String id) {
    Optional<Type> type = context.fieldType(id);
    if (type.isEmpty()) {
      return isKey(id)
          ? Optional.of(new FieldValue(column("case_key"), Field.Type.TEXT))
          : Optional.empty();
    }
    return Optional.of(new FieldValue(read(id), context.declaredType(id)));
  }

  private Expression read(String id) {
    if (!context.stored().eventLog()) {
      return column(StoredSet.fieldColumn(id));
    }
    Field declared = context.set().fields().get(id);
    Field.Read read = declared == null ? Field.Read.AT_STOP : declared.readOrDefault();
    MomentValue never = new MomentValue(none(Type.LONG), Precision.INSTANT, false, true);
    return switch (read) {
      case FIRST -> rows.readings().first(id);
      case HIGHEST -> rows.readings().highest(id);
      case AT_START, AT_STOP, AT_EACH_MOMENT -> rows.readings().at(never, false, id);
    };
  }

  /** A part of a key as text (docs/meaning.md 14): a field or a moment. */
  Expression keyText(String id) {
    if (hasMoment(id)) {
      return text(moment(id, Optional.empty()));
    }
    Expression value = field(id, Field.Type.TEXT);
    return caseKey().equals(List.of(id)) ? Expression.firstKnown(value, column("case_key")) : value;
  }

  /** A moment as a part of a key. */
  static Expression text(MomentValue moment) {
    return Expression.call(
        moment.isDate() ? Operation.DATE_AS_TEXT : Operation.INSTANT_AS_TEXT, moment.value());
  }

  /** What a condition on a case is about, without a clock. */
  Subjects subjects() {
    return new RowSubjects(rows) {
      @Override
      public Optional<FieldValue> field(String id) {
        return value(id);
      }

      @Override
      public Expression dayFrom(LocalDate date) {
        return Expression.atMost(
            Expression.number(date.toEpochDay()), context.asOfIn(Precision.DATE));
      }
    };
  }
}
