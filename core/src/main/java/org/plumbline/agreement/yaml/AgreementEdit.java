package org.plumbline.agreement.yaml;

import java.util.Optional;
import org.plumbline.agreement.Agreement;

/**
 * Brings a changed agreement into the text that a person wrote: what did not change keeps its
 * words, its layout and its comments. What cannot be changed in place is written anew, and the
 * comments in it move above it.
 */
public final class AgreementEdit {

  private static final int[] DEPTHS = {Integer.MAX_VALUE, 4, 3, 2, 1};

  private AgreementEdit() {}

  /**
   * The text of the changed agreement. It reads as that agreement, whatever it looks like.
   *
   * @param text what was read; the agreement before the change
   * @param changed what it shall say
   * @param folder where the files beside the agreement are looked up
   * @throws IllegalArgumentException if the text is not that of an agreement
   */
  public static String edit(String text, Agreement changed, Folder folder) {
    Agreement before =
        read(text, folder)
            .orElseThrow(() -> new IllegalArgumentException("the text is no agreement"));
    if (before.equals(changed)) {
      return text;
    }
    for (int depth : DEPTHS) {
      Optional<String> edited =
          TextChange.of(text, WrittenAgreement.of(before), WrittenAgreement.of(changed), depth);
      if (edited.flatMap(it -> read(it, folder)).filter(changed::equals).isPresent()) {
        return edited.get();
      }
    }
    return TextChange.commentsOf(text) + AgreementWriter.write(changed);
  }

  private static Optional<Agreement> read(String text, Folder folder) {
    return AgreementYaml.read("agreement.yaml", text, folder).agreement();
  }
}
