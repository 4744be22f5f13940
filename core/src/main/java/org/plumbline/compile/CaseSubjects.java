package org.plumbline.compile;

import java.util.Optional;

/** What a condition on a case is about where each field has one value. */
final class CaseSubjects extends RowSubjects {

  CaseSubjects(Rows rows) {
    super(rows);
  }

  @Override
  public Optional<FieldValue> field(String id) {
    return own(id);
  }
}
