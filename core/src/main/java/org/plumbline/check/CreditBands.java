package org.plumbline.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Remedy;
import org.plumbline.agreement.Varying;
import org.plumbline.finding.FindingCode;

/** Bands of a credit leave no gap where it is owed, and what is worse costs no less. */
final class CreditBands implements Rule {

  /** What bands are drawn over, and the more of it the worse, but for the figure. */
  private static final Set<String> MEASURED =
      Set.of("figure", "repeat", "shortfall", "downtime", "points", "cases");

  private static final String RESULT = "result";

  @Override
  public void check(Draft draft) {
    draft
        .agreement()
        .remedies()
        .forEach(
            (id, remedy) -> {
              if (remedy.effect() instanceof Remedy.Effect.Credit credit) {
                check(id, remedy, credit, draft);
              }
            });
  }

  private static void check(String id, Remedy remedy, Remedy.Effect.Credit credit, Draft draft) {
    if (!(credit.amount() instanceof Varying.ByCondition<Literal> by)) {
      return;
    }
    List<Condition> conditions = new ArrayList<>();
    by.choices().forEach(choice -> choice.when().ifPresent(conditions::add));
    Set<String> subjects = new LinkedHashSet<>();
    conditions.forEach(c -> Terms.tests(c, "").forEach(test -> subjects.add(test.subject())));
    if (subjects.size() != 1 || !MEASURED.containsAll(subjects)) {
      return;
    }
    String subject = subjects.iterator().next();
    remedy.when().ifPresent(conditions::add);
    String path = "remedies/" + id + "/credit/amount";
    List<MetricView> metrics =
        draft.metrics().stream().filter(m -> m.metric().remedies().contains(id)).toList();
    if (!subject.equals("figure")) {
      bands(new Bands(by, subject, path, true), conditions, remedy, Optional.empty(), draft);
      return;
    }
    for (MetricView metric : metrics) {
      Optional<Level.Bound> decides = deciding(metric);
      if (decides.isPresent()) {
        List<Condition> with = new ArrayList<>(conditions);
        Condition kept = kept(decides.get());
        with.add(kept);
        boolean floor = Cells.isFloor(decides.get().comparison());
        if (bands(new Bands(by, subject, path, !floor), with, remedy, Optional.of(kept), draft)) {
          return;
        }
      }
    }
  }

  private static Condition kept(Level.Bound bound) {
    return new Condition.Compares(
        "figure", bound.comparison(), bound.value().fixed().orElseThrow());
  }

  /** The only bound below which the metric is not met, if there is one and it is fixed. */
  private static Optional<Level.Bound> deciding(MetricView metric) {
    List<MetricView.LineView> lines =
        metric.minimum().isEmpty() ? metric.target() : metric.minimum();
    boolean one =
        lines.size() == 1
            && lines.get(0).line().bounds().size() == 1
            && lines.get(0).line().bounds().get(0).value().fixed().isPresent();
    return one ? Optional.of(lines.get(0).line().bounds().get(0)) : Optional.empty();
  }

  /**
   * The bands of a credit.
   *
   * @param moreIsWorse whether the larger value is the worse one
   */
  private record Bands(
      Varying.ByCondition<Literal> by, String subject, String path, boolean moreIsWorse) {

    /** The position of the band that a cell falls into; empty if into none. */
    Optional<Integer> of(Map<Object, Object> cell) {
      for (int i = 0; i < by.choices().size(); i++) {
        Optional<Condition> when = by.choices().get(i).when();
        if (when.isEmpty() || Cells.holds(when.get(), cell)) {
          return Optional.of(i);
        }
      }
      return Optional.empty();
    }

    Optional<Literal> amount(int band) {
      return by.choices().get(band).is().fixed();
    }
  }

