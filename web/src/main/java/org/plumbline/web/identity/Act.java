package org.plumbline.web.identity;

/** What one may do with an agreement. To read needs a seat and no act. */
public enum Act {
  /** Write texts and comments in the own room. */
  DRAFT,
  /** Bring in records of what happened. */
  LOAD,
  /** Measure a period; it changes nothing. */
  MEASURE,
  /** Put something on the table, so that the other party sees it. */
  SEND
}
