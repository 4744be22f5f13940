package org.plumbline.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.Metric;
import org.plumbline.inforce.UnderVersions;
import org.plumbline.judge.Result;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;

/** The versions of the agreement: which were in force when, and what made them. */
public final class VersionSections {

  private final Evaluation evaluation;

  VersionSections(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  List<Document.Section> sections() {
    return evaluation.versions().map(this::section).stream().toList();
  }

  private Document.Section section(UnderVersions under) {
    List<Block> blocks = new ArrayList<>();
    List<Block.Row> rows = new ArrayList<>();
    Versions versions = under.versions();
    for (int i = 0; i < versions.versions().size(); i++) {
      rows.add(row(versions.versions().get(i), versions.untilOf(i)));
    }
    blocks.add(
        new Block.Table(
            "Versions of the agreement",
            List.of(
                new Block.Column("Version", false, 0),
                new Block.Column("From", false, 0),
                new Block.Column("Until", false, 1),
                new Block.Column("Why", false, 0),
                new Block.Column("Hash", false, 2)),
            rows));
    List<Block.Listing.Item> breaks = new ArrayList<>();
    under.breaks().forEach((metric, days) -> breaks.add(item(metric, days)));
    if (!breaks.isEmpty()) {
      blocks.add(new Block.Listing(breaks, false));
    }
    return new Document.Section(
        "versions",
        "Terms in force",
        "Each case is held to the limit of the version that it stands under, each period to what"
            + " was promised of it.",
        blocks);
  }

  /** What is said of a result in which cases of other versions count; empty text if none does. */
  public static String heldToOthers(UnderVersions under, Result result) {
    List<String> names = under.alsoCounted(result).stream().map(Version::name).toList();
    if (names.isEmpty()) {
      return "";
    }
    return "Cases of it that stand under "
        + String.join(" or ", names)
        + " are held to the clock and limit of "
        + (names.size() == 1 ? "that version." : "those versions.");
  }

  private static Block.Row row(Version version, Optional<LocalDate> until) {
    return new Block.Row(
        List.of(
            Block.Cell.of(version.name()),
            Block.Cell.of(version.from().toString()),
            Block.Cell.of(until.map(LocalDate::toString).orElse("")),
            Block.Cell.of(version.agreement().amendment().map(VersionSections::why).orElse("")),
            Block.Cell.of(version.hash())),
        false);
  }

  private static String why(Amendment amendment) {
    return amendment.reason()
        + amendment.changeRequest().map(request -> " (" + request + ")").orElse("");
  }

  private Block.Listing.Item item(String metric, List<LocalDate> days) {
    String name =
        Optional.ofNullable(evaluation.agreement().metrics().get(metric))
            .map(Metric::name)
            .orElse(metric);
    return new Block.Listing.Item(
        name,
        "Not comparable before "
            + days.get(days.size() - 1)
            + ": other records, start, stop or population.",
        Tone.QUIET,
        List.of());
  }
}
