package org.plumbline.web.signoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a person in a role said to a text.
 *
 * @param restsOn what names the wording of each term on which it rests
 * @param capacity holder, acting or delegate
 * @param elsewhere where it was signed, if it was not here
 * @param files that show a signature given elsewhere
 * @param givenBy who recorded it
 */
public record SignOff(
    UUID id,
    UUID organization,
    UUID version,
    String hash,
    String role,
    Decision decision,
    Optional<String> changes,
    String person,
    String capacity,
    LocalDate signedOn,
    Optional<String> elsewhere,
    List<String> covers,
    Map<String, String> restsOn,
    List<SignatureFile> files,
    String givenBy,
    Instant givenAt) {

  /** Copies lists and map. */
  public SignOff {
    covers = List.copyOf(covers);
    restsOn = Map.copyOf(restsOn);
    files = List.copyOf(files);
  }

  /** A file of a signature. */
  public record SignatureFile(UUID id, UUID signOff, String name, String sha256, long bytes) {}

  /** What was said. */
  public enum Decision {
    ACCEPTED("accepted", "Accepted"),
    PENDING("accepted-pending-changes", "Accepted pending changes"),
    NOT_ACCEPTED("not-accepted", "Not accepted"),
    WITHDRAWN("withdrawn", "Withdrawn");

    private final String key;
    private final String words;

    Decision(String key, String words) {
      this.key = key;
      this.words = words;
    }

    /** As the register writes it. */
    public String key() {
      return key;
    }

    /** For people. */
    public String words() {
      return words;
    }

    /** The decision that the register writes so. */
    public static Optional<Decision> of(String key) {
      return Stream.of(values()).filter(each -> each.key.equals(key)).findFirst();
    }
  }
}
