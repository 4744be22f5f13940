package org.plumbline.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.catalog.Target.Value;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;

/**
 * Compares two catalogs, of two years for example: what changed in meaning, and what only in words.
 * {@code 0.98} and {@code >=98%} for something wanted are the same target.
 */
public final class CatalogComparison {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private CatalogComparison() {}

  /** What became of each measure; the later catalog's order, what is gone at the end. */
  public static List<MeasureChange> between(Catalog before, Catalog after) {
    Map<Measure, Measure> pairs = pairs(before, after);
    Set<Measure> kept = new HashSet<>(pairs.values());
    List<MeasureChange> changes = new ArrayList<>();
    for (Measure measure : after.measures()) {
      Measure old = pairs.get(measure);
      if (old == null) {
        changes.add(whole(MeasureChange.Kind.ADDED, measure));
      } else {
        changed(old, measure).ifPresent(changes::add);
      }
    }
    before.measures().stream()
        .filter(measure -> !kept.contains(measure))
        .forEach(measure -> changes.add(whole(MeasureChange.Kind.REMOVED, measure)));
    return changes;
  }

  /** Later measures with what they were: by identifier and name, identifier, name. */
  private static Map<Measure, Measure> pairs(Catalog before, Catalog after) {
    Map<Measure, Measure> pairs = new LinkedHashMap<>();
    Set<Measure> taken = new HashSet<>();
    for (int pass = 0; pass < 3; pass++) {
      Map<String, List<Measure>> old = new LinkedHashMap<>();
      for (Measure measure : before.measures()) {
        String key = key(measure, pass);
        if (!key.isBlank() && !taken.contains(measure)) {
          old.computeIfAbsent(key, any -> new ArrayList<>()).add(measure);
        }
      }
      for (Measure measure : after.measures()) {
        List<Measure> found = old.getOrDefault(key(measure, pass), List.of());
        Optional<Measure> free = found.stream().filter(each -> !taken.contains(each)).findFirst();
        if (!pairs.containsKey(measure) && free.isPresent()) {
          pairs.put(measure, free.get());
          taken.add(free.get());
        }
      }
    }
    return pairs;
  }

  private static String key(Measure measure, int pass) {
    String id = Catalog.idOf(measure.id());
    String name = String.join(" ", Stems.of(measure.name()));
    return switch (pass) {
      case 0 -> id.isEmpty() || name.isEmpty() ? "" : id + " " + name;
      case 1 -> id;
      default -> name;
    };
  }

  private static MeasureChange whole(MeasureChange.Kind kind, Measure measure) {
    return new MeasureChange(kind, measure.id(), measure.name(), List.of(), List.of());
  }

  private static Optional<MeasureChange> changed(Measure old, Measure now) {
    List<MeasureChange.Part> parts = new ArrayList<>();
    target(old, now).ifPresent(parts::add);
    for (Column column : Column.values()) {
      if (column != Column.TARGET && now.sheet().has(column) && old.sheet().has(column)) {
        text(old, now, column).ifPresent(parts::add);
      }
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    boolean meaning = parts.stream().anyMatch(MeasureChange.Part::meaning);
    return Optional.of(
        new MeasureChange(
            meaning ? MeasureChange.Kind.CHANGED : MeasureChange.Kind.REWORDED,
            now.id(),
            now.name(),
            parts,
            hundredfold(old, now).stream().toList()));
  }

  private static Optional<MeasureChange.Part> target(Measure old, Measure now) {
    if (old.text(Column.TARGET).equals(now.text(Column.TARGET))
        && old.target().words().equals(now.target().words())) {
      return Optional.empty();
    }
    boolean meaning = !meant(old).equals(meant(now));
    return Optional.of(new MeasureChange.Part("target", said(old), said(now), meaning));
  }

  private static String said(Measure measure) {
    String text = measure.text(Column.TARGET).replaceAll("\\s+", " ");
    return text.equals(measure.target().words()) || text.isEmpty()
        ? measure.target().words()
        : text + " (" + measure.target().words() + ")";
  }

  /** What a target means: the direction filled in where the words of the measure tell it. */
  private static String meant(Measure measure) {
    boolean bound = measure.target() instanceof Target.Bound;
    Optional<Expectation> expected = bound ? Expectation.of(measure) : Optional.empty();
    boolean none =
        expected
            .map(Expectation::value)
            .filter(value -> value instanceof Value.Number number && number.number().signum() == 0)
            .isPresent();
    return none
        ? "none"
        : expected
            .map(Expectation::words)
            .orElseGet(() -> measure.target().words())
            .toLowerCase(Locale.ROOT);
  }

  private static Optional<MeasureChange.Part> text(Measure old, Measure now, Column column) {
    String before = old.text(column).replaceAll("\\s+", " ");
    String after = now.text(column).replaceAll("\\s+", " ");
    if (before.equals(after)) {
      return Optional.empty();
    }
    boolean words =
        switch (column) {
          case DESCRIPTION, FORMULA -> words(before).equals(words(after));
          case NAME, RATIONALE, SOURCE_DETAIL, STATUS, TIMEFRAME -> true;
          default -> letters(before).equals(letters(after));
        };
    return Optional.of(new MeasureChange.Part(column.word(), before, after, !words));
  }

  /** The words that carry meaning, in any order; {@code / } and {@code divided by} are the same. */
  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>(Stems.of(text));
    String lower = text.toLowerCase(Locale.ROOT);
    words.add(lower.contains(" not ") ? "not" : "");
    return words;
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** A share that moved by exactly a hundred was read as a percentage when it was a fraction. */
  private static Optional<Finding> hundredfold(Measure old, Measure now) {
    Optional<BigDecimal> before = number(old.target());
    Optional<BigDecimal> after = number(now.target());
    if (before.isEmpty() || after.isEmpty() || before.get().signum() == 0) {
      return Optional.empty();
    }
    boolean up = before.get().multiply(HUNDRED).compareTo(after.get()) == 0;
    boolean down =
        after.get().signum() != 0 && after.get().multiply(HUNDRED).compareTo(before.get()) == 0;
    if (!up && !down) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.of(
            FindingCode.TARGET_HUNDREDFOLD,
            now.place(Column.TARGET),
            "the target went from "
                + old.target().words()
                + " to "
                + now.target().words()
                + ", a hundred times "
                + (up ? "as much" : "less"),
            "ask whether a fraction was read as a percentage, or the other way around"));
  }

  private static Optional<BigDecimal> number(Target target) {
    if (!(target instanceof Target.Bound bound)) {
      return Optional.empty();
    }
    if (bound.value() instanceof Value.Percent percent) {
      return Optional.of(percent.share().ratio());
    }
    return bound.value() instanceof Value.Number number
        ? Optional.of(number.number())
        : Optional.empty();
  }
}
