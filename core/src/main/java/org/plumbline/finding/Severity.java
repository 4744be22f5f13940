package org.plumbline.finding;

/** How much a finding weighs. */
public enum Severity {
  /** It stops what was asked for. */
  ERROR,
  /** It should be mended; the work goes on. */
  WARNING,
  /** It is told, so that nobody is surprised. */
  NOTE
}
