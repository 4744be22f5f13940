package org.plumbline.catalog.review;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.plumbline.agreement.yaml.Words;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Measure;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;

/** An identifier names one measure. */
final class IdsOnce implements MeasureRule {

  @Override
  public void look(Catalog catalog, Consumer<Finding> tell) {
    for (Map.Entry<String, List<Measure>> entry : catalog.byId().entrySet()) {
      List<Measure> bearers = entry.getValue();
      for (Measure measure : bearers.subList(1, bearers.size())) {
        Measure first = bearers.get(0);
        String other = first.sheet().equals(measure.sheet()) ? "" : " of " + first.sheet().name();
        tell.accept(
            Finding.of(
                FindingCode.MEASURE_ID_TWICE,
                measure.place(Column.ID),
                measure.id()
                    + " already names "
                    + Words.quoted(first.name())
                    + " in row "
                    + first.row()
                    + other
                    + "; here it names "
                    + Words.quoted(measure.name()),
                "give each measure an identifier of its own"));
      }
    }
  }
}
