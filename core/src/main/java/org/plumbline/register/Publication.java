package org.plumbline.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the parties saw of some periods, and all that it takes to compute it again: an SLA
 * Performance Report no. N (design 4.9). It never changes; what comes later is a restatement.
 *
 * @param number 1 for the first, one more for each restatement
 * @param agreement id of the agreement
 * @param versions hashes of the versions, in order
 * @param periods as they were asked for
 * @param metrics those asked for; empty: all
 * @param shown sensitive fields that are not masked
 * @param asOf up to when what had happened was counted
 * @param knownAt up to when what was known counted
 * @param keepGood whether rows that cannot be used were kept as indeterminate cases
 * @param engine what computed it
 * @param files all other files of the bundle, and records that were left out of it, by path
 * @param restates what it restates; empty for the first
 */
public record Publication(
    int number,
    String agreement,
    List<String> versions,
    String periods,
    List<String> metrics,
    List<String> shown,
    Instant asOf,
    Instant knownAt,
    boolean keepGood,
    String engine,
    List<File> files,
    Optional<Restated> restates) {

  /** The file that says all this. */
  public static final String NAME = "publication.json";

  /** The file with the hash of {@link #NAME}. */
  public static final String SEAL = "seal.txt";

  /** The file with the results. */
  public static final String RESULTS = "results.json";

  /** The folder with the agreement, or its versions. */
  public static final String AGREEMENT = "agreement";

  /** The folder with the records and their binding. */
  public static final String RECORDS = "records";

  /** Copies the lists. */
  public Publication {
    versions = List.copyOf(versions);
    metrics = List.copyOf(metrics);
    shown = List.copyOf(shown);
    files = List.copyOf(files);
  }

  /**
   * A file.
   *
   * @param path below the bundle, with slashes
   * @param bytes its size
   * @param sha256 64 hex digits
   * @param included whether it is in the bundle; records may be left out
   */
  public record File(String path, long bytes, String sha256, boolean included) {}

  /**
   * What a restatement restates.
   *
   * @param publication the hash of the one before
   * @param reason why
   * @param changes what changed of what went in and of what came out, a sentence each
   */
  public record Restated(String publication, String reason, List<String> changes) {
    /** Copies the list. */
    public Restated {
      changes = List.copyOf(changes);
    }
  }

  /**
   * What differs in the records that went into two publications, and as of when they are, a
   * sentence each.
   */
  public static List<String> inputsChanged(Publication before, Publication after) {
    List<String> changes = new java.util.ArrayList<>();
    for (File file : after.files()) {
      if (isRecords(file)) {
        Optional<File> old =
            before.files().stream().filter(each -> each.path().equals(file.path())).findFirst();
        if (old.isEmpty()) {
          changes.add(file.path() + " was added");
        } else if (!old.get().sha256().equals(file.sha256())) {
          changes.add(file.path() + " has other content");
        }
      }
    }
    for (File file : before.files()) {
      boolean there = after.files().stream().anyMatch(each -> each.path().equals(file.path()));
      if (isRecords(file) && !there) {
        changes.add(file.path() + " is gone");
      }
    }
    if (!before.asOf().equals(after.asOf())) {
      changes.add("it is as of " + after.asOf() + ", and was as of " + before.asOf());
    }
    return changes;
  }

  /** Whether it holds records; what changed in the register is told in its own words. */
  private static boolean isRecords(File file) {
    return file.path().startsWith(RECORDS + "/") && !file.path().endsWith("/" + Register.NAME);
  }
}
