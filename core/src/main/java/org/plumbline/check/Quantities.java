package org.plumbline.check;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Quantity;

/** Takes figures apart, and says in what they are counted. */
final class Quantities {

  private Quantities() {}

  /** In what a figure is counted. */
  enum Unit {
    SHARE("a share, such as 95%"),
    NUMBER("a number, such as 20"),
    MONEY("an amount of money, such as 100.00 USD"),
    TIME("an amount of time, such as 4 hours"),
    RATIO("a share or a number, such as 2%"),
    /** It cannot be said. */
    ANY("a value");

    private final String words;

    Unit(String words) {
      this.words = words;
    }

    /** What is written for it. */
    String words() {
      return words;
    }
  }

  /** Visits a figure and every figure inside it, with the path of its map. */
  static void visit(Quantity quantity, String path, BiConsumer<String, Quantity> visit) {
    visit.accept(path, quantity);
    if (quantity instanceof Quantity.Ratio ratio) {
      visit(ratio.of(), path + "/ratio/of", visit);
      visit(ratio.to(), path + "/ratio/to", visit);
    } else if (quantity instanceof Quantity.Difference difference) {
      visit(difference.first(), path + "/difference/0", visit);
      visit(difference.second(), path + "/difference/1", visit);
    } else if (quantity instanceof Quantity.Absolute absolute) {
      visit(absolute.of(), path + "/absolute", visit);
    } else if (quantity instanceof Quantity.LargerOf larger) {
      List<Quantity> parts = larger.quantities();
      for (int i = 0; i < parts.size(); i++) {
        visit(parts.get(i), path + "/larger-of/" + i, visit);
      }
    }
  }

  /** What narrows the cases of a figure. */
  static Optional<Condition> where(Quantity quantity) {
    if (quantity instanceof Quantity.ShareInTime share) {
      return share.where();
    }
    if (quantity instanceof Quantity.ShareOfCases share) {
      return share.where();
    }
    if (quantity instanceof Quantity.ShareOfAvailableTime share) {
      return share.where();
    }
    if (quantity instanceof Quantity.CountOfCases count) {
      return count.where();
    }
    if (quantity instanceof Quantity.Statistic statistic) {
      return statistic.where();
    }
    return quantity instanceof Quantity.Percentile percentile
        ? percentile.where()
        : Optional.empty();
  }

  /** What is measured on each case. */
  static Optional<Quantity.Measurand> measurand(Quantity quantity) {
    if (quantity instanceof Quantity.Statistic statistic) {
      return Optional.of(statistic.of());
    }
    return quantity instanceof Quantity.Percentile percentile
        ? Optional.of(percentile.of())
        : Optional.empty();
  }

  /** The path of what is measured, below the path of the figure's map. */
  static String pathOfMeasurand(Quantity quantity, String path) {
    return quantity instanceof Quantity.Statistic statistic
        ? path + "/" + statistic.kind().key()
        : path + "/of";
  }

  /** The weight of a figure. */
  static Optional<Quantity.Weight> weight(Quantity quantity) {
    if (quantity instanceof Quantity.Statistic statistic) {
      return statistic.weight();
    }
    return quantity instanceof Quantity.ShareOfAvailableTime share
        ? share.weight()
        : Optional.empty();
  }

  /** Whether the figure reads the time under the clock. */
  static boolean readsTime(Quantity quantity) {
    return quantity instanceof Quantity.ShareOfAvailableTime
        || measurand(quantity)
            .filter(of -> !(of instanceof Quantity.Measurand.OfField))
            .isPresent();
  }

  /** In what a figure over a record set is counted. */
  static Unit unit(Quantity quantity, SetView set) {
    if (quantity instanceof Quantity.CountOfCases) {
      return Unit.NUMBER;
    }
    Optional<Quantity.Measurand> measurand = measurand(quantity);
    if (measurand.isPresent()) {
      return unit(measurand.get(), set);
    }
    if (quantity instanceof Quantity.Ratio ratio) {
      return ofRatio(unit(ratio.of(), set), unit(ratio.to(), set));
    }
    if (quantity instanceof Quantity.Difference difference) {
      return unit(difference.first(), set);
    }
    if (quantity instanceof Quantity.Absolute absolute) {
      return unit(absolute.of(), set);
    }
    if (quantity instanceof Quantity.LargerOf larger) {
      return larger.quantities().isEmpty() ? Unit.ANY : unit(larger.quantities().get(0), set);
    }
    return Unit.SHARE;
  }

  private static Unit ofRatio(Unit of, Unit to) {
    if (of == to && of != Unit.ANY) {
      return Unit.RATIO;
    }
    return to == Unit.NUMBER && (of == Unit.MONEY || of == Unit.TIME) ? of : Unit.ANY;
  }

  private static Unit unit(Quantity.Measurand measurand, SetView set) {
    if (!(measurand instanceof Quantity.Measurand.OfField field)) {
      return Unit.TIME;
    }
    if (set.isRegister() && field.field().equals("figure")) {
      return Unit.ANY;
    }
    return set.field(field.field()).map(declared -> unit(declared.type())).orElse(Unit.ANY);
  }

  private static Unit unit(Field.Type type) {
    return switch (type) {
      case NUMBER -> Unit.NUMBER;
      case MONEY -> Unit.MONEY;
      case SHARE -> Unit.SHARE;
      case DURATION -> Unit.TIME;
      case TEXT, FLAG -> Unit.ANY;
    };
  }
}
