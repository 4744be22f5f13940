package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that ask the past something else: {@code replay} and {@code gaps}. */
class PastCommandsTest {
  private static final String PAST = "2025-01..2025-03";

  @TempDir private Path folder;
  private String first = "";

  @BeforeEach
  void starter() {
    first = folder.resolve("first").toString();
    assertThat(Shell.run("init", first).code()).isZero();
  }

  @Test
  void replayNeedsADraftOrAMetricAndNotBoth() {
    Shell.Run none = Shell.run("replay", first, "--periods", PAST);
    Shell.Run both =
        Shell.run(
            "replay", first, "--periods", PAST, "--find", "invoices-on-time", "--with", first);

    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("name a draft with --with, or a metric with --find");
    assertThat(both.code()).isEqualTo(2);
  }

  @Test
  void gapsOverVersionsAreOfTheTermsInForceAtTheEnd() {
    // From March on five days are allowed, before ten: of February is nothing counted.
    Shell.Run run =
        Shell.run(
            "gaps",
            "../cases/s18-splits-the-period",
            "--periods",
            "2026-01..2026-12",
            "--as-of",
            "2026-12-31");

    assertThat(run.code()).as(run.all()).isZero();
  }

  @Test
  void aDraftTakesEffectOnADayOfItsOwn() {
    Shell.Run none =
        Shell.run("replay", first, "--periods", PAST, "--with", first, "--from", "effective");
    Shell.Run noDay =
        Shell.run("replay", first, "--periods", PAST, "--with", first, "--from", "May");
    Shell.Run noDraft =
        Shell.run(
            "replay",
            first,
            "--periods",
            PAST,
            "--find",
            "invoices-on-time",
            "--from",
            "2025-02-01");
    Shell.Run run =
        Shell.run("replay", first, "--periods", PAST, "--with", first, "--from", "2025-02-01");

    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("no amendment with an effective day");
    assertThat(noDay.err()).contains("\"May\" is no day");
    assertThat(noDraft.err()).contains("--from is the day of a draft");
    assertThat(run.code()).as(run.all()).isZero();
    assertThat(run.out()).contains("in force from 2025-02-01 on").contains("No result turns");
  }

  @Test
  void whatIsKeptSaysTheSameAsTheRecords() throws IOException {
    Path kept = folder.resolve("kept");
    Path draft = folder.resolve("draft.yaml");
    String text = Files.readString(Path.of(first, "agreement.yaml"));
    Files.writeString(draft, text.replaceAll("within: (\\d+) ", "within: 1$1 "));

    String plain = replay(draft).out();
    String counted = replay(draft, "--keep", kept.toString()).out();
    String readBack = replay(draft, "--keep", kept.toString()).out();
    assertThat(counted).isEqualTo(plain);
    assertThat(readBack).isEqualTo(plain);
    assertThat(files(kept)).hasSize(1);

    byte[] bytes = Files.readAllBytes(files(kept).get(0));
    bytes[bytes.length / 2] ^= 1;
    Files.write(files(kept).get(0), bytes);
    assertThat(replay(draft, "--keep", kept.toString()).out()).isEqualTo(plain);

    Path records = Path.of(first, "records", "invoices.csv");
    List<String> rows = Files.readAllLines(records);
    Files.write(records, rows.subList(0, rows.size() - 1));
    assertThat(replay(draft, "--keep", kept.toString()).out()).isEqualTo(replay(draft).out());
    assertThat(files(kept)).hasSize(2);
  }

  /** A moment that was corrected, and another limit: kept, it is answered without the log. */
  @Test
  void whatWasGrantedIsKeptWithTheRest() throws IOException {
    Path own = Path.of("../cases/register/moment-of-a-log");
    Path copy = folder.resolve("granted");
    Files.createDirectories(copy.resolve("records"));
    for (String file : List.of("agreement.yaml", "register.yaml")) {
      Files.copy(own.resolve(file), copy.resolve(file));
    }
    for (String file : List.of("records.yaml", "items.csv")) {
      Files.copy(own.resolve("records").resolve(file), copy.resolve("records").resolve(file));
    }
    Path draft = folder.resolve("shorter.yaml");
    Files.writeString(
        draft,
        Files.readString(own.resolve("agreement.yaml"))
            .replace("within: 48 hours", "within: 23 hours"));
    Path kept = folder.resolve("kept-granted");
    String[] asked = {
      "replay",
      copy.toString(),
      "--periods",
      "2026-01",
      "--as-of",
      "2026-02-28",
      "--known-at",
      "2026-02-28",
      "--with",
      draft.toString()
    };
    List<String> keeping = new java.util.ArrayList<>(List.of(asked));
    keeping.addAll(List.of("--keep", kept.toString()));

    String plain = Shell.run(asked).out();
    Shell.Run counted = Shell.run(keeping.toArray(String[]::new));
    assertThat(counted.out()).as(counted.all()).isEqualTo(plain);
    assertThat(files(kept)).hasSize(1);
    assertThat(Shell.run(keeping.toArray(String[]::new)).out()).isEqualTo(plain);
  }

  @Test
  void whatWasFinalIsReconciledAsItWasFinal() throws IOException {
    Path reported = folder.resolve("reported.csv");
    Files.writeString(reported, "metric,period,figure\nin-time,2026-02,75%\n");
    String register = "../cases/replay/heeds-the-register";
    Shell.Run same = reconcile(register, "2026-02", reported);
    Shell.Run outside = reconcile(register, "2030-02", reported);

    assertThat(same.code()).as(same.all()).isZero();
    assertThat(outside.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(outside.err()).contains("the agreement is in force from 2026-01-01 to 2026-12-31");
  }

  private static Shell.Run reconcile(String folder, String period, Path reported) {
    return Shell.run(
        "reconcile",
        folder,
        "--period",
        period,
        "--reported",
        reported.toString(),
        "--as-of",
        "2026-05-01",
        "--known-at",
        "2026-05-01",
        "--fail-on-difference");
  }

  private Shell.Run replay(Path draft, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("replay", first, "--periods", PAST, "--with", draft.toString(), "--as-of"));
    all.add("2025-06-01");
    all.addAll(List.of(more));
    Shell.Run run = Shell.run(all.toArray(String[]::new));
    assertThat(run.code()).as(run.all()).isZero();
    return run;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void aMetricThatIsNotThereIsNamed() {
    Shell.Run run = Shell.run("replay", first, "--periods", PAST, "--find", "invoices-on-tim");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("invoices-on-tim").doesNotContain("Exception");
  }
}
