package org.plumbline.inforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.judge.Result;
import org.plumbline.records.Binding;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;

/**
 * Agreements in up to four versions against a referee that counts day by day and shares nothing
 * with the engine: dates of cases, limits in days, a share for each month.
 */
class VersionsRefereeTest {

  private static final long SEED = Long.getLong("plumbline.seed", 1L);
  private static final int SCENARIOS = Integer.getInteger("plumbline.generated.versions", 10);
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

  @TempDir Path folder = Path.of(".");

  private record Terms(LocalDate from, int days, int percent, String transition, boolean splits) {}

  private record Item(String number, LocalDate opened, Optional<LocalDate> done) {}

  /** What the referee counts: cases and those in time, by first day of the period. */
  private static final class Count {
    int cases;
    int holding;
    int percent;
  }

  @Test
  void everyCaseCountsOnceUnderTheTermsInForce() throws IOException {
    System.out.println("seed " + SEED + " of " + SCENARIOS + " agreements in versions");
    try (Database database =
        Database.open(new DatabaseSettings(1, 1L << 28, folder, List.of(folder)))) {
      for (long seed = SEED; seed < SEED + SCENARIOS; seed++) {
        compare(database, seed);
      }
    }
  }

  private void compare(Database database, long seed) throws IOException {
    Random random = new Random(seed);
    List<Terms> versions = terms(random);
    List<Item> items = items(random);
    Path records = Files.createDirectories(folder.resolve("seed-" + seed));
    StringBuilder csv = new StringBuilder("number,opened,done\n");
    for (Item item : items) {
      csv.append(item.number()).append(',').append(item.opened()).append(',');
      csv.append(item.done().map(LocalDate::toString).orElse("")).append('\n');
    }
    Files.writeString(records.resolve("items.csv"), csv);
    LocalDate today = FIRST.plusDays(30 + random.nextInt(200));
    Instant asOf = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    List<String> texts = new ArrayList<>();
    versions.forEach(version -> texts.add(text(texts.size(), version)));
    UnderVersions found =
        VersionsRun.run(database, VersionsRun.versions(texts), Binding.byNames(), records, asOf);
    TreeMap<LocalDate, Count> expected = count(versions, items, today);
    String what = "seed " + seed + " as of " + today + " " + versions + " " + items;
    assertThat(found.results().results().stream().map(each -> each.period().from()))
        .as(what)
        .containsExactlyElementsOf(expected.keySet());
    for (Result result : found.results().results()) {
      Count count = java.util.Objects.requireNonNull(expected.get(result.period().from()));
      assertThat(
              result.lines().get(0).measurement().holding()
                  + " of "
                  + result.lines().get(0).measurement().cases()
                  + " against "
                  + result.lines().get(0).bounds().get(0).value().orElseThrow())
          .as("%s: %s", what, result.period())
          .startsWith(count.holding + " of " + count.cases + " against ")
          .contains(String.valueOf(count.percent));
    }
    long counted = expected.values().stream().mapToLong(count -> count.cases).sum();
    assertThat(found.totals().get(0).counted() + found.totals().get(0).open())
        .as(what)
        .isEqualTo(items.stream().filter(item -> !item.opened().isAfter(today)).count());
    assertThat(found.totals().get(0).counted()).as(what).isEqualTo(counted);
  }

  private static List<Terms> terms(Random random) {
    List<Terms> terms = new ArrayList<>();
    terms.add(new Terms(FIRST, 3 + random.nextInt(20), 50, "by-start", false));
    LocalDate from = FIRST;
    for (int i = random.nextInt(4); i > 0; i--) {
      from = from.plusDays(1 + random.nextInt(70));
      if (random.nextBoolean()) {
        from = from.plusMonths(1).withDayOfMonth(1);
      }
      if (from.isBefore(LAST)) {
        String transition =
            List.of("by-start", "by-stop", "all-from-effective").get(random.nextInt(3));
        int days =
            random.nextInt(4) == 0 ? terms.get(terms.size() - 1).days() : 3 + random.nextInt(20);
        terms.add(new Terms(from, days, 50 + 5 * terms.size(), transition, random.nextInt(3) == 0));
      }
    }
    return terms;
  }

