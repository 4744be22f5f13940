package org.plumbline.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Prose as it was and as it is, in one text: words that stay, that are struck and that are
 * inserted. White space counts for nothing; the fewest words are struck and inserted.
 *
 * @param runs neighbors are of different kinds; of a place where words change, those struck stand
 *     first
 */
public record Redline(List<Run> runs) {

  /** Texts of more words than this on either side are told as a whole. */
  private static final int MOST_WORDS = 4_000;

  private static final Set<String> PROSE =
      Set.of(
          "title",
          "name",
          "means",
          "term",
          "heading",
          "text",
          "what",
          "reason",
          "action",
          "right",
          "marking",
          "authority",
          "retroactive");

  /** Copies the list. */
  public Redline {
    runs = List.copyOf(runs);
  }

  /** Words of one kind. */
  public record Run(Kind kind, String text) {}

  /** What happened to words. */
  public enum Kind {
    /** They stand in both. */
    SAME,
    /** They stand in the earlier text alone. */
    STRUCK,
    /** They stand in the later text alone. */
    INSERTED
  }

  /** Whether a value at this path is prose, of which single words are told. */
  static boolean isProse(List<String> path) {
    return !path.isEmpty() && PROSE.contains(path.get(path.size() - 1));
  }

  /** The words of two texts. */
  public static Redline between(String before, String after) {
    List<String> old = words(before);
    List<String> young = words(after);
    if (old.size() > MOST_WORDS || young.size() > MOST_WORDS) {
      Builder whole = new Builder(" ");
      old.forEach(word -> whole.add(Kind.STRUCK, word));
      young.forEach(word -> whole.add(Kind.INSERTED, word));
      return whole.redline();
    }
    Builder runs = new Builder(" ");
    runs(old, young, runs);
    return runs.redline();
  }

  /** The lines of two texts as they are written: a run is whole lines, without the last break. */
  public static Redline ofLines(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> young = after.lines().toList();
    int least = Math.min(old.size(), young.size());
    int start = 0;
    while (start < least && old.get(start).equals(young.get(start))) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && old.get(old.size() - 1 - end).equals(young.get(young.size() - 1 - end))) {
      end++;
    }
    List<String> oldMiddle = old.subList(start, old.size() - end);
    List<String> youngMiddle = young.subList(start, young.size() - end);
    Builder runs = new Builder("\n");
    old.subList(0, start).forEach(line -> runs.add(Kind.SAME, line));
    if (oldMiddle.size() > MOST_WORDS || youngMiddle.size() > MOST_WORDS) {
      oldMiddle.forEach(line -> runs.add(Kind.STRUCK, line));
      youngMiddle.forEach(line -> runs.add(Kind.INSERTED, line));
    } else {
      runs(oldMiddle, youngMiddle, runs);
    }
    old.subList(old.size() - end, old.size()).forEach(line -> runs.add(Kind.SAME, line));
    return runs.redline();
  }

  private static List<String> words(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
  }

  /** The longest common subsequence, from the end of both texts to their beginnings. */
  private static void runs(List<String> old, List<String> young, Builder runs) {
    int[][] common = new int[old.size() + 1][young.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = young.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(young.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < old.size() || j < young.size()) {
      if (i < old.size() && j < young.size() && old.get(i).equals(young.get(j))) {
        runs.add(Kind.SAME, old.get(i));
        i++;
        j++;
      } else if (j == young.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
        runs.add(Kind.STRUCK, old.get(i));
        i++;
      } else {
        runs.add(Kind.INSERTED, young.get(j));
        j++;
      }
    }
  }

  /** Gathers words or lines of one kind. */
  private static final class Builder {
    private final String between;
    private final List<Run> runs = new ArrayList<>();
    private final List<String> struck = new ArrayList<>();
    private final List<String> inserted = new ArrayList<>();
    private final List<String> same = new ArrayList<>();

    Builder(String between) {
      this.between = between;
    }

    void add(Kind kind, String word) {
      switch (kind) {
        case SAME -> {
          changed();
          same.add(word);
        }
        case STRUCK -> {
          unchanged();
          struck.add(word);
        }
        case INSERTED -> {
          unchanged();
          inserted.add(word);
        }
      }
    }

    private void unchanged() {
      run(Kind.SAME, same);
    }

    private void changed() {
      run(Kind.STRUCK, struck);
      run(Kind.INSERTED, inserted);
    }

    private void run(Kind kind, List<String> words) {
      if (!words.isEmpty()) {
        runs.add(new Run(kind, String.join(between, words)));
        words.clear();
      }
    }

    Redline redline() {
      unchanged();
      changed();
      return new Redline(runs);
    }
  }
}
