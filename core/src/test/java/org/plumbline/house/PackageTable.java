package org.plumbline.house;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may use whom in {@code core}, in the order of the flow. {@code ARCHITECTURE.md} shows the
 * same table to people; {@link ArchitectureTest} compares the two and holds the code to it.
 *
 * <p>The root package itself holds the page that shows the whole flow. It may use every package and
 * none may use it.
 */
final class PackageTable {
  static final String BASE = "org.plumbline";

  /** Each package of the flow, with the packages it may use. A row may name earlier rows only. */
  static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  static {
    MAY_USE.put("finding", List.of());
    MAY_USE.put("workbook", List.of());
    MAY_USE.put("calendar", List.of("finding"));
    MAY_USE.put("agreement", List.of("finding", "calendar"));
    MAY_USE.put("catalog", List.of("finding", "workbook", "calendar", "agreement"));
    MAY_USE.put("check", List.of("finding", "calendar", "agreement", "catalog"));
    MAY_USE.put("chain", List.of("finding", "calendar", "agreement"));
    MAY_USE.put("requirements", List.of("finding", "workbook", "agreement"));
    MAY_USE.put("review", List.of("finding", "calendar", "agreement", "catalog", "chain"));
    MAY_USE.put("records", List.of("finding", "workbook", "calendar", "agreement"));
    MAY_USE.put("profile", List.of("finding", "calendar", "agreement", "records"));
    MAY_USE.put("exclusion", List.of("finding", "calendar", "agreement"));
    MAY_USE.put("compile", List.of("finding", "calendar", "agreement", "records", "exclusion"));
    MAY_USE.put(
        "evaluate", List.of("finding", "calendar", "agreement", "records", "exclusion", "compile"));
    MAY_USE.put("judge", List.of("finding", "calendar", "agreement", "evaluate"));
    MAY_USE.put(
        "rounds",
        List.of(
            "finding",
            "calendar",
            "agreement",
            "check",
            "records",
            "exclusion",
            "compile",
            "evaluate",
            "judge"));
    MAY_USE.put("remedy", List.of("finding", "calendar", "agreement", "evaluate", "judge"));
    MAY_USE.put("register", List.of("finding", "calendar", "agreement"));
    MAY_USE.put(
        "inforce",
        List.of(
            "finding",
            "calendar",
            "agreement",
            "check",
            "records",
            "exclusion",
            "compile",
            "evaluate",
            "judge",
            "rounds",
            "remedy",
            "register"));
    MAY_USE.put(
        "replay",
        List.of(
            "finding",
            "calendar",
            "agreement",
            "check",
            "records",
            "exclusion",
            "compile",
            "evaluate",
            "judge",
            "rounds",
            "remedy",
            "register",
            "inforce"));
    MAY_USE.put("gap", List.of("finding", "calendar", "agreement", "evaluate", "judge"));
    MAY_USE.put(
        "forecast",
        List.of(
            "finding",
            "calendar",
            "agreement",
            "records",
            "exclusion",
            "compile",
            "evaluate",
            "judge",
            "rounds"));
    MAY_USE.put(
        "wording",
        List.of("finding", "calendar", "agreement", "evaluate", "judge", "remedy", "forecast"));
    MAY_USE.put(
        "reconcile",
        List.of(
            "finding",
            "calendar",
            "agreement",
            "check",
            "records",
            "profile",
            "compile",
            "evaluate",
            "judge",
            "rounds",
            "register",
            "inforce",
            "wording"));
    MAY_USE.put(
        "trial",
        List.of(
            "finding",
            "calendar",
            "agreement",
            "chain",
            "records",
            "compile",
            "evaluate",
            "judge",
            "rounds"));
    MAY_USE.put(
        "forms",
        List.of(
            "finding",
            "workbook",
            "calendar",
            "agreement",
            "catalog",
            "profile",
            "evaluate",
            "judge",
            "gap",
            "wording"));
    MAY_USE.put(
        "report",
        List.of(
            "finding",
            "workbook",
            "calendar",
            "agreement",
            "catalog",
            "chain",
            "review",
            "records",
            "evaluate",
            "judge",
            "remedy",
            "register",
            "inforce",
            "replay",
            "gap",
            "forecast",
            "wording",
            "reconcile",
            "trial"));
    MAY_USE.put(
        "difference", List.of("calendar", "agreement", "evaluate", "remedy", "wording", "report"));
    MAY_USE.put(
        "story",
        List.of(
            "finding",
            "calendar",
            "agreement",
            "records",
            "compile",
            "evaluate",
            "judge",
            "rounds",
            "register",
            "inforce",
            "wording",
            "report"));
    MAY_USE.put(
        "known",
        List.of(
            "finding",
            "calendar",
            "agreement",
            "records",
            "exclusion",
            "evaluate",
            "judge",
            "remedy",
            "register",
            "inforce",
            "replay",
            "forecast",
            "report",
            "story"));
  }

  /** A library, with the packages (as ArchUnit patterns) that alone may use it. */
  static final Map<String, List<String>> OWNERS = new LinkedHashMap<>();

  static {
    OWNERS.put("java.sql..", List.of("..duckdb.."));
    OWNERS.put("javax.sql..", List.of("..duckdb.."));
    OWNERS.put("org.duckdb..", List.of("..duckdb.."));
    OWNERS.put("org.snakeyaml..", List.of("..yaml.."));
    OWNERS.put(
        "tools.jackson..",
        List.of("..json..", BASE + ".records..", BASE + ".report..", BASE + ".difference.."));
    OWNERS.put("de.siegmar.fastcsv..", List.of(BASE + ".records..", BASE + ".report.."));
    OWNERS.put("org.apache.poi..", List.of(BASE + ".workbook..", BASE + ".report.office.."));
    OWNERS.put("com.openhtmltopdf..", List.of(BASE + ".report.office.."));
    OWNERS.put("org.apache.pdfbox..", List.of(BASE + ".report.office.."));
    OWNERS.put("org.apache.fontbox..", List.of(BASE + ".report.office.."));
    OWNERS.put("net.fortuna.ical4j..", List.of(BASE + ".calendar.."));
    OWNERS.put("de.focus_shift..", List.of(BASE + ".calendar.."));
  }

  /** The packages of the flow that {@code name} may not use. */
  static String[] forbiddenTo(String name) {
    Set<String> forbidden = new LinkedHashSet<>(MAY_USE.keySet());
    forbidden.remove(name);
    forbidden.removeAll(MAY_USE.getOrDefault(name, List.of()));
    return forbidden.stream().map(other -> BASE + "." + other + "..").toArray(String[]::new);
  }

  private PackageTable() {}
}
