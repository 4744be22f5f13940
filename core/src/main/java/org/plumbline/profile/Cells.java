package org.plumbline.profile;

import java.util.Locale;
import java.util.Set;
import org.plumbline.records.files.Grid;

/** What single cells say, whatever column they stand in. */
public final class Cells {

  private static final Set<String> NOTHING =
      Set.of(
          "", "-", "--", "–", "—", "?", "n/a", "na", "#n/a", "null", "none", "nil", "tbd",
          "unknown", "pending", "open", "not yet", "(blank)");

  private Cells() {}

  /** Whether a text is one that people write where nothing is known. */
  public static boolean isNothing(String cell) {
    return NOTHING.contains(cell.toLowerCase(Locale.ROOT));
  }

  /** The text without the mark of a typed date. */
  public static String bare(String cell) {
    return !cell.isEmpty() && cell.charAt(0) == Grid.TYPED ? cell.substring(1) : cell;
  }
}
