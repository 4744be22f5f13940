package org.plumbline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.inforce.Measured;
import org.plumbline.inforce.UnderVersions;
import org.plumbline.register.Version;
import org.plumbline.report.CaseStory;

/** Cases of an agreement in several versions: each is told by the version that it stands under. */
public final class VersionCases implements Cases {

  private final Engine engine;
  private final UnderVersions found;

  /** Asks an engine about what was counted under the versions. */
  public VersionCases(Engine engine, UnderVersions found) {
    this.engine = engine;
    this.found = found;
  }

  private CaseStories stories(Measured part) {
    return new CaseStories(engine, part.agreement(), Map.of(part.id(), part.compiled()));
  }

  /** What was counted of a metric, for the periods of the last version first. */
  private List<Measured> parts(String metric) {
    return found.measured().stream()
        .filter(part -> part.metric().equals(metric))
        .sorted(Comparator.comparing((Measured part) -> -part.period().number()))
        .toList();
  }

  @Override
  public boolean tells(String metric) {
    return parts(metric).stream().anyMatch(part -> stories(part).tells(part.id()));
  }

  @Override
  public boolean lists(String metric) {
    return !parts(metric).isEmpty();
  }

  @Override
  public List<CaseStory> worst(String metric, Set<ReportingPeriod> periods, int most) {
    return inPeriods(
            metric, periods, (part, own) -> stories(part).worst(part.id(), own.keySet(), most))
        .stream()
        .sorted(Comparator.comparing(VersionCases::overrun).reversed())
        .limit(most)
        .toList();
  }

  private static long overrun(CaseStory story) {
    return story.outcome().elapsed().orElse(0) - story.outcome().limit().orElse(0);
  }

  @Override
  public List<CaseStory> open(String metric) {
    return each(metric, part -> stories(part).open(part.id()));
  }

  @Override
  public List<CaseStory> indeterminate(String metric) {
    return each(metric, part -> stories(part).indeterminate(part.id()));
  }

  @Override
  public List<CaseStory> takenOut(String metric) {
    return each(metric, part -> stories(part).takenOut(part.id()));
  }

  @Override
  public List<CaseStory> ofKey(String metric, String key) {
    return each(metric, part -> stories(part).ofKey(part.id(), key));
  }

  @Override
  public List<CaseStory> ofKeys(String metric, Set<String> keys) {
    return each(metric, part -> stories(part).ofKeys(part.id(), keys));
  }

  @Override
  public List<CaseStory> all(String metric, Set<ReportingPeriod> periods) {
    return inPeriods(metric, periods, (part, own) -> stories(part).all(part.id(), own.keySet()))
        .stream()
        .sorted(
            Comparator.comparing(
                (CaseStory story) -> story.outcome().state() != CaseOutcome.State.NOT_MET))
        .toList();
  }

  @Override
  public List<PartyTime> partyTimes(Map<String, Set<ReportingPeriod>> periods) {
    List<PartyTime> times = new ArrayList<>();
    periods.forEach(
        (metric, asked) -> {
          for (Measured part : parts(metric)) {
            Map<ReportingPeriod, ReportingPeriod> own = periods(part, asked);
            for (PartyTime time :
                PartyShares.by(engine).of(part.agreement(), part.compiled(), Set.of(part.id()))) {
              ReportingPeriod as = own.get(time.period());
              if (as != null) {
                times.add(
                    new PartyTime(
                        metric,
                        as,
                        time.party(),
                        time.cases(),
                        time.openMicros(),
                        time.closedMicros()));
              }
            }
          }
        });
    return PartyTime.summed(times);
  }

  private static List<Object> name(CaseOutcome outcome) {
    return List.of(outcome.key(), outcome.part(), outcome.holder());
  }

  /** Asks each part for its cases; a case that several parts know is told once. */
  private List<CaseStory> each(
      String metric, java.util.function.Function<Measured, List<CaseStory>> asked) {
    Set<List<Object>> told = new HashSet<>();
    List<CaseStory> stories = new ArrayList<>();
    for (Measured part : parts(metric)) {
      if (stories(part).tells(part.id())) {
        for (CaseStory story : asked.apply(part)) {
          if (told.add(name(story.outcome()))) {
            stories.add(as(story, metric, part, Optional.empty()));
          }
        }
      }
    }
    return stories;
  }

  private List<CaseStory> inPeriods(
      String metric,
      Set<ReportingPeriod> asked,
      BiFunction<Measured, Map<ReportingPeriod, ReportingPeriod>, List<CaseStory>> stories) {
    List<CaseStory> all = new ArrayList<>();
    for (Measured part : parts(metric)) {
      Map<ReportingPeriod, ReportingPeriod> own = periods(part, asked);
      if (!own.isEmpty()) {
        for (CaseStory story : stories.apply(part, own)) {
          all.add(as(story, metric, part, story.outcome().period().map(own::get)));
        }
      }
    }
    return all;
  }

  /** The periods in which a part was counted, with what results call them. */
  private Map<ReportingPeriod, ReportingPeriod> periods(Measured part, Set<ReportingPeriod> asked) {
    Map<ReportingPeriod, ReportingPeriod> periods = new LinkedHashMap<>();
    for (ReportingPeriod period : asked) {
      Version version = found.terms().get(new UnderVersions.Of(part.metric(), period));
      String suffix = "-" + part.cases().id();
      if (part.apart() && part.cases().equals(version) && period.name().endsWith(suffix)) {
        String name = period.name().substring(0, period.name().length() - suffix.length());
        periods.put(new ReportingPeriod(name, period.from(), period.until()), period);
      } else if (!part.apart() && part.period().equals(version)) {
        periods.put(period, period);
      }
    }
    return periods;
  }

  private static CaseStory as(
      CaseStory story, String metric, Measured part, Optional<ReportingPeriod> period) {
    CaseOutcome outcome = story.outcome();
    return new CaseStory(
        outcome.as(metric, period.or(outcome::period)),
        story.intervals(),
        Optional.of(Objects.requireNonNull(part.cases().name())));
  }
}
