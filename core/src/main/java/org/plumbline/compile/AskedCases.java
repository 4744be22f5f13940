package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.number;

import java.util.Optional;
import java.util.Set;
import org.plumbline.compile.plan.Expression;

/** Which cases of a record set a plan is about. */
public sealed interface AskedCases {

  /** Every case. */
  AskedCases ALL = new Every();

  /** What holds of the rows of cases that are asked for; empty if all are. */
  Optional<Expression> condition();

  /** Every case. */
  record Every() implements AskedCases {
    @Override
    public Optional<Expression> condition() {
      return Optional.empty();
    }
  }

  /**
   * Some cases by name.
   *
   * @param keys as {@link org.plumbline.records.CaseKey} writes them; not empty
   */
  record Keys(Set<String> keys) implements AskedCases {
    /** Copies the keys. */
    public Keys {
      keys = Set.copyOf(keys);
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("no case is asked for");
      }
    }

    @Override
    public Optional<Expression> condition() {
      return Optional.of(
          Expression.or(
              keys.stream()
                  .sorted()
                  .map(key -> Expression.equal(column("case_key"), Expression.text(key)))
                  .toList()));
    }
  }

  /**
   * The cases whose numbers lie next to each other.
   *
   * @param from the least number, included
   * @param until the first number that is not included
   */
  record Share(long from, long until) implements AskedCases {
    /** Checks the order. */
    public Share {
      if (until <= from) {
        throw new IllegalArgumentException("no case from " + from + " until " + until);
      }
    }

    @Override
    public Optional<Expression> condition() {
      return Optional.of(
          and(atMost(number(from), column("case_no")), less(column("case_no"), number(until))));
    }
  }
}
