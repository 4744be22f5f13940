package org.plumbline.agreement.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done to an agreement, reading it ends in findings or in an agreement, never in an
 * exception. The seed is printed; {@code -Dplumbline.fuzz.seed} and {@code -Dplumbline.fuzz.count}
 * set others.
 */
class ReaderFuzzTest {

  private static final long SEED = Long.getLong("plumbline.fuzz.seed", 20261121L);
  private static final int COUNT = Integer.getInteger("plumbline.fuzz.count", 10_000);

  private static final List<String> SPLINTERS =
      List.of(
          "",
          "null",
          "~",
          "{}",
          "[]",
          "-1",
          "0.98",
          "98%",
          "1e9",
          "99999999999999999999",
          "true",
          "2026-02-30",
          "0000-00-00",
          "9999999999 days",
          "1 fortnight",
          "&a",
          "*a",
          "!!x",
          "|",
          ">-",
          "{to-be-agreed: {owed-by: x}}",
          "[{when: otherwise, is: 1}]",
          "[{from: 2026-01-01}]",
          "..",
          "a/b/c/d",
          "\"",
          "'",
          ": ",
          "\t",
          "\u0000",
          "\uD83D\uDE00",
          "\u202E",
          "{{{{",
          "]]]]",
          "%YAML 9.9",
          "---",
          "...",
          "<<: {a: b}",
          "? x",
          "25:00-26:00",
          "AA-BB",
          "none",
          "all",
          "otherwise");

  private final List<List<String>> texts = texts();

  @Test
  void nothingEndsInAnException() {
    System.out.println("seed " + SEED + ", " + COUNT + " mutations");
    SplittableRandom random = new SplittableRandom(SEED);
    int readable = 0;
    int told = 0;
    for (int i = 0; i < COUNT; i++) {
      SplittableRandom own = random.split();
      byte[] mutated = mutated(own);
      try {
        ReadAgreement read = AgreementYaml.read("fuzz.yaml", mutated, Fixtures.FOLDER);
        readable += read.agreement().isPresent() ? 1 : 0;
        told += read.findings().isEmpty() ? 0 : 1;
        assertThat(read.agreement().isPresent() || !read.findings().isEmpty()).isTrue();
        read.findings().forEach(finding -> assertThat(finding.toLine()).doesNotContain("\n"));
        if (i % 20 == 0) {
          read.agreement().ifPresent(ReaderFuzzTest::writeAndHash);
        }
      } catch (RuntimeException | StackOverflowError e) {
        fail("seed " + SEED + ", mutation " + i + ":\n" + new String(mutated, UTF_8), e);
      }
    }
    assertThat(readable).isGreaterThan(COUNT / 100);
    assertThat(told).isGreaterThan(COUNT / 2);
  }

  private static void writeAndHash(org.plumbline.agreement.Agreement agreement) {
    String written = AgreementWriter.write(agreement);
    ReadAgreement again = AgreementYaml.read("again.yaml", written, Fixtures.FOLDER);
    assertThat(again.agreement()).as(written).contains(agreement);
    assertThat(AgreementHash.inFolder(agreement, Folder.NONE)).startsWith(AgreementHash.PREFIX);
  }

  private byte[] mutated(SplittableRandom random) {
    List<String> lines = new ArrayList<>(texts.get(random.nextInt(texts.size())));
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && !lines.isEmpty(); i++) {
      change(lines, random);
    }
    byte[] bytes = String.join("\n", lines).getBytes(UTF_8);
    if (random.nextInt(4) == 0 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(50) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  /** Changes one line, or exchanges two. */
  static void change(List<String> lines, SplittableRandom random) {
    int at = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(8)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(other));
      case 2 -> lines.set(at, lines.set(other, line));
      case 3 -> lines.set(at, withValue(line, SPLINTERS.get(random.nextInt(SPLINTERS.size()))));
      case 4 -> lines.set(at, withValue(line, valueOf(lines.get(other))));
      case 5 -> lines.set(at, withKey(line, lines.get(other)));
      case 6 -> lines.set(at, spliced(line, random));
      default -> lines.set(at, " ".repeat(random.nextInt(4)) + line);
    }
  }

  private static String spliced(String line, SplittableRandom random) {
    int from = random.nextInt(line.length() + 1);
    int until = Math.min(line.length(), from + random.nextInt(6));
    String splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size()));
    return line.substring(0, from) + splinter + line.substring(until);
  }

  private static String withValue(String line, String value) {
    int colon = line.lastIndexOf(": ");
    return colon < 0 ? line + " " + value : line.substring(0, colon + 2) + value;
  }

  private static String valueOf(String line) {
    int colon = line.indexOf(": ");
    return colon < 0 ? line.strip() : line.substring(colon + 2);
  }

  private static String withKey(String line, String other) {
    int colon = line.indexOf(':');
    int end = other.indexOf(':');
    return colon < 0 || end < 0 ? line : other.substring(0, end) + line.substring(colon);
  }

  private static List<List<String>> texts() {
    List<String> paths = new ArrayList<>(ProjectFiles.AGREEMENTS);
    paths.add("core/src/test/resources/agreements/right/everything.yaml");
    return paths.stream()
        .map(
            path ->
                ProjectFiles.text(path)
                    .replace(", {country: DE-BY}, {ical: holidays.ics}", "")
                    .lines()
                    .toList())
        .toList();
  }
}
