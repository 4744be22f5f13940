package org.plumbline.catalog.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plumbline.catalog.Catalog;
import org.plumbline.finding.Finding;

/**
 * Finds everything that is wrong with a catalog of measures: the list of all rules, each of which
 * holds one idea. No rule knows a workbook or a row.
 */
public final class CatalogReview {

  private static final List<MeasureRule> RULES =
      List.of(
          new IdsOnce(),
          new IdsWellFormed(),
          new FormulasFit(),
          new TargetsFit(),
          new DirectionsFit(),
          new TargetsRead(),
          new OneNotation(),
          new NothingMissing(),
          new NoPlaceholders(),
          new LabelsOfTheList(),
          new LabelsAgree());

  private CatalogReview() {}

  /** All findings, sheet by sheet in the order of their rows. */
  public static List<Finding> findings(Catalog catalog) {
    List<Finding> findings = new ArrayList<>();
    RULES.forEach(rule -> rule.look(catalog, findings::add));
    List<String> sheets = catalog.sheets().stream().map(sheet -> sheet.header().file()).toList();
    findings.sort(
        Comparator.comparingInt((Finding finding) -> sheets.indexOf(finding.place().file()))
            .thenComparing(Finding.FILE_ORDER));
    return findings.stream().distinct().toList();
  }
}
