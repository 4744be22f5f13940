package org.plumbline.web.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementHash;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.CanonicalForm;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.check.Checker;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Severity;
import org.plumbline.wording.Reading;
import org.plumbline.wording.Wording;

/**
 * A text of an agreement, read and checked.
 *
 * @param text as it was written
 * @param agreement present only if no finding is an error
 * @param name the agreement's own id, as far as it was read
 * @param title what stands on its cover, as far as it was read
 * @param hash the canonical hash, if there is no error
 * @param findings drafting comments, in the order of the text
 */
public record CheckedText(
    String text,
    Optional<Agreement> agreement,
    String name,
    String title,
    Optional<String> hash,
    List<Finding> findings) {

  /** What the text is called in places. */
  public static final String FILE = "agreement.yaml";

  /** Copies the list. */
  public CheckedText {
    findings = List.copyOf(findings);
  }

  /** Reads and checks. */
  public static CheckedText of(String text) {
    ReadAgreement read = AgreementYaml.read(FILE, text);
    Findings all = new Findings();
    Checker.check(read).forEach(all::add);
    Optional<Agreement> whole = all.hasErrors() ? Optional.empty() : read.agreement();
    return new CheckedText(
        text,
        whole,
        read.asFarAsRead().map(Agreement::id).filter(id -> !id.isBlank()).orElse("untitled"),
        read.asFarAsRead()
            .map(Agreement::title)
            .filter(title -> !title.isBlank())
            .orElse("A draft without a title"),
        whole.map(found -> AgreementHash.of(found, path -> Optional.empty())),
        all.inFileOrder());
  }

  /** What is hashed, without the documents beside it; empty while something in it is wrong. */
  public Optional<String> canonical() {
    return agreement.map(found -> CanonicalForm.of(found, path -> Optional.empty()));
  }

  /** Whether it could be sent: nothing in it is wrong. */
  public boolean isWhole() {
    return agreement.isPresent();
  }

  /** How many findings weigh so much. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** The agreement read aloud; nothing of a text with errors. */
  public Optional<Reading> reading() {
    return agreement.map(found -> Wording.of(found).read());
  }

  /** Since when it holds: its amendment's effective date, else the first day of performance. */
  public Optional<LocalDate> effective() {
    return agreement.map(
        found ->
            found
                .amendment()
                .map(amendment -> amendment.effective())
                .orElse(found.performancePeriod().from()));
  }
}
