package org.plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;

/** Everything that an agreement uses somewhere, each with the path where it stands. */
final class Uses {

  private final List<CaseCondition> caseConditions = new ArrayList<>();
  private final List<ResultCondition> resultConditions = new ArrayList<>();
  private final List<Moment> moments = new ArrayList<>();
  private final List<Workdays> workdays = new ArrayList<>();
  private final List<Choices> choices = new ArrayList<>();
  private final List<Steps> steps = new ArrayList<>();

  /** For what a condition about a case is asked. */
  enum Purpose {
    /** Who counts at all. */
    QUALIFIES,
    /** Which line takes a case. */
    LINE,
    /** Which value of a calendar, a limit or a weight applies. */
    VALUE,
    /** What a figure counts. */
    FIGURE,
    /** Which occurrence of a moment is meant, or which cases are drawn: no clock is at hand. */
    OCCURRENCE,
    /** Which cases are taken out. */
    EXCLUSION
  }

  /**
   * A condition about a case.
   *
   * @param set the record set of the case
   * @param metric by whose clock it is asked, if by one
   */
  record CaseCondition(
      String path,
      Condition condition,
      SetView set,
      Optional<MetricView> metric,
      Purpose purpose) {}

  /**
   * A condition about a result.
   *
   * @param bound the metric whose bound varies by it, if it is one of a bound
   */
  record ResultCondition(String path, Condition condition, Optional<MetricView> bound) {}

  /** A moment or a part of one, in the record set in which its names are read. */
  record Moment(String path, MomentTerm term, SetView set, Optional<MetricView> metric) {}

  /** A place where days of work are counted, in the agreement's calendar. */
  record Workdays(String path) {}

  /** A value that varies by conditions. */
  record Choices(String path, Varying.ByCondition<?> varying, Optional<MetricView> metric) {}

  /** A value that varies by date. */
  record Steps(String path, Varying.ByDate<?> varying) {}

  List<CaseCondition> caseConditions() {
    return caseConditions;
  }

  List<ResultCondition> resultConditions() {
    return resultConditions;
  }

  List<Moment> moments() {
    return moments;
  }

  List<Workdays> workdays() {
    return workdays;
  }

  List<Choices> choices() {
    return choices;
  }

  List<Steps> steps() {
    return steps;
  }

  /** Notes an amount of time that is counted in the agreement's calendar if it is in workdays. */
  void amount(String path, TimeAmount amount) {
    if (amount.unit() == TimeAmount.Unit.WORKDAYS) {
      workdays.add(new Workdays(path));
    }
  }

  /** Notes an amount of time, if there is one. */
  void amount(String path, Optional<TimeAmount> amount) {
    amount.ifPresent(given -> amount(path, given));
  }
}
