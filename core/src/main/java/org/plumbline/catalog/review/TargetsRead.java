package org.plumbline.catalog.review;

import java.util.function.Consumer;
import org.plumbline.agreement.yaml.Words;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Measure;
import org.plumbline.catalog.Target;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;

/** A cell holds one target, and it can be read. */
final class TargetsRead implements MeasureRule {

  @Override
  public void look(Catalog catalog, Consumer<Finding> tell) {
    for (Measure measure : catalog.measures()) {
      if (measure.target() instanceof Target.Tiers tiers) {
        several(measure, tiers, tell);
      } else if (measure.target() instanceof Target.Misplaced misplaced) {
        told(
            FindingCode.TARGET_NOT_READ,
            measure,
            Words.quoted(misplaced.text()) + " is a " + misplaced.belongs().word() + ", no target",
            "move it to its column, and write a target",
            tell);
      } else if (measure.target() instanceof Target.Unread unread) {
        told(
            FindingCode.TARGET_NOT_READ,
            measure,
            Words.quoted(unread.text()) + " cannot be held against a figure: " + unread.why(),
            "write one value, such as >=98%",
            tell);
      }
    }
  }

  private static void several(Measure measure, Target.Tiers tiers, Consumer<Finding> tell) {
    boolean unlabelled = tiers.tiers().stream().allMatch(tier -> tier.label().isEmpty());
    told(
        FindingCode.SEVERAL_TARGETS,
        measure,
        "one cell holds "
            + tiers.tiers().size()
            + " targets"
            + (unlabelled ? ", and none says for what it holds" : ""),
        "write one measure for each, or name the tier before each target",
        tell);
  }

  private static void told(
      FindingCode code, Measure measure, String found, String right, Consumer<Finding> tell) {
    tell.accept(Finding.of(code, measure.place(Column.TARGET), found, right));
  }
}
