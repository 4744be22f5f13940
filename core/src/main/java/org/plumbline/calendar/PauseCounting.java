package org.plumbline.calendar;

/** How pauses act on a limit counted by date (language section 3.6, {@code pauses-by}). */
public enum PauseCounting {
  /** A day belongs to whoever held the case at its end. */
  WHOLE_DAYS,
  /** The paused time itself is taken off. */
  ELAPSED
}
