package org.plumbline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.agreement.yaml.AgreementFile;
import org.plumbline.agreement.yaml.AgreementHash;
import org.plumbline.register.Checksum;
import tools.jackson.databind.JsonNode;

/**
 * Whatever comes to be known later — a late load, a request and what becomes of it, a closed day,
 * an amendment — only the figures that it is about change, each restatement has the next number and
 * names what changed, and all earlier publications stay byte for byte and still verify. {@code
 * -Dplumbline.restatements} sets how many lives of an agreement are tried.
 */
class RestatementPropertyTest {
  private static final long SEED = Long.getLong("plumbline.seed", 20261122L);
  private static final int LIVES = Integer.getInteger("plumbline.restatements", 2);

  @TempDir private Path folder;

  static Stream<Long> seeds() {
    System.out.println("seed " + SEED);
    return Stream.iterate(SEED, seed -> seed + 1).limit(LIVES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void onlyWhatIsAffectedChangesAndEarlierPublicationsStay(long seed) throws IOException {
    Life life = new Life(folder.resolve("desk"), new SplittableRandom(seed));
    life.begin();
    Map<Path, String> published = new LinkedHashMap<>();
    Path last = publish(life, 1, null);
    published.put(last, sum(last));
    List<Kind> kinds = kinds(new SplittableRandom(-seed));
    for (int step = 1; step <= kinds.size(); step++) {
      Step done = life.step(kinds.get(step - 1));
      Path next = publish(life, step + 1, last);
      String what = "seed " + seed + ", step " + step + ": " + done.what();
      Set<String> changed = changed(last, next);
      assertThat(done.mayChange()).as(what).containsAll(changed);
      assertThat(changed).as(what).containsAll(done.mustChange());
      JsonNode publication = Json.read(Files.readString(next.resolve("publication.json")));
      assertThat(publication.path("number").asInt()).as(what).isEqualTo(step + 1);
      assertThat(told(publication)).as(what).isEqualTo(changed);
      published.put(next, sum(next));
      last = next;
    }
    published.forEach(
        (bundle, sum) -> {
          assertThat(sum(bundle)).as("seed %d, %s", seed, bundle).isEqualTo(sum);
          Shell.Run run = Shell.run("verify", bundle.toString());
          assertThat(run.code()).as(run.all()).isZero();
        });
  }

  /** Each once, in an order made at random; what is decided was asked before. */
  private static List<Kind> kinds(SplittableRandom random) {
    List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
    for (int i = kinds.size() - 1; i > 0; i--) {
      java.util.Collections.swap(kinds, i, random.nextInt(i + 1));
    }
    int asked = kinds.indexOf(Kind.REQUEST);
    int decided = kinds.indexOf(Kind.DECISION);
    if (decided < asked) {
      java.util.Collections.swap(kinds, asked, decided);
    }
    return kinds;
  }

  private Path publish(Life life, int number, @org.jspecify.annotations.Nullable Path before) {
    Path target = folder.resolve("no-" + number);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "evaluate",
                life.folder.toString(),
                "--period",
                "2026-01..2026-03",
                "--as-of",
                "2026-04-30",
                "--known-at",
                life.today(),
                "--publish",
                target.toString()));
    if (before != null) {
      arguments.addAll(
          List.of("--restates", before.toString(), "--reason", "Something came to be known"));
    }
    Shell.Run run = Shell.run(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.all()).isZero();
    return target;
  }

  /** The results that are not the same, as {@code METRIC PERIOD}. */
  private static Set<String> changed(Path before, Path after) throws IOException {
    Map<String, String> old = results(before);
    Map<String, String> young = results(after);
    Set<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(young.keySet());
    keys.removeIf(key -> java.util.Objects.equals(old.get(key), young.get(key)));
    return keys;
  }

  private static Map<String, String> results(Path bundle) throws IOException {
    Map<String, String> results = new LinkedHashMap<>();
    for (JsonNode metric :
        Json.read(Files.readString(bundle.resolve("results.json"))).path("metrics")) {
      for (JsonNode result : metric.path("results")) {
        results.put(
            metric.path("id").asString() + " " + result.path("period").path("name").asString(),
            result.path("status") + " " + result.path("lines"));
      }
    }
    return results;
  }

  /** The results of which a restatement says that they changed. */
  private static Set<String> told(JsonNode publication) {
    Set<String> told = new TreeSet<>();
    for (JsonNode change : publication.path("restates").path("changes")) {
      String[] words = change.asString().split("[ :]", 3);
      if (words.length > 1 && words[1].matches("2026-\\d\\d") && Life.METRICS.contains(words[0])) {
        told.add(words[0] + " " + words[1]);
      }
    }
    return told;
  }

