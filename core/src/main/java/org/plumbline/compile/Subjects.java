package org.plumbline.compile;

import java.time.LocalDate;
import java.util.Optional;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.plan.Expression;

/** What a condition can be about, in the rows of some frame. */
interface Subjects {

  /** A moment by its name. */
  Optional<MomentValue> moment(String id);

  /** A moment by its term. */
  MomentValue moment(MomentTerm term);

  /** A field by its name. */
  Optional<FieldValue> field(String id);

  /** Time under the clock in the unit of a kind; null where it cannot be said. */
  Expression elapsed(TimeAmount.Kind kind);

  /** The same up to the moment of counting. */
  Expression age(TimeAmount.Kind kind);

  /** So many months or years as the number of days they have in this row. */
  Expression days(TimeAmount amount);

  /** The id of the hold in force when counted. */
  Expression hold();

  /** The id of the stage in force when counted. */
  Expression stage();

  /** A fact of a party. */
  Optional<Varying<Literal>> fact(String id);

  /** Whether the case's day is on or after a date. */
  Expression dayFrom(LocalDate date);

  /** A moment at another precision, for comparing. */
  Expression in(MomentValue moment, org.plumbline.agreement.Precision precision);
}
