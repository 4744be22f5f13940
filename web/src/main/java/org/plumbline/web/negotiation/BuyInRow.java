package org.plumbline.web.negotiation;

import java.util.List;
import java.util.Optional;
import org.plumbline.web.identity.StakeholderRole;

/**
 * Who of one party supports a metric.
 *
 * @param metric its id
 * @param name as people call it
 * @param promise what is promised, in few words
 * @param cells one for each role that is asked, in their order
 */
public record BuyInRow(String metric, String name, String promise, List<Cell> cells) {

  /** Copies the list. */
  public BuyInRow {
    cells = List.copyOf(cells);
  }

  /** What a role says. */
  public enum State {
    SUPPORTS("Supports"),
    OBJECTS("Objects"),
    /** It said something of another wording. */
    CHANGED("Changed since; ask again"),
    /** A hole. */
    NOT_ASKED("Not asked");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /**
   * One role.
   *
   * @param reason why it objects
   * @param saidBy who said it, or recorded it
   * @param isSent whether the other party sees it
   */
  public record Cell(
      StakeholderRole role,
      State state,
      Optional<String> reason,
      Optional<String> saidBy,
      boolean isSent) {}

  /** How many roles stand so. */
  public long count(State state) {
    return cells.stream().filter(cell -> cell.state() == state).count();
  }
}
