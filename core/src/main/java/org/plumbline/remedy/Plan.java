package org.plumbline.remedy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The life of a corrective action plan up to a day (docs/meaning.md 26).
 *
 * @param state how far it is
 * @param acts what was done about it and could be, in order
 * @param refused what could not be done when it was, and so has no effect
 * @param due last day for the next hand-in; empty: it is in, or no day is agreed
 * @param dueIsExpected whether that day rests on a report that is not issued yet
 * @param milestones in order of their days
 * @param late what came after its last day, or has not come though that is past, in plain words
 */
public record Plan(
    State state,
    List<Decision> acts,
    List<Decision> refused,
    Optional<LocalDate> due,
    boolean dueIsExpected,
    List<Circumstances.Milestone> milestones,
    List<String> late) {

  /** Copies the lists. */
  public Plan {
    acts = List.copyOf(acts);
    refused = List.copyOf(refused);
    milestones = List.copyOf(milestones);
    late = List.copyOf(late);
  }

  /** How far a plan is. */
  public enum State {
    /** Nothing was handed in yet. */
    OWED("owed"),
    /** It waits for the other party. */
    SUBMITTED("submitted"),
    /** It is to be mended. */
    RETURNED("returned"),
    /** It is carried out. */
    ACCEPTED("accepted"),
    /** It works. */
    VERIFIED("verified"),
    /** Nothing is left to be done. */
    CLOSED("closed");

    private final String key;

    State(String key) {
      this.key = key;
    }

    /** The word for it. */
    public String key() {
      return key;
    }

    /** The state that an act leads to from this one; empty: it cannot be done now. */
    public Optional<State> after(Decision.Act act) {
      return switch (act) {
        case SUBMITTED ->
            this == OWED || this == RETURNED ? Optional.of(SUBMITTED) : Optional.empty();
        case RETURNED -> this == SUBMITTED ? Optional.of(RETURNED) : Optional.empty();
        case ACCEPTED -> this == SUBMITTED ? Optional.of(ACCEPTED) : Optional.empty();
        case VERIFIED -> this == ACCEPTED ? Optional.of(VERIFIED) : Optional.empty();
        case CLOSED ->
            this == ACCEPTED || this == VERIFIED ? Optional.of(CLOSED) : Optional.empty();
        case REQUESTED, AGREED, HELD, WAIVED, APPLIED, PAID, EXERCISED -> Optional.empty();
      };
    }

    /** The state of a word. */
    public static Optional<State> of(String key) {
      return java.util.stream.Stream.of(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** Whether the party that owes the plan has to do the next step. */
    public boolean isWithOwing() {
      return this == OWED || this == RETURNED || this == ACCEPTED;
    }
  }

  /**
   * Lives through the acts.
   *
   * @param acts those of plans, in order of their days
   * @param first last day to hand it in
   * @param again from the day of a return, the last day to hand it in anew
   * @param today what is later has not happened
   */
  static Plan of(
      List<Decision> acts,
      List<Circumstances.Milestone> milestones,
      Optional<Days.FromIssue> first,
      java.util.function.Function<LocalDate, Optional<LocalDate>> again,
      LocalDate today) {
    State state = State.OWED;
    Optional<LocalDate> due = first.map(Days.FromIssue::day);
    boolean expected = first.filter(day -> !day.issued()).isPresent();
    List<Decision> done = new ArrayList<>();
    List<Decision> refused = new ArrayList<>();
    List<String> late = new ArrayList<>();
    for (Decision act : acts) {
      Optional<State> next = state.after(act.act());
      if (next.isEmpty()) {
        refused.add(act);
        continue;
      }
      state = next.get();
      done.add(act);
      if (state == State.SUBMITTED) {
        reproached(due, expected)
            .filter(day -> act.on().isAfter(day))
            .ifPresent(day -> late.add("submitted " + days(day, act.on()) + " late"));
        due = Optional.empty();
      } else if (state == State.RETURNED) {
        due = again.apply(act.on());
        expected = false;
      }
    }
    reproached(due, expected)
        .filter(today::isAfter)
        .ifPresent(day -> late.add("not handed in, " + days(day, today) + " past its last day"));
    List<Circumstances.Milestone> known =
        milestones.stream()
            .map(each -> seen(each, today))
            .sorted(
                Comparator.comparing(
                        (Circumstances.Milestone each) -> each.due().orElse(LocalDate.MAX))
                    .thenComparing(Circumstances.Milestone::name))
            .toList();
    for (Circumstances.Milestone each : known) {
      late(each, today).ifPresent(late::add);
    }
    return new Plan(state, done, refused, due, due.isPresent() && expected, known, late);
  }

  /** A last day that rests on a report that is only expected makes nobody late. */
  private static Optional<LocalDate> reproached(Optional<LocalDate> due, boolean expected) {
    return due.filter(day -> !expected);
  }

  private static Circumstances.Milestone seen(Circumstances.Milestone each, LocalDate today) {
    return new Circumstances.Milestone(
        each.posting(),
        each.name(),
        each.owner(),
        each.due(),
        each.done().filter(day -> !day.isAfter(today)));
  }

  private static Optional<String> late(Circumstances.Milestone each, LocalDate today) {
    String name = "“" + each.name() + "” ";
    return each.due()
        .filter(due -> each.done().orElse(today).isAfter(due))
        .map(
            due ->
                name
                    + each.done()
                        .map(done -> days(due, done) + " late")
                        .orElseGet(() -> days(due, today) + " past its last day"));
  }

  private static String days(LocalDate from, LocalDate until) {
    long days = ChronoUnit.DAYS.between(from, until);
    return days + (days == 1 ? " day" : " days");
  }
}
