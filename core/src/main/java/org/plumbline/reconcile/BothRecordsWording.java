package org.plumbline.reconcile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.records.SetBeside;
import org.plumbline.records.SetBeside.Part;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;

/** Says in sentences how results over both parties’ records differ, and by which case. */
public final class BothRecordsWording {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final Agreement agreement;
  private final String whose;

  /**
   * The words of an agreement.
   *
   * @param whose whose the other records are: {@code the provider}
   */
  public BothRecordsWording(Agreement agreement, String whose) {
    this.agreement = agreement;
    this.whose = whose;
  }

  /** What is not the same of a case: {@code “answered”}. */
  public static String part(Part part) {
    return switch (part.kind()) {
      case MOMENT, FIELD -> "“" + part.name() + "”";
      case HOLD -> "the time under “" + part.name() + "”";
      case VALUES -> "the values along its events";
      case RECORD -> "what makes it unusable";
    };
  }

  private static String parts(List<Part> parts, String joint) {
    return String.join(joint, parts.stream().map(BothRecordsWording::part).toList());
  }

  /** Why a case does not stand alike, as a clause. */
  static String cause(BothRecords.Case told, String whose) {
    if (told.here().isEmpty()) {
      return "only in the records of " + whose;
    }
    if (told.there().isEmpty()) {
      return "only in these records";
    }
    if (!told.alone().isEmpty()) {
      return "for " + parts(told.alone(), " or ");
    }
    return told.values().isEmpty()
        ? "for other records than its own"
        : "for "
            + parts(told.values().stream().map(SetBeside.Value::part).toList(), " and ")
            + " together";
  }

  /** How many figures are the same by both. */
  public String summary(BothRecords both) {
    long same = both.figures().stream().filter(BothRecords.Figure::isSame).count();
    long turned = both.figures().stream().filter(BothRecordsWording::turns).count();
    int all = both.figures().size();
    if (same == all) {
      return "By the records of both "
          + (all == 1 ? "the one figure is" : "all " + Numbers.count(all) + " figures are")
          + " the same.";
    }
    return "Of "
        + Numbers.counted(all, "figure", "figures")
        + ", "
        + (same == 0 ? "none" : Numbers.count(same))
        + (same < 2 ? " is" : " are")
        + " the same by the records of both; "
        + (turned == 0
            ? "no result means something else."
            : Numbers.counted(turned, "result means", "results mean") + " something else.");
  }

  private static boolean turns(BothRecords.Figure figure) {
    return !figure.here().map(Result::status).equals(figure.there().map(Result::status));
  }

  /** The name of a metric, with its value of {@code each} and its period. */
  public String name(Result result) {
    Metric metric = agreement.metrics().get(result.metric());
    return (metric == null ? result.metric() : metric.name())
        + result.each().map(each -> ", " + each).orElse("")
        + ", "
        + PeriodWords.name(result.period());
  }

  /** The figures of the target's lines with their counts, and what they mean. */
  public String brief(Optional<Result> result) {
    return result
        .map(
            found ->
                String.join(
                        " and ",
                        found.targetLines().stream().map(BothRecordsWording::figure).toList())
                    + ", "
                    + found.wouldBe().orElse(found.status()).words())
        .orElse("no figure");
  }

  private static String figure(LineResult line) {
    return line.measurement()
        .figure()
        .map(
            figure ->
                Numbers.brief(Numbers.figure(figure, line.measurement().unit(), line.bounds()))
                    + (line.measurement().unit() == FigureUnit.SHARE
                            && line.measurement().cases() > 0
                        ? " ("
                            + Numbers.count(line.measurement().holding())
                            + " of "
                            + Numbers.count(line.measurement().cases())
                            + ")"
                        : ""))
        .orElse("no data");
  }

