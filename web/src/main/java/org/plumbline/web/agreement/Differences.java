package org.plumbline.web.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.difference.DifferenceReport;
import org.plumbline.difference.Redline;
import org.plumbline.difference.VersionChange;
import org.plumbline.report.html.HtmlReport;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.springframework.stereotype.Component;

/** What changed from one text to another that a person may see. */
@Component
public final class Differences {

  /** How many lines that are the same are shown beside those that differ. */
  private static final int AROUND = 3;

  private final Agreements agreements;

  Differences(Agreements agreements) {
    this.agreements = agreements;
  }

  /**
   * Two texts compared.
   *
   * @param words by terms and sentences; empty while one of the two has errors
   * @param lines of the texts as they are written
   */
  public record Compared(
      VersionRow before, VersionRow after, Optional<VersionChange> words, Redline lines) {

    /** The change by terms, as the content of a page. */
    public Optional<String> page() {
      return words.map(change -> HtmlReport.content(DifferenceReport.of(List.of(change))));
    }

    /** The lines that differ, with a few around them; what is left out says how much it is. */
    public List<Redline.Run> shown() {
      List<Redline.Run> all = lines.runs();
      List<Redline.Run> shown = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        List<String> same = all.get(i).text().lines().toList();
        int before = i == 0 ? 0 : AROUND;
        int after = i == all.size() - 1 ? 0 : AROUND;
        int left = same.size() - before - after;
        if (all.get(i).kind() != Redline.Kind.SAME || left < 2) {
          shown.add(all.get(i));
        } else {
          List<String> kept = new ArrayList<>(same.subList(0, before));
          kept.add("… " + left + " lines are the same …");
          kept.addAll(same.subList(same.size() - after, same.size()));
          shown.add(new Redline.Run(Redline.Kind.SAME, String.join("\n", kept)));
        }
      }
      return shown;
    }

    /** Whether a line differs. */
    public boolean otherLines() {
      return lines.runs().stream().anyMatch(run -> run.kind() != Redline.Kind.SAME);
    }
  }

  /**
   * Compares a text with another.
   *
   * @param since the other; empty: the one that it rests on, else the one before it of its party
   * @throws Refused if there is nothing to compare it with
   */
  public Compared of(Viewer viewer, UUID agreement, UUID version, Optional<UUID> since) {
    List<VersionRow> rows = agreements.versions(viewer, agreement);
    VersionRow after = agreements.version(viewer, agreement, version);
    VersionRow before =
        since
            .map(id -> agreements.version(viewer, agreement, id))
            .or(() -> before(rows, after))
            .orElseThrow(
                () -> new Refused("This is the first text: there is none to compare it with."));
    CheckedText old = agreements.text(viewer, before);
    CheckedText young = agreements.text(viewer, after);
    Optional<VersionChange> words =
        old.isWhole() && young.isWhole()
            ? Optional.of(
                VersionChange.between(
                    side(before, old), side(after, young), Optional.empty(), Map.of()))
            : Optional.empty();
    return new Compared(before, after, words, Redline.ofLines(old.text(), young.text()));
  }

  /** The text that another is naturally compared with. */
  public static Optional<VersionRow> before(List<VersionRow> rows, VersionRow after) {
    return after
        .restsOn()
        .flatMap(id -> rows.stream().filter(row -> row.id().equals(id)).findFirst())
        .or(
            () ->
                rows.stream()
                    .filter(row -> row.organization().equals(after.organization()))
                    .filter(row -> row.number() < after.number())
                    .max(java.util.Comparator.comparingInt(VersionRow::number)));
  }

  private static VersionChange.Side side(VersionRow row, CheckedText text) {
    return new VersionChange.Side(
        row.label(),
        text.hash().orElseThrow(),
        text.canonical().orElseThrow(),
        text.agreement().orElseThrow());
  }
}
