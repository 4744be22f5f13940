package org.plumbline.review;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clause;

/** What the clauses of a draft say of a practice: by its id, or as their words read. */
final class Clauses {

  private Clauses() {}

  /** The row of something that a clause is to say. */
  static Row row(String source, String asked, String id, String words, Agreement agreement) {
    return row(source, asked, id, words, Optional.empty(), agreement);
  }

  /**
   * The row of something that a clause or another part is to say.
   *
   * @param id the practice's id in {@code satisfies}
   * @param words by which a heading or text is known that likely says it
   * @param other the part that satisfies it without a clause
   */
  static Row row(
      String source,
      String asked,
      String id,
      String words,
      Optional<String> other,
      Agreement agreement) {
    List<String> saying =
        agreement.clauses().stream()
            .filter(clause -> clause.satisfies().contains(id))
            .map(Clauses::name)
            .toList();
    if (!saying.isEmpty()) {
      return new Row(source, asked, Row.Standing.SATISFIED, String.join(", ", saying));
    }
    if (other.isPresent()) {
      return new Row(source, asked, Row.Standing.SATISFIED, other.get());
    }
    Pattern pattern = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    Optional<Clause> likely =
        agreement.clauses().stream()
            .filter(clause -> pattern.matcher(clause.heading()).find())
            .findFirst()
            .or(
                () ->
                    agreement.clauses().stream()
                        .filter(clause -> pattern.matcher(clause.text()).find())
                        .findFirst());
    String mark = "satisfies: [" + id + "]";
    return likely
        .map(
            clause ->
                new Row(
                    source, asked, Row.Standing.LIKELY, name(clause) + "; mark it with " + mark))
        .orElseGet(
            () -> new Row(source, asked, Row.Standing.MISSING, "write a clause with " + mark));
  }

  private static String name(Clause clause) {
    return "clause " + clause.id();
  }
}
