package org.plumbline.wording;

import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.forecast.Forecast;
import org.plumbline.forecast.LineForecast;

/** What is still allowed of a line of a target or minimum, or required of the rest, in words. */
final class AllowedWords {

  private final Agreement agreement;
  private final Wording wording;

  AllowedWords(Agreement agreement, Wording wording) {
    this.agreement = agreement;
    this.wording = wording;
  }

  /** What is allowed of a line, or required of the rest; empty where it promises nothing. */
  String line(Forecast forecast, LineForecast line) {
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
}
