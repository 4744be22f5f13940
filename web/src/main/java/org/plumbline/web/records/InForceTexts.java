package org.plumbline.web.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.finding.Severity;
import org.plumbline.register.Version;
import org.plumbline.register.VersionChain;
import org.plumbline.web.agreement.CheckedText;
import org.plumbline.web.agreement.VersionRow;

/**
 * Which of the texts on the table are the original and its amendments: the last original that both
 * parties signed, without one the last that was sent; then, number by number, the amendment that
 * replaces the text before it. A text that was only sent is an offer (docs/meaning.md 32).
 */
final class InForceTexts {

  private InForceTexts() {}

  /** A text with its row. */
  record Text(VersionRow row, CheckedText checked, Version version) {

    static Optional<Text> of(VersionRow row, CheckedText checked) {
      return checked
          .agreement()
          .map(
              agreement ->
                  new Text(
                      row, checked, new Version(agreement, row.hash().orElseThrow(), row.label())));
    }

    private Optional<Amendment> amendment() {
      return version.agreement().amendment();
    }
  }

  /**
   * The chain.
   *
   * @param texts those without errors, the newest first
   * @param signed ids of texts that both parties signed
   */
  static List<Text> chain(List<Text> texts, Set<UUID> signed) {
    List<Text> chain = new ArrayList<>();
    newest(texts.stream().filter(text -> text.amendment().isEmpty()).toList(), signed)
        .or(() -> texts.stream().findFirst())
        .ifPresent(chain::add);
    while (!chain.isEmpty()) {
      Text before = chain.get(chain.size() - 1);
      Optional<Text> next =
          newest(texts.stream().filter(text -> follows(before.version(), text)).toList(), signed);
      if (next.isEmpty()) {
        break;
      }
      chain.add(next.get());
    }
    return chain;
  }

  private static Optional<Text> newest(List<Text> texts, Set<UUID> signed) {
    return texts.stream()
        .filter(text -> signed.contains(text.row().id()))
        .findFirst()
        .or(() -> texts.stream().findFirst());
  }

  private static boolean follows(Version before, Text text) {
    return text.amendment().filter(it -> it.replaces().equals(before.hash())).isPresent()
        && VersionChain.check(
                Optional.of(before),
                text.version(),
                AgreementYaml.read(CheckedText.FILE, text.checked().text()).places())
            .stream()
            .noneMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
