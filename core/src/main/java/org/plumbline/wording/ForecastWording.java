package org.plumbline.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
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

  private ForecastWording(Agreement agreement) {
    this.agreement = agreement;
    wording = Wording.of(agreement);
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
      String text = line(forecast, line);
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

  // ---- lines ----

  private String line(Forecast forecast, LineForecast line) {
    if (line.bounds().isEmpty()) {
      return "";
    }
    String of =
        (line.line().level() == LineId.LevelKind.MINIMUM ? "minimum" : "target")
            + which(forecast, line)
            + " ("
            + bounds(forecast, line)
            + ")";
    String text =
        switch (line.kind()) {
          case SHARE -> share(forecast, line);
          case COUNT -> count(line);
          case SUM -> sum(line);
          case MEAN -> mean(line);
          case AVAILABLE -> available(line);
          case STOCK -> stock(line);
          case COMPOSITE, MEAN_OF_PERIODS, OTHER -> "";
        };
    return Phrases.sentence(
        of + ": " + (text.isEmpty() ? "what is allowed cannot be told as a number" : text));
  }

  private static String bounds(Forecast forecast, LineForecast line) {
    String told = Wording.bounds(line.bounds(), line.unit());
    return forecast.counted().isEmpty()
        ? told
        : forecast.result().lines().stream()
            .filter(own -> own.line().equals(line.line()))
            .findFirst()
            .map(own -> Wording.bounds(own.bounds(), own.measurement().unit()) + " for " + told)
            .orElse(told);
  }

  private String which(Forecast forecast, LineForecast line) {
    Metric metric = agreement.metrics().get(forecast.metric());
    Level level =
        metric == null
            ? new Level.NotPromised()
            : line.line().level() == LineId.LevelKind.MINIMUM
                ? metric.minimumOrTarget()
                : metric.target();
    if (line.line().rest() > 0) {
      return " of the rest";
    }
    if (level.measured().size() <= line.line().line()) {
      return "";
    }
    Level.Applies applies = level.measured().get(line.line().line()).applies();
    return applies instanceof Level.Applies.When when
        ? " where " + wording.condition(when.condition())
        : applies instanceof Level.Applies.Otherwise ? " of all others" : "";
  }

  private String share(Forecast forecast, LineForecast line) {
    boolean time = isInTime(forecast);
    String bad = time ? "be late" : forecast.counted().isPresent() ? "be beyond it" : "miss";
    long known = line.known().cases();
    long misses = line.holdingIsGood() ? known - line.known().holding() : line.known().holding();
    String soFar =
        "so far "
            + Numbers.count(misses)
            + " of "
            + Numbers.count(known)
            + (bad.startsWith("be ")
                ? (misses == 1 ? " was " : " were ") + bad.substring("be ".length())
                : " missed")
            + unknown(line);
    if (line.line().rest() > 0 || line.usual().isEmpty()) {
      return soFar;
    }
    long usual = line.usual().getAsLong();
    String coming = coming(line, usual);
    StringBuilder text = new StringBuilder(soFar).append("; ");
    if (line.allowed().isPresent()) {
      long allowed = line.allowed().getAsLong();
      text.append(
          usual == 0
              ? "none is expected any more, and it holds as it stands"
              : allowed == usual
                  ? "all of " + coming + " may " + bad
                  : (allowed == 0 ? "none" : Numbers.count(allowed) + " more")
                      + " may "
                      + bad
                      + " of "
                      + coming
                      + "; "
                      + required(line, usual, allowed, bad));
    } else if (line.needed().isPresent()) {
      text.append("not with ")
          .append(coming)
          .append(", even if none ")
          .append(time ? "is late" : bad.equals("miss") ? "misses" : "is beyond it")
          .append(": it would take ")
          .append(Numbers.count(line.needed().getAsLong()))
          .append(" of them");
    } else {
      text.append("it cannot hold any more, whatever is still to come");
    }
    return text.append(ofOpen(line, bad, usual)).toString();
  }

  private static String required(LineForecast line, long usual, long allowed, String bad) {
    return "at least "
        + Numbers.count(usual - allowed)
        + " of them ("
        + Numbers.figure(Exact.ratio(usual - allowed, usual), FigureUnit.SHARE, line.bounds())
        + ") must "
        + switch (bad) {
          case "be late" -> "be in time";
          case "be beyond it" -> "be within it";
          default -> "not " + bad;
        };
  }

  private static String ofOpen(LineForecast line, String bad, long usual) {
    if (line.open() == 0 || line.open() == usual) {
      return "";
    }
    String open =
        Numbers.count(line.open())
            + (line.open() == 1
                ? " open case whose limit runs out"
                : " open cases whose limits run out")
            + " in the period";
    return line.allowedOfOpen().isEmpty()
        ? "; " + open
        : "; if nothing came but the "
            + open
            + ", "
            + (line.allowedOfOpen().getAsLong() == 0
                ? "none"
                : line.allowedOfOpen().getAsLong() == line.open()
                    ? "all"
                    : Numbers.count(line.allowedOfOpen().getAsLong()))
            + " of them may "
            + bad;
  }

  private boolean isInTime(Forecast forecast) {
    Metric metric = agreement.metrics().get(forecast.metric());
    return metric != null && metric.figureOrDefault() instanceof Quantity.ShareInTime;
  }

  private static String unknown(LineForecast line) {
    long unknown = line.known().indeterminate();
    return unknown == 0
        ? ""
        : ", and of " + Numbers.count(unknown) + " it cannot be said, which count as misses here";
  }

  private static String coming(LineForecast line, long usual) {
    if (line.usualOf() == LineForecast.ALL_KNOWN) {
      return "the " + Numbers.count(usual) + " still open";
    }
    return "the about "
        + Numbers.count(usual)
        + " still to come ("
        + (line.usualOf() == 0
            ? "as many a day as so far; there is no past period"
            : line.usualOf() == 1
                ? "as in the one past period"
                : "the middle of " + line.usualOf() + " past periods")
        + ")";
  }

  private static String count(LineForecast line) {
    String soFar = Numbers.figure(orZero(line), line.unit(), line.bounds()) + " so far; ";
    if (line.allowed().isEmpty()) {
      return soFar + "it cannot hold any more, whatever is still to come";
    }
    long more = line.allowed().getAsLong();
    return soFar
        + (line.asksForMuch()
            ? more == 0 ? "it holds already" : Numbers.count(more) + " more must come"
            : (more == 0 ? "none" : Numbers.count(more) + " more") + " may come");
  }

  /** What is open at the end is counted then; what is open now is all that can be said. */
  private static String stock(LineForecast line) {
    String now = Numbers.figure(orZero(line), line.unit(), line.bounds()) + " now; ";
    if (line.needed().isPresent()) {
      return now + Numbers.count(line.needed().getAsLong()) + " fewer must be by the end";
    }
    if (line.allowed().isEmpty()) {
      return "";
    }
    String more = Numbers.count(line.allowed().getAsLong()) + " more ";
    boolean none = line.allowed().getAsLong() == 0;
    return now
        + (line.asksForMuch()
            ? none ? "as many are enough at the end" : more + "must be by the end"
            : none ? "no more may be at the end" : more + "may be at the end");
  }

  private static Exact orZero(LineForecast line) {
    return line.known().figure().orElse(Exact.ZERO);
  }

  private static String sum(LineForecast line) {
    return line.room()
        .map(
            room -> {
              String soFar = Numbers.figure(orZero(line), line.unit(), line.bounds()) + " so far; ";
              String left = Numbers.figure(room.absolute(), line.unit(), line.bounds());
              boolean passed = room.numerator().signum() < 0;
              return soFar
                  + (line.asksForMuch()
                      ? passed || room.isZero() ? "it holds already" : left + " more must come"
                      : passed ? "it is above the bound by " + left : left + " more may come");
            })
        .orElse("");
  }

  private static String mean(LineForecast line) {
    return line.rest()
        .map(
            rest ->
                Numbers.figure(orZero(line), line.unit(), line.bounds())
                    + " so far over "
                    + Numbers.counted(line.known().cases(), "case", "cases")
                    + "; "
                    + (isTime(line.unit()) && rest.numerator().signum() < 0
                        ? "not with the about "
                            + Numbers.count(line.usual().orElse(0))
                            + " still to come, even if none took any time"
                        : "the about "
                            + Numbers.count(line.usual().orElse(0))
                            + " still to come must average "
                            + Numbers.figure(rest, line.unit(), line.bounds())
                            + (line.asksForMuch() ? " or more" : " or less")))
        .orElse("");
  }

  private static boolean isTime(FigureUnit unit) {
    return unit == FigureUnit.MICROSECONDS
        || unit == FigureUnit.DAYS
        || unit == FigureUnit.WORKDAYS;
  }

  private static String available(LineForecast line) {
    return line.room()
        .map(
            room -> {
              long down = micros(line.known().down().orElse(Exact.ZERO));
              String soFar = Numbers.duration(down) + " down so far; ";
              return room.numerator().signum() < 0
                  ? soFar
                      + Numbers.duration(micros(room.negated()))
                      + " more than the whole period allows"
                  : soFar + "it may be down " + Numbers.duration(micros(room)) + " more";
            })
        .orElse("");
  }

  private static long micros(Exact time) {
    return time.numerator().divide(time.denominator()).longValueExact();
  }

  // ---- certainty and chance ----

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
