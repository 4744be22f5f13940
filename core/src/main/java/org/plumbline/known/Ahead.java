package org.plumbline.known;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.forecast.Forecast;
import org.plumbline.forecast.Forecasting;
import org.plumbline.inforce.InForce;
import org.plumbline.records.StoredSet;
import org.plumbline.register.Standings;
import org.plumbline.register.Versions;
import org.plumbline.replay.Past;
import org.plumbline.story.AskedPeriods;

/**
 * What can still become of open periods, over records as they are known on a day and with what was
 * granted (docs/meaning.md 29). It evaluates anew: single cases are to be asked for before.
 */
public final class Ahead {

  private final KnownRecords records;
  private final Map<String, StoredSet> sets;
  private final Agreement text;
  private final Instant asOf;
  private final boolean isVersioned;

  /**
   * Nothing is counted yet.
   *
   * @param shown the agreement as reports show it
   * @param today what came to be known later is not seen
   */
  public Ahead(
      KnownRecords records,
      KnownRegister register,
      Agreement shown,
      Instant asOf,
      LocalDate today) {
    this.records = records;
    this.asOf = asOf;
    Reconsidering.Stands stands =
        Reconsidering.stands(
            records, register, Standings.of(register.register(), register::on, today));
    sets = stands.sets();
    Versions known = InForce.asked(stands.texts(), asOf);
    isVersioned = known.versions().size() > 1;
    text =
        isVersioned
            ? new Past(records.engine(), shown, Optional.empty(), sets, asOf)
                .over(known.last().agreement())
            : known.first().agreement();
  }

  /** The text that is asked: of several versions that in force, as if it had been all the time. */
  public Agreement text() {
    return text;
  }

  /** Whether there are several versions. */
  public boolean isVersioned() {
    return isVersioned;
  }

  /**
   * The forecasts of the periods that end in the days asked for.
   *
   * @param metrics ids; none: all
   * @param seed with which cases of past periods are drawn
   * @param said told what is done
   */
  public List<Forecast> of(
      ReportingPeriod asked, List<String> metrics, long seed, Consumer<String> said) {
    return Forecasting.of(
        records.engine(),
        text,
        sets,
        asOf,
        metrics,
        seed,
        series -> AskedPeriods.of(series, asked),
        said);
  }
}
