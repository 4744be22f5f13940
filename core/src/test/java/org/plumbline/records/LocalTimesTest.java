package org.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Local times around the hours that occur twice or never, with and without fractions of a second,
 * are loaded as {@code java.time} knows them.
 */
class LocalTimesTest {

  private static final long SEED = Long.getLong("plumbline.seed", 1);
  private static final int ROUNDS = 25;
  private static final int ROWS = 60;
  private static final List<String> ZONES =
      List.of(
          "America/New_York",
          "Europe/London",
          "Australia/Lord_Howe",
          "America/Sao_Paulo",
          "Pacific/Apia",
          "America/St_Johns",
          "Asia/Kathmandu");
  private static final String RECORDS =
      """
      calls:
        case: [number]
        moments: {began: instant}
      """;

  @TempDir Path temporary;

  /** A local time, as it is written, and when it was. */
  private record Written(String text, long micros) {}

  @Test
  void localTimesThatOccurTwiceOrNeverAreWhatTheBindingSays() throws Exception {
    System.out.printf("seed %d: local times%n", SEED);
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
      boolean twiceLater = random.nextBoolean();
      boolean neverLater = random.nextBoolean();
      List<Written> written = new ArrayList<>();
      List<String> lines = new ArrayList<>(List.of("number,began"));
      for (int row = 0; row < ROWS; row++) {
        Written one = written(random, zone, twiceLater, neverLater);
        written.add(one);
        lines.add("%03d,%s".formatted(row, one.text()));
      }
      Path own = Files.createDirectories(temporary.resolve("round-" + round));
      try (RecordsFolder folder = RecordsFolder.of(own, "UTC", RECORDS)) {
        folder
            .bound(
                """
                calls:
                  zone: %s
                  twice: %s
                  never: %s
                """
                    .formatted(zone, word(twiceLater), word(neverLater)))
            .file("calls.csv", lines.toArray(String[]::new))
            .loaded();
        List<String> loaded = new ArrayList<>(folder.rows("calls.cases", "case_key, \"m:began\""));
        loaded.sort(Comparator.naturalOrder());
        for (int row = 0; row < ROWS; row++) {
          assertThat(loaded.get(row))
              .as("round %d, %s, %s", round, zone, written.get(row).text())
              .isEqualTo("%03d|%d".formatted(row, written.get(row).micros()));
        }
      }
    }
  }

  private static String word(boolean later) {
    return later ? "later" : "earlier";
  }

  private static Written written(
      Random random, ZoneId zone, boolean twiceLater, boolean neverLater) {
    LocalDateTime local =
        near(random, zone)
            .plusNanos(random.nextInt(3) == 0 ? 0 : random.nextInt(1_000_000) * 1_000L);
    int digits = random.nextInt(7);
    long step = (long) Math.pow(10, 9 - digits);
    LocalDateTime cut = local.withNano((int) (local.getNano() / step * step));
    String text = cut.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
    if (text.length() == 16) {
      text = text + ":00";
    }
    if (digits > 0) {
      text = text + "." + "%09d".formatted(cut.getNano()).substring(0, digits);
    }
    List<ZoneOffset> offsets = new ArrayList<>(zone.getRules().getValidOffsets(cut));
    boolean later = offsets.size() == 2 ? twiceLater : neverLater;
    if (offsets.isEmpty()) {
      var change = zone.getRules().getTransition(cut);
      offsets.addAll(List.of(change.getOffsetBefore(), change.getOffsetAfter()));
    }
    offsets.sort(Comparator.comparing(ZoneOffset::getTotalSeconds));
    // The larger offset gives the earlier instant.
    ZoneOffset offset =
        offsets.size() == 1 ? offsets.get(0) : later ? offsets.get(0) : offsets.get(1);
    Instant at = cut.toInstant(offset);
    return new Written(text, ChronoUnit.MICROS.between(Instant.EPOCH, at));
  }

  /** Three of four times lie within two hours of a change of the offset. */
  private static LocalDateTime near(Random random, ZoneId zone) {
    Instant any =
        Instant.parse("2008-01-01T00:00:00Z").plusSeconds(random.nextInt(20 * 365 * 86_400));
    var change = zone.getRules().nextTransition(any);
    if (change == null || random.nextInt(4) == 0) {
      return LocalDateTime.ofInstant(any, zone);
    }
    return change.getDateTimeBefore().plus(Duration.ofSeconds(random.nextInt(4 * 3600) - 2 * 3600));
  }
}
