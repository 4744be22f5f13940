package org.plumbline.referee;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.referee.CasePart.Occurred;

/**
 * The members of a group (meaning 14).
 *
 * @param set of the members
 */
record Members(Ground ground, RecordSet set, List<PlainCase> cases) {

  /** The members of a case, if its set is one of groups. */
  static Optional<Members> of(Ground ground, RecordSet set, RefereeCase source) {
    return of(ground, set)
        .map(
            none ->
                new Members(
                    ground,
                    none.set,
                    source.members().stream()
                        .map(member -> ground.plain(((Origin.Groups) set.origin()).of(), member))
                        .flatMap(Optional::stream)
                        .toList()));
  }

  /** Nobody yet, if the set is one of groups. */
  static Optional<Members> of(Ground ground, RecordSet set) {
    return set.origin() instanceof Origin.Groups groups
        ? Optional.of(new Members(ground, ground.set(groups.of()), List.of()))
        : Optional.empty();
  }

  /** Whether a term directly within {@code first} or {@code last} is the members'. */
  boolean have(MomentTerm of) {
    return !(of instanceof MomentTerm.Named named) || set.moments().containsKey(named.id());
  }

  List<Occurred> taken(MomentTerm of, Optional<Condition> condition) {
    List<Occurred> taken = new ArrayList<>();
    for (PlainCase member : cases) {
      for (Occurred occurred : member.moments().all(of)) {
        if (condition.isEmpty()
            || member.atOccurrence(occurred).holds(condition.get()) == Truth.YES) {
          taken.add(occurred);
        }
      }
    }
    taken.sort(Comparator.comparingLong(occurred -> occurred.point().micros()));
    return taken;
  }

  Precision precision(MomentTerm of) {
    return new Moments(
            ground,
            set,
            Map.of(),
            (asked, at) -> Truth.UNKNOWN,
            Optional.empty(),
            Members.of(ground, set))
        .precision(of);
  }
}
