package org.plumbline.language;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.agreement.yaml.RealAgreements;
import org.plumbline.agreement.yaml.YamlJson;
import tools.jackson.databind.JsonNode;

/** The documents that come with the project and that tests hold to be right. */
final class Corpus {

  private static final List<String> FOLDERS =
      List.of("core/src/test/resources/language", "examples", "cli/src/main/resources");

  private Corpus() {}

  /** The trees of all documents of a schema. */
  static List<JsonNode> documents(String schema) {
    List<JsonNode> documents = new ArrayList<>();
    for (String file : files(schema)) {
      documents.add(YamlJson.of(RealAgreements.text(file)));
    }
    if (schema.equals("agreement")) {
      documents.addAll(RealAgreements.trees().values());
    }
    return documents;
  }

  /** The files of a schema, from the root. */
  static List<String> files(String schema) {
    return FOLDERS.stream()
        .flatMap(folder -> RealAgreements.files(folder, schema + ".yaml").stream())
        .toList();
  }
}
