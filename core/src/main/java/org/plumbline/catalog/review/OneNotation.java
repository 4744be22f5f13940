package org.plumbline.catalog.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Measure;
import org.plumbline.catalog.MeasureSheet;
import org.plumbline.catalog.Target;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;

/** The shares of one sheet are written in one notation. */
final class OneNotation implements MeasureRule {

  private static final Map<String, Pattern> NOTATIONS = new LinkedHashMap<>();

  static {
    NOTATIONS.put("0.98", Pattern.compile("[\\d.]+"));
    NOTATIONS.put("98%", Pattern.compile("[\\d.]+ ?%.*", Pattern.DOTALL));
    NOTATIONS.put(">=98%", Pattern.compile("(>=|<=|<|>|=(?!>)).*", Pattern.DOTALL));
    NOTATIONS.put("=>98%", Pattern.compile("(=>|=<).*", Pattern.DOTALL));
    NOTATIONS.put("≥98%", Pattern.compile("[≥≤].*", Pattern.DOTALL));
  }

  @Override
  public void look(Catalog catalog, Consumer<Finding> tell) {
    for (MeasureSheet sheet : catalog.sheets()) {
      Map<String, Integer> used = new LinkedHashMap<>();
      for (Measure measure : catalog.of(sheet)) {
        notation(measure).ifPresent(notation -> used.merge(notation, 1, Integer::sum));
      }
      if (used.size() > 1) {
        String shown =
            used.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        tell.accept(
            Finding.of(
                FindingCode.MIXED_NOTATION,
                sheet.header(),
                "shares are written in " + used.size() + " ways: " + shown,
                "write them all one way, such as >=98%"));
      }
    }
  }

  private static Optional<String> notation(Measure measure) {
    boolean share =
        measure.target() instanceof Target.Bound bound
            && bound.value() instanceof Target.Value.Percent;
    String text = measure.text(Column.TARGET);
    if (!share) {
      return Optional.empty();
    }
    for (Map.Entry<String, Pattern> notation : NOTATIONS.entrySet()) {
      boolean words = notation.getKey().equals("98%") && text.matches("(?i).*or (less|more).*");
      if (notation.getValue().matcher(text).matches()) {
        return Optional.of(words ? "2% or less" : notation.getKey());
      }
    }
    return Optional.empty();
  }
}
