package org.plumbline.referee;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Condition;

/**
 * The cases of a line's population in a period: those decided, and those of which it cannot be
 * said.
 */
record Sample(List<Member> decided, List<Member> indeterminate) {

  /** The cases for which a condition holds; where it is unknown, the case is indeterminate. */
  Sample where(Optional<Condition> condition) {
    if (condition.isEmpty()) {
      return this;
    }
    List<Member> holds = new ArrayList<>();
    List<Member> unknown = new ArrayList<>();
    for (Member member : decided) {
      switch (holds(member, condition.get())) {
        case YES -> holds.add(member);
        case UNKNOWN -> unknown.add(member);
        case NO -> {}
      }
    }
    for (Member member : indeterminate) {
      if (holds(member, condition.get()) != Truth.NO) {
        unknown.add(member);
      }
    }
    return new Sample(holds, unknown);
  }

  /** What the condition says of a case; of one that is unusable it is not asked. */
  static Truth holds(Member member, Condition condition) {
    return member.unusable() ? Truth.YES : member.reading().conditions().holds(condition);
  }
}
