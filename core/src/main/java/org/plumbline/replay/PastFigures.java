package org.plumbline.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Measurement;

/** What was counted over a past, and what is counted of it under other limits. */
public interface PastFigures {

  /** What was counted of a metric; none if nothing is kept. */
  List<Measurement> measured(String metric);

  /** Whether the clocks of a metric's cases are kept, so that other limits need no records. */
  boolean keepsClocks(String metric);

  /**
   * What is measured of a metric under other limits: by its clocks if they are kept, else all at
   * once over the records.
   *
   * @param agreement the text of the past
   * @param variants the metric with other limits
   */
  <K> Map<K, List<Measurement>> measured(Agreement agreement, String id, Map<K, Metric> variants);

  /**
   * A past of which some periods are those of another, as their records were final before others
   * came.
   */
  static PastFigures settled(PastFigures all, Map<ReportingPeriod, ? extends PastFigures> settled) {
    return settled.isEmpty() ? all : new Settled(all, Map.copyOf(settled));
  }

  /** Figures of one past, but of some periods those of another. */
  record Settled(PastFigures all, Map<ReportingPeriod, PastFigures> settled)
      implements PastFigures {

    @Override
    public List<Measurement> measured(String metric) {
      List<Measurement> own = of(all, all.measured(metric));
      settled.values().stream()
          .distinct()
          .forEach(past -> own.addAll(of(past, past.measured(metric))));
      return own;
    }

    @Override
    public boolean keepsClocks(String metric) {
      return all.keepsClocks(metric)
          && settled.values().stream().allMatch(past -> past.keepsClocks(metric));
    }

    @Override
    public <K> Map<K, List<Measurement>> measured(
        Agreement agreement, String id, Map<K, Metric> variants) {
      Map<K, List<Measurement>> measured = new LinkedHashMap<>();
      all.measured(agreement, id, variants)
          .forEach((key, found) -> measured.put(key, of(all, found)));
      settled.values().stream()
          .distinct()
          .forEach(
              past ->
                  past.measured(agreement, id, variants)
                      .forEach(
                          (key, found) ->
                              measured
                                  .computeIfAbsent(key, none -> new ArrayList<>())
                                  .addAll(of(past, found))));
      return measured;
    }

    /** Those that count of a past. */
    private List<Measurement> of(PastFigures past, List<Measurement> found) {
      return new ArrayList<>(
          found.stream().filter(each -> settled.getOrDefault(each.period(), all) == past).toList());
    }
  }
}
