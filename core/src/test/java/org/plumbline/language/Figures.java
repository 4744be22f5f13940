package org.plumbline.language;

import java.util.stream.Collectors;
import org.plumbline.agreement.yaml.RealAgreements;

/** The pages of figures, written by hand, each with a worked example. */
final class Figures {

  static final String FOLDER = "docs/language/figures";

  private Figures() {}

  /** A row for each page: what it is about, and where it is. */
  static String list() {
    return RealAgreements.filesEndingWith(FOLDER, ".md").stream()
        .map(
            path -> {
              String text = RealAgreements.text(path);
              String title = text.substring(2, text.indexOf('\n'));
              String name = path.substring(path.lastIndexOf('/') + 1);
              return "| " + title + " | [" + name + "](figures/" + name + ") |";
            })
        .collect(Collectors.joining("\n"));
  }
}
