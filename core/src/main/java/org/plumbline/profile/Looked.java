package org.plumbline.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plumbline.records.files.Grids;

/**
 * A profile and the grid that it was made from.
 *
 * @param found the grid and how it is laid out
 * @param profile what it is
 * @param others names of the other sheets
 */
public record Looked(Grids.Found found, Profile profile, List<String> others) {

  /** Copies the list. */
  public Looked {
    others = List.copyOf(others);
  }

  /**
   * Looks at all sheets and takes the one with the most rows whose meaning is clear.
   *
   * @param sheet the sheet that somebody named
   * @param dayFirst whether the day stands before the month, if somebody said so
   * @return nothing where no sheet holds a table
   */
  public static Optional<Looked> at(
      List<Grids.Found> grids, Optional<String> sheet, Optional<Boolean> dayFirst) {
    List<String> names = grids.stream().map(each -> each.grid().sheet()).toList();
    return grids.stream()
        .filter(each -> sheet.isEmpty() || each.grid().sheet().equals(sheet.get()))
        .flatMap(
            each ->
                Profiler.profile(each.grid(), dayFirst).stream()
                    .map(profile -> new Looked(each, profile, names)))
        .max(
            Comparator.comparing((Looked each) -> !(each.profile.shape() instanceof Shape.Unclear))
                .thenComparing(each -> each.profile.table().rows().size()))
        .map(Looked::withoutItself);
  }

  private Looked withoutItself() {
    String own = found.grid().sheet();
    return new Looked(found, profile, others.stream().filter(name -> !name.equals(own)).toList());
  }
}
