package org.plumbline.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;

/**
 * Terms as they are run over the past (docs/meaning.md 27).
 *
 * @param texts each from its own day on; of a draft that is run throughout, what was in force with
 *     the draft behind it
 * @param throughout whether the last text is run as if it had been in force all the time
 */
record PastTerms(Versions texts, boolean throughout) {

  /** Texts each from its own day on. */
  static PastTerms byDate(Versions texts) {
    return new PastTerms(texts, false);
  }

  /** A draft as if it had been in force all the time. */
  static PastTerms throughout(Versions inForce, Version draft) {
    List<Version> texts = new ArrayList<>(inForce.versions());
    texts.add(draft);
    return new PastTerms(new Versions(texts), true);
  }

  /** A draft from a day on; what was in force before that day holds until then. */
  static PastTerms from(Versions inForce, Version draft, LocalDate day) {
    List<Version> texts =
        new ArrayList<>(
            inForce.versions().stream().filter(version -> version.from().isBefore(day)).toList());
    if (texts.isEmpty()) {
      return throughout(inForce, draft);
    }
    Version last = texts.get(texts.size() - 1);
    Optional<Amendment> written = draft.agreement().amendment();
    Amendment amendment =
        new Amendment(
            last.number() + 1,
            last.hash(),
            day,
            written.map(Amendment::reason).orElse("a draft"),
            written.map(Amendment::driver).orElse("correction"),
            written.flatMap(Amendment::transition),
            written.flatMap(Amendment::splitsPeriod),
            written.flatMap(Amendment::counters),
            written.flatMap(Amendment::changeRequest),
            Optional.empty());
    texts.add(with(draft, draft.agreement().withAmendment(Optional.of(amendment))));
    return byDate(new Versions(texts));
  }

  /** The same with another text of the draft. */
  PastTerms with(Agreement draft) {
    List<Version> all = new ArrayList<>(texts.versions());
    int last = all.size() - 1;
    Optional<Amendment> amendment = texts.last().agreement().amendment();
    all.set(last, with(texts.last(), throughout ? draft : draft.withAmendment(amendment)));
    return new PastTerms(new Versions(all), throughout);
  }

  private static Version with(Version version, Agreement text) {
    return new Version(text, version.hash(), version.file());
  }

  /** What was in force, where a draft is run throughout. */
  static Versions inForce(Versions texts) {
    return new Versions(texts.versions().subList(0, texts.versions().size() - 1));
  }
}
