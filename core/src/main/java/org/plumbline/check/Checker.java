package org.plumbline.check;

import java.util.List;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.Places;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Findings;

/**
 * Finds everything that is wrong with an agreement that could be read (language.md 11): the list of
 * all rules, each of which holds one idea.
 */
public final class Checker {

  /** The rules, by the part of the agreement that they look at. */
  private static final List<Rule> RULES =
      List.of(
          // names
          new NamesOfParties(),
          new NamesOfRecords(),
          new NamesOfMetrics(),
          new NamesOfMoney(),
          new NamesOfExclusions(),
          new NamesInMoments(),
          new NamesInCaseConditions(),
          new NamesInResultConditions(),
          new DefinedOnce(),
          new WordsOfTheLanguage(),
          new Circles(),
          // time and periods
          new CalendarsOpen(),
          new DayCountingUsed(),
          new WorkdaysCounted(),
          new PeriodsKnown(),
          new PeriodAtHand(),
          new DatesWithinPerformance(),
          new HoursOverDates(),
          new MonthsCounted(),
          // records
          new TurnsInOrder(),
          new TurnsCounted(),
          new Reopenings(),
          new ReadsOfFields(),
          new OccurringMoments(),
          // what is promised
          new ClocksComplete(),
          new LimitsAndFigures(),
          new UnitsOfBounds(),
          new BoundsByCase(),
          new LinesInOrder(),
          new LinesApart(),
          new ValuesTaken(),
          new PopulationByOutcome(),
          new ReliefOnce(),
          new MinimumAgainstTarget(),
          new FewCases(),
          new ConditionsHold(),
          new BoundsReached(),
          new TiersInOrder(),
          new FinerThanVolume(),
          new StopsOfOthers(),
          new ResponseBeforeResolution(),
          new MetricsTogether(),
          // who tells it
          new PlannedWork(),
          new InspectedRecords(),
          new OwnDeclarations(),
          // what follows
          new CreditsWithAuthority(),
          new CreditBands(),
          new CapsAndCredits(),
          new RemediesReached(),
          new UsedSomewhere(),
          new CommitmentsOwned());

  private Checker() {}

  /**
   * All findings about an agreement, in file order.
   *
   * @param places where its parts stand
   */
  public static List<Finding> check(Agreement agreement, Places places) {
    return check(agreement, places, BindingFacts.NONE);
  }

  /**
   * All findings about an agreement whose binding is known, in file order.
   *
   * @param places where its parts stand
   * @param binding what the binding says of the record sets
   */
  public static List<Finding> check(Agreement agreement, Places places, BindingFacts binding) {
    Draft draft = new Draft(agreement, places, binding);
    RULES.forEach(rule -> rule.check(draft));
    List<Finding> found = draft.findings();
    Findings all = new Findings();
    Acceptance.applied(agreement, found).forEach(all::add);
    Acceptance.inVain(agreement, places, found).forEach(all::add);
    return all.inFileOrder();
  }

  /**
   * What reading an agreement told and what checking it tells, together in file order. What could
   * not be read is left out of the check, and nobody is told that it is missing.
   */
  public static List<Finding> check(ReadAgreement read) {
    Findings all = new Findings();
    read.findings().forEach(all::add);
    read.asFarAsRead().ifPresent(agreement -> check(agreement, read.places()).forEach(all::add));
    return all.inFileOrder();
  }
}
