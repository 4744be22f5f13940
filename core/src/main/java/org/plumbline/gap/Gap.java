package org.plumbline.gap;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Literal;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;

/**
 * One bound of one line of a metric's target: what is required, promised and offered of it, and
 * what the past has shown.
 *
 * @param bound which bound of the line, from 0; {@code between} is two
 * @param required what the customer requires; empty: what is promised
 * @param requirement the requirement that says so
 * @param promised the bound itself; empty where nothing is promised
 * @param offered the same bound of the offered metric's line
 * @param shown empty without data
 * @param stands whether what was shown reaches what is required
 * @param proposal a bound that the past would support, where what is promised was not reached
 * @param causes whose time the cases took, and cases of which nothing can be said
 * @param apart the periods that are left out, as earlier terms measured them
 */
public record Gap(
    String metric,
    LineId line,
    int bound,
    FigureUnit unit,
    Comparison comparison,
    Optional<Literal> required,
    Optional<String> requirement,
    Optional<Literal> promised,
    Optional<Literal> offered,
    Optional<Capability> shown,
    Stands stands,
    Optional<Literal> proposal,
    Causes causes,
    List<ReportingPeriod> apart) {

  /** Copies the list. */
  public Gap {
    apart = List.copyOf(apart);
  }

  /** How what was shown stands against what is required. */
  public enum Stands {
    /** The whole interval reaches it. */
    REACHED("reached"),
    /** No part of the interval reaches it. */
    NOT_REACHED("not reached"),
    /** It lies within the interval, or there are too few periods for one. */
    UNSURE("cannot be said"),
    /** Nothing is required or promised. */
    NOTHING_PROMISED("nothing promised"),
    /** There is no data. */
    NO_DATA("no data");

    private final String words;

    Stands(String words) {
      this.words = words;
    }

    /** What people call it. */
    public String words() {
      return words;
    }
  }

  /**
   * What the cases of a metric waited for.
   *
   * @param byParty open time by party, {@code nobody} and {@code unassigned} among them, in
   *     microseconds
   * @param closed time outside the clock's hours, in microseconds
   * @param decided cases that were counted
   * @param unknown cases of which nothing can be said
   * @param missed the same of those that missed, furthest past their limit first, as many as were
   *     looked at; empty where none was
   */
  public record Causes(
      Map<String, BigInteger> byParty,
      BigInteger closed,
      long decided,
      long unknown,
      Optional<Causes> missed) {

    /** The share of all time that one party held; 0 if no time is told. */
    public Exact share(String party) {
      return of(byParty.getOrDefault(party, BigInteger.ZERO));
    }

    /** The share of all time that was closed. */
    public Exact closedShare() {
      return of(closed);
    }

    /** The share of cases of which nothing can be said. */
    public Exact unknownShare() {
      return decided + unknown == 0 ? Exact.ZERO : Exact.ratio(unknown, decided + unknown);
    }

    private Exact of(BigInteger part) {
      BigInteger all = byParty.values().stream().reduce(closed, BigInteger::add);
      return all.signum() == 0 ? Exact.ZERO : new Exact(part, all);
    }

    /** The parties in order of their names. */
    public List<String> parties() {
      return byParty.keySet().stream().sorted().toList();
    }
  }
}
