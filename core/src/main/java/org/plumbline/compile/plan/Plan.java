package org.plumbline.compile.plan;

import java.util.List;

/**
 * A relation and how it is made: a tree of nodes that share their inputs by identity. Each node
 * says in its note what it is for.
 */
public sealed interface Plan {

  /** What the node is for, in a few words: the metric or clause that it serves. */
  String note();

  /** The nodes it is made from. */
  List<Plan> inputs();

  /** A stored or given table, with the columns of it that are wanted. */
  record Scan(String table, List<Column> columns, String note) implements Plan {
    /** Copies the list. */
    public Scan {
      columns = List.copyOf(columns);
    }

    @Override
    public List<Plan> inputs() {
      return List.of();
    }
  }

  /**
   * The input's rows with columns added.
   *
   * @param kept the columns of the input that are kept
   */
  record Extend(Plan input, List<String> kept, List<Named> added, String note) implements Plan {
    /** Copies the lists. */
    public Extend {
      kept = List.copyOf(kept);
      added = List.copyOf(added);
    }

    @Override
    public List<Plan> inputs() {
      return List.of(input);
    }
  }

  /** The rows for which the condition is yes. */
  record Filter(Plan input, Expression condition, String note) implements Plan {
    @Override
    public List<Plan> inputs() {
      return List.of(input);
    }
  }

  /**
   * Each row with what one row of a dense table says: the row whose number is {@code slot}. As many
   * rows as before: the slot is never null and never outside the table.
   *
   * @param table a table whose first column, {@code slot}, counts from 0 without gaps
   * @param reads the columns of the table that {@code added} uses beside those of the input
   * @param kept the columns of the input that are kept
   */
  record LookUp(
      Plan input,
      Expression slot,
      String table,
      List<Column> reads,
      List<String> kept,
      List<Named> added,
      String note)
      implements Plan {
    /** Copies the lists. */
    public LookUp {
      reads = List.copyOf(reads);
      kept = List.copyOf(kept);
      added = List.copyOf(added);
    }

    @Override
    public List<Plan> inputs() {
      return List.of(input);
    }
  }

  /**
   * Pairs of rows that are equal in the key columns, which both sides name alike; the other columns
   * have different names.
   *
   * @param optional whether rows of the left side without a partner are kept, with nulls
   * @param keptLeft the columns kept of the left side, keys included
   * @param keptRight the columns kept of the right side, keys not included
   */
  record Join(
      Plan left,
      Plan right,
      List<String> keys,
      boolean optional,
      List<String> keptLeft,
      List<String> keptRight,
      String note)
      implements Plan {
    /** Copies the lists. */
    public Join {
      keys = List.copyOf(keys);
      keptLeft = List.copyOf(keptLeft);
      keptRight = List.copyOf(keptRight);
    }

    @Override
    public List<Plan> inputs() {
      return List.of(left, right);
    }
  }

  /** One row for each combination of values of the key columns, nulls being equal. */
  record Group(Plan input, List<String> keys, List<Aggregate> aggregates, String note)
      implements Plan {
    /** Copies the lists. */
    public Group {
      keys = List.copyOf(keys);
      aggregates = List.copyOf(aggregates);
    }

    @Override
    public List<Plan> inputs() {
      return List.of(input);
    }
  }

  /** All rows of all inputs, which have the same columns in the same order. */
  record Union(List<Plan> inputs, String note) implements Plan {
    /** Copies the list. */
    public Union {
      inputs = List.copyOf(inputs);
    }
  }

  /**
   * Each row as often as there are whole numbers from {@code first} to {@code last}, with the
   * number as a column; not at all if there are none or one end is null.
   */
  record Repeat(
      Plan input, Expression first, Expression last, String name, List<String> kept, String note)
      implements Plan {
    /** Copies the list. */
    public Repeat {
      kept = List.copyOf(kept);
    }

    @Override
    public List<Plan> inputs() {
      return List.of(input);
    }
  }

  /**
   * The input's rows with columns added that look at the other rows of the same partition.
   *
   * @param partition columns that are equal in a partition; none: all rows are one
   * @param order columns by which the rows of a partition stand in order, ascending, nulls last
   */
  record Window(
      Plan input,
      List<String> partition,
      List<String> order,
      List<Over> added,
      List<String> kept,
      String note)
      implements Plan {
    /** Copies the lists. */
    public Window {
      partition = List.copyOf(partition);
      order = List.copyOf(order);
      added = List.copyOf(added);
      kept = List.copyOf(kept);
    }

    @Override
    public List<Plan> inputs() {
      return List.of(input);
    }
  }

  /** A column that looks at other rows. */
  record Over(String name, Look look, Expression of) {}

  /** How a column looks at other rows. */
  enum Look {
    /** The value in the next row; null in the last. */
    NEXT,
    /** The value in the row before; null in the first. */
    PREVIOUS,
    /** The last value that is not null up to and including this row. */
    LAST_KNOWN,
    /** Its number among the rows of the partition, from 1. */
    POSITION,
    /** One more than the number of rows with a lesser value of the order. */
    RANK,
    /** How many rows the partition has. */
    NUMBER,
    /** The sum of whole numbers in the rows before this one; null in the first. */
    SUM_BEFORE,
    /** The greatest value of the rows before this one; null in the first. */
    GREATEST_BEFORE
  }

  /** The rows in order, at most so many. */
  record Top(Plan input, List<Order> order, long limit, String note) implements Plan {
    /** Copies the list. */
    public Top {
      order = List.copyOf(order);
    }

    @Override
    public List<Plan> inputs() {
      return List.of(input);
    }
  }

  /** A column to order by, nulls last. */
  record Order(String column, boolean descending) {}
}