  /** How a figure stands by both, and what each difference alone would make of it. */
  public List<String> sentences(BothRecords.Figure figure) {
    List<String> sentences = new ArrayList<>();
    if (figure.isSame()) {
      sentences.add("By both parties’ records " + brief(figure.here()) + ".");
      return sentences;
    }
    sentences.add(
        "By these records "
            + brief(figure.here())
            + "; by those of "
            + whose
            + " "
            + brief(figure.there())
            + ".");
    for (BothRecords.Effect effect : figure.effects()) {
      sentences.add(
          "These records "
              + effect.difference()
              + ": "
              + brief(Optional.of(effect.result()))
              + ".");
    }
    if (figure.effects().isEmpty() && figure.here().isPresent()) {
      sentences.add("No single difference changes it; several together do.");
    }
    return sentences;
  }

  /** How a case stands by both, and which recorded values make it so. */
  public String sentence(BothRecords.Case told) {
    StringBuilder text =
        new StringBuilder("By these records ")
            .append(stands(told.here()))
            .append("; by those of ")
            .append(whose)
            .append(' ')
            .append(stands(told.there()))
            .append('.');
    for (SetBeside.Value value : told.values()) {
      text.append(' ').append(value(told, value));
    }
    if (told.values().isEmpty() && !told.here().isEmpty() && !told.there().isEmpty()) {
      text.append(" Its own record is the same; what it is counted with is not.");
    }
    return text.toString();
  }

  private static String stands(List<CaseOutcome> outcomes) {
    return outcomes.isEmpty()
        ? "it is not there"
        : String.join(
            " and ", outcomes.stream().map(BothRecordsWording::stands).distinct().toList());
  }

  private static String stands(CaseOutcome outcome) {
    String state =
        switch (outcome.state()) {
          case MET -> "met";
          case NOT_MET -> "not met";
          case INDETERMINATE -> "it cannot be said";
          case OPEN -> "open";
          case VOIDED ->
              outcome.exclusion().map(id -> "taken out by " + id).orElse("cancelled in time");
          case NOT_QUALIFIED -> "not among those that count";
        };
    return state
        + outcome.period().map(period -> " in " + PeriodWords.shortName(period)).orElse("");
  }

  private String value(BothRecords.Case told, SetBeside.Value value) {
    Part part = value.part();
    String differs =
        switch (part.kind()) {
          case MOMENT, FIELD ->
              part(part)
                  + " is "
                  + shown(told.metric(), part, value.here())
                  + " here and "
                  + shown(told.metric(), part, value.there())
                  + " there";
          case HOLD, VALUES, RECORD ->
              "Not the same are "
                  + part(part)
                  + " ("
                  + at(value.here())
                  + " here, "
                  + at(value.there())
                  + " there)";
        };
    return differs
        + (told.alone().stream().anyMatch(each -> isSame(each, part))
            ? "; this alone makes the difference."
            : ".");
  }

  private static boolean isSame(Part one, Part other) {
    return one.kind() == other.kind() && one.name().equals(other.name());
  }

  /** A stored value as people read it, in the agreement's zone. */
  public String shown(String metric, Part part, SetBeside.Stored stored) {
    if (stored.text().isEmpty()) {
      return "missing (" + at(stored) + ")";
    }
    return shown(metric, part, stored.text()) + " (" + at(stored) + ")";
  }

  private String shown(String metric, Part part, String text) {
    Optional<Precision> precision =
        part.kind() == SetBeside.Kind.MOMENT
            ? Optional.ofNullable(agreement.metrics().get(metric))
                .flatMap(each -> agreement.recordSet(each.records()))
                .map(set -> set.moments().get(part.name()))
                .filter(MomentTerm.Recorded.class::isInstance)
                .map(moment -> ((MomentTerm.Recorded) moment).precision())
            : Optional.empty();
    if (precision.isEmpty()) {
      return text;
    }
    long number = Long.parseLong(text);
    if (precision.get() == Precision.DATE) {
      return LocalDate.ofEpochDay(number).toString();
    }
    Instant instant = EpochMicros.toInstant(number);
    String second = SECOND.format(instant.atZone(agreement.zone()));
    return second.endsWith(":00") ? second.substring(0, second.length() - 3) : second;
  }

  private static String at(SetBeside.Stored stored) {
    return stored.file() + ", row " + stored.row();
  }
}
