package org.plumbline.agreement.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Words of a sentence that tells of a finding. */
public final class Words {

  private static final int SHOWN = 60;

  private Words() {}

  /** The text within quotes, shortened and without control characters. */
  public static String quoted(String text) {
    String printable =
        text.replaceAll("[\\p{Cc}\\p{Cs}\u202A-\u202E\u2066-\u2069\u2028\u2029]", " ");
    if (printable.length() > SHOWN) {
      int end = SHOWN - 3;
      printable = printable.substring(0, end) + "...";
    }
    return '"' + printable + '"';
  }

  /** The words one after the other: {@code a, b or c}. */
  public static String either(Collection<String> words) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (String word : words) {
      if (at > 0) {
        text.append(at == words.size() - 1 ? " or " : ", ");
      }
      text.append(word);
      at++;
    }
    return text.toString();
  }

  /** The word that is most like the text, if one is: a slip of the finger or another form. */
  public static Optional<String> nearest(String text, Collection<String> words) {
    String typed = text.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    if (typed.length() > SHOWN) {
      return Optional.empty();
    }
    int reach = Math.max(1, Math.min(3, typed.length() / 3));
    return words.stream()
        .filter(word -> distance(typed, word) <= reach)
        .min(Comparator.comparingInt((String word) -> distance(typed, word)))
        .or(() -> words.stream().filter(word -> isPart(typed, word)).findFirst());
  }

  private static boolean isPart(String typed, String word) {
    return typed.length() >= 4 && (word.startsWith(typed) || word.endsWith("-" + typed));
  }

  /** Letters to insert, remove, replace or swap with a neighbour to make one word the other. */
  static int distance(String one, String other) {
    int[][] table = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        table[i][j] = i == 0 ? j : j == 0 ? i : step(table, one, other, i, j);
      }
    }
    return table[one.length()][other.length()];
  }

  private static int step(int[][] table, String one, String other, int i, int j) {
    int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(table[i - 1][j - 1] + same, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
  }
}
