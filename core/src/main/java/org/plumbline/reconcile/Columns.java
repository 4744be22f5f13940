package org.plumbline.reconcile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.plumbline.finding.Place;
import org.plumbline.profile.Words;
import org.plumbline.records.files.Grid;

/**
 * The columns of a table below one row of headings, and which of them were taken for something.
 *
 * @param header the row of the headings
 * @param body the rows below
 */
record Columns(Grid.Row header, List<Grid.Row> body, Set<Integer> taken) {

  private static final int ROWS_LOOKED_AT = 2_000;

  static Columns below(List<Grid.Row> rows, int header) {
    return new Columns(rows.get(header), rows.subList(header + 1, rows.size()), new HashSet<>());
  }

  /** A cell's place: its row, and its number in the row from 1. */
  Place place(String file, Grid.Row row, int column) {
    return new Place(
        file,
        (int) Math.min(row.number(), Integer.MAX_VALUE),
        column + 1,
        Words.oneLine(heading(column)));
  }

  int count() {
    return header.cells().size();
  }

  String heading(int column) {
    return header.cell(column);
  }

  /** The column of this heading, told as taken. */
  OptionalInt headed(String heading) {
    for (int i = 0; i < count(); i++) {
      if (MetricNames.plain(heading(i)).equals(MetricNames.plain(heading))
          && !MetricNames.plain(heading).isEmpty()) {
        taken.add(i);
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  void take(int column) {
    taken.add(column);
  }

  boolean isFree(int column) {
    return !taken.contains(column);
  }

  /** Free columns whose heading says one of these. */
  List<Integer> saying(List<String> beginnings, Predicate<Integer> also) {
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < count(); i++) {
      if (isFree(i) && Words.says(heading(i), beginnings) && also.test(i)) {
        columns.add(i);
      }
    }
    return columns;
  }

  /** How many of the cells looked at are of this kind; of those that are filled. */
  Share cells(int column, Predicate<String> kind) {
    int filled = 0;
    int alike = 0;
    for (Grid.Row row : body.subList(0, Math.min(body.size(), ROWS_LOOKED_AT))) {
      String cell = row.cell(column);
      if (!cell.isEmpty()) {
        filled++;
        alike += kind.test(cell) ? 1 : 0;
      }
    }
    return new Share(alike, filled);
  }

  /** So many of so many. */
  record Share(int alike, int filled) {
    boolean isMost() {
      return alike > 0 && alike * 2 >= filled;
    }

    boolean isAll() {
      return alike > 0 && alike == filled;
    }
  }

  /** The free column most of whose cells are of this kind, the one with the most of them. */
  Optional<Found> most(Predicate<String> kind) {
    Optional<Found> best = Optional.empty();
    for (int i = 0; i < count(); i++) {
      Share share = isFree(i) ? cells(i, kind) : new Share(0, 0);
      if (share.isMost() && (best.isEmpty() || share.alike() > best.get().share().alike())) {
        best = Optional.of(new Found(i, share));
      }
    }
    return best;
  }

  /** A column and how many of its cells are of the kind asked for. */
  record Found(int column, Share share) {}
}
