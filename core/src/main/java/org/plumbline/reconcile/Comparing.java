package org.plumbline.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.judge.BoundValue;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.profile.Cells;
import org.plumbline.profile.Numeral;
import org.plumbline.profile.Words;

/** Sets reported figures beside results; says nothing yet of why they differ. */
final class Comparing {

  private static final Exact ONE = Exact.of(1);

  private final Results results;
  private final Map<String, Boolean> percentages = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  Comparing(Results results, List<ReportedFigure> figures) {
    this.results = results;
    for (ReportedFigure figure : figures) {
      boolean above =
          Numeral.of(figure.text())
              .filter(number -> !number.percent())
              .filter(number -> Exact.of(number.value()).compareTo(ONE) > 0)
              .isPresent();
      percentages.merge(figure.metric(), above, Boolean::logicalOr);
    }
  }

  List<Finding> findings() {
    return findings;
  }

  /** A comparison and the reported figure as a number. */
  record Beside(Comparison comparison, Optional<ReportedValue> value) {}

  /** A figure beside its result; empty if it cannot be read, which is told. */
  Optional<Beside> compare(ReportedFigure figure) {
    Optional<Result> result = Trials.result(results, figure.metric(), figure);
    Optional<LineResult> line = result.flatMap(found -> Read.line(found, figure.line()));
    FigureUnit unit =
        line.or(() -> result.flatMap(found -> found.targetLines().stream().findFirst()))
            .map(found -> found.measurement().unit())
            .orElse(FigureUnit.NUMBER);
    if (Cells.isNothing(figure.text()) && figure.cases().isEmpty()) {
      return Optional.of(new Beside(noData(figure, result, line), Optional.empty()));
    }
    Optional<ReportedValue> value = Optional.empty();
    if (!Cells.isNothing(figure.text())) {
      value =
          ReportedValue.read(
              figure.text(),
              figure.unit(),
              percentages.getOrDefault(figure.metric(), false),
              unit,
              line.map(LineResult::bounds).orElse(List.of()));
      if (value.isEmpty() || isNoShare(unit, value.get())) {
        findings.add(
            Finding.of(
                FindingCode.REPORTED_NOT_READ,
                figure.place(),
                Words.shown(figure.text())
                    + (value.isPresent() ? " is no share" : " is no figure of this kind"),
                unit == FigureUnit.SHARE
                    ? "write it as 98.5%"
                    : "write a number, with its unit where there are several"));
        return Optional.empty();
      }
    }
    counts(figure, value);
    return Optional.of(new Beside(made(figure, value, result, line), value));
  }

  private static boolean isNoShare(FigureUnit unit, ReportedValue value) {
    return unit == FigureUnit.SHARE
        && (value.exact().compareTo(ONE) > 0 || value.exact().compareTo(Exact.ZERO) < 0);
  }

  /** Tells counts that do not give the figure beside them. */
  private void counts(ReportedFigure figure, Optional<ReportedValue> value) {
    boolean share =
        figure.held().isPresent() && figure.cases().filter(count -> count > 0).isPresent();
    if (share && figure.held().get() > figure.cases().get()) {
      findings.add(
          Finding.of(
              FindingCode.REPORTED_NOT_READ,
              figure.place(),
              figure.held().get() + " of " + figure.cases().get() + " cases is more than all",
              "look whether the two columns are taken for the right ones, or say so in a mapping"));
    } else if (share && value.isPresent()) {
      Exact own = Exact.ratio(figure.held().get(), figure.cases().get());
      if (!value.get().isAtItsDecimals(own)) {
        findings.add(
            Finding.of(
                FindingCode.REPORTED_DISAGREES,
                figure.place(),
                "the report says "
                    + value.get().shown()
                    + ", and its own counts, "
                    + figure.held().get()
                    + " of "
                    + figure.cases().get()
                    + ", give "
                    + own.times(Exact.of(100)).rounded(2).toPlainString()
                    + "%",
                "ask the provider which of the two is meant"));
      }
    }
  }

  private Comparison noData(
      ReportedFigure figure, Optional<Result> result, Optional<LineResult> line) {
    boolean data = line.flatMap(found -> found.measurement().figure()).isPresent();
    Comparison.Standing standing =
        line.isEmpty()
            ? Comparison.Standing.NOTHING_HERE
            : data ? Comparison.Standing.NO_DATA_THERE : Comparison.Standing.SAME;
    return new Comparison(
        figure,
        "no data",
        Optional.empty(),
        result,
        line,
        standing,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0,
        Optional.empty());
  }

  private Comparison made(
      ReportedFigure figure,
      Optional<ReportedValue> value,
      Optional<Result> result,
      Optional<LineResult> line) {
    Optional<Exact> ours = line.flatMap(found -> found.measurement().figure());
    Optional<Exact> counted =
        figure.held().isPresent() && figure.cases().filter(count -> count > 0).isPresent()
            ? Optional.of(Exact.ratio(figure.held().get(), figure.cases().get()))
            : figure.cases().map(Exact::of);
    Optional<Exact> theirs = value.map(ReportedValue::exact).or(() -> counted);
    boolean sameCounts =
        line.isEmpty()
            || figure.cases().filter(count -> count != cases(line.get())).isEmpty()
                && figure.held().filter(count -> count != held(line.get())).isEmpty();
    Comparison.Standing standing =
        result.isEmpty()
            ? Comparison.Standing.NOTHING_HERE
            : line.isPresent() && ours.isEmpty()
                ? Comparison.Standing.NO_DATA_HERE
                : standing(
                    value, ours, theirs, sameCounts && line.isPresent(), counted.isPresent());
    return new Comparison(
        figure,
        value.map(ReportedValue::shown).orElse(counts(figure)),
        theirs,
        result,
        line,
        standing,
        theirs.isPresent() ? ours.map(own -> theirs.get().minus(own)) : Optional.empty(),
        theirs.flatMap(number -> line.flatMap(found -> meets(found, number))),
        List.of(),
        0,
        Optional.empty());
  }

  private static String counts(ReportedFigure figure) {
    return figure.held().map(held -> held + " of ").orElse("")
        + figure.cases().map(String::valueOf).orElse("");
  }

  private static long cases(LineResult line) {
    return line.measurement().cases();
  }

  private static long held(LineResult line) {
    return line.measurement().holding();
  }

  private static Comparison.Standing standing(
      Optional<ReportedValue> value,
      Optional<Exact> ours,
      Optional<Exact> theirs,
      boolean sameCounts,
      boolean counted) {
    if (ours.isEmpty() || theirs.isEmpty() || !sameCounts) {
      return Comparison.Standing.DIFFERENT;
    }
    if (theirs.get().equals(ours.get()) || value.filter(each -> each.is(ours.get())).isPresent()) {
      return Comparison.Standing.SAME;
    }
    if (value.filter(each -> each.isAtItsDecimals(ours.get())).isEmpty()) {
      return Comparison.Standing.DIFFERENT;
    }
    return counted ? Comparison.Standing.SAME : Comparison.Standing.SAME_AS_WRITTEN;
  }

  /** Whether a number reaches the bounds of a line; empty where one is not known. */
  private static Optional<Boolean> meets(LineResult line, Exact number) {
    boolean meets = true;
    for (BoundValue bound : line.bounds()) {
      Optional<Exact> value = bound.in(line.measurement().unit());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      int order = number.compareTo(value.get());
      meets &=
          switch (bound.comparison()) {
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case ABOVE -> order > 0;
            case BELOW -> order < 0;
          };
    }
    return line.bounds().isEmpty() ? Optional.empty() : Optional.of(meets);
  }
}
