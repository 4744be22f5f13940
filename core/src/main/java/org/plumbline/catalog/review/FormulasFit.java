package org.plumbline.catalog.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.agreement.yaml.Words;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Formula;
import org.plumbline.catalog.Measure;
import org.plumbline.catalog.MeasureKind;
import org.plumbline.catalog.MeasureSheet;
import org.plumbline.catalog.Stems;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;

/**
 * A formula computes what the measure describes: its words are those of this measure and not of
 * another, it gives a figure of the same kind, and it does not count the opposite.
 */
final class FormulasFit implements MeasureRule {

  /** A formula that so many measures of a sheet have is a template of theirs, no mistake. */
  private static final int TEMPLATE = 3;

  /** So many words do not stand in two formulas by chance. */
  private static final int LONG_FORMULA = 8;

  private static final Pattern NOT = Pattern.compile("(?i)\\bnot (\\w+)");

  @Override
  public void look(Catalog catalog, Consumer<Finding> tell) {
    for (MeasureSheet sheet : catalog.sheets()) {
      Vocabulary words = new Vocabulary(catalog.of(sheet));
      for (Measure measure : catalog.of(sheet)) {
        measure.sense().formula().ifPresent(formula -> one(measure, formula, words, tell));
      }
    }
  }

  private static void one(
      Measure measure, Formula formula, Vocabulary words, Consumer<Finding> tell) {
    Optional<Measure> owner = words.owner(measure, formula);
    if (owner.isPresent()) {
      told(
          measure,
          "the formula computes "
              + Words.quoted(owner.get().name())
              + " ("
              + owner.get().label()
              + ", row "
              + owner.get().row()
              + ")",
          tell);
    } else if (isOpposite(measure, formula)) {
      told(measure, "the formula counts the opposite of what is described", tell);
    } else {
      kinds(measure, formula, tell);
    }
  }

  private static void kinds(Measure measure, Formula formula, Consumer<Finding> tell) {
    MeasureKind described = describes(measure).orElse(MeasureKind.OTHER);
    Optional<MeasureKind> computed = formula.computes();
    boolean clash =
        computed.isPresent()
            && switch (described) {
              case COUNT -> formula.isShareOfCounts() && !isMean(measure);
              case MONEY -> formula.isShareOfCounts();
              case TIME ->
                  formula.isShareOfCounts() && computed.get() == MeasureKind.SHARE
                      || formula.isShareOfTime() && computed.get() == MeasureKind.SHARE
                      || computed.get() == MeasureKind.COUNT;
              case SHARE ->
                  formula.below().isEmpty()
                      && (computed.get() == MeasureKind.COUNT
                          || computed.get() == MeasureKind.TIME);
              case YES_NO, OTHER -> false;
            };
    if (clash) {
      told(
          measure,
          "the measure describes "
              + described.words()
              + ", and the formula gives "
              + computed.get().words(),
          tell);
    }
  }

  /** A mean number of things is rightly a quotient. */
  private static boolean isMean(Measure measure) {
    return measure.text(Column.DESCRIPTION).matches("(?is)^(average|mean)\\b.*");
  }

  private static Optional<MeasureKind> describes(Measure measure) {
    return MeasureKind.described(measure.text(Column.DESCRIPTION));
  }

  /** Whether the formula counts what is not done, where the description says what is. */
  private static boolean isOpposite(Measure measure, Formula formula) {
    Matcher not = NOT.matcher(formula.above());
    if (measure.sense().kind() != MeasureKind.SHARE || formula.below().isEmpty() || !not.find()) {
      return false;
    }
    String described = measure.text(Column.DESCRIPTION) + " " + measure.name();
    boolean saysDone =
        Stems.of(described).contains(Stems.stem(not.group(1).toLowerCase(java.util.Locale.ROOT)));
    return saysDone && !NOT.matcher(described).find();
  }

  private static void told(Measure measure, String found, Consumer<Finding> tell) {
    tell.accept(
        Finding.of(
            FindingCode.FORMULA_OF_ANOTHER,
            measure.place(Column.FORMULA),
            found,
            "write the formula of this measure"));
  }

  /** The words of a sheet, with how much each tells measures apart. */
  private static final class Vocabulary {
    private final Map<Measure, Set<String>> described = new HashMap<>();
    private final Map<String, List<Measure>> bearers = new HashMap<>();
    private final Map<String, Integer> formulas = new HashMap<>();
    private final int count;

    Vocabulary(List<Measure> measures) {
      count = measures.size();
      for (Measure measure : measures) {
        Set<String> stems = Stems.of(measure.name() + " " + measure.text(Column.DESCRIPTION));
        described.put(measure, stems);
        stems.forEach(stem -> bearers.computeIfAbsent(stem, key -> new ArrayList<>()).add(measure));
        measure.sense().formula().ifPresent(f -> formulas.merge(f.text(), 1, Integer::sum));
      }
    }

    private double weight(String stem) {
      int in = bearers.getOrDefault(stem, List.of()).size();
      return Math.log((count + 1.0) / Math.max(1, in));
    }

    private double weight(Set<String> stems) {
      return stems.stream().mapToDouble(this::weight).sum();
    }

    /** The other measure whose words the formula has, if they are clearly not this one's. */
    Optional<Measure> owner(Measure measure, Formula formula) {
      Set<String> stems = Stems.of(formula.text());
      if (stems.size() < 3 || formulas.getOrDefault(formula.text(), 0) >= TEMPLATE) {
        return Optional.empty();
      }
      Set<String> own = described.getOrDefault(measure, Set.of());
      Set<String> foreign = new HashSet<>(stems);
      foreign.removeAll(own);
      foreign.removeIf(stem -> !bearers.containsKey(stem));
      Set<String> unsaid = new HashSet<>(Stems.of(measure.text(Column.DESCRIPTION)));
      unsaid.removeAll(stems);
      double whole = weight(stems);
      boolean strange =
          whole > 0 && weight(foreign) / whole >= 0.2 && !unsaid.isEmpty() && weight(unsaid) >= 0.8;
      if (!strange) {
        return Optional.empty();
      }
      return best(measure, formula, foreign, whole);
    }

    private Optional<Measure> best(
        Measure measure, Formula formula, Set<String> foreign, double whole) {
      Set<String> stems = Stems.of(formula.text());
      Set<Measure> candidates = new HashSet<>();
      foreign.forEach(stem -> candidates.addAll(bearers.getOrDefault(stem, List.of())));
      candidates.remove(measure);
      double ownCover = 1 - weight(foreign) / whole;
      Optional<Measure> best = Optional.empty();
      double most = 0.92;
      for (Measure candidate : candidates) {
        Set<String> shared = new HashSet<>(stems);
        shared.retainAll(described.getOrDefault(candidate, Set.of()));
        double cover = weight(shared) / whole;
        boolean same =
            candidate.sense().formula().filter(f -> f.text().equals(formula.text())).isPresent();
        double needed =
            same && stems.size() >= LONG_FORMULA ? Math.min(most, ownCover + 0.15) : most;
        boolean better = cover > needed || cover == most && isBefore(candidate, best);
        if (better && kindFits(candidate, measure, formula)) {
          most = cover;
          best = Optional.of(candidate);
        }
      }
      return best;
    }

    private static boolean isBefore(Measure candidate, Optional<Measure> best) {
      return best.isEmpty() || candidate.row() < best.get().row();
    }

    private static boolean kindFits(Measure candidate, Measure measure, Formula formula) {
      boolean sameKind =
          formula.computes().map(kind -> kind == candidate.sense().kind()).orElse(true);
      return sameKind && !candidate.name().equals(measure.name());
    }
  }
}
