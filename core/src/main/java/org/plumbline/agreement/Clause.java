package org.plumbline.agreement;

import java.util.List;

/**
 * What is signed and does not compute (language.md 9).
 *
 * @param text prose, CommonMark
 * @param satisfies practice ids such as {@code gao-16-325/10}
 */
public record Clause(String id, String heading, String text, List<String> satisfies) {
  /** Copies the list. */
  public Clause {
    satisfies = List.copyOf(satisfies);
  }
}
