package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyAgreementsTest {

  private static final String AGREEMENT =
      """
      plumbline: 1
      agreement: %1$s
      title: Tickets of %1$s
      zone: America/New_York
      parties: {customer: {name: Customer}, provider: {name: Provider}}
      performance-period: {from: 2026-01-01, until: 2026-06-30}
      period: {every: month}
      calendar: desk
      calendars:
        desk: {hours: {mon-fri: ["08:00-17:00"]}}
      records:
        tickets:
          case: [number]
          moments: {opened: instant, resolved: instant}
          fields: {customer: text, priority: text}
          turns:
            - {hold: waiting, whose: customer}
      metrics:
        in-time:
          name: Resolved within 8 hours
          performing: provider
          records: tickets
          qualifies: %2$s
          clock: {starts: opened, stops: resolved, calendar: desk, counts: [provider]}
          target: {within: 8 hours, at-least: 60%%}
        left:
          name: Few left open
          performing: provider
          records: tickets
          qualifies: %2$s
          counted-when: open-at-end
          clock: {starts: opened, stops: resolved}
          figure: {count: cases}
          target: {at-most: 5}
      """;

  @TempDir private Path temporary;

  @Test
  void resultsOfAFolderAreThoseOfEachAgreementByItself() throws IOException {
    for (long seed = 1; seed <= 2; seed++) {
      Path place = Files.createDirectories(temporary.resolve("seed" + seed));
      Path folder = Files.createDirectories(place.resolve("agreements"));
      Path records = Files.createDirectories(place.resolve("records"));
      write(folder, "alpha", "{customer: alpha}");
      write(folder, "beta", "{customer: beta, priority: [high, low]}");
      write(folder, "both", "{customer: [alpha, beta]}");
      write(folder, "high", "{any: [{customer: gamma}, {priority: high}]}");
      tickets(records, new Random(seed));
      Shell.Run all = evaluate(folder, records);
      assertThat(all.code()).as(all.err()).isZero();
      for (String id : List.of("alpha", "beta", "both", "high")) {
        Shell.Run one = evaluate(folder.resolve(id + ".yaml"), records);
        assertThat(rows(all.out(), id)).as("seed %s, %s", seed, id).isEqualTo(rows(one.out(), id));
        assertThat(rows(one.out(), id)).hasSizeGreaterThan(10);
      }
      Shell.Run told =
          Shell.run(
              "evaluate",
              folder.toString(),
              "--records",
              records.toString(),
              "--period",
              "2026",
              "--keep-good",
              "--as-of",
              "2026-07-31");
      assertThat(told.out()).contains("4 agreements over 1 load of records");
    }
  }

  @Test
  void oneWithARegisterOfItsOwnIsEvaluatedByItself() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("agreements"));
    Path records = Files.createDirectories(temporary.resolve("records"));
    write(folder, "alpha", "{customer: alpha}");
    Path own = Files.createDirectories(folder.resolve("beta"));
    write(own, "agreement", "{customer: beta}");
    Files.writeString(
        own.resolve("agreement.yaml"),
        Files.readString(own.resolve("agreement.yaml"))
            .replace("agreement: agreement", "agreement: beta"));
    Files.writeString(own.resolve("register.yaml"), "plumbline: 1\nregister: beta\n");
    tickets(records, new Random(3));
    Shell.Run all = evaluate(folder, records);
    assertThat(rows(all.out(), "beta")).isEqualTo(rows(evaluate(own, records).out(), "beta"));
    assertThat(rows(all.out(), "alpha")).isNotEmpty();
  }

  @Test
  void twoAgreementsWithOneIdAreRefused() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("agreements"));
    write(folder, "alpha", "{customer: alpha}");
    Files.copy(folder.resolve("alpha.yaml"), folder.resolve("again.yaml"));
    Shell.Run run = evaluate(folder, temporary);
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("is the agreement alpha too");
  }

  private static Shell.Run evaluate(Path agreements, Path records) {
    return Shell.run(
        "evaluate",
        agreements.toString(),
        "--records",
        records.toString(),
        "--period",
        "2026",
        "--keep-good",
        "--as-of",
        "2026-05-20",
        "--known-at",
        "2026-11-21",
        "--format",
        "csv");
  }

  private static List<String> rows(String csv, String id) {
    return csv.lines().filter(line -> line.startsWith(id + ",")).collect(Collectors.toList());
  }

  private static void write(Path folder, String id, String qualifies) throws IOException {
    Files.writeString(folder.resolve(id + ".yaml"), AGREEMENT.formatted(id, qualifies));
  }

  private static void tickets(Path folder, Random random) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("number,opened,resolved,customer,priority,waiting-from,waiting-until");
    List<String> customers = List.of("alpha", "beta", "gamma", "");
    for (int i = 0; i < 400; i++) {
      int month = 1 + random.nextInt(5);
      int day = 1 + random.nextInt(26);
      String opened = at(month, day, 9 + random.nextInt(8));
      String held = random.nextInt(3) == 0 ? at(month, day, 17) : "";
      String resolved = random.nextInt(9) == 0 ? "" : at(month, day + 1, 10 + random.nextInt(10));
      lines.add(
          String.join(
              ",",
              "T" + i,
              random.nextInt(60) == 0 ? "someday" : opened,
              resolved,
              customers.get(random.nextInt(4)),
              random.nextBoolean() ? "high" : "low",
              held,
              held.isEmpty() || resolved.isEmpty() ? "" : at(month, day, 18)));
    }
    Files.write(folder.resolve("tickets.csv"), lines);
  }

  private static String at(int month, int day, int hour) {
    return "2026-%02d-%02dT%02d:00:00Z".formatted(month, day, hour);
  }
}
