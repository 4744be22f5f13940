package org.plumbline.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.judge.Result;
import org.plumbline.records.SetBeside;

/**
 * What an agreement gives over the records of one party, and over those of the other.
 *
 * @param agreement the agreement as reports show it
 * @param asked the days asked for
 * @param asOf up to when what had happened was counted
 * @param whose whose the other records are: {@code the provider}
 * @param sets the record sets that both have
 * @param missing record sets that the other does not have; those here stand in
 * @param figures of the periods that end in the days asked for, in the order of metrics
 * @param comparisons from the counts here to those there, for each metric and period that has cases
 * @param cases that do not stand alike, or of which one party has none
 * @param untold how many more such cases there are
 */
public record BothRecords(
    Agreement agreement,
    ReportingPeriod asked,
    Instant asOf,
    String whose,
    List<SetBeside> sets,
    List<String> missing,
    List<Figure> figures,
    List<CaseComparison> comparisons,
    List<Case> cases,
    long untold) {

  /** Copies the lists. */
  public BothRecords {
    sets = List.copyOf(sets);
    missing = List.copyOf(missing);
    figures = List.copyOf(figures);
    comparisons = List.copyOf(comparisons);
    cases = List.copyOf(cases);
  }

  /**
   * A result over the records of both.
   *
   * @param here the result over these; empty where there is none
   * @param there over the other’s
   * @param effects what each difference alone makes of the result here, where it changes it; none
   *     where both are the same
   */
  public record Figure(Optional<Result> here, Optional<Result> there, List<Effect> effects) {
    /** Copies the list. */
    public Figure {
      effects = List.copyOf(effects);
    }

    /** The one that is there. */
    public Result either() {
      return here.or(() -> there).orElseThrow();
    }

    /** Whether the two are the same to the last digit. */
    public boolean isSame() {
      return here.isPresent()
          && there.isPresent()
          && here.get().status() == there.get().status()
          && here.get().lines().equals(there.get().lines());
    }
  }

  /**
   * A result as it is if one difference alone were as the other has it.
   *
   * @param difference in words
   */
  public record Effect(String difference, Result result) {}

  /**
   * A case that does not stand alike.
   *
   * @param here how it stands by the records here, a part each; none: it is not among them
   * @param there by those of the other
   * @param values what is recorded otherwise
   * @param alone those of them each of which alone makes it stand as it does there
   */
  public record Case(
      String metric,
      String key,
      List<CaseOutcome> here,
      List<CaseOutcome> there,
      List<SetBeside.Value> values,
      List<SetBeside.Part> alone) {
    /** Copies the lists. */
    public Case {
      here = List.copyOf(here);
      there = List.copyOf(there);
      values = List.copyOf(values);
      alone = List.copyOf(alone);
    }
  }
}
