package org.plumbline.report.paper;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.report.Document;

/**
 * What a document of a concept of operations is made from.
 *
 * @param hash the identity of its text
 * @param marking handling line of the agreement that includes it
 * @param made when the document was made
 * @param program name and version of what made it
 */
public record ConceptSource(
    Conops conops, String hash, Optional<String> marking, Instant made, String program) {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** The day on which it was made, in its own zone. */
  String day() {
    return made.atZone(conops.zone()).toLocalDate().toString();
  }

  Document document(List<Document.Section> sections) {
    return new Document(
        conops.title(),
        name(Party.PROVIDER) + " for " + name(Party.CUSTOMER),
        marking,
        facts(),
        sections);
  }

  private String name(String party) {
    Party known = conops.parties().get(party);
    return known == null ? "the " + party : known.name();
  }

  /** What a document made of it says of itself. */
  public List<Document.Fact> facts() {
    return List.of(
        new Document.Fact("Concept of operations", conops.id()),
        new Document.Fact("Title", conops.title()),
        new Document.Fact("Zone", conops.zone().getId()),
        new Document.Fact("Version", hash),
        new Document.Fact("Records read", "none; this document is of the text alone"),
        new Document.Fact(
            "Made",
            MINUTE.format(made.atZone(conops.zone())) + " " + conops.zone() + " by " + program),
        new Document.Fact(
            "How to verify",
            "“plumbline document conops” with the text whose hash is the version above gives the"
                + " same document; “plumbline import conops” reads this one back."));
  }
}
