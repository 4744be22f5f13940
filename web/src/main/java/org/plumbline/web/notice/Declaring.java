package org.plumbline.web.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Exclusion.Ground.Declared;
import org.plumbline.agreement.Party;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.exclusion.Declaration;
import org.plumbline.exclusion.DeclaredTimes;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Place;
import org.plumbline.web.refusal.Refused;

/**
 * What notices declare under the exclusions of an agreement (docs/meaning.md 19): a time that both
 * parties agreed in advance to leave out, such as maintenance told ten days before.
 */
final class Declaring {

  private static final String FILE = "notices";

  private final Agreement text;

  Declaring(Agreement text) {
    this.text = text;
  }

  /**
   * An exclusion under which a party may declare.
   *
   * @param grounds of which one has to be named; empty: none
   */
  public record Choice(String id, String words, List<String> grounds) {
    /** Copies the list. */
    public Choice {
      grounds = List.copyOf(grounds);
    }
  }

  /**
   * A time that is declared.
   *
   * @param until the first instant after it; empty: it lasts on
   */
  record Time(String exclusion, Optional<String> ground, Instant from, Optional<Instant> until) {}

  /** Those of a party: {@code customer} or {@code provider}. */
  List<Choice> choices(String party) {
    List<Choice> choices = new ArrayList<>();
    text.exclusions()
        .forEach(
            (id, exclusion) -> {
              if (exclusion.ground() instanceof Declared terms && mayDeclare(terms, party)) {
                choices.add(
                    new Choice(
                        id,
                        exclusion.reason().map(why -> id + ": " + why).orElse(id)
                            + terms
                                .notice()
                                .map(notice -> ", told " + notice + " before")
                                .orElse(""),
                        terms.grounds()));
              }
            });
    return choices;
  }

  private boolean mayDeclare(Declared terms, String party) {
    return terms
        .declaredBy()
        .filter(text.parties()::containsKey)
        .map(party::equals)
        .orElse(party.equals(Party.CUSTOMER) || party.equals(Party.PROVIDER));
  }

  /** The terms under which times of an exclusion are declared. */
  Optional<Declared> terms(String id) {
    Exclusion exclusion = text.exclusions().get(id);
    return exclusion != null && exclusion.ground() instanceof Declared terms
        ? Optional.of(terms)
        : Optional.empty();
  }

  /** Whether the other party accepts or rejects what is declared under an exclusion. */
  boolean isDecided(String id) {
    return terms(id).flatMap(Declared::acceptedBy).isPresent();
  }

  /**
   * The time that a notice declares.
   *
   * @param from its first day
   * @param until its last day; empty: it lasts on
   * @param fromTime at which time of the first day, such as {@code 20:00}; empty: from its start
   * @param untilTime until which time of the last day; empty: to its end
   * @throws Refused if the party may not declare it, or it is no time
   */
  Time time(
      String party,
      String exclusion,
      String ground,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      String fromTime,
      String untilTime) {
    Choice choice =
        choices(party).stream()
            .filter(each -> each.id().equals(exclusion))
            .findFirst()
            .orElseThrow(
                () -> new Refused("Your party declares nothing under “" + exclusion + "”."));
    if (!choice.grounds().isEmpty() && !choice.grounds().contains(ground)) {
      throw new Refused("Name the ground: " + String.join(", ", choice.grounds()) + " are agreed.");
    }
    ZoneId zone = text.zone();
    LocalDate first =
        from.orElseThrow(() -> new Refused("Say from which day the declared time runs."));
    Instant begins = first.atTime(clock(fromTime).orElse(LocalTime.MIN)).atZone(zone).toInstant();
    Optional<Instant> ends =
        until.map(
            last ->
                clock(untilTime)
                    .map(at -> last.atTime(at).atZone(zone).toInstant())
                    .orElseGet(() -> last.plusDays(1).atStartOfDay(zone).toInstant()));
    if (ends.filter(end -> !end.isAfter(begins)).isPresent()) {
      throw new Refused("The declared time does not end after it begins.");
    }
    return new Time(exclusion, Optional.of(ground).filter(word -> !word.isBlank()), begins, ends);
  }

  private static Optional<LocalTime> clock(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalTime.parse(text.strip()));
    } catch (DateTimeParseException fault) {
      throw new Refused("Write a time of the day like 20:00.");
    }
  }

  /**
   * How what was declared stands, in a sentence by notice.
   *
   * @param customer whose notices are those of the customer
   * @param now what is declared or decided later is not seen
   */
  Map<UUID, String> standings(List<Notices.NoticeRow> notices, UUID customer, Instant now) {
    Map<UUID, String> standings = new LinkedHashMap<>();
    List<Declaration> declared = new ArrayList<>();
    List<Notices.NoticeRow> declaring =
        notices.stream().filter(notice -> notice.declares().isPresent()).toList();
    for (Notices.NoticeRow notice : declaring) {
      declared.add(declaration(notice, customer, declared.size() + 1));
    }
    List<Finding> findings = DeclaredTimes.of(text, declared, now).findings();
    for (int i = 0; i < declaring.size(); i++) {
      int line = i + 1;
      standings.put(
          declaring.get(i).id(),
          findings.stream()
              .filter(finding -> finding.place().line() == line)
              .map(finding -> finding.found().replaceFirst("^the declaration under \\S+ ", "it "))
              .findFirst()
              .map(found -> Character.toUpperCase(found.charAt(0)) + found.substring(1) + ".")
              .orElse("Measuring heeds it."));
    }
    return standings;
  }

  private static Declaration declaration(Notices.NoticeRow notice, UUID customer, int line) {
    Optional<String> decision =
        notice.answer().filter(word -> word.equals("accepted") || word.equals("rejected"));
    Time time = notice.declares().orElseThrow();
    return new Declaration(
        Optional.of(time.exclusion()),
        Optional.of(notice.organization().equals(customer) ? Party.CUSTOMER : Party.PROVIDER),
        time.ground(),
        Optional.of(EpochMicros.of(notice.givenAt())),
        Optional.of(EpochMicros.of(time.from())),
        time.until().map(EpochMicros::of),
        decision.isPresent() ? notice.answeredAt().map(EpochMicros::of) : Optional.empty(),
        decision,
        new Place(FILE, line, 1, ""));
  }
}
