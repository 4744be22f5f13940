package org.plumbline.web.result;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.forecast.Forecast;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Summary;
import org.plumbline.wording.ForecastWording;
import org.plumbline.wording.Wording;
import tools.jackson.databind.json.JsonMapper;

/**
 * What dashboards show of a result, kept when it was measured: they compute nothing.
 *
 * @param lines its lines
 * @param times whose the time was, in the order of the metrics
 * @param outlooks what can still become of a period that had not ended
 */
public record StoredSummary(List<Summary.Line> lines, List<TimeOf> times, List<Outlook> outlooks) {

  /** Nothing is known of a result that was measured before summaries were kept. */
  static final StoredSummary NONE = new StoredSummary(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public StoredSummary {
    lines = List.copyOf(lines);
    times = List.copyOf(times);
    outlooks = List.copyOf(outlooks);
  }

  /**
   * The open time that a party held the cases of a metric in a period.
   *
   * @param name of the metric
   * @param partyName as the agreement calls it
   * @param micros microseconds
   */
  public record TimeOf(
      String metric,
      String name,
      String period,
      String party,
      String partyName,
      BigInteger micros) {}

  /** What can still become of a result: a heading, and sentences. */
  public record Outlook(String metric, String period, String title, List<String> sentences) {
    /** Copies the list. */
    public Outlook {
      sentences = List.copyOf(sentences);
    }
  }

  static StoredSummary of(Evaluation evaluation, List<Forecast> forecasts) {
    Wording wording = Wording.of(evaluation.agreement());
    List<TimeOf> times = new ArrayList<>();
    for (PartyTime time : evaluation.partyTimes()) {
      var metric = evaluation.agreement().metrics().get(time.metric());
      if (metric != null) {
        times.add(
            new TimeOf(
                time.metric(),
                metric.name(),
                time.period().name(),
                time.party(),
                wording.party(time.party()),
                time.openMicros()));
      }
    }
    ForecastWording words = ForecastWording.of(evaluation.agreement());
    return new StoredSummary(
        Summary.of(evaluation),
        times,
        forecasts.stream()
            .map(
                forecast ->
                    new Outlook(
                        forecast.result().metric(),
                        forecast.period().name(),
                        words.title(forecast),
                        words.sentences(forecast)))
            .toList());
  }

  /** As text of JSON. */
  String write() {
    return JsonMapper.shared().writeValueAsString(this);
  }

  /** What the text says. */
  public static StoredSummary read(String text) {
    return text.startsWith("{") ? JsonMapper.shared().readValue(text, StoredSummary.class) : NONE;
  }
}
