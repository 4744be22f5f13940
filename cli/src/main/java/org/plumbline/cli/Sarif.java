package org.plumbline.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.FindingPage;

/** Findings in the Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0). */
final class Sarif {
  private Sarif() {}

  static Map<String, Object> of(List<Finding> findings) {
    List<Map<String, Object>> rules =
        findings.stream().map(Finding::code).distinct().sorted().map(Sarif::rule).toList();
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "plumbline");
    driver.put("rules", rules);
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("columnKind", "unicodeCodePoints");
    run.put("results", findings.stream().map(Sarif::result).toList());
    Map<String, Object> sarif = new LinkedHashMap<>();
    sarif.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    sarif.put("version", "2.1.0");
    sarif.put("runs", List.of(run));
    return sarif;
  }

  /** What a tool shows of the rule beside the finding. */
  private static Map<String, Object> rule(FindingCode code) {
    FindingPage page = FindingPage.of(code);
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", code.id());
    rule.put("name", code.name());
    rule.put("shortDescription", Map.of("text", page.title()));
    rule.put("fullDescription", Map.of("text", String.join(" ", page.meaning())));
    rule.put("help", Map.of("text", String.join("\n", Explained.lines(page))));
    rule.put("defaultConfiguration", Map.of("level", CheckCommand.word(code.severity())));
    return rule;
  }

  /** A path as a reference: what a reference may not hold is written as per cent. */
  private static String uri(String file) {
    String path = file.replace('\\', '/');
    boolean relative = !path.startsWith("/");
    try {
      String absolute = new URI(null, null, relative ? "/" + path : path, null).toASCIIString();
      return relative ? absolute.substring(1).replace(":", "%3A") : absolute;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a path can always be written so", e);
    }
  }

  private static Map<String, Object> result(Finding finding) {
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("artifactLocation", Map.of("uri", uri(finding.place().file())));
    if (finding.place().line() > 0) {
      Map<String, Object> region = new LinkedHashMap<>();
      region.put("startLine", finding.place().line());
      if (finding.place().column() > 0) {
        region.put("startColumn", finding.place().column());
      }
      location.put("region", region);
    }
    String right = finding.right().isEmpty() ? "" : "; " + finding.right();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", finding.code().id());
    result.put("level", CheckCommand.word(finding.severity()));
    result.put("message", Map.of("text", finding.found() + right));
    Map<String, Object> where = new LinkedHashMap<>();
    where.put("physicalLocation", location);
    if (!finding.place().path().isEmpty()) {
      where.put("logicalLocations", List.of(Map.of("fullyQualifiedName", finding.place().path())));
    }
    result.put("locations", List.of(where));
    return result;
  }
}
