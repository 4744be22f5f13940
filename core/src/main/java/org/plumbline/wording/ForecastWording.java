package org.plumbline.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.LineId;
import org.plumbline.forecast.Certainty;
import org.plumbline.forecast.Chance;
import org.plumbline.forecast.Forecast;
import org.plumbline.forecast.LineForecast;
import org.plumbline.judge.Status;

/** What can still become of an open period, in plain sentences. */
public final class ForecastWording {

  private final Agreement agreement;
  private final Wording wording;
  private final AllowedWords allowed;

  private ForecastWording(Agreement agreement) {
    this.agreement = agreement;
    wording = Wording.of(agreement);
    allowed = new AllowedWords(agreement, wording);
  }

  /** The words of an agreement. */
  public static ForecastWording of(Agreement agreement) {
    return new ForecastWording(agreement);
  }

  /** What a forecast is of: the metric’s name, the period, the value of {@code each}. */
  public String title(Forecast forecast) {
    Metric metric = agreement.metrics().get(forecast.metric());
    String each =
        forecast
            .each()
            .map(
                value ->
                    ", "
                        + (metric == null
                            ? ""
                            : metric.each().map(field -> Phrases.words(field) + " ").orElse(""))
                        + value)
            .orElse("");
    return wording.metricName(forecast.metric())
        + each
        + " in "
        + PeriodWords.name(forecast.period());
  }

  /** All that is said of a forecast, a sentence each. */
  public List<String> sentences(Forecast forecast) {
    List<String> said = new ArrayList<>();
    if (!forecast.unsaid().isEmpty()) {
      boolean counts = forecast.certainty().isPresent();
      said.add(
          counts
              ? Phrases.sentence("how much is still allowed is not said here: " + forecast.unsaid())
              : Phrases.sentence("nothing to forecast: " + forecast.unsaid()));
    }
    for (LineForecast line : forecast.lines()) {
      String text = allowed.line(forecast, line);
      if (!text.isEmpty()) {
        said.add(text);
      }
    }
    forecast.certainty().ifPresent(certainty -> said.addAll(certainty(forecast, certainty)));
    forecast.chance().ifPresent(chance -> said.add(chance(forecast, chance)));
    if (!forecast.noChance().isEmpty()) {
      said.add(Phrases.sentence("the chance of meeting is not said: " + forecast.noChance()));
    }
    return said;
  }

  private List<String> certainty(Forecast forecast, Certainty certainty) {
    List<String> said = new ArrayList<>();
    String since = certainty.since().map(day -> " since " + day).orElse("");
    if (certainty.result().isPresent()) {
      said.add(
          Phrases.sentence(
              "it is certain"
                  + since
                  + ": "
                  + certainty.result().get().words()
                  + ", whatever is still to come"));
      return said;
    }
    if (certainty.targetMissed()) {
      said.add(
          Phrases.sentence(
              "it is certain"
                  + since
                  + " that the target is missed; whether the minimum is kept is open"));
    }
    boolean metNow = forecast.result().wouldBe().filter(Status.MET::equals).isPresent();
    certainty
        .settles()
        .filter(day -> metNow && !certainty.targetMissed())
        .ifPresent(
            day ->
                said.add(
                    Phrases.sentence(
                        "a case that begins from now on cannot miss in this period any more; if no"
                            + " open one does, it is certain after "
                            + day
                            + " that it is met")));
    said.add(Phrases.sentence(latest(forecast, certainty)));
    return said;
  }

  private static String latest(Forecast forecast, Certainty certainty) {
    LocalDate last = forecast.period().until();
    Optional<LocalDate> day = certainty.latest();
    String at =
        day.isEmpty()
            ? "when all is decided cannot be said beforehand"
            : "it is certain at the latest at the end of "
                + day.get()
                + (certainty.pauses() ? ", or later if clocks stand still" : "");
    String why =
        certainty.why().isPresent() && day.filter(last::equals).isPresent()
            ? ", and not before, since " + certainty.why().get()
            : "";
    return at
        + why
        + (certainty.complete().isAfter(last)
            ? "; the records are complete at the end of " + certainty.complete()
            : "");
  }

  private String chance(Forecast forecast, Chance chance) {
    boolean minimum =
        agreement.metrics().containsKey(forecast.metric())
            && (forecast.lines().isEmpty()
                ? forecast.terms(agreement).minimum().isPresent()
                : forecast.lines().stream()
                    .anyMatch(line -> line.line().level() == LineId.LevelKind.MINIMUM));
    return Phrases.sentence(
        (forecast.lines().isEmpty()
                ? "if its figure went on from here as after the same day in "
                : "with what came after the same day in ")
            + chance.asItWas()
            + " of "
            + chance.past().size()
            + " past periods the target would be met; drawn "
            + Numbers.count(chance.draws())
            + " times from them (seed "
            + chance.seed()
            + "), it is met in "
            + whole(chance.ofTarget())
            + (minimum ? ", the minimum kept in " + whole(chance.ofMinimum()) : ""));
  }

  /** A share as whole percent; what is not all or nothing is not shown as such. */
  public static String whole(Exact share) {
    String shown = share.times(Exact.of(100)).rounded(0).toPlainString();
    if (shown.equals("100") && share.compareTo(Exact.of(1)) < 0) {
      return "more than 99%";
    }
    return shown.equals("0") && !share.isZero() ? "less than 1%" : shown + "%";
  }
}
