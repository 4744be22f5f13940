package org.plumbline.workbook;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.plumbline.workbook.FormulaText.Reach;

/**
 * What ended above rows that came to a sheet and ends below them now: ranges in formulas of all
 * sheets and charts, names, what is printed, validations, looks that depend on values, filters and
 * tables. Only parts in which something changes are written.
 */
final class GrownRanges {

  private static final Pattern FORMULA =
      Pattern.compile(
          "(<c\\b[^>]*?\\br=\"[A-Z]+(\\d+)\"[^>]*>\\s*<f\\b[^>]*(?<!/)>)([^<]+)"
              + "(</f>)(?:<v>[^<]*</v>|<v/>)?");
  private static final Pattern RULE = Pattern.compile("(<(?:formula[12]?|xm:f|c:f)>)()([^<]+)");
  private static final Pattern NAME =
      Pattern.compile("(<definedName\\b([^>]*)>)([^<]+)(?=</definedName>)");
  private static final Pattern AREA =
      Pattern.compile(
          "(<(?:dataValidation|conditionalFormatting|ignoredError|protectedRange)\\b[^>]*?"
              + "\\bsqref=\"|<xm:sqref>|<autoFilter\\b[^>]*?\\bref=\"|<dimension\\b[^>]*?\\bref=\")"
              + "()([^\"<]+)");
  private static final Pattern TABLE =
      Pattern.compile("(<(?:table|autoFilter)\\b[^>]*?\\bref=\")()([^\"]+)");
  private static final Pattern PIVOT =
      Pattern.compile("(<worksheetSource\\b[^>]*?\\bref=\")()([^\"]+)");
  private static final Pattern TARGET = Pattern.compile("Target=\"([^\"]*/tables/[^\"]+)\"");
  private static final Pattern SHEET = Pattern.compile("\\bsheet=\"([^\"]*)\"");
  private static final String SHEETS = "xl/worksheets/";

  private GrownRanges() {}

  /**
   * Puts the parts that change beside those that are written already.
   *
   * @param written parts by name
   */
  static void extend(Workbook workbook, Map<String, String> written, List<Growth> growths)
      throws IOException, RefusedWorkbook {
    OfficePackage file = workbook.file();
    Map<String, String> sheets = new LinkedHashMap<>();
    for (Sheet sheet : workbook.sheets()) {
      sheets.put(workbook.part(sheet.name()), sheet.name());
    }
    for (Growth growth : growths) {
      if (!growth.isNone()) {
        Set<String> tables = tables(workbook, growth.sheet());
        for (ZipEntry part : file.parts()) {
          String name = part.getName();
          if (ranges(name)) {
            String before =
                written.containsKey(name) ? written.get(name) : FilledWorkbook.text(file, name);
            String after = part(name, before, sheets.getOrDefault(name, ""), tables, growth);
            if (!after.equals(before)) {
              written.put(name, after);
            }
          }
        }
      }
    }
  }

  /** Whether a part may hold ranges. */
  private static boolean ranges(String part) {
    return part.equals("xl/workbook.xml")
        || part.matches("xl/(worksheets|charts|tables|pivotCache)/[^/]+\\.xml")
            && !part.contains("Records");
  }

  private static String part(
      String part, String text, String home, Set<String> tables, Growth growth) {
    if (part.equals("xl/workbook.xml")) {
      return replaced(
          NAME, text, found -> extended(found.group(3), "", 0, reach(found.group(2)), growth));
    }
    if (part.startsWith("xl/tables/")) {
      boolean own = tables.contains(part) && !text.matches("(?s).*totalsRowCount=\"[1-9].*");
      return own ? replaced(TABLE, text, found -> area(found.group(3), growth)) : text;
    }
    if (part.startsWith("xl/pivotCache/")) {
      Matcher of = SHEET.matcher(text);
      boolean own = of.find() && XmlText.read(of.group(1)).equals(growth.sheet());
      return own ? replaced(PIVOT, text, found -> area(found.group(3), growth)) : text;
    }
    String formulas = FORMULA.matcher(text).replaceAll(found -> formula(found, home, growth));
    String rules =
        replaced(RULE, formulas, found -> extended(found.group(3), home, 0, Reach.LISTS, growth));
    boolean grown = part.startsWith(SHEETS) && home.equals(growth.sheet());
    return grown ? replaced(AREA, rules, found -> areas(found.group(3), growth)) : rules;
  }

  /** A formula that grew, without the value that it had: programs work it out when they open it. */
  private static String formula(MatchResult found, String home, Growth growth) {
    long row = Long.parseLong(found.group(2));
    String grown = extended(found.group(3), home, row, Reach.LISTS, growth);
    return Matcher.quoteReplacement(
        grown.equals(found.group(3)) ? found.group() : found.group(1) + grown + found.group(4));
  }

  private static Reach reach(String name) {
    return name.contains("\"_xlnm.Print_Area\"")
        ? Reach.PAGES
        : name.contains("\"_xlnm.") ? Reach.AREAS : Reach.LISTS;
  }

  private static String extended(String xml, String home, long row, Reach reach, Growth growth) {
    String before = XmlText.read(xml);
    String after = FormulaText.extended(before, home, row, reach, growth);
    return after.equals(before) ? xml : XmlText.between(after);
  }

  /** The text with the third group of each place found in other words. */
  private static String replaced(
      Pattern pattern, String text, java.util.function.Function<MatchResult, String> with) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + with.apply(found)));
  }

  private static String areas(String areas, Growth growth) {
    UnaryOperator<String> one = area -> area(area, growth);
    return String.join(" ", List.of(areas.split(" ")).stream().map(one).toList());
  }

  private static String area(String area, Growth growth) {
    String whole = area.contains(":") ? area : area + ":" + area;
    String grown = FormulaText.extended(whole, growth.sheet(), 0, Reach.AREAS, growth);
    return grown.equals(whole) ? area : grown;
  }

  /** The tables of a sheet. */
  private static Set<String> tables(Workbook workbook, String sheet)
      throws IOException, RefusedWorkbook {
    String part = workbook.part(sheet);
    int slash = part.lastIndexOf('/');
    String relations = part.substring(0, slash) + "/_rels" + part.substring(slash) + ".rels";
    Set<String> tables = new LinkedHashSet<>();
    if (workbook.file().has(relations)) {
      Matcher target = TARGET.matcher(FilledWorkbook.text(workbook.file(), relations));
      while (target.find()) {
        tables.add(target.group(1).replaceFirst("^(\\.\\./|/xl/)", "xl/"));
      }
    }
    return tables;
  }
}
