package org.plumbline.reconcile;

import java.util.List;
import java.util.Optional;
import org.plumbline.evaluate.Exact;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;

/**
 * A reported figure beside the one that the agreement gives.
 *
 * @param reported theirs
 * @param shown theirs with its unit, as it is written
 * @param theirs theirs as a number; empty: no data, or not readable as one
 * @param ours the result; empty where the agreement has none for these days
 * @param line the line of it that is compared
 * @param standing how the two stand
 * @param difference theirs less ours, in the figure's unit
 * @param meetsAsWritten whether theirs as written reaches the target's bounds; empty where that
 *     cannot be said
 * @param explanations readings that give theirs, the likeliest first
 * @param tried how many readings were tried
 * @param cases what the provider's list of cases says of the difference
 */
public record Comparison(
    ReportedFigure reported,
    String shown,
    Optional<Exact> theirs,
    Optional<Result> ours,
    Optional<LineResult> line,
    Standing standing,
    Optional<Exact> difference,
    Optional<Boolean> meetsAsWritten,
    List<Explanation> explanations,
    int tried,
    Optional<CaseComparison> cases) {

  /** Copies the list. */
  public Comparison {
    explanations = List.copyOf(explanations);
  }

  /** How a reported figure and ours stand. */
  public enum Standing {
    /** The same, to the last digit. */
    SAME("same", "the same"),
    /** The same as far as theirs is written; ours has more digits. */
    SAME_AS_WRITTEN("same-as-written", "the same as written"),
    /** Different. */
    DIFFERENT("different", "different"),
    /** They report a figure, and by the agreement there are no data. */
    NO_DATA_HERE("no-data-here", "no data here"),
    /** They report no data, and by the agreement there is a figure. */
    NO_DATA_THERE("no-data-there", "no data there"),
    /** The agreement has no figure of this metric, line or value for these days. */
    NOTHING_HERE("nothing-here", "nothing to compare");

    private final String key;
    private final String words;

    Standing(String key, String words) {
      this.key = key;
      this.words = words;
    }

    /** The word in data. */
    public String key() {
      return key;
    }

    /** The words for people. */
    public String words() {
      return words;
    }
  }

  Comparison with(List<Explanation> found, int trials) {
    return new Comparison(
        reported,
        shown,
        theirs,
        ours,
        line,
        standing,
        difference,
        meetsAsWritten,
        found,
        trials,
        cases);
  }

  /** The same with what the provider's list of cases says. */
  public Comparison with(CaseComparison compared) {
    return new Comparison(
        reported,
        shown,
        theirs,
        ours,
        line,
        standing,
        difference,
        meetsAsWritten,
        explanations,
        tried,
        Optional.of(compared));
  }
}
