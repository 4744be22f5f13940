package org.plumbline.web.records;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Renewal;
import org.plumbline.report.paper.Deliverables;

/**
 * Until when an agreement lasts and how it goes on, by its text and by the notices of the parties
 * (docs/meaning.md 40). It says what falls due, and never what is counted: that is the text's.
 *
 * @param until the last day by the text
 * @param renewal {@code option}, {@code automatic} or {@code none}, by the text
 * @param noticeBy the last day to give notice about renewal; empty where the text asks for none
 * @param ends the last day, where it is known that the agreement ends; empty while it goes on or
 *     may go on
 * @param said the last notice of each party, the earlier given first
 * @param state where that leaves it
 */
public record Ending(
    LocalDate until,
    String renewal,
    Optional<LocalDate> noticeBy,
    Optional<LocalDate> ends,
    List<Said> said,
    State state) {

  /** Copies the list. */
  public Ending {
    said = List.copyOf(said);
  }

  /** Where it stands. */
  public enum State {
    /** It may be renewed, and nobody has said so yet. */
    OPEN("It may be renewed"),
    /** It goes on of itself unless notice is given. */
    GOES_ON("It goes on of itself"),
    /** It was renewed by notice. */
    RENEWED("It is renewed"),
    /** Its last day is known and has not passed. */
    ENDS("It ends"),
    /** Its last day has passed. */
    ENDED("It has ended");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /**
   * A notice about how it goes on.
   *
   * @param kind {@code renewal}, {@code non-renewal} or {@code termination}
   * @param party {@code customer} or {@code provider}
   * @param by the name of the organization
   * @param given the day, in the agreement's zone
   * @param last of a termination the last day that it names
   * @param objected whether the other party objected
   */
  public record Said(
      String kind,
      String party,
      String by,
      LocalDate given,
      Optional<LocalDate> last,
      boolean objected) {

    /** Whether it was given by the last day for it. */
    boolean inTime(Optional<LocalDate> noticeBy) {
      return kind.equals("termination") || noticeBy.filter(given::isAfter).isEmpty();
    }

    /** In a sentence without a full stop. */
    public String words() {
      return by
          + " gave notice on "
          + given
          + switch (kind) {
            case "renewal" -> " that the agreement is renewed";
            case "non-renewal" -> " that the agreement is not renewed";
            default -> " that the agreement ends on " + last.map(LocalDate::toString).orElse("?");
          }
          + (objected ? "; the other party objected" : "");
    }
  }

  /**
   * How it stands.
   *
   * @param text the last text that counts
   * @param notices of the term that the text sets, the earlier given first
   * @param today in the agreement's zone
   */
  static Ending of(Agreement text, List<Said> notices, LocalDate today) {
    LocalDate until = text.performancePeriod().until();
    String kind = text.renewal().flatMap(Renewal::kind).orElse("none");
    Optional<LocalDate> noticeBy = Deliverables.lastDayForNotice(text);
    List<Said> last =
        notices.stream()
            .filter(
                each ->
                    notices.stream()
                        .noneMatch(
                            later ->
                                later.party().equals(each.party())
                                    && notices.lastIndexOf(later) > notices.lastIndexOf(each)))
            .toList();
    Optional<LocalDate> told =
        last.stream()
            .filter(each -> !each.kind().equals("renewal") && each.inTime(noticeBy))
            .map(each -> each.last().filter(until::isAfter).orElse(until))
            .min(Comparator.naturalOrder());
    boolean isRenewed =
        last.stream().anyMatch(each -> each.kind().equals("renewal") && each.inTime(noticeBy));
    boolean mayGoOn =
        isRenewed
            || kind.equals("automatic")
            || (kind.equals("option") && !today.isAfter(noticeBy.orElse(until)));
    Optional<LocalDate> ends = told.or(() -> mayGoOn ? Optional.empty() : Optional.of(until));
    State state =
        ends.isPresent()
            ? today.isAfter(ends.get()) ? State.ENDED : State.ENDS
            : isRenewed ? State.RENEWED : kind.equals("automatic") ? State.GOES_ON : State.OPEN;
    return new Ending(until, kind, noticeBy, ends, last, state);
  }

  /** Whether notice about renewal can still be given in time. */
  public boolean isNoticeOpen(LocalDate today) {
    return !renewal.equals("none") && !today.isAfter(noticeBy.orElse(until)) && ends.isEmpty();
  }

  /** Whether a party said how it goes on. */
  public boolean hasSaid(String party) {
    return said.stream().anyMatch(each -> each.party().equals(party));
  }

  /** Where it stands, in sentences. */
  public String sentence() {
    return switch (state) {
      case OPEN ->
          "The text ends on "
              + until
              + ". It is renewed if a party gives notice of renewal by "
              + noticeBy.orElse(until)
              + ".";
      case GOES_ON ->
          "The text ends on "
              + until
              + ", and the agreement goes on unless a party gives notice of no renewal"
              + noticeBy.map(day -> " by " + day).orElse("")
              + ".";
      case RENEWED ->
          "The agreement goes on after "
              + until
              + ". Both parties sign a text with a later last day, so that what comes after is"
              + " counted.";
      case ENDS -> "The last day of the agreement is " + ends.orElse(until) + ".";
      case ENDED -> "The last day of the agreement was " + ends.orElse(until) + ".";
    };
  }
}
