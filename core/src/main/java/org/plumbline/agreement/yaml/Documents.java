package org.plumbline.agreement.yaml;

import java.util.Map;
import java.util.Optional;
import org.plumbline.finding.FindingCode;

/** The kinds of documents, and the version of the language that they are written in. */
final class Documents {

  /** The version of the language. */
  static final int VERSION = 1;

  /** The key that names an agreement. */
  static final String AGREEMENT = "agreement";

  private static final Map<String, String> KINDS =
      Map.of(
          AGREEMENT,
          "an agreement",
          "conops",
          "a concept of operations",
          "offer",
          "an offer",
          "requirements",
          "a list of requirements",
          "success-metrics",
          "a list of success metrics",
          "binds",
          "a binding of records");

  private Documents() {}

  /** What the document is, if it is not of the kind that is wanted. */
  static Optional<String> otherKind(YamlValue.Mapping document, String wanted) {
    if (document.has(wanted)) {
      return Optional.empty();
    }
    return document.entries().stream()
        .map(YamlValue.Entry::key)
        .filter(KINDS::containsKey)
        .map(KINDS::get)
        .findFirst();
  }

  /** Reads the version, which has to be the one that is known. */
  static Required<Integer> version(MapReader map, Scalars scalars) {
    return map.required(
        "plumbline",
        value ->
            scalars
                .scalar(value, "the version of the language, " + VERSION)
                .flatMap(
                    scalar ->
                        scalar.text().equals(String.valueOf(VERSION))
                            ? Optional.of(VERSION)
                            : scalars.refuse(
                                scalar,
                                FindingCode.OTHER_DOCUMENT,
                                "is not a version of the language that is known here",
                                "write " + VERSION)));
  }
}
