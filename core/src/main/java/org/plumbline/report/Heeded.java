package org.plumbline.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Under what a past was asked.
 *
 * @param draft how a draft was run, in words; empty where there is none
 * @param register the register that was heeded
 * @param knownAt up to when it was known
 */
public record Heeded(Optional<String> draft, Optional<String> register, Instant knownAt) {

  /** The same of a draft that is run in this way. */
  public Heeded of(String how) {
    return new Heeded(Optional.of(how), register, knownAt);
  }

  /** What stands at the head of a document. */
  List<Document.Fact> facts(ZoneId zone) {
    List<Document.Fact> facts = new ArrayList<>();
    draft.ifPresent(how -> facts.add(new Document.Fact("The draft", how)));
    register.ifPresent(
        file -> {
          facts.add(new Document.Fact("Register", file));
          facts.add(new Document.Fact("Known at", new Moments(zone).minute(knownAt)));
        });
    return facts;
  }
}
