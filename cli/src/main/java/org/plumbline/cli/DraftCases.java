package org.plumbline.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.replay.Past;
import org.plumbline.report.CaseStory;
import org.plumbline.story.CaseStories;
import org.plumbline.story.Cases;

/** Cases under a draft: it is compiled for each question, as its figures may need no records. */
final class DraftCases implements Cases {

  private final Engine engine;
  private final Past past;
  private final Agreement text;

  DraftCases(Engine engine, Past past, Agreement text) {
    this.engine = engine;
    this.past = past;
    this.text = text;
  }

  private Cases of(String metric) {
    return new CaseStories(engine, text, Map.of(metric, past.compiled(text, metric)));
  }

  @Override
  public boolean tells(String metric) {
    return lists(metric) && of(metric).tells(metric);
  }

  @Override
  public boolean lists(String metric) {
    return past.lists(text, metric);
  }

  @Override
  public List<CaseStory> worst(String metric, Set<ReportingPeriod> periods, int most) {
    return of(metric).worst(metric, periods, most);
  }

  @Override
  public List<CaseStory> open(String metric) {
    return of(metric).open(metric);
  }

  @Override
  public List<CaseStory> indeterminate(String metric) {
    return of(metric).indeterminate(metric);
  }

  @Override
  public List<CaseStory> takenOut(String metric) {
    return of(metric).takenOut(metric);
  }

  @Override
  public List<CaseStory> all(String metric, Set<ReportingPeriod> periods) {
    return of(metric).all(metric, periods);
  }

  @Override
  public List<CaseStory> ofKey(String metric, String key) {
    return of(metric).ofKey(metric, key);
  }

  @Override
  public List<CaseStory> ofKeys(String metric, Set<String> keys) {
    return of(metric).ofKeys(metric, keys);
  }

  @Override
  public List<PartyTime> partyTimes(Map<String, Set<ReportingPeriod>> periods) {
    return periods.keySet().stream()
        .flatMap(metric -> of(metric).partyTimes(periods).stream())
        .toList();
  }
}
