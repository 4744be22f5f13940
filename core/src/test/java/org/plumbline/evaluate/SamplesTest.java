package org.plumbline.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples (docs/meaning.md 14; decision 21). */
class SamplesTest {

  private static final String END = "2027-02-01T00:00:00Z";

  private static final String RECORDS =
      """
      records:
        payments:
          case: [payment]
          moments: {paid: date, due: {at: paid, plus: 30 days}}
          fields: {amount: money, kind: text}
        audited:
          sample: {of: payments, share: 20%, at-least: 2, where: {kind: invoice}}
          case: [payment]
          moments: {paid: date, due: date, audited: date}
          fields: {amount: money, correct: flag}
        whole:
          sample: {of: payments, share: 100%}
          case: [payment]
          moments: {paid: date}
      metrics:
        payments-audited:
          name: Drawn payments audited
          performing: provider
          records: audited
          clock: {stops: paid}
          figure: {share: {audited: {missing: false}}}
          target: {at-least: 100%}
      """;

  private static final String AUDITED =
      "payment,audited,correct\n"
          + IntStream.rangeClosed(1, 30)
              .mapToObj(n -> "P%02d,2026-11-20,true\n".formatted(n))
              .reduce("", String::concat);

  @TempDir Path folder = Path.of(".");

  private static String payments() {
    StringBuilder text = new StringBuilder("payment,paid,amount,kind\n");
    for (int n = 1; n <= 30; n++) {
      String day = "2026-%s-%02d".formatted(n <= 20 ? "10" : "11", n <= 20 ? n : n - 20);
      text.append("P%02d,%s,%d,%s\n".formatted(n, day, n * 100, n == 7 ? "" : kind(n)));
    }
    return text.toString();
  }

  private static String kind(int n) {
    return n % 5 == 0 ? "refund" : "invoice";
  }

  @Test
  void theFirstInTheOrderOfTheirHashesAreDrawn() throws IOException {
    try (SmallTables tables =
        SmallTables.load(
            folder, RECORDS, Map.of("payments.csv", payments(), "audited.csv", AUDITED))) {
      List<String> october =
          IntStream.rangeClosed(1, 20)
              .filter(n -> n % 5 != 0)
              .mapToObj("P%02d"::formatted)
              .sorted(Comparator.comparing(key -> hash("2026-10-01", key)))
              .limit(4)
              .toList();
      List<String> november =
          IntStream.rangeClosed(21, 30)
              .filter(n -> n % 5 != 0)
              .mapToObj("P%02d"::formatted)
              .sorted(Comparator.comparing(key -> hash("2026-11-01", key)))
              .limit(2)
              .toList();
      List<String> drawn =
          tables.cases("audited", END).stream().map(line -> line.substring(0, 3)).toList();
      assertThat(drawn).hasSize(6).containsAll(october).containsAll(november);
      assertThat(tables.cases("audited", END))
          .allSatisfy(
              line ->
                  assertThat(line)
                      .contains("audited 2026-11-20", "correct true", "amount ", "due 2026-1"));
      assertThat(tables.counted("payments-audited", END))
          .containsExactly("2026-10: 4 of 4, 1", "2026-11: 2 of 2, 1", "2026-12: 0 of 0");
      assertThat(tables.cases("whole", END)).hasSize(30);
    }
  }

  private static String hash(String day, String key) {
    try {
      String text = "plumbline-sample-1|small|0|audited|" + day + "|" + key;
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nobodyIsDrawnBeforeThePeriodHasEnded() throws IOException {
    try (SmallTables tables =
        SmallTables.load(
            folder, RECORDS, Map.of("payments.csv", payments(), "audited.csv", AUDITED))) {
      assertThat(tables.cases("audited", "2026-11-01T03:59:59Z")).isEmpty();
      assertThat(tables.cases("audited", "2026-11-01T04:00:00Z"))
          .hasSize(4)
          .allSatisfy(line -> assertThat(line).doesNotContain("audited", "correct"));
    }
  }

  @Test
  void aCaseWithAnUnusableRecordOfItsOwnIsUnusable() throws IOException {
    String bad = AUDITED.replace(",true", ",perhaps");
    try (SmallTables tables =
        SmallTables.load(folder, RECORDS, Map.of("payments.csv", payments(), "audited.csv", bad))) {
      assertThat(tables.cases("audited", END))
          .hasSize(6)
          .allSatisfy(line -> assertThat(line).contains("unusable correct"));
    }
  }
}
