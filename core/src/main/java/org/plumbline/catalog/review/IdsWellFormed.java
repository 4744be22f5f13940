package org.plumbline.catalog.review;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.agreement.yaml.Words;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Measure;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;

/**
 * An identifier is one word, and that of its activity and a sequence (FIBF: {@code
 * area.function.activity.sequence}).
 */
final class IdsWellFormed implements MeasureRule {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9&]+(?:[.-][A-Za-z0-9&]+)*");
  private static final Pattern ACTIVITY = Pattern.compile("^([A-Z]{2,5}(?:\\.\\w{2,4}){2})\\b");

  private static final Pattern SCHEME = Pattern.compile("[A-Z]{2,5}(?:\\.\\w{3}){2}\\.\\w{3,4}");

  @Override
  public void look(Catalog catalog, Consumer<Finding> tell) {
    for (Measure measure : catalog.measures()) {
      if (measure.id().isEmpty()) {
        told(measure, "the measure has no identifier", "give it one", tell);
      } else if (!WORD.matcher(measure.id()).matches()) {
        told(
            measure,
            Words.quoted(measure.id()) + " is no identifier: it is not one word",
            "write letters, digits, dots and hyphens, without spaces",
            tell);
      } else {
        ofActivity(measure, tell);
      }
    }
  }

  private static void ofActivity(Measure measure, Consumer<Finding> tell) {
    Matcher activity = ACTIVITY.matcher(measure.text(Column.ACTIVITY));
    if (!activity.find()) {
      return;
    }
    String area = activity.group(1).substring(0, activity.group(1).indexOf('.') + 1);
    boolean sameScheme = measure.id().startsWith(area) && SCHEME.matcher(measure.id()).matches();
    if (sameScheme && !measure.id().startsWith(activity.group(1) + ".")) {
      told(
          measure,
          measure.id() + " is not an identifier of the activity " + activity.group(1),
          "begin it with " + activity.group(1) + ", or mend the activity",
          tell);
    }
  }

  private static void told(Measure measure, String found, String right, Consumer<Finding> tell) {
    tell.accept(
        Finding.of(FindingCode.MALFORMED_MEASURE_ID, measure.place(Column.ID), found, right));
  }
}
