package org.plumbline.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The versions of one agreement in order of their numbers, which is the order in which they take
 * effect; {@link VersionChain} sees to that.
 *
 * @param versions at least one
 */
public record Versions(List<Version> versions) {

  /** Copies the list. */
  public Versions {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("no version");
    }
  }

  /** An agreement of which there is one text only. */
  public static Versions of(Version only) {
    return new Versions(List.of(only));
  }

  /** Those in force on a day or before; the first in any case. */
  public Versions until(LocalDate day) {
    return new Versions(
        versions.stream()
            .filter(version -> version.equals(first()) || !version.from().isAfter(day))
            .toList());
  }

  /** The first. */
  public Version first() {
    return versions.get(0);
  }

  /** The last. */
  public Version last() {
    return versions.get(versions.size() - 1);
  }

  /** The one in force on a day; before all of them the first. */
  public Version on(LocalDate day) {
    return until(day).last();
  }

  /** The last day on which a version is in force; empty for the last one. */
  public Optional<LocalDate> untilOf(int index) {
    return index + 1 < versions.size()
        ? Optional.of(versions.get(index + 1).from().minusDays(1))
        : Optional.empty();
  }

  /** Where a version stands in the order. */
  public int indexOf(Version version) {
    return versions.indexOf(version);
  }
}
