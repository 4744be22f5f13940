package org.plumbline.compile;

import java.util.Optional;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Type;

/** What a condition on an occurrence is about: the fields as they stood at that event. */
final class EventSubjects extends RowSubjects {

  EventSubjects(Rows rows) {
    super(rows);
  }

  @Override
  public Optional<FieldValue> field(String id) {
    return own(id);
  }

  @Override
  public Optional<MomentValue> moment(String id) {
    return super.rows.context().set().moments().containsKey(id)
        ? Optional.of(
            new MomentValue(
                Expression.none(Type.LONG), org.plumbline.agreement.Precision.INSTANT, false, true))
        : Optional.empty();
  }

  @Override
  public MomentValue moment(MomentTerm term) {
    return new MomentValue(
        Expression.none(Type.LONG), org.plumbline.agreement.Precision.INSTANT, false, true);
  }
}
