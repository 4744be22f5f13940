package org.plumbline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.register.Checksum;

/** Publications: written once, recomputed by anybody, restated by number. */
class PublishTest {
  private static final Path CASE =
      Path.of("..").toAbsolutePath().normalize().resolve("cases/s18-period-spans-two-versions");
  private static final long SEED = Long.getLong("plumbline.seed", 1L);

  @TempDir private Path folder;
  private Path desk = Path.of(".");

  @BeforeEach
  void copyOfTheCase() throws IOException {
    desk = copy(CASE, folder.resolve("desk"));
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    return to;
  }

  private Shell.Run publish(String name, String... more) {
    String[] arguments =
        Stream.concat(
                Stream.of(
                    "evaluate",
                    desk.toString(),
                    "--period",
                    "2026-03..2026-04",
                    "--as-of",
                    "2026-05-01",
                    "--known-at",
                    "2026-05-02",
                    "--publish",
                    folder.resolve(name).toString()),
                Stream.of(more))
            .toArray(String[]::new);
    return Shell.run(arguments);
  }

  private Shell.Run verify(String name) {
    return Shell.run("verify", folder.resolve(name).toString());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void whatIsPublishedTwiceIsTheSameBytesAndVerifies() throws IOException {
    assertThat(publish("one").code()).isZero();
    assertThat(publish("two").code()).isZero();
    List<Path> one = files(folder.resolve("one"));
    assertThat(one).hasSize(6);
    for (Path file : one) {
      Path other = folder.resolve("two").resolve(folder.resolve("one").relativize(file).toString());
      assertThat(other).hasSameBinaryContentAs(file);
    }
    Shell.Run run = verify("one");
    assertThat(run.out()).contains("no. 1", "the same to the last digit");
    assertThat(run.code()).isZero();
  }

  @Test
  void aPublicationIsNeverWrittenOver() throws IOException {
    publish("one");
    Shell.Run again = publish("one");
    assertThat(again.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(again.err()).contains("never changes");
  }

  @Test
  void aChangedByteInAnyFileIsNamed() throws IOException {
    publish("one");
    Random random = new Random(SEED);
    for (Path file : files(folder.resolve("one"))) {
      byte[] bytes = Files.readAllBytes(file);
      byte[] changed = bytes.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(127));
      Files.write(file, changed);
      Shell.Run run = verify("one");
      assertThat(run.code())
          .as("%s with seed %d: %s", file, SEED, run.all())
          .isIn(ExitCode.FINDINGS, ExitCode.REFUSED);
      assertThat(run.all()).contains(String.valueOf(file.getFileName()));
      Files.write(file, bytes);
    }
    Files.writeString(folder.resolve("one/more.txt"), "more");
    assertThat(verify("one").out()).contains("more.txt: not part of the publication");
  }

  @Test
  void aForgedFigureWithRightChecksumsComesOutOtherwise() throws IOException {
    publish("one");
    Path results = folder.resolve("one/results.json");
    String before = Files.readString(results);
    String oldSum = Checksum.of(before);
    String forged = before.replaceFirst("\"holding\" : 3", "\"holding\" : 4");
    assertThat(forged).isNotEqualTo(before);
    Files.writeString(results, forged);
    Path publication = folder.resolve("one/publication.json");
    String json = Files.readString(publication).replace(oldSum, Checksum.of(forged));
    Files.writeString(publication, json);
    Files.writeString(
        folder.resolve("one/seal.txt"), Checksum.PUBLICATION + Checksum.of(json) + "\n");
    Shell.Run run = verify("one");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("2026-03", "holding: published 4, recomputed 3");
  }

  @Test
  void aRestatementIsNumberedAndSaysWhatChangedAndWhy() throws IOException {
    publish("one");
    Path items = desk.resolve("records/items.csv");
    Files.writeString(
        items,
        Files.readString(items).replace("D,2026-03-18,2026-03-26", "D,2026-03-18,2026-03-22"));
    assertThat(publish("two", "--restates", folder.resolve("one").toString()).code())
        .isEqualTo(ExitCode.USAGE);
    Shell.Run run =
        publish(
            "two",
            "--restates",
            folder.resolve("one").toString(),
            "--reason",
            "D was recorded late");
    assertThat(run.err())
        .contains(
            "no. 2", "D was recorded late", "items.csv has other content", "in-time 2026-03:");
    assertThat(verify("two").out()).contains("no. 2", "D was recorded late");
    assertThat(verify("one").code()).isZero();
    Files.writeString(folder.resolve("one/records/items.csv"), "number,opened,done\n");
    Shell.Run third =
        publish("three", "--restates", folder.resolve("one").toString(), "--reason", "again");
    assertThat(third.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(folder.resolve("three")).doesNotExist();
  }

  @Test
  void recordsMayBePublishedByTheirChecksums() throws IOException {
    publish("one", "--without-records");
    assertThat(folder.resolve("one/records/items.csv")).doesNotExist();
    assertThat(verify("one").code()).isEqualTo(ExitCode.REFUSED);
    String records = desk.resolve("records").toString();
    String one = folder.resolve("one").toString();
    assertThat(Shell.run("verify", one, "--records", records).code()).isZero();
    Files.writeString(desk.resolve("records/items.csv"), "number,opened,done\n");
    assertThat(Shell.run("verify", one, "--records", records).code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void aHostileBundleIsRefusedInPlainWords() throws IOException {
    publish("one");
    Path file = folder.resolve("one/publication.json");
    String json = Files.readString(file);
    List<String> hostile =
        List.of(
            "",
            "{",
            "[]",
            "{\"schema\": \"plumbline-publication/2\"}",
            json.replace("records/items.csv", "../../etc/passwd"),
            json.replace("records/items.csv", "/etc/passwd"),
            json.replaceFirst("\"number\" : 1", "\"number\" : 1e99"),
            json.replaceFirst("\"number\" : 1", "\"number\" : \"x\""),
            json.replace("2026-03..2026-04", "never"),
            json.replaceFirst("\"asOf\" : \"[^\"]*\"", "\"asOf\" : \"noon\""),
            "[".repeat(100_000));
    for (String text : hostile) {
      Files.writeString(file, text, UTF_8);
      Shell.Run run = verify("one");
      assertThat(run.code()).as(text).isIn(ExitCode.FINDINGS, ExitCode.REFUSED);
      assertThat(run.all()).doesNotContain("Exception", "\tat ");
    }
    assertThat(Shell.run("verify", folder.resolve("nowhere").toString()).code())
        .isEqualTo(ExitCode.REFUSED);
  }
}
