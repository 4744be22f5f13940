package org.plumbline.remedy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Money;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.judge.Status;

/** One step on the way from a result to a posting, as data (docs/meaning.md 20). */
public sealed interface Step {

  /**
   * The trigger held.
   *
   * @param result of the metric; empty for a remedy that is judged for the agreement
   * @param repeat periods in a row in which it held, this one included
   * @param held in how many of the periods looked at it held, this one included
   */
  record Triggered(Optional<Status> result, int repeat, int held) implements Step {}

  /** It rests on periods of which the result is not settled, and may still change. */
  record NotSettled(List<ReportingPeriod> periods) implements Step {
    /** Copies the list. */
    public NotSettled {
      periods = List.copyOf(periods);
    }
  }

  /** It cannot be said, and why; in plain words without a full stop. */
  record Unknown(String why) implements Step {}

  /** Points that are given. */
  record Given(Exact points) implements Step {}

  /**
   * The amount of money that it is taken from.
   *
   * @param of {@code fees billed} or a pool
   * @param period the days that it is for
   * @param parts what it is made of
   * @param shares the pools on the way, from the widest, each with its share
   * @param amount exact, in units of the currency
   * @param estimated whether bills or volumes are not all known, so that fees stand in
   */
  record Base(
      String of,
      ReportingPeriod period,
      List<Part> parts,
      List<PoolShare> shares,
      Exact amount,
      String currency,
      boolean estimated)
      implements Step {
    /** Copies the lists. */
    public Base {
      parts = List.copyOf(parts);
      shares = List.copyOf(shares);
    }
  }

  /**
   * A part of a base.
   *
   * @param kind {@code fee}, {@code volume} (unit price times the figure of {@code metric}) or
   *     {@code bill}
   * @param unpaidDays days of a fee for which nothing is due, as the service was suspended
   */
  record Part(
      String service,
      Kind kind,
      Optional<String> metric,
      Optional<Exact> figure,
      Exact amount,
      int unpaidDays) {
    /** A part without days that are not paid. */
    public Part(
        String service, Kind kind, Optional<String> metric, Optional<Exact> figure, Exact amount) {
      this(service, kind, metric, figure, amount, 0);
    }

    /** What a part is. */
    public enum Kind {
      /** A fee due by the agreement. */
      FEE,
      /** A unit price times a figure. */
      VOLUME,
      /** An amount billed. */
      BILL
    }
  }

  /** A pool's share of what it is of. */
  record PoolShare(String pool, Exact share) {}

  /**
   * The amount before anything is cut, rounded half-up to the cent.
   *
   * @param rate a share of the base, or money
   */
  record Rated(Literal rate, Exact exact, Money amount) implements Step {}

  /** No entry of the amount holds: nothing is owed. */
  record NoEntry() implements Step {}

  /** Money remedies are suspended until the end of stabilization. */
  record Suspended(LocalDate until) implements Step {}

  /** A federal party owes money only on an authority, and none is written. */
  record NoAuthority(String party) implements Step {}

  /**
   * Another posting of the same cause is owed in its place.
   *
   * @param cause the cause named by the parties; empty: the same records of the same period
   */
  record SameCause(PostingId owed, Optional<String> cause) implements Step {}

  /**
   * A pool that it may not exceed.
   *
   * @param period for which the pool is
   * @param size what is in it
   * @param taken what was taken out of it by earlier periods
   * @param asked what all postings of this day ask of it, before it cuts
   * @param from the posting's amount before
   * @param to the posting's amount after
   */
  record Capped(
      String pool,
      ReportingPeriod period,
      Money size,
      Money taken,
      Money asked,
      Money from,
      Money to)
      implements Step {
    /** Whether it cut the amount. */
    public boolean cuts() {
      return from.amount().compareTo(to.amount()) != 0;
    }
  }

  /**
   * Both parties brought it about, and then no money is owed.
   *
   * @param cause what they call it
   */
  record Concurrent(String cause) implements Step {}

  /** How far a corrective action plan is. */
  record PlanStands(Plan plan) implements Step {}

  /** An earlier posting is given back. */
  record GivesBack(PostingId posting, Money amount) implements Step {}

  /** There is no earlier posting to give back. */
  record NothingToGiveBack(String remedy) implements Step {}

  /**
   * It has to be asked for.
   *
   * @param by last day
   * @param issued whether the report is issued; else the day is the expected one
   * @param on when it was asked for
   */
  record MustBeRequested(LocalDate by, boolean issued, Optional<LocalDate> on) implements Step {}

  /** On which bill it stands. */
  record OnBill(ReportingPeriod bill) implements Step {}

  /**
   * There is no later bill.
   *
   * @param rule {@code pay offset none}
   * @param by last day to pay
   * @param issued whether the report is issued; else the day is the expected one
   */
  record LastBill(String rule, Optional<LocalDate> by, boolean issued) implements Step {}

  /** A party decided. */
  record Decided(Decision decision) implements Step {}
}
