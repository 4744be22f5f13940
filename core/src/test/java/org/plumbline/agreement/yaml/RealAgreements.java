package org.plumbline.agreement.yaml;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.finding.Findings;
import tools.jackson.databind.JsonNode;

/** The project's examples and the published terms, read; for tests of what comes after. */
public final class RealAgreements {

  private RealAgreements() {}

  /** The folder that holds README.md and the modules. */
  public static Path root() {
    return ProjectFiles.ROOT;
  }

  /** The groups of published terms, by the name of their file. */
  public static List<String> groups() {
    return RealTerms.files().stream().map(file -> file.getFileName().toString()).toList();
  }

  /** The published terms of a group. */
  public static List<RealTerm> terms(String group) {
    return RealTerms.terms(file(group));
  }

  /** The agreement that the terms of a group add to. */
  public static String base(String group) {
    return RealTerms.base(file(group));
  }

  private static Path file(String group) {
    return ProjectFiles.ROOT.resolve("core/src/test/resources/terms").resolve(group);
  }

  /** The text of a file of the project. */
  public static String text(String path) {
    return ProjectFiles.text(path);
  }

  /** What reading a file of the project gave. */
  public static ReadAgreement read(String path) {
    return AgreementYaml.read(path, ProjectFiles.text(path));
  }

  /** The trees of each term's agreement, by number. */
  public static Map<String, JsonNode> trees() {
    Map<String, JsonNode> trees = new LinkedHashMap<>();
    RealTerms.all().forEach((term, tree) -> trees.put(term, YamlJson.of(tree)));
    return trees;
  }

  /** The files below a folder that are called so, from the root, sorted. */
  public static List<String> files(String folder, String name) {
    return ProjectFiles.below(folder, name);
  }

  /** The files in a folder whose names end so, from the root, sorted. */
  public static List<String> filesEndingWith(String folder, String ending) {
    return ProjectFiles.named(folder, ending);
  }

  /** What reading each term with its group's agreement gave, by number. */
  public static Map<String, ReadAgreement> read() {
    Map<String, ReadAgreement> read = new LinkedHashMap<>();
    for (Map.Entry<String, YamlValue.Mapping> term : RealTerms.all().entrySet()) {
      Findings findings = new Findings();
      read.put(
          term.getKey(),
          AgreementYaml.read(
              term.getKey(),
              Optional.of(term.getValue()),
              Folder.NONE,
              findings,
              new Reading(findings)));
    }
    return read;
  }

  /** What reading a part of an agreement gives, merged key by key into a whole one. */
  public static ReadAgreement merged(String whole, String part) {
    Findings findings = new Findings();
    YamlValue.Mapping one =
        (YamlValue.Mapping) YamlText.read("whole.yaml", whole, findings).orElseThrow();
    YamlValue.Mapping other =
        (YamlValue.Mapping) YamlText.read("part.yaml", part, findings).orElseThrow();
    YamlValue both = other.has("plumbline") ? other : RealTerms.merged(one, other, "");
    return AgreementYaml.read(
        "part.yaml", Optional.of(both), Folder.NONE, findings, new Reading(findings));
  }
}