  /** Tells what is wrong with the bands; whether anything was. */
  private static boolean bands(
      Bands bands,
      List<Condition> conditions,
      Remedy remedy,
      Optional<Condition> kept,
      Draft draft) {
    Optional<Cells> cells = Cells.of(conditions, KnownSubjects.ofResults());
    if (cells.isEmpty()) {
      return false;
    }
    List<Map<Object, Object>> owed =
        cells.get().all().stream()
            .filter(cell -> Cells.numberIn(cell, bands.subject()).isPresent())
            .filter(cell -> remedy.when().map(when -> Cells.holds(when, cell)).orElse(true))
            .filter(cell -> !onlyNotMet(remedy) || kept.map(k -> Cells.fails(k, cell)).orElse(true))
            .sorted(Comparator.comparing(cell -> value(cell, bands)))
            .toList();
    List<BigDecimal> points =
        cells.get().all().stream().map(cell -> value(cell, bands)).distinct().sorted().toList();
    return gap(bands, owed, points, draft) | inverted(bands, owed, draft);
  }

  private static BigDecimal value(Map<Object, Object> cell, Bands bands) {
    return Cells.numberIn(cell, bands.subject()).orElse(BigDecimal.ZERO);
  }

  /** Whether the remedy follows only where the minimum is missed. */
  private static boolean onlyNotMet(Remedy remedy) {
    return remedy
        .when()
        .map(
            when ->
                Terms.tests(when, "").stream()
                    .anyMatch(
                        test ->
                            test.certain()
                                && test.subject().equals(RESULT)
                                && test.literals().stream()
                                    .allMatch(value -> value.toString().equals("not-met"))))
        .orElse(true);
  }

  private static boolean gap(
      Bands bands, List<Map<Object, Object>> owed, List<BigDecimal> pieces, Draft draft) {
    for (Map<Object, Object> cell : owed) {
      if (bands.of(cell).isEmpty()) {
        draft.tell(
            FindingCode.NO_BAND,
            bands.path(),
            "the credit follows, and no band says an amount where "
                + bands.subject()
                + " is "
                + where(value(cell, bands), pieces, bands),
            "add the band, or {when: otherwise, is: 0%} if nothing is owed there");
        return true;
      }
    }
    return false;
  }

  /** A piece in words: pieces are the points named and one between each two. */
  private static String where(BigDecimal piece, List<BigDecimal> pieces, Bands bands) {
    int at = pieces.indexOf(piece);
    if (at == 0) {
      return "below " + shown(pieces.get(1), bands);
    }
    if (at == pieces.size() - 1) {
      return "above " + shown(pieces.get(at - 1), bands);
    }
    return at % 2 == 1
        ? shown(piece, bands)
        : "between "
            + shown(pieces.get(at - 1), bands)
            + " and "
            + shown(pieces.get(at + 1), bands);
  }

  /** A number as the bands write theirs. */
  private static String shown(BigDecimal number, Bands bands) {
    boolean shares =
        bands.by().choices().stream()
            .flatMap(choice -> choice.when().stream())
            .flatMap(when -> Terms.tests(when, "").stream())
            .flatMap(test -> test.literals().stream())
            .anyMatch(literal -> literal instanceof Literal.Percent);
    return shares
        ? number.movePointRight(2).stripTrailingZeros().toPlainString() + "%"
        : number.toPlainString();
  }

  private static boolean inverted(Bands bands, List<Map<Object, Object>> owed, Draft draft) {
    Optional<Integer> better = Optional.empty();
    List<Map<Object, Object>> worsening = new ArrayList<>(owed);
    if (!bands.moreIsWorse()) {
      java.util.Collections.reverse(worsening);
    }
    for (Map<Object, Object> cell : worsening) {
      Optional<Integer> band = bands.of(cell);
      boolean less =
          band.isPresent()
              && better.isPresent()
              && !band.equals(better)
              && less(bands.amount(band.get()), bands.amount(better.get()));
      if (less) {
        draft.tell(
            FindingCode.WORSE_COSTS_LESS,
            bands.path() + "/" + band.get() + "/is",
            "this is owed for what is worse, and it is less than what is owed for what is better",
            "let the credit grow as the figure gets worse");
        return true;
      }
      better = band;
    }
    return false;
  }

  private static boolean less(Optional<Literal> one, Optional<Literal> other) {
    return one.isPresent()
        && one.map(Cells::kind).equals(other.map(Cells::kind))
        && number(one).compareTo(number(other)) < 0;
  }

  private static BigDecimal number(Optional<Literal> amount) {
    return amount.flatMap(Cells::number).orElse(BigDecimal.ZERO);
  }
}
