package org.plumbline.report;

import java.util.List;
import java.util.Optional;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.judge.Changed;
import org.plumbline.register.Standing;

/**
 * The reconsideration requests of an evaluation, with the figures that each changes.
 *
 * @param stories in the order of the register
 * @param granted the results that are not the same as they were without anything granted
 * @param pending the results that would not be the same if all that is pending were granted
 */
public record Requests(List<Story> stories, List<Changed> granted, List<Changed> pending) {

  /** Nobody asked for anything. */
  public static final Requests NONE = new Requests(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Requests {
    stories = List.copyOf(stories);
    granted = List.copyOf(granted);
    pending = List.copyOf(pending);
  }

  /**
   * A request and what it does.
   *
   * @param changes what changes by it alone: the result without it, and with it; of a pending one
   *     with it as it was asked for
   * @param cases the cases that it names, as far as the records have them
   */
  public record Story(Standing standing, List<Changed> changes, List<Case> cases) {
    /** Copies the lists. */
    public Story {
      changes = List.copyOf(changes);
      cases = List.copyOf(cases);
    }
  }

  /**
   * A case that a request names.
   *
   * @param without how it stands without the request
   * @param with how it stands with it
   */
  public record Case(String key, Optional<CaseOutcome> without, Optional<CaseOutcome> with) {}

  /** Whether there is anything to tell. */
  public boolean isEmpty() {
    return stories.isEmpty();
  }
}
