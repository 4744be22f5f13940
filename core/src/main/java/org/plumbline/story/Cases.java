package org.plumbline.story;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.report.CaseStory;

/** Asks for single cases of metrics, and for the parties' time. */
public interface Cases {

  /** Whether a metric has single cases to tell of: those of a stock are counted again and again. */
  boolean tells(String metric);

  /** Whether the cases that a figure is of can be listed. */
  boolean lists(String metric);

  /** The ten cases of the periods furthest past their limit, with their lives. */
  default List<CaseStory> worst(String metric, Set<ReportingPeriod> periods) {
    return worst(metric, periods, 10);
  }

  /**
   * The cases of the periods furthest past their limit, with their lives.
   *
   * @param most so many at most
   */
  List<CaseStory> worst(String metric, Set<ReportingPeriod> periods, int most);

  /** The cases that are not decided yet, with their lives. */
  List<CaseStory> open(String metric);

  /** The first cases of which it cannot be said, without their lives. */
  List<CaseStory> indeterminate(String metric);

  /** The first cases that exclusions took out, without their lives. */
  List<CaseStory> takenOut(String metric);

  /** All cases that count in the periods, those that miss first; without their lives. */
  List<CaseStory> all(String metric, Set<ReportingPeriod> periods);

  /** One case, each of its parts, with its life; none if the records have no such case. */
  List<CaseStory> ofKey(String metric, String key);

  /** These cases, in whatever period they count; without their lives. */
  List<CaseStory> ofKeys(String metric, Set<String> keys);

  /** Who held the decided cases of the periods, by metric. */
  List<PartyTime> partyTimes(Map<String, Set<ReportingPeriod>> periods);
}
