package org.plumbline.web.drafting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.TermEdit;
import org.plumbline.difference.Terms;
import org.plumbline.web.agreement.CheckedText;

/**
 * Values that are to change in many agreements alike, taken from one draft.
 *
 * @param source the agreement of the draft
 * @param version the draft
 */
record CommonChange(
    UUID id,
    String title,
    String reason,
    String driver,
    LocalDate effective,
    List<Changed> values,
    UUID source,
    UUID version,
    String madeBy,
    Instant madeAt) {

  /** Copies the list. */
  CommonChange {
    values = List.copyOf(values);
  }

  /**
   * A value.
   *
   * @param path such as {@code metrics/paid/target/within}
   * @param term the term it belongs to
   * @param before empty: there was none
   * @param after empty: it is taken out
   */
  record Changed(String path, String term, String before, String after) {

    /** What the term is called. */
    public String heading() {
      return Terms.heading(term);
    }

    /** The value within its term. */
    public String key() {
      return path.length() > term.length() ? path.substring(term.length() + 1) : path;
    }
  }

  /** How a value stands in another agreement. */
  enum Fits {
    /** It is as it was in the first agreement: it can be changed. */
    AS_THERE("can be changed"),
    /** It is so already. */
    SO_ALREADY("is so already"),
    /** It has another value. */
    OTHERWISE("has another value"),
    /** There is no such value or term. */
    NOT_THERE("is not there");

    private final String words;

    Fits(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /** A value in another agreement, as it is there now. */
  record Fit(Changed value, Fits fits, String now) {}

  /** What differs between a draft and the text that it was made from. */
  static List<Changed> between(CheckedText before, CheckedText after) {
    Terms old = Terms.of(before.canonical().orElseThrow());
    Terms now = Terms.of(after.canonical().orElseThrow());
    List<String> names = new ArrayList<>(now.names());
    old.names().stream().filter(term -> !names.contains(term)).forEach(names::add);
    List<Changed> changed = new ArrayList<>();
    for (String term : names) {
      if (!term.equals("amendment") && !old.digest(term).equals(now.digest(term))) {
        Map<String, String> was = values(before.agreement().orElseThrow(), term);
        Map<String, String> is = values(after.agreement().orElseThrow(), term);
        is.forEach(
            (path, text) -> {
              if (!text.equals(was.getOrDefault(path, ""))) {
                changed.add(new Changed(path, term, was.getOrDefault(path, ""), text));
              }
            });
        was.forEach(
            (path, text) -> {
              if (!is.containsKey(path)) {
                changed.add(new Changed(path, term, text, ""));
              }
            });
      }
    }
    return changed;
  }

  private static Map<String, String> values(Agreement agreement, String term) {
    Map<String, String> values = new LinkedHashMap<>();
    TermEdit.values(agreement, term)
        .forEach(value -> values.put(value.path(), value.text().strip()));
    return values;
  }

  /** How each value stands in another text. */
  List<Fit> fits(CheckedText text) {
    Optional<Agreement> agreement = text.agreement();
    Optional<Terms> terms = text.canonical().map(Terms::of);
    if (agreement.isEmpty() || terms.isEmpty()) {
      return List.of();
    }
    return values.stream()
        .map(
            value -> {
              String now = values(agreement.get(), value.term()).getOrDefault(value.path(), "");
              boolean isThere = terms.get().names().contains(value.term());
              return new Fit(value, fits(value, now, isThere), now);
            })
        .toList();
  }

  private Fits fits(Changed value, String now, boolean isThere) {
    if (now.equals(value.after())) {
      return isThere || value.after().isEmpty() ? Fits.SO_ALREADY : Fits.NOT_THERE;
    }
    if (now.equals(value.before())) {
      boolean comesWhole =
          values.stream()
              .filter(each -> each.term().equals(value.term()))
              .allMatch(each -> each.before().isEmpty());
      return isThere || comesWhole ? Fits.AS_THERE : Fits.NOT_THERE;
    }
    return now.isEmpty() ? Fits.NOT_THERE : Fits.OTHERWISE;
  }
}
