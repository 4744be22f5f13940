package org.plumbline.agreement.yaml;

import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;

/**
 * Reads an agreement: text in, model and findings out. It never throws for what stands in the text.
 */
public final class AgreementYaml {

  private AgreementYaml() {}

  /**
   * Reads an agreement that needs no file beside it.
   *
   * @param file the file as the person named it; stands in every place
   */
  public static ReadAgreement read(String file, String text) {
    return read(file, text, Folder.NONE);
  }

  /** Reads an agreement; its iCalendar files are looked up in the folder. */
  public static ReadAgreement read(String file, String text, Folder folder) {
    Findings findings = new Findings();
    return read(file, YamlText.read(file, text, findings), folder, findings, new Reading(findings));
  }

  /** Reads an agreement from bytes, which have to be UTF-8. */
  public static ReadAgreement read(String file, byte[] bytes, Folder folder) {
    Findings findings = new Findings();
    Optional<YamlValue> tree =
        YamlText.decode(file, bytes, findings).flatMap(text -> YamlText.read(file, text, findings));
    return read(file, tree, folder, findings, new Reading(findings));
  }

  static ReadAgreement read(
      String file, Optional<YamlValue> tree, Folder folder, Findings findings, Reading reading) {
    Places places =
        tree.map(root -> new Places(YamlTree.places(root), org.plumbline.finding.Place.of(file)))
            .orElseGet(() -> Places.none(file));
    Optional<Agreement> read = tree.flatMap(root -> document(root, folder, reading));
    Optional<Agreement> agreement = findings.hasErrors() ? Optional.empty() : read;
    return new ReadAgreement(agreement, read, places, findings.inFileOrder());
  }

  private static Optional<Agreement> document(YamlValue root, Folder folder, Reading reading) {
    if (root instanceof YamlValue.Mapping map) {
      Optional<String> other = Documents.otherKind(map, Documents.AGREEMENT);
      if (other.isPresent()) {
        reading.tell(
            FindingCode.OTHER_DOCUMENT,
            map.place(),
            "this is " + other.get() + ", not an agreement",
            "name the file of an agreement; its second key is agreement");
        return Optional.empty();
      }
      return new AgreementReader(Terms.of(reading), map, folder).agreement();
    }
    reading.tell(
        FindingCode.WRONG_SHAPE,
        root.place(),
        root.described() + " stands at the top of the file",
        "start with plumbline: 1 and agreement: with its id");
    return Optional.empty();
  }
}
