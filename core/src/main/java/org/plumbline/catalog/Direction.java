package org.plumbline.catalog;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which way a figure is better, as far as the words tell. */
public enum Direction {
  /** More is better: something wanted is counted. */
  HIGHER,
  /** Less is better: something unwanted is counted. */
  LOWER,
  /** The words do not tell. */
  UNTOLD;

  /** Words that end in something unwanted. */
  private static final Pattern UNWANTED =
      Pattern.compile(
          "\\b(incomplete|invalid|inaccurate|incorrect|out[- ]of[- ]balance|unreconciled"
              + "|not (within|met|reconciled|on time|completed|resolved|processed|available)"
              + "|abandon(ed|ment)|failed|failures?|errors?|defects?|rejected|backed out|backout"
              + "|over capacity|exceed(ing|ed|s)?|overdue|past due|late payment|penalt(y|ies)"
              + "|caus(e|ing|ed) (new )?incidents|incidents related to|unresolved|unsuccessful"
              + "|rescheduled or cancell?ed|not yet|unmet|missed|unanswered)\\b"
              + "|\\b(over|more than|older than) \\d+ (calendar |work)?days");

  /** What was done about it, or that there is none of it: then it is wanted after all. */
  private static final Pattern MENDED =
      Pattern.compile(
          "\\b(no|without|free of|zero) ([a-z-]+ ){0,3}(incomplete|invalid|errors?|issues|defects?"
              + "|failures?|significant)\\b"
              + "|\\b(resolved|mitigated|closed|corrected|answered|reported|notifi\\w+|responded"
              + "|detected|identified|referred|restored|reviewed|sent|provided|returned"
              + "|remediated|recovered|covered|analyzed)\\b(?! to)");

  private static final Pattern WANTED =
      Pattern.compile(
          "\\b(on time|on schedule|within|by (the )?due date|met|accurate|complete(d)?|success\\w*"
              + "|available|availability|uptime|satisf\\w+|rating|certified|balanc(ed|ing)|approved"
              + "|processed|submitted|verified|validated|compliant|resolved|mitigated|traced)\\b");

  /** The direction that a sentence tells. */
  static Direction of(String sentence) {
    String text = sentence.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    if (UNWANTED.matcher(text).find()) {
      return MENDED.matcher(text).find() ? UNTOLD : LOWER;
    }
    return WANTED.matcher(text).find() ? HIGHER : UNTOLD;
  }
}
