package org.plumbline.web.program;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.refusal.Refused;

/**
 * Which part of a list is asked for: the database cuts it, the newest first.
 *
 * @param limit how many, from 1 to {@link #LONGEST}
 * @param after id of the last item that was given; empty: from the newest on
 */
public record Slice(int limit, Optional<UUID> after) {

  /** Items of a page unless another number is asked for. */
  public static final int USUAL = 100;

  /** The longest page. */
  public static final int LONGEST = 1000;

  /** The first page. */
  public static Slice first() {
    return new Slice(USUAL, Optional.empty());
  }

  /** What a request asks for. */
  static Slice of(@Nullable String limit, @Nullable String cursor) {
    return new Slice(limit(limit), Optional.ofNullable(cursor).map(Slice::id));
  }

  static int limit(@Nullable String asked) {
    if (asked == null) {
      return USUAL;
    }
    if (!asked.matches("[1-9]\\d{0,3}") || Integer.parseInt(asked) > LONGEST) {
      throw new Refused("limit is a number from 1 to " + LONGEST + ".");
    }
    return Integer.parseInt(asked);
  }

  /**
   * The end of a statement: only what lies behind the last item, the newest first, one more than is
   * asked for. It reads the parameters {@code after} and {@code most}.
   *
   * @param table whose rows they are
   * @param alias of the table in the statement, which ends in a condition
   * @param moment the column by which they are ordered
   */
  public String tail(String table, String alias, String moment) {
    String keys = alias + "." + moment + ", " + alias + ".id";
    return (after.isEmpty()
            ? ""
            : " and ("
                + keys
                + ") < (select before."
                + moment
                + ", before.id from "
                + table
                + " before where before.id = :after)")
        + " order by "
        + keys.replace(",", " desc,")
        + " desc limit :most";
  }

  /** How many rows to read: one more tells that there is another page. */
  public int most() {
    return limit + 1;
  }

  /**
   * What was read as a page.
   *
   * @param read at most {@link #most} items
   * @param id of an item
   * @throws Refused if nothing lies behind the item that was named last
   */
  public <T> Part<T> part(List<T> read, Function<T, UUID> id) {
    if (read.isEmpty() && after.isPresent()) {
      throw nowhere();
    }
    List<T> items = read.subList(0, Math.min(limit, read.size()));
    return new Part<>(
        items,
        read.size() > limit ? Optional.of(id.apply(items.get(limit - 1))) : Optional.empty(),
        after.isPresent());
  }

  /**
   * A page of a list.
   *
   * @param next id of the last item of this page, where another follows
   * @param isLater whether pages lie before it
   */
  public record Part<T>(List<T> items, Optional<UUID> next, boolean isLater) {
    /** Copies the list. */
    public Part {
      items = List.copyOf(items);
    }

    /** The same page of other items. */
    public <S> Part<S> map(Function<T, S> made) {
      return new Part<>(items.stream().map(made).toList(), next, isLater);
    }

    /** What leads to the next page; empty on the last one. */
    public Optional<String> cursor() {
      return next.map(Slice::cursor);
    }
  }

  private static String cursor(UUID id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
  }

  private static UUID id(String cursor) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (bytes.remaining() == 16) {
        return new UUID(bytes.getLong(), bytes.getLong());
      }
    } catch (IllegalArgumentException noBase64) {
      // Told below.
    }
    throw nowhere();
  }

  static Refused nowhere() {
    return new Refused("This cursor leads nowhere any more; begin again without it.");
  }
}
