package org.plumbline.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Remedy;
import org.plumbline.finding.FindingCode;

/** A pool and an exclusion have an effect on something. */
final class UsedSomewhere implements Rule {

  @Override
  public void check(Draft draft) {
    Set<String> calendars = calendars(draft);
    pools(draft);
    draft.agreement().exclusions().forEach((id, e) -> exclusion(id, e, calendars, draft));
  }

  private static Set<String> calendars(Draft draft) {
    Set<String> used = new HashSet<>();
    draft.agreement().calendar().ifPresent(used::add);
    for (MetricView metric : draft.metrics()) {
      metric
          .metric()
          .clock()
          .flatMap(clock -> clock.calendar())
          .ifPresent(calendar -> used.addAll(Terms.valuesOf(calendar)));
    }
    for (Uses.Moment use : draft.uses().moments()) {
      if (use.term() instanceof MomentTerm.Shifted shifted) {
        shifted.calendar().ifPresent(used::add);
      } else if (use.term() instanceof MomentTerm.DayOfPeriod day) {
        day.calendar().ifPresent(used::add);
      }
    }
    return used;
  }

  private static void pools(Draft draft) {
    Agreement agreement = draft.agreement();
    Set<String> used = new HashSet<>();
    agreement.pools().values().forEach(pool -> used.add(pool.of()));
    for (Remedy remedy : agreement.remedies().values()) {
      if (remedy.effect() instanceof Remedy.Effect.Credit credit) {
        used.add(credit.of());
        used.addAll(credit.atMost());
      }
    }
    for (String id : agreement.pools().keySet()) {
      if (!used.contains(id)) {
        draft.tell(
            FindingCode.WITHOUT_EFFECT,
            "pools/" + id,
            "no credit is out of this pool, and none is capped by it",
            "name it in credit: {of: " + id + "} or at-most: [" + id + "]");
      }
    }
  }

  private static void exclusion(
      String id, Exclusion exclusion, Set<String> calendars, Draft draft) {
    if (exclusion.effect() instanceof Exclusion.Effect.Closes closes) {
      for (int i = 0; i < closes.calendars().size(); i++) {
        String calendar = closes.calendars().get(i);
        if (draft.agreement().calendars().containsKey(calendar) && !calendars.contains(calendar)) {
          tell(
              "exclusions/" + id + "/closes/" + i,
              "no clock and no moment reads the calendar \"" + calendar + "\"",
              draft);
        }
      }
    } else if (exclusion.effect() instanceof Exclusion.Effect.Suspends suspends) {
      List<String> services = suspends.services();
      for (int i = 0; i < services.size(); i++) {
        Optional<String> service = Optional.of(services.get(i));
        if (draft.agreement().services().containsKey(services.get(i))
            && draft.metrics().stream().noneMatch(m -> m.metric().service().equals(service))) {
          tell(
              "exclusions/" + id + "/suspends/" + i,
              "no metric belongs to the service \"" + services.get(i) + "\"",
              draft);
        }
      }
    }
  }

  private static void tell(String path, String found, Draft draft) {
    draft.tell(
        FindingCode.WITHOUT_EFFECT,
        path,
        found + ", so that this exclusion changes nothing",
        "name what it shall act on");
  }
}
