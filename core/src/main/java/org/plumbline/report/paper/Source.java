package org.plumbline.report.paper;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Party;
import org.plumbline.register.Register;
import org.plumbline.report.Document;
import org.plumbline.wording.Wording;

/**
 * What a document is made from.
 *
 * @param hash the identity of the version
 * @param register who signed, as far as it is known
 * @param made when the document was made
 * @param program name and version of what made it
 */
public record Source(
    Agreement agreement, String hash, Register register, Instant made, String program) {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** The agreement in words. */
  Wording wording() {
    return Wording.of(agreement);
  }

  String customer() {
    return wording().party(Party.CUSTOMER);
  }

  String provider() {
    return wording().party(Party.PROVIDER);
  }

  /** A document with what it is of, when it was made, and how to verify it. */
  Document document(String title, List<Document.Section> sections) {
    return new Document(
        title, provider() + " for " + customer(), agreement.marking(), facts(), sections);
  }

  /** What a document made of it says of itself. */
  public List<Document.Fact> facts() {
    ZoneId zone = agreement.zone();
    List<Document.Fact> facts = new ArrayList<>();
    facts.add(new Document.Fact("Agreement", agreement.id() + ": " + agreement.title()));
    facts.add(new Document.Fact("Version", hash));
    facts.add(
        new Document.Fact(
            "Period of performance",
            agreement.performancePeriod().from() + " to " + agreement.performancePeriod().until()));
    agreement
        .amendment()
        .ifPresent(
            amendment ->
                facts.add(
                    new Document.Fact(
                        "Amendment",
                        amendment.number() + ", in force from " + amendment.effective())));
    facts.add(new Document.Fact("Records read", "none; this document is of the text alone"));
    facts.add(
        new Document.Fact(
            "Made", MINUTE.format(made.atZone(zone)) + " " + zone + " by " + program));
    facts.add(
        new Document.Fact(
            "How to verify",
            "“plumbline read” and “plumbline document” with the text whose hash is the version"
                + " above say the same; the text is what is signed, this document shows it."));
    return facts;
  }
}
