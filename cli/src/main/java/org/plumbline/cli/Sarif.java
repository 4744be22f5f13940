package org.plumbline.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.finding.Finding;

/** Findings in the Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0). */
final class Sarif {
  private Sarif() {}

  static Map<String, Object> of(List<Finding> findings) {
    List<Map<String, Object>> rules =
        findings.stream()
            .map(finding -> finding.code().id())
            .distinct()
            .sorted()
            .map(id -> Map.<String, Object>of("id", id))
            .toList();
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "plumbline");
    driver.put("rules", rules);
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("results", findings.stream().map(Sarif::result).toList());
    Map<String, Object> sarif = new LinkedHashMap<>();
    sarif.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    sarif.put("version", "2.1.0");
    sarif.put("runs", List.of(run));
    return sarif;
  }

  private static Map<String, Object> result(Finding finding) {
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("artifactLocation", Map.of("uri", finding.place().file().replace('\\', '/')));
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
    result.put("locations", List.of(Map.of("physicalLocation", location)));
    return result;
  }
}