  private static String sum(Path bundle) {
    try (Stream<Path> all = Files.walk(bundle)) {
      return all.filter(Files::isRegularFile)
          .sorted()
          .map(RestatementPropertyTest::one)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String one(Path file) {
    try {
      return file + " " + Checksum.of(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What comes to be known. */
  private enum Kind {
    LOAD,
    REQUEST,
    DECISION,
    CLOSED_DAY,
    AMENDMENT
  }

  /** What happened, which results it may change, and which it changes for sure. */
  private record Step(String what, Set<String> mayChange, Set<String> mustChange) {
    Step(String what, Set<String> mayChange) {
      this(what, mayChange, Set.of());
    }
  }

  /** An agreement, its records and its register, as time goes on. */
  private static final class Life {
    static final Set<String> METRICS = Set.of("timely", "workdays", "quick");

    private static final String TEXT =
        """
        plumbline: 1
        agreement: life
        title: A life
        zone: UTC
        parties: {customer: {name: Department of Examples}, provider: {name: Example Services}}
        performance-period: {from: 2026-01-01, until: 2026-12-31}
        AMENDMENT
        period: {every: month}
        calendar: office
        calendars: {office: {hours: {mon-fri: ["08:00-17:00"]}}}
        records:
          items: {case: [number], moments: {opened: date, done: date}}
          tickets: {case: [number], moments: {opened: date, done: date}}
        metrics:
          timely:
            name: Timely
            performing: provider
            records: items
            clock: {starts: opened, stops: done}
            target: {within: LIMIT days, at-least: 60%}
          workdays:
            name: Workdays
            performing: provider
            records: items
            clock: {starts: opened, stops: done, calendar: office}
            target: {within: 4 workdays, at-least: 60%}
          quick:
            name: Quick
            performing: provider
            records: tickets
            clock: {starts: opened, stops: done}
            target: {within: 2 days, at-least: 60%}
        exclusions:
          storm: {declared: {declared-by: provider}, closes: [office]}
        reconsideration: {request-within: 90 days, decide-within: 60 days}
        """;

    private final Path folder;
    private final SplittableRandom random;
    private final List<String> requests = new ArrayList<>();
    private final List<Integer> pending = new ArrayList<>();
    private final List<Integer> months = new ArrayList<>();
    private final StringBuilder declarations =
        new StringBuilder("id,declared,from,until,exclusion,party,ground,decided,decision\n");
    private int day = 1;
    private int items;

    Life(Path folder, SplittableRandom random) {
      this.folder = folder;
      this.random = random;
    }

    String today() {
      return "2026-05-%02d".formatted(day);
    }

    void begin() throws IOException {
      write("versions/original.yaml", TEXT.replace("AMENDMENT\n", "").replace("LIMIT", "5"));
      write(
          "records/records.yaml",
          "plumbline: 1\nbinds: life\nsets:\n  items: {files: [\"items*.csv\"]}\n");
      StringBuilder rows = new StringBuilder("number,opened,done\n");
      StringBuilder tickets = new StringBuilder("number,opened,done\n");
      for (int month = 1; month <= 3; month++) {
        for (int i = 0; i < 5; i++) {
          rows.append(item(month));
          tickets.append(
              "T%d%d,2026-%02d-05,2026-%02d-%02d\n".formatted(month, i, month, month, 6 + i));
        }
      }
      write("records/items-00.csv", rows.toString());
      write("records/tickets.csv", tickets.toString());
      write("records/register-declarations.csv", declarations.toString());
      register();
    }

    /** A case that is opened, done and due in one month. */
    private String item(int month) {
      int opened = 5 + random.nextInt(8);
      return "I%d,2026-%02d-%02d,2026-%02d-%02d\n"
          .formatted(items++, month, opened, month, opened + 1 + random.nextInt(9));
    }

    Step step(Kind kind) throws IOException {
      day++;
      int month = 1 + random.nextInt(3);
      return switch (kind) {
        case LOAD -> load(month);
        case REQUEST -> request(month);
        case DECISION -> decide();
        case CLOSED_DAY -> closed(month);
        case AMENDMENT -> amend();
      };
    }

    private Step load(int month) throws IOException {
      write("records/items-%02d.csv".formatted(day), "number,opened,done\n" + item(month));
      Set<String> about = Set.of("timely " + name(month), "workdays " + name(month));
      return new Step("a late load", about, about);
    }

    private static String name(int month) {
      return "2026-%02d".formatted(month);
    }

    /** One of the first items, five of each month in order. */
    private Step request(int month) throws IOException {
      int of = (month - 1) * 5 + random.nextInt(5);
      pending.add(requests.size());
      months.add(month);
      requests.add(
          """
            r%d:
              metric: timely
              period: %s
              by: provider
              asked: %s
              asks: [{leave-out: [I%d]}]
          """
              .formatted(requests.size(), name(month), today(), of));
      register();
      return new Step("a request", Set.of("timely " + name(month)));
    }

    private Step decide() throws IOException {
      int which = pending.remove(random.nextInt(pending.size()));
      String outcome = random.nextBoolean() ? "accepted" : "rejected";
      requests.set(
          which,
          requests.get(which)
              + "    decisions: [{by: customer, on: %s, outcome: %s}]\n"
                  .formatted(today(), outcome));
      register();
      return new Step("a request " + outcome, Set.of("timely " + name(months.get(which))));
    }

    private Step closed(int month) throws IOException {
      int date = 6 + random.nextInt(10);
      declarations.append(
          "D%d,2026-04-01T00:00Z,2026-%02d-%02dT00:00Z,2026-%02d-%02dT00:00Z,storm,provider,,,\n"
              .formatted(day, month, date, month, date + 1));
      write("records/register-declarations.csv", declarations.toString());
      return new Step("a closed day", Set.of("workdays " + name(month)));
    }

    /** Cases that start from 20 February on have another limit: those of March. */
    private Step amend() throws IOException {
      Path original = folder.resolve("versions/original.yaml");
      String hash =
          AgreementHash.inFolder(
              AgreementFile.read(original).agreement().orElseThrow(),
              AgreementFile.folderOf(original));
      write(
          "versions/amendment-1.yaml",
          TEXT.replace(
                  "AMENDMENT",
                  "amendment: {number: 1, replaces: "
                      + hash
                      + ", effective: 2026-02-20, reason: Agreed, driver: customer-operations}")
              .replace("LIMIT", "8"));
      return new Step("an amendment", Set.of("timely 2026-03"));
    }

    private void register() throws IOException {
      write(
          "register.yaml",
          "plumbline: 1\nregister: life\n"
              + (requests.isEmpty() ? "" : "requests:\n" + String.join("", requests)));
    }

    private void write(String name, String text) throws IOException {
      Path file = folder.resolve(name);
      Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
      Files.writeString(file, text, UTF_8);
    }
  }
}
