package org.plumbline.web.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.plumbline.web.refusal.NotAllowed;
import org.plumbline.web.store.Store;

/**
 * What a person may: party × role × agreement, by the roster of today. What they may see, the
 * database decides; this decides what they may do.
 */
public final class Authority {

  private final Store store;

  public Authority(Store store) {
    this.store = store;
  }

  /** Whether some seat of theirs allows it on the agreement; on a new one if it is empty. */
  public boolean may(Viewer viewer, UUID agreement, Act act) {
    return !viewer.readsOnly()
        && viewer.kind() == Viewer.Kind.PARTY
        && roles(viewer, agreement).stream().anyMatch(role -> role.may(act));
  }

  /** Whether some seat that is for all agreements of their organization allows it. */
  public boolean may(Viewer viewer, Act act) {
    return may(viewer, new UUID(0, 0), act);
  }

  /**
   * Nothing, if it is allowed.
   *
   * @throws NotAllowed if no seat of theirs allows it
   */
  public void require(Viewer viewer, UUID agreement, Act act) {
    if (!may(viewer, agreement, act)) {
      throw new NotAllowed(refusal(viewer, act));
    }
  }

  /**
   * The role in which they do it: it stands beside what they did.
   *
   * @throws NotAllowed if no seat of theirs allows it
   */
  public String roleFor(Viewer viewer, UUID agreement, Act act) {
    require(viewer, agreement, act);
    return roles(viewer, agreement).stream()
        .filter(role -> role.may(act))
        .map(StakeholderRole::key)
        .findFirst()
        .orElseThrow(() -> new NotAllowed(refusal(viewer, act)));
  }

  /** Why something is not allowed, in a sentence. */
  private static String refusal(Viewer viewer, Act act) {
    if (viewer.readsOnly()) {
      return "This token only reads.";
    }
    if (viewer.kind() != Viewer.Kind.PARTY) {
      return viewer.organizationName() + " reads and does not take part.";
    }
    return switch (act) {
      case DRAFT -> "Your role on this agreement does not write terms.";
      case LOAD -> "Your role on this agreement does not bring in records.";
      case MEASURE -> "Your role on this agreement does not measure.";
      case SEND -> "Your role on this agreement does not send for your organization.";
    };
  }

  /** The roles that somebody holds on an agreement today, as the register writes them. */
  public java.util.Set<String> held(Viewer viewer, UUID agreement) {
    return roles(viewer, agreement).stream()
        .map(StakeholderRole::key)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  private List<StakeholderRole> roles(Viewer viewer, UUID agreement) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc
                .sql(
                    """
                    select s.role from seat s left join seat_end e on e.seat = s.id
                    where s.person = :person and s.organization = :organization
                      and (s.agreement is null or s.agreement = :agreement)
                      and current_date between s.from_day
                        and least(coalesce(s.until_day, 'infinity'), coalesce(e.last_day, 'infinity'))
                    """)
                .param("person", viewer.person())
                .param("organization", viewer.organization())
                .param("agreement", agreement)
                .query(String.class)
                .list()
                .stream()
                .flatMap(key -> StakeholderRole.of(key).stream())
                .toList());
  }

  /** The day of the roster, one of UTC, for pages that say until when something holds. */
  public LocalDate today(Viewer viewer) {
    return store.as(
        viewer.person(), jdbc -> jdbc.sql("select current_date").query(LocalDate.class).single());
  }
}
