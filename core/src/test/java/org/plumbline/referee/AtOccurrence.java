package org.plumbline.referee;

import java.time.LocalDate;
import java.util.Optional;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.referee.CasePart.Occurred;

/** A case as conditions of {@code first} and {@code last} see it at an occurrence (meaning 2). */
record AtOccurrence(Moments moments, Fields fields, Occurred occurred) implements Asked {

  @Override
  public Optional<Point> moment(MomentTerm term) {
    return moments.value(term);
  }

  @Override
  public Optional<Object> field(String id) {
    return fields.at(id, occurred);
  }

  @Override
  public Optional<Long> elapsed(boolean age, TimeAmount unit) {
    return Optional.empty();
  }

  @Override
  public Optional<Long> allowed(TimeAmount amount) {
    return Optional.empty();
  }

  @Override
  public Optional<String> turn(boolean hold) {
    return Optional.empty();
  }

  @Override
  public LocalDate day() {
    return occurred.point().day();
  }
}
