package org.plumbline.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.agreement.Share;
import org.plumbline.calendar.TimeAmount;

/** What the target of a measure says, in any of the notations in which targets are published. */
public sealed interface Target {

  /** What it says, in words. */
  String words();

  /** Whether it can be held against a figure. */
  default boolean isFirm() {
    return false;
  }

  /** Nothing stands there. */
  record Missing() implements Target {
    @Override
    public String words() {
      return "none given";
    }
  }

  /** Left to somebody, or to a later day: {@code TBD by Service Customer}. */
  record Deferred(String text) implements Target {
    @Override
    public String words() {
      return "left open: " + text;
    }
  }

  /** A value with a gap that nobody has filled in: {@code nn hours}. */
  record Unfilled(String text) implements Target {
    @Override
    public String words() {
      return "not filled in: " + text;
    }
  }

  /** Something that belongs into another column. */
  record Misplaced(String text, Column belongs) implements Target {
    @Override
    public String words() {
      return "a " + belongs.word() + ", no target: " + text;
    }
  }

  /** One value: {@code >=98%}, {@code ≤ 11 minutes}, {@code Zero}. */
  record Bound(Relation relation, Value value, String remark) implements Target {
    @Override
    public String words() {
      return relation.before(value) + (remark.isEmpty() ? "" : " (" + remark + ")");
    }

    @Override
    public boolean isFirm() {
      return true;
    }
  }

  /** Two values of which one limits the case: {@code 95% within 1 hour}. */
  record ShareWithin(Relation relation, Share share, Relation limit, Value.Time time, String remark)
      implements Target {
    @Override
    public String words() {
      String within = limit == Relation.BELOW ? " in less than " : " within ";
      return relation.before(new Value.Percent(share)) + within + time.words();
    }

    @Override
    public boolean isFirm() {
      return true;
    }
  }

  /** A value with room to both sides: {@code within + or - 10%}. */
  record Tolerance(Value value) implements Target {
    @Override
    public String words() {
      return "not more than " + value.words() + " either way";
    }

    @Override
    public boolean isFirm() {
      return true;
    }
  }

  /** Several targets in one cell. */
  record Tiers(List<Tier> tiers) implements Target {
    /** Copies the list. */
    public Tiers {
      tiers = List.copyOf(tiers);
    }

    @Override
    public String words() {
      return tiers.stream()
          .map(tier -> (tier.label().isEmpty() ? "" : tier.label() + ": ") + tier.target().words())
          .collect(Collectors.joining("; "));
    }
  }

  /** One of several targets; the label is what the cell says of whom it holds, often nothing. */
  record Tier(String label, Target target) {}

  /** How much a system has to carry. */
  record Capacity(List<Value.Number> parts) implements Target {
    /** Copies the list. */
    public Capacity {
      parts = List.copyOf(parts);
    }

    @Override
    public String words() {
      return "room for " + parts.stream().map(Value::words).collect(Collectors.joining(", "));
    }
  }

  /** Yes is expected. */
  record YesOrNo() implements Target {
    @Override
    public String words() {
      return "yes";
    }
  }

  /** What we could not read. */
  record Unread(String text, String why) implements Target {
    @Override
    public String words() {
      return "not read, as " + why + ": " + text;
    }
  }

  /** How a figure stands to a value. */
  enum Relation {
    /** Not less. */
    AT_LEAST("at least "),
    /** Not more. */
    AT_MOST("at most "),
    /** More. */
    ABOVE("above "),
    /** Less. */
    BELOW("below "),
    /** The same. */
    EXACTLY("exactly "),
    /** Not said. */
    UNSTATED("");

    private final String words;

    Relation(String words) {
      this.words = words;
    }

    String before(Value value) {
      return words + value.words();
    }

    /** Whether a higher figure is better; no constant but the first four says it. */
    public boolean isFloor() {
      return this == AT_LEAST || this == ABOVE;
    }

    /** Whether a lower figure is better. */
    public boolean isCeiling() {
      return this == AT_MOST || this == BELOW;
    }
  }

  /** A value. */
  sealed interface Value {
    /** The value, in words. */
    String words();

    /** A share. */
    record Percent(Share share) implements Value {
      @Override
      public String words() {
        return share.toString();
      }
    }

    /** A number of something; of what is empty where it is not said. */
    record Number(BigDecimal number, String of) implements Value {
      @Override
      public String words() {
        return plain(number) + (of.isEmpty() ? "" : " " + of);
      }
    }

    /** An amount of time. */
    record Time(TimeAmount amount, Days days) implements Value {
      @Override
      public String words() {
        return amount + (days == Days.BUSINESS_HOURS ? " of business" : "");
      }
    }

    /** US dollars. */
    record Dollars(BigDecimal amount) implements Value {
      @Override
      public String words() {
        return "$" + plain(amount);
      }
    }

    private static String plain(BigDecimal number) {
      BigDecimal stripped = number.stripTrailingZeros();
      return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
  }

  /** Which days or hours a time means. */
  enum Days {
    /** Not said. */
    UNSTATED,
    /** Calendar days. */
    CALENDAR,
    /** Government workdays, business days. */
    WORKDAYS,
    /** Business hours. */
    BUSINESS_HOURS
  }
}
