package org.plumbline.calendar;

/**
 * A date or instant outside the range of dates over which a calendar was resolved, or that its
 * rules cover.
 */
public class OutsideCalendarException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the refusal.
   *
   * @param message what was asked for, and the range that can be answered
   */
  public OutsideCalendarException(String message) {
    super(message);
  }
}