  private static List<Item> items(Random random) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      LocalDate opened = FIRST.plusDays(random.nextInt(175));
      items.add(
          new Item(
              "N" + i,
              opened,
              random.nextInt(5) == 0
                  ? Optional.empty()
                  : Optional.of(opened.plusDays(random.nextInt(40)))));
    }
    return items;
  }

  private static String text(int number, Terms terms) {
    return """
        plumbline: 1
        agreement: versions
        title: Versions
        zone: UTC
        parties:
          customer: {name: Department of Examples}
          provider: {name: Example Services}
        performance-period: {from: 2026-01-01, until: 2026-06-30}
        period: {every: month}
        """
        + (number == 0
            ? ""
            : "amendment: {number: "
                + number
                + ", replaces: \"HASH\", effective: "
                + terms.from()
                + ", reason: Agreed, driver: correction, transition: "
                + terms.transition()
                + ", splits-period: "
                + terms.splits()
                + "}\n")
        + """
        records:
          items:
            case: [number]
            moments: {opened: date, done: date}
        metrics:
          in-time:
            name: In time
            performing: provider
            records: items
            clock: {starts: opened, stops: done}
        """
        + "    target: {within: "
        + terms.days()
        + " days, at-least: "
        + terms.percent()
        + "%}\n";
  }

  // ---- the referee ----

  private static TreeMap<LocalDate, Count> count(
      List<Terms> all, List<Item> items, LocalDate today) {
    List<Terms> versions = all.stream().filter(each -> !each.from().isAfter(today)).toList();
    TreeMap<LocalDate, Count> counts = new TreeMap<>();
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      LocalDate here = day;
      boolean cut = versions.stream().anyMatch(each -> each.splits() && each.from().equals(here));
      if (day.getDayOfMonth() == 1 || cut) {
        Count count = new Count();
        for (Terms each : versions) {
          LocalDate begins =
              each.splits() || each.from().getDayOfMonth() == 1
                  ? each.from()
                  : each.from().plusMonths(1).withDayOfMonth(1);
          if (!begins.isAfter(day)) {
            count.percent = each.percent();
          }
        }
        counts.put(day, count);
      }
    }
    for (Item item : items) {
      if (item.opened().isAfter(today)) {
        continue;
      }
      int under = 0;
      for (int i = 1; i < versions.size(); i++) {
        if (!stays(versions.get(i), versions.get(under), item, today)) {
          under = i;
        }
      }
      decided(versions.get(under), item, today)
          .ifPresent(
              day -> {
                LocalDate own = day.isAfter(LAST) ? LAST : day;
                Count count = counts.floorEntry(own).getValue();
                count.cases++;
              });
      Terms terms = versions.get(under);
      decided(terms, item, today)
          .filter(day -> seen(item, today).equals(Optional.of(day)))
          .filter(day -> !day.isAfter(item.opened().plusDays(terms.days())))
          .ifPresent(day -> counts.floorEntry(day.isAfter(LAST) ? LAST : day).getValue().holding++);
    }
    return counts;
  }

  private static boolean stays(Terms next, Terms own, Item item, LocalDate today) {
    Optional<LocalDate> happened =
        switch (next.transition()) {
          case "by-start" -> Optional.of(item.opened());
          case "by-stop" -> seen(item, today);
          default -> decided(own, item, today);
        };
    return happened.filter(day -> day.isBefore(next.from())).isPresent();
  }

  private static Optional<LocalDate> seen(Item item, LocalDate today) {
    return item.done().filter(day -> !day.isAfter(today));
  }

  private static Optional<LocalDate> decided(Terms terms, Item item, LocalDate today) {
    LocalDate due = item.opened().plusDays(terms.days());
    return seen(item, today)
        .filter(day -> !day.isAfter(due))
        .or(() -> today.isAfter(due) ? Optional.of(due) : Optional.empty());
  }
}
