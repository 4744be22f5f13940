package org.plumbline.forms;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Party;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.gap.Gap;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.Wording;
import org.plumbline.workbook.Cell;
import org.plumbline.workbook.NewWorkbook.NewSheet;

/**
 * Gaps as risks of a RAID log, in the columns of the M3 template. Each promise that the past does
 * not reach, or of which it cannot be said, is one; how likely it is and what it would do is left
 * to people.
 */
public final class GapRisks {

  static final LogRows<RiskColumn> LOG =
      new LogRows<>(
          RiskColumn.class,
          RiskColumn.NUMBER,
          RiskColumn.TITLE,
          Set.of(RiskColumn.NUMBER, RiskColumn.TITLE, RiskColumn.STATUS));
  private static final Set<Gap.Stands> OPEN = Set.of(Gap.Stands.NOT_REACHED, Gap.Stands.UNSURE);

  private final Agreement agreement;
  private final Wording wording;
  private final ReportingPeriod asked;
  private final String hash;
  private final LocalDate day;

  private GapRisks(Agreement agreement, ReportingPeriod asked, String hash, LocalDate day) {
    this.agreement = agreement;
    this.wording = Wording.of(agreement);
    this.asked = asked;
    this.hash = hash;
    this.day = day;
  }

  /**
   * The risks, in the order of the gaps.
   *
   * @param asked the past that was looked at
   * @param hash the version whose promises they are
   * @param day the day as of which they are written
   */
  public static List<Map<RiskColumn, Cell>> of(
      Agreement agreement, List<Gap> gaps, ReportingPeriod asked, String hash, LocalDate day) {
    GapRisks risks = new GapRisks(agreement, asked, hash, day);
    return gaps.stream().filter(gap -> OPEN.contains(gap.stands())).map(risks::risk).toList();
  }

  private Map<RiskColumn, Cell> risk(Gap gap) {
    Map<RiskColumn, Cell> risk = new EnumMap<>(RiskColumn.class);
    String required = bound(gap, gap.required().or(gap::promised));
    String shown =
        gap.shown()
            .map(
                it ->
                    Numbers.figure(it.figure(), gap.unit(), List.of())
                        + " of "
                        + Numbers.counted(it.cases(), "case", "cases")
                        + " in "
                        + Numbers.counted(it.periods(), "period", "periods")
                        + it.low()
                            .flatMap(
                                low ->
                                    it.high()
                                        .map(
                                            high ->
                                                ", 95 % interval "
                                                    + Numbers.figure(low, gap.unit(), List.of())
                                                    + " to "
                                                    + Numbers.figure(high, gap.unit(), List.of())))
                            .orElse(""))
            .orElse("no data");
    boolean missed = gap.stands() == Gap.Stands.NOT_REACHED;
    text(
        risk,
        RiskColumn.TITLE,
        name(gap) + (missed ? ": not reached in the past" : ": cannot be said to be reached"));
    text(
        risk,
        RiskColumn.DESCRIPTION,
        "If the service is performed as in "
            + asked.name()
            + " ("
            + shown
            + "), then "
            + required
            + (missed ? " is not reached." : " may not be reached."));
    text(risk, RiskColumn.PLAN, plan(gap));
    text(risk, RiskColumn.STATUS, "New");
    text(risk, RiskColumn.TYPE, "Business/operational");
    text(risk, RiskColumn.PROGRAM, agreement.title());
    text(risk, RiskColumn.CREATED_BY, "Plumbline");
    risk.put(RiskColumn.CREATED_ON, Cell.date(day));
    text(risk, RiskColumn.ORGANIZATION, organization(gap));
    text(risk, RiskColumn.TRIGGER, "A period whose figure does not reach " + required);
    text(
        risk,
        RiskColumn.CLOSURE,
        "The whole 95 % interval of the past reaches " + required + ", or the promise is amended");
    text(
        risk,
        RiskColumn.NOTES,
        gap.requirement().map(id -> "Requirement " + id + ". ").orElse("")
            + "Response, probability and impact are for people to judge.");
    text(
        risk,
        RiskColumn.REFERENCES,
        "Agreement " + agreement.id() + ", metric " + gap.metric() + ", " + hash);
    return risk;
  }

  private static void text(Map<RiskColumn, Cell> risk, RiskColumn column, String text) {
    risk.put(column, Cell.text(text));
  }

  private String name(Gap gap) {
    Metric metric = agreement.metrics().get(gap.metric());
    if (metric == null || gap.line().line() >= metric.target().measured().size()) {
      return gap.metric();
    }
    Level.Line line = metric.target().measured().get(gap.line().line());
    String rest = gap.line().rest() > 0 ? ", the rest" : "";
    return line.applies() instanceof Level.Applies.When when
        ? metric.name() + " (" + wording.condition(when.condition()) + rest + ")"
        : metric.name() + rest;
  }

  private static String bound(Gap gap, Optional<Literal> bound) {
    return bound
        .map(it -> Numbers.bound(gap.comparison(), Numbers.literal(it)))
        .orElse("what is promised");
  }

  private String plan(Gap gap) {
    List<String> held = new ArrayList<>();
    for (String party : gap.causes().parties()) {
      boolean known = agreement.parties().containsKey(party);
      if (known && gap.causes().byParty().getOrDefault(party, BigInteger.ZERO).signum() > 0) {
        held.add(wording.party(party) + " " + Numbers.percent(gap.causes().share(party)));
      }
    }
    String time =
        held.isEmpty() ? "" : "Shorten what takes the time (" + String.join(", ", held) + ").";
    String amend =
        gap.proposal()
            .map(
                it ->
                    "Or amend the promise to what the past supports: "
                        + bound(gap, Optional.of(it))
                        + ".")
            .orElse("");
    return (time + " " + amend).strip();
  }

  private String organization(Gap gap) {
    Metric metric = agreement.metrics().get(gap.metric());
    String party = metric == null ? "" : metric.performing();
    return party.equals(Party.PROVIDER)
        ? "Provider"
        : party.equals(Party.CUSTOMER) ? "Customer" : "Shared";
  }

  /** A risk log made anew. */
  public static NewSheet sheet(List<Map<RiskColumn, Cell>> risks) {
    return LOG.sheet("Risk Log", risks);
  }

  /**
   * The risks in a log that people keep: each below its last one, but for those that it has already
   * by their title.
   *
   * @return empty if no sheet of the form is a risk log
   */
  public static Optional<Filled> into(List<Map<RiskColumn, Cell>> risks, List<FormTable> form) {
    return LOG.into(
        risks,
        form,
        List.of("say no response, probability, impact and owner", "judge them, and fill them in"));
  }
}
