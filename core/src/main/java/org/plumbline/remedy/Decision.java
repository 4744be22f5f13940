package org.plumbline.remedy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a party did about a posting, as the register has it (docs/meaning.md 26).
 *
 * @param posting the posting's id as text
 * @param act what was done
 * @param on the day
 * @param by the party or role
 * @param note the reason, the bill or the reference of the payment; may be empty
 */
public record Decision(String posting, Act act, LocalDate on, String by, String note) {

  private enum About {
    ANYTHING,
    MONEY,
    PLAN,
    RIGHT;

    private boolean includes(Posting.Kind kind) {
      return switch (this) {
        case ANYTHING -> true;
        case MONEY -> kind.isMoney();
        case PLAN -> kind == Posting.Kind.ACTION;
        case RIGHT -> kind == Posting.Kind.RIGHT;
      };
    }
  }

  /** Who may do something. */
  public enum Who {
    /** The party that owes the posting. */
    OWING,
    /** The party that it is owed to. */
    OWED,
    /** Either party. */
    EITHER
  }

  /** What may be done. */
  public enum Act {
    /** Asked for. */
    REQUESTED(About.MONEY, Who.OWED),
    /** Agreed on. */
    AGREED(About.ANYTHING, Who.EITHER),
    /** Put on hold. */
    HELD(About.ANYTHING, Who.EITHER),
    /** Forgone. */
    WAIVED(About.ANYTHING, Who.OWED),
    /** Put on a bill. */
    APPLIED(About.MONEY, Who.EITHER),
    /** Paid. */
    PAID(About.MONEY, Who.EITHER),
    /** A plan was handed in. */
    SUBMITTED(About.PLAN, Who.OWING),
    /** A plan was given back to be mended. */
    RETURNED(About.PLAN, Who.OWED),
    /** A plan was taken as it is; its milestones count from then on. */
    ACCEPTED(About.PLAN, Who.OWED),
    /** What a plan should bring about was seen to work. */
    VERIFIED(About.PLAN, Who.OWED),
    /** Nothing is left to be done. */
    CLOSED(About.PLAN, Who.OWED),
    /** A right was made use of. */
    EXERCISED(About.RIGHT, Who.OWED);

    private final About about;
    private final Who who;

    Act(About about, Who who) {
      this.about = about;
      this.who = who;
    }

    /** The word of the register: {@code agreed}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it can be done about a posting of a kind. */
    public boolean suits(Posting.Kind kind) {
      return about.includes(kind);
    }

    /** Who may do it. */
    public Who who() {
      return who;
    }

    /** Whether it is a step in the life of a plan. */
    public boolean isOfPlan() {
      return about == About.PLAN;
    }

    /** How a posting stands after it. */
    public Standing standing() {
      return switch (this) {
        case REQUESTED, SUBMITTED, RETURNED -> Standing.PROPOSED;
        case AGREED, ACCEPTED, VERIFIED -> Standing.AGREED;
        case HELD -> Standing.HELD;
        case WAIVED -> Standing.WAIVED;
        case APPLIED, EXERCISED -> Standing.APPLIED;
        case PAID, CLOSED -> Standing.PAID;
      };
    }

    /** The act of a word. */
    public static Optional<Act> of(String key) {
      return Stream.of(values()).filter(act -> act.key().equals(key)).findFirst();
    }
  }
}
