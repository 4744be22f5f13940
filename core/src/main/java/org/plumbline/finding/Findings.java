package org.plumbline.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects findings while something is read or checked, so that all are told at once.
 *
 * <p>At most {@link #MAXIMUM} are kept, and the first error in any case; a file with more is broken
 * as a whole.
 */
public final class Findings {

  /** The most findings that are kept. */
  public static final int MAXIMUM = 1_000;

  private final List<Finding> found = new ArrayList<>();
  private boolean errors;

  /** Adds a finding with the usual severity of its code. */
  public void add(FindingCode code, Place place, String what, String right) {
    add(Finding.of(code, place, what, right));
  }

  /** Adds a finding. */
  public void add(Finding finding) {
    boolean firstError = finding.severity() == Severity.ERROR && !errors;
    errors = errors || firstError;
    if (found.size() < MAXIMUM || firstError) {
      found.add(finding);
    }
  }

  /** Whether as many are kept as can be. */
  public boolean isFull() {
    return found.size() >= MAXIMUM;
  }

  /** Whether one of them is an error. */
  public boolean hasErrors() {
    return errors;
  }

  /** All of them in file order, each once. */
  public List<Finding> inFileOrder() {
    return found.stream().distinct().sorted(Finding.FILE_ORDER).toList();
  }
}
