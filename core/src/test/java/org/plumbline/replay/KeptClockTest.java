package org.plumbline.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.Measurement;

/**
 * What kept clocks say under other limits is what the records say, on agreements and records made
 * at random; {@code -Dplumbline.replays=N} says how many, {@code -Dplumbline.seed=N} the first
 * seed.
 */
class KeptClockTest {

  private static final int SCENARIOS = Integer.getInteger("plumbline.replays", 8);
  private static final long FIRST = Long.getLong("plumbline.seed", 1);

  @TempDir private Path folder;

  @Test
  void clocksSayWhatTheRecordsSay() throws IOException {
    int answered = 0;
    for (long seed = FIRST; seed < FIRST + SCENARIOS; seed++) {
      Made made = new Made(new Random(seed * 7919));
      String text = made.text(made.levels());
      Path own = Files.createDirectories(folder.resolve("seed-" + seed));
      try (SmallPast past =
          new SmallPast(own, text, Map.of("tickets.csv", made.rows()), made.asOf())) {
        Past kept = past.past();
        Past readBack = past.keptAndRead();
        for (int draft = 0; draft < 3; draft++) {
          String changed = made.text(made.levels());
          Agreement other = SmallPast.read(changed);
          Replayed replayed = kept.replay(other, set -> {});
          Set<Measurement> fresh = new HashSet<>(past.measured(other));
          assertThat(new HashSet<>(replayed.measurements()))
              .as(
                  "seed %d, draft %d, from %s%n%s%n%s",
                  seed, draft, replayed.answered(), text, changed)
              .isEqualTo(fresh);
          assertThat(new HashSet<>(readBack.replay(other, set -> {}).measurements()))
              .as("seed %d, draft %d, read back from bytes", seed, draft)
              .isEqualTo(fresh);
          answered += replayed.answered().containsValue(Answered.RECORDS) ? 0 : 1;
        }
      }
    }
    assertThat(answered).as("answered without the records").isEqualTo(3 * SCENARIOS);
  }

  /** One agreement and its records, made at random; its levels anew each time. */
  private static final class Made {
    private final Random random;
    private final String unit;
    private final String precision;
    private final boolean tiers;
    private final boolean minimum;
    private final String head;
    private final boolean dates;
    private final boolean choices;
    private final boolean droppedByDate;
    private final String counting;

    Made(Random random) {
      this.random = random;
      unit = pick("hours", "minutes", "days", "workdays", "hours");
      dates = !unit.equals("hours") && !unit.equals("minutes") && random.nextBoolean();
      droppedByDate = random.nextBoolean();
      precision = dates ? "date" : pick("instant", "minute");
      tiers = random.nextBoolean();
      minimum = random.nextBoolean();
      choices = random.nextInt(3) == 0;
      counting = dates ? "" : pick("", "", ", pauses: [waiting]", ", counts: [provider]");
      String calendar =
          pick(
              "",
              ", calendar: desk",
              ", calendar: desk",
              ", calendar: [{when: {priority: 2}, is: always}, {when: otherwise, is: desk}]");
      head =
          """
          performance-period: {from: 2026-01-%s, until: 2026-%s, run-out: %s}
          period: {every: %s}
          %scalendars:
            desk: {hours: {mon-fri: ["08:00-12:00", "13:00-17:30"]}}
          records:
            tickets:
              case: [number]
              moments: {opened: %s, done: %s, closed: %s, dropped: %s, merged: %s, asked: %s, answered: %s}
              fields: {priority: number}
              voided-by: [dropped, merged]
              turns:
                - {stage: waiting, from: asked, until: answered, whose: customer}
                - {stage: work, from: opened, until: done, whose: provider}
          %smetrics:
            in-time:
              name: In time
              performing: provider
              records: tickets
          %s    clock: {starts: opened, stops: done%s%s}
          %s"""
              .formatted(
                  pick("01", "12"),
                  pick("03-31", "04-13"),
                  pick("judged", "dropped"),
                  pick("month", "week", "quarter"),
                  random.nextBoolean() ? "calendar: desk\n" : "",
                  precision,
                  precision,
                  precision,
                  droppedByDate ? "date" : precision,
                  precision,
                  precision,
                  precision,
                  random.nextBoolean() ? "    closed-by: closed\n" : "",
                  random.nextBoolean() ? "    qualifies: {priority: [1, 2, 3]}\n" : "",
                  calendar,
                  counting,
                  pick("", "    figure: {share: in-time, where: {priority: [1, 3, 4]}}\n")
                      + pick("", "", "    counted-when: stopped\n", "    counted-when: started\n"));
    }

