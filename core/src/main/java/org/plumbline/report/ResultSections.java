package org.plumbline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Party;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.register.Version;
import org.plumbline.report.Block.KeyFigures.KeyFigure;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/** The results: at a glance, by metric and period, as trends, in words. */
final class ResultSections {

  private final Evaluation evaluation;
  private final Wording wording;
  private final List<List<Result>> series;

  ResultSections(Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.wording = wording;
    this.series = evaluation.results().series();
  }

  List<Document.Section> sections() {
    List<Document.Section> sections = new ArrayList<>();
    List<Block> status = new ArrayList<>();
    status.add(glance());
    status.addAll(new StatusTable(evaluation, wording).tables());
    sections.add(
        new Document.Section(
            "status",
            "Status by metric",
            "Each metric with its figure for each period, and the latest result.",
            status));
    List<Block> trends = new Trends(evaluation).charts();
    if (!trends.isEmpty()) {
      sections.add(
          new Document.Section(
              "trends", "Trends", "Each figure over the periods, against its target.", trends));
    }
    sections.add(
        new Document.Section(
            "words",
            "Results in words",
            "The latest result of each metric, and how it came about.",
            List.of(inWords())));
    return sections;
  }

  /** How many promises each party kept, by the latest results that are judged or may still be. */
  Block.KeyFigures glance() {
    Map<String, long[]> kept = new LinkedHashMap<>();
    kept.put(Party.PROVIDER, new long[2]);
    kept.put(Party.CUSTOMER, new long[2]);
    long open = 0;
    for (List<Result> one : series) {
      Result latest = one.get(one.size() - 1);
      Metric metric = evaluation.agreement().metrics().get(latest.metric());
      Status status = latest.wouldBe().orElse(latest.status());
      boolean judged =
          status == Status.MET || status == Status.NOT_MET || status == Status.BELOW_EXPECTED;
      if (metric != null && judged && latest.status() != Status.NOT_JUDGED) {
        long[] counts = kept.computeIfAbsent(metric.performing(), party -> new long[2]);
        counts[0] += status == Status.MET ? 1 : 0;
        counts[1]++;
      }
      open += isUnsettled(latest.status()) ? 1 : 0;
    }
    List<KeyFigure> figures = new ArrayList<>();
    kept.forEach(
        (party, counts) -> {
          if (counts[1] > 0) {
            figures.add(
                new KeyFigure(
                    counts[0] + " of " + counts[1],
                    "targets met by " + wording.party(party),
                    counts[0] == counts[1] ? Tone.GOOD : Tone.BAD));
          }
        });
    if (open > 0) {
      figures.add(new KeyFigure(Numbers.count(open), "results not settled yet", Tone.OPEN));
    }
    return new Block.KeyFigures(figures);
  }

  private static boolean isUnsettled(Status status) {
    return switch (status) {
      case NOT_DUE, PROVISIONAL, CONTESTED, INDETERMINATE -> true;
      case MET, BELOW_EXPECTED, NOT_MET, NO_DATA, NOT_JUDGED -> false;
    };
  }

  private Block inWords() {
    List<Block.Listing.Item> items = new ArrayList<>();
    for (List<Result> one : series) {
      Result latest = one.get(one.size() - 1);
      Metric metric = evaluation.agreement().metrics().get(latest.metric());
      if (metric != null) {
        List<String> sentences = new ArrayList<>();
        Wording own = Wording.of(evaluation.text(latest));
        sentences.add(own.result(latest));
        evaluation.version(latest).ifPresent(version -> sentences.add(judgedBy(version)));
        evaluation
            .versions()
            .map(under -> VersionSections.heldToOthers(under, latest))
            .filter(text -> !text.isEmpty())
            .ifPresent(sentences::add);
        sentences.addAll(flags(latest));
        List<String> details = new ArrayList<>();
        details.add("Promise: " + own.metric(latest.metric()));
        details.addAll(own.details(latest.metric()));
        if (one.size() > 1) {
          details.add("Before: " + before(one));
        }
        items.add(
            new Block.Listing.Item(
                metric.name() + latest.each().map(value -> ": " + value).orElse(""),
                String.join(" ", sentences),
                Tone.of(latest.status()),
                details));
      }
    }
    return new Block.Listing(items, true);
  }

  private static String judgedBy(Version version) {
    return "Judged by " + version.name() + ", in force from " + version.from() + ".";
  }

  /** What became of the earlier periods; neighbors of which the same is said stand together. */
  private String before(List<Result> one) {
    List<String> parts = new ArrayList<>();
    String said = "";
    String first = "";
    String last = "";
    for (Result result : one.subList(0, one.size() - 1)) {
      String says =
          " "
              + result.status().words()
              + evaluation.version(result).map(version -> " under " + version.name()).orElse("");
      String name = PeriodWords.name(result.period());
      if (!says.equals(said)) {
        parts.add(first + last + said);
        first = name;
        last = "";
        said = says;
      } else {
        last = " to " + name;
      }
    }
    parts.add(first + last + said);
    return String.join("; ", parts.subList(1, parts.size())) + ".";
  }

  private static List<String> flags(Result result) {
    List<String> flags = new ArrayList<>();
    for (LineResult line : result.targetLines()) {
      if (line.turned()) {
        flags.add("Rounding as agreed turned the answer of this figure; exactly it would differ.");
      }
      if (line.smallCount()) {
        flags.add(
            "Small count: the figure rests on "
                + Numbers.counted(line.population(), "case", "cases")
                + ".");
      }
      if (line.smallCount() && line.interval().isPresent()) {
        flags.add(
            "For information, deciding nothing: the share in a larger number of such cases may lie"
                + " between "
                + Numbers.percent(org.plumbline.evaluate.Exact.of(line.interval().get().low()))
                + " and "
                + Numbers.percent(org.plumbline.evaluate.Exact.of(line.interval().get().high()))
                + " (Wilson interval, 95%).");
      }
    }
    return flags;
  }
}
