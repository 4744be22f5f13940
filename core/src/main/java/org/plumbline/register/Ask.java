package org.plumbline.register;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One thing that a reconsideration request asks for. Instants are microseconds since 1970 in UTC; a
 * date in the file stands for its whole day.
 */
public sealed interface Ask {

  /** That cases do not count in the metric. */
  record LeaveOut(List<CaseName> cases) implements Ask {
    /** Copies the list. */
    public LeaveOut {
      cases = List.copyOf(cases);
    }
  }

  /**
   * That a time of a case was another party's, or in another turn.
   *
   * @param from included
   * @param until excluded
   * @param party the party, or {@code nobody}; empty where a turn is named
   * @param turn the hold or stage of the record set
   */
  record Assign(CaseName of, long from, long until, Optional<String> party, Optional<String> turn)
      implements Ask {}

  /**
   * That a recorded moment or field of a case had another value.
   *
   * @param name the moment or field
   * @param to the value, as it is written
   * @param was of a moment that happened more than once: the one that is recorded so; empty: the
   *     first
   */
  record Correct(CaseName of, String name, String to, Optional<String> was) implements Ask {}

  /**
   * That a time does not count in the metric, whatever case it lies in.
   *
   * @param from included
   * @param until excluded
   */
  record TakeOut(long from, long until) implements Ask {}

  /**
   * A case as a person names it: by its key as it is shown, or by the parts of its key.
   *
   * @param parts at least one
   */
  record CaseName(List<String> parts) {
    /** Copies the list. */
    public CaseName {
      parts = List.copyOf(parts);
    }
  }

  /** The cases that it names. */
  default List<CaseName> named() {
    if (this instanceof LeaveOut out) {
      return out.cases();
    }
    if (this instanceof Assign assign) {
      return List.of(assign.of());
    }
    return this instanceof Correct correct ? List.of(correct.of()) : List.of();
  }

  /**
   * The same as of a reader who may not see all.
   *
   * @param name what stands in place of the name of a case
   * @param value what stands in place of the value of a field or moment; empty: the value itself
   */
  default Ask shown(UnaryOperator<CaseName> name, Function<String, Optional<String>> value) {
    if (this instanceof LeaveOut out) {
      return new LeaveOut(out.cases().stream().map(name).toList());
    }
    if (this instanceof Assign assign) {
      return new Assign(
          name.apply(assign.of()), assign.from(), assign.until(), assign.party(), assign.turn());
    }
    return this instanceof Correct correct
        ? new Correct(
            name.apply(correct.of()),
            correct.name(),
            value.apply(correct.name()).orElse(correct.to()),
            correct.was().map(was -> value.apply(correct.name()).orElse(was)))
        : this;
  }
}
