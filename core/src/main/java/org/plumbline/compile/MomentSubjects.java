package org.plumbline.compile;

import java.util.Optional;

/** What a condition on a derived moment is about: the fields as they stood at that moment. */
final class MomentSubjects extends RowSubjects {

  private final MomentValue at;

  MomentSubjects(Rows rows, MomentValue at) {
    super(rows);
    this.at = at;
  }

  @Override
  public Optional<FieldValue> field(String id) {
    if (!rows.context().stored().eventLog()) {
      return own(id);
    }
    return rows.context()
        .fieldType(id)
        .map(
            type ->
                new FieldValue(rows.readings().at(at, false, id), rows.context().declaredType(id)));
  }
}