    private String pick(String... choices) {
      return choices[random.nextInt(choices.length)];
    }

    String text(String levels) {
      return head + levels;
    }

    String levels() {
      String target = "    target:\n" + lines(80);
      return minimum ? target + "    minimum:\n" + lines(60) : target;
    }

    private String lines(int share) {
      return tiers
          ? "      - {when: {priority: 1}, "
              + limit()
              + ", at-least: "
              + share
              + "%}\n"
              + "      - {when: otherwise, "
              + limit()
              + ", at-least: "
              + share
              + "%}\n"
          : "      - {" + limit() + ", at-least: " + share + "%}\n";
    }

    private String limit() {
      int most = unit.equals("minutes") ? 6000 : unit.equals("hours") ? 130 : 20;
      int amount = random.nextInt(6) == 0 ? random.nextInt(2) : random.nextInt(most);
      boolean byDate = unit.endsWith("days");
      String kind = byDate && amount == 0 ? "within" : pick("within", "within", "under");
      String text = amount + " " + unit;
      return choices
          ? kind
              + ": [{when: {priority: [1, 3]}, is: 7 "
              + unit
              + "}, {when: otherwise, is: "
              + text
              + "}]"
          : kind + ": " + text;
    }

    String asOf() {
      return pick("2026-03-10T10:00:00Z", "2026-06-01T00:00:00Z");
    }

    String rows() {
      List<String> rows = new ArrayList<>();
      rows.add("number,opened,done,closed,dropped,merged,asked,answered,priority");
      for (int i = 0; i < 120; i++) {
        LocalDateTime opened =
            LocalDateTime.of(2025, 12, 20, 0, 0).plusMinutes(random.nextInt(150 * 1440));
        LocalDateTime done = opened.plusMinutes(length());
        LocalDateTime asked = opened.plusMinutes(length());
        rows.add(
            String.join(
                ",",
                "T" + i,
                random.nextInt(25) == 0 ? "" : moment(opened),
                random.nextInt(5) == 0 ? "" : moment(done),
                random.nextInt(3) == 0 ? moment(opened.plusMinutes(length())) : "",
                random.nextInt(8) == 0 ? dropped(opened.plusMinutes(length())) : "",
                random.nextInt(12) == 0 ? moment(opened.plusMinutes(length())) : "",
                counting.isEmpty() || random.nextInt(3) == 0 ? "" : moment(asked),
                counting.isEmpty() || random.nextInt(5) == 0
                    ? ""
                    : moment(asked.plusMinutes(length())),
                random.nextInt(30) == 0 ? "x" : String.valueOf(1 + random.nextInt(4))));
      }
      return String.join("\n", rows) + "\n";
    }

    private int length() {
      return switch (random.nextInt(6)) {
        case 0 -> random.nextInt(30);
        case 1, 2 -> random.nextInt(3 * 1440);
        case 3, 4 -> random.nextInt(20 * 1440);
        default -> random.nextInt(70 * 1440) - 200;
      };
    }

    private String dropped(LocalDateTime at) {
      return droppedByDate ? at.toLocalDate().toString() : moment(at);
    }

    private String moment(LocalDateTime at) {
      LocalDateTime cut = at.withSecond(precision.equals("instant") ? random.nextInt(60) : 0);
      return dates ? cut.toLocalDate().toString() : cut + (cut.getSecond() == 0 ? ":00Z" : "Z");
    }
  }
}
