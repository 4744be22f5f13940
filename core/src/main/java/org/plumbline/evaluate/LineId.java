package org.plumbline.evaluate;

/**
 * Which line of a level a figure belongs to.
 *
 * @param level target or minimum
 * @param line position in the list of lines, from 0
 * @param rest how many {@code rest} down from that line, 0 for the line itself
 */
public record LineId(LevelKind level, int line, int rest) implements Comparable<LineId> {

  /** The two levels of a metric. */
  public enum LevelKind {
    /** What is expected; also the one line of a metric without a promise. */
    TARGET,
    /** Below which remedies run. */
    MINIMUM
  }

  /** The first line of the target. */
  public static LineId target() {
    return new LineId(LevelKind.TARGET, 0, 0);
  }

  @Override
  public int compareTo(LineId other) {
    int byLevel = level.compareTo(other.level);
    if (byLevel != 0) {
      return byLevel;
    }
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(rest, other.rest);
  }
}
