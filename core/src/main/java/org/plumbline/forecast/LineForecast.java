package org.plumbline.forecast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.agreement.Comparison;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.BoundValue;

/**
 * What is still allowed and required of one line of a target or minimum.
 *
 * @param line which line
 * @param kind how what is to come adds to its figure
 * @param known what was counted so far
 * @param bounds the bounds as they stand for the period
 * @param holdingIsGood whether the bound asks for many that hold; a share of late ones asks for few
 * @param usual how many cases usually come after the same point of the period; empty: nobody knows
 * @param usualOf from how many past periods; 0: as many a day as so far; {@link #ALL_KNOWN}: they
 *     are all open already
 * @param open cases that have begun and may miss in the period
 * @param allowed of the usual cases to come, so many may miss and it holds; of a count, so many
 *     more may be counted (or must, see {@code asks}); of a stock, so many more than now; empty: it
 *     does not hold with none either
 * @param allowedOfOpen if no case began any more: of those open, so many may miss; empty likewise
 * @param needed so many cases to come, all of them good, would make it hold; only where the usual
 *     number does not suffice; of a stock, so many fewer than now; empty: none does
 * @param room what a sum may still grow, or time may still be down, in the figure's unit or
 *     microseconds; below zero where it is passed already
 * @param rest of a mean what the usual cases to come must average
 * @param base of a share of available time the whole time of the period, in microseconds
 */
public record LineForecast(
    LineId line,
    Kind kind,
    Measurement known,
    List<BoundValue> bounds,
    boolean holdingIsGood,
    OptionalLong usual,
    int usualOf,
    long open,
    OptionalLong allowed,
    OptionalLong allowedOfOpen,
    OptionalLong needed,
    Optional<Exact> room,
    Optional<Exact> rest,
    Optional<Exact> base) {

  /** In place of a number of past periods: all cases of the period are known. */
  public static final int ALL_KNOWN = -1;

  /** Copies the list. */
  public LineForecast {
    bounds = List.copyOf(bounds);
  }

  /** The bound that is told; the first. */
  public Optional<BoundValue> bound() {
    return bounds.stream().findFirst();
  }

  /** Whether the first bound asks for much, not for little. */
  public boolean asksForMuch() {
    return bound().filter(LineForecast::asksForMuch).isPresent();
  }

  static boolean asksForMuch(BoundValue bound) {
    return bound.comparison() == Comparison.AT_LEAST || bound.comparison() == Comparison.ABOVE;
  }

  /** The unit of the figure. */
  public FigureUnit unit() {
    return known.unit();
  }
}
