package org.plumbline.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.yaml.Places;
import org.plumbline.agreement.yaml.Words;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.Measure;
import org.plumbline.catalog.MeasureIndex;
import org.plumbline.catalog.Stems;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;

/**
 * Sets metrics against the measures of a framework (key task 3.16: aligned with the performance
 * framework): a metric that implements a measure is compared with it, part by part; for a metric
 * without one the likely measures are named.
 *
 * <p>What a metric says under {@code differs} is not told again, if it gives a reason. A word that
 * is missing proves little, so that what only words tell is a note.
 */
public final class Alignment {

  private static final int LIKELY_SHOWN = 2;
  private static final int LEAST_LIKENESS = 40;

  private final Agreement agreement;
  private final Places places;
  private final Map<String, List<Measure>> byId = new LinkedHashMap<>();
  private final MeasureIndex index;
  private final List<Finding> findings = new ArrayList<>();

  private Alignment(Agreement agreement, Places places, List<Catalog> catalogs) {
    this.agreement = agreement;
    this.places = places;
    for (Catalog catalog : catalogs) {
      catalog
          .byId()
          .forEach(
              (id, measures) ->
                  byId.computeIfAbsent(id, key -> new ArrayList<>()).addAll(measures));
    }
    index = new MeasureIndex(catalogs);
  }

  /** All findings about metrics and measures, in file order; none without a catalog. */
  public static List<Finding> check(Agreement agreement, Places places, List<Catalog> catalogs) {
    if (catalogs.isEmpty()) {
      return List.of();
    }
    Alignment alignment = new Alignment(agreement, places, catalogs);
    agreement.metrics().forEach(alignment::metric);
    return alignment.findings.stream().distinct().sorted(Finding.FILE_ORDER).toList();
  }

  private void metric(String id, Metric metric) {
    Optional<Metric.Implements> named = metric.implementsMeasure();
    if (named.isEmpty()) {
      likely(id, metric);
      return;
    }
    List<Measure> measures = byId.getOrDefault(Catalog.idOf(named.get().measure()), List.of());
    if (measures.isEmpty()) {
      unknown(id, named.get());
      return;
    }
    if (measures.size() > 1) {
      tell(
          FindingCode.AMBIGUOUS_MEASURE,
          "metrics/" + id + "/implements/measure",
          measures.size() + " measures are called " + named.get().measure(),
          "ask the owner of the catalog; compared is the one most like this metric");
    }
    reason(id, named.get());
    AlignedMetric aligned =
        new AlignedMetric(id, metric, likest(metric, measures), agreement, this::tell);
    AlignedFigures.check(aligned);
    AlignedTargets.check(aligned);
    AlignedWords.check(aligned);
    AlignedParties.check(aligned);
  }

  private void reason(String id, Metric.Implements named) {
    boolean reasoned = named.differs().containsKey("reason");
    if (!named.differs().isEmpty() && !reasoned) {
      tell(
          FindingCode.DIFFERS_WITHOUT_REASON,
          "metrics/" + id + "/implements/differs",
          "the metric differs in "
              + String.join(", ", named.differs().keySet())
              + ", and nobody says why",
          "write reason: and why the parties want it so");
    }
  }

  private void unknown(String id, Metric.Implements named) {
    String near =
        Words.nearest(Catalog.idOf(named.measure()), byId.keySet())
            .map(found -> "did you mean " + found + "? ")
            .orElse("");
    List<MeasureIndex.Found> likely = likelyOf(id);
    tell(
        FindingCode.UNKNOWN_MEASURE,
        "metrics/" + id + "/implements/measure",
        "no catalog has a measure " + Words.quoted(named.measure()),
        near.isEmpty() && likely.isEmpty()
            ? "write the identifier of a measure"
            : near + shown(likely));
  }

  private void likely(String id, Metric metric) {
    if (metric.adopts().isPresent()) {
      return;
    }
    List<MeasureIndex.Found> likely = likelyOf(id);
    if (!likely.isEmpty()) {
      tell(
          FindingCode.LIKELY_MEASURE,
          "metrics/" + id,
          "the metric names no measure, and the catalog has "
              + (likely.size() == 1 ? "one like it" : "some like it"),
          shown(likely));
    }
  }

  private List<MeasureIndex.Found> likelyOf(String id) {
    Metric metric = agreement.metrics().get(id);
    return metric == null ? List.of() : index.likely(metric.name(), LIKELY_SHOWN, LEAST_LIKENESS);
  }

  private static String shown(List<MeasureIndex.Found> likely) {
    List<String> shown = new ArrayList<>();
    for (MeasureIndex.Found found : likely) {
      shown.add(found.measure().label() + " (" + found.measure().name() + ")");
    }
    return shown.isEmpty() ? "" : "look at " + String.join(", ", shown);
  }

  /** The measure whose name shares most words with the metric's. */
  private static Measure likest(Metric metric, List<Measure> measures) {
    Set<String> words = Stems.of(metric.name());
    return measures.stream()
        .max(
            Comparator.comparingLong(
                measure -> Stems.of(measure.name()).stream().filter(words::contains).count()))
        .orElseThrow();
  }

  private void tell(FindingCode code, String path, String found, String right) {
    findings.add(Finding.of(code, places.at(path), found, right));
  }
}
