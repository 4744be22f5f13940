package org.plumbline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.HolidayRule;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.WeeklyHours;
import org.plumbline.calendar.Window;
import org.plumbline.calendar.WorkCalendar;

/**
 * Working time as people compute it today beside the product: the same pairs of instants, the same
 * calendar (two windows a day, federal holidays), three questions. Each side answers with a sum,
 * which must be the product's; then the middle of several runs is told, and how many times the
 * product's time it is.
 */
public final class Beside {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
  private static final LocalTime[] WINDOWS = {
    LocalTime.of(8, 0), LocalTime.of(12, 0), LocalTime.of(12, 30), LocalTime.of(17, 0)
  };
  private static final int HOURS = 8;
  private static final int ROUNDS = 5;

  private final Path folder;
  private final PrintStream out;
  private final List<LocalDateTime> from = new ArrayList<>();
  private final List<LocalDateTime> until = new ArrayList<>();
  private final Set<LocalDate> holidays = new HashSet<>();
  private final Map<String, List<Side>> sides = new LinkedHashMap<>();
  private final Map<String, IntToLongFunction> ours = new LinkedHashMap<>();
  private final OpenTime time;

  /** How a side answered a question: its sum, over how many pairs, in how many seconds. */
  private record Side(String name, long pairs, double seconds, long answer) {}

  private Beside(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
    WorkCalendar desk =
        WorkCalendar.of(
                "desk",
                ZONE,
                WeeklyHours.mondayToFriday(
                    Window.parse("08:00-12:00"), Window.parse("12:30-17:00")))
            .withHolidays(List.of(new HolidayRule.UsFederal()));
    time = OpenTime.of(desk, FIRST, LAST.plusYears(1));
    for (LocalDate day = FIRST; !day.isAfter(LAST.plusYears(1)); day = day.plusDays(1)) {
      boolean workday = day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
      if (workday
          && time.between(micros(day.atStartOfDay()), micros(day.plusDays(1).atStartOfDay()))
              == 0) {
        holidays.add(day);
      }
    }
  }

  /** Runs with the number of pairs and a folder for them. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length != 2) {
      out.println("bench/run beside PAIRS FOLDER");
      return;
    }
    run(Integer.parseInt(arguments[0]), Path.of(arguments[1]), out);
  }

  /** Draws pairs into a folder, asks all sides and prints the table. */
  static void run(int pairs, Path folder, PrintStream out)
      throws IOException, InterruptedException {
    Beside beside = new Beside(Files.createDirectories(folder), out);
    beside.draw(pairs);
    beside.run();
  }

  private void draw(int pairs) throws IOException {
    Random random = new Random(1);
    long span = ChronoUnit.SECONDS.between(FIRST.atStartOfDay(), LAST.minusDays(31).atStartOfDay());
    List<String> lines = new ArrayList<>(List.of("begun,ended"));
    while (from.size() < pairs) {
      // Never on a full minute, so that nothing begins or ends where a window does.
      LocalDateTime begun =
          FIRST
              .plusDays(3)
              .atStartOfDay()
              .plusSeconds((long) (random.nextDouble() * span) / 60 * 60 + 17);
      LocalDateTime ended = begun.plusMinutes(random.nextInt(30 * 24 * 60));
      if (exists(begun) && exists(ended)) {
        from.add(begun);
        until.add(ended);
        lines.add(begun + "," + ended);
      }
    }
    Files.write(folder.resolve("pairs.csv"), lines);
    Files.write(
        folder.resolve("holidays.csv"),
        holidays.stream().sorted().map(LocalDate::toString).toList());
  }

  /** Whether a local time occurs once, so that no side has to know of a zone. */
  private static boolean exists(LocalDateTime local) {
    return ZONE.getRules().getValidOffsets(local).size() == 1;
  }

  private static long micros(LocalDateTime local) {
    return EpochMicros.of(local.atZone(ZONE).toInstant());
  }

  private void run() throws IOException, InterruptedException {
    long[] begun = from.stream().mapToLong(Beside::micros).toArray();
    long[] ended = until.stream().mapToLong(Beside::micros).toArray();
    ours.put("open seconds", pairs -> between(begun, ended, pairs));
    ours.put("due after 8 hours", pairs -> due(begun, pairs));
    ours.put("workdays", this::workdays);
    int all = begun.length;
    time("open seconds", "Plumbline", all, () -> between(begun, ended, all));
    time("open seconds", "a loop over days, Java", all, this::dayLoop);
    time("open seconds", "MPXJ, ProjectCalendar", all, () -> plans().between(from, until));
    time("due after 8 hours", "Plumbline", all, () -> due(begun, all));
    time("due after 8 hours", "MPXJ, ProjectCalendar", all, () -> plans().due(from, HOURS, ZONE));
    time("workdays", "Plumbline", all, () -> workdays(all));
    time("workdays", "a loop over days, Java", all, this::workdayLoop);
    python();
    postgres();
    table();
  }

  private ProjectCalendars plans() {
    return new ProjectCalendars(WINDOWS, holidays);
  }

  private void time(String question, String name, long pairs, LongSupplier of) {
    long answer = of.getAsLong();
    double[] runs = new double[ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      long start = System.nanoTime();
      if (of.getAsLong() != answer) {
        throw new IllegalStateException(name + " answers now this, now that");
      }
      // The first one warms up.
      runs[Math.max(round, 0)] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(runs);
    add(question, new Side(name, pairs, runs[ROUNDS / 2], answer));
  }

  private void add(String question, Side side) {
    sides.computeIfAbsent(question, key -> new ArrayList<>()).add(side);
  }

  private long between(long[] begun, long[] ended, int pairs) {
    long sum = 0;
    for (int i = 0; i < pairs; i++) {
      sum += time.between(begun[i], ended[i]);
    }
    return sum / 1_000_000;
  }

  private long due(long[] begun, int pairs) {
    long sum = 0;
    for (int i = 0; i < pairs; i++) {
      sum += Math.floorDiv(time.due(begun[i], HOURS * EpochMicros.HOUR), 1_000_000L);
    }
    return sum;
  }

  private long workdays(int pairs) {
    long sum = 0;
    for (int i = 0; i < pairs; i++) {
      sum +=
          time.days()
              .workdaysBetween(
                  from.get(i).toLocalDate().minusDays(1), until.get(i).toLocalDate().minusDays(1));
    }
    return sum;
  }

  /** Day after day, window after window: what is written by hand first. */
  private long dayLoop() {
    long sum = 0;
    for (int i = 0; i < from.size(); i++) {
      for (LocalDate day = from.get(i).toLocalDate();
          !day.isAfter(until.get(i).toLocalDate());
          day = day.plusDays(1)) {
        if (isWorkday(day)) {
          for (int window = 0; window < WINDOWS.length; window += 2) {
            LocalDateTime open = later(day.atTime(WINDOWS[window]), from.get(i));
            LocalDateTime close = earlier(day.atTime(WINDOWS[window + 1]), until.get(i));
            sum += Math.max(0, ChronoUnit.SECONDS.between(open, close));
          }
        }
      }
    }
    return sum;
  }

  private long workdayLoop() {
    long sum = 0;
    for (int i = 0; i < from.size(); i++) {
      LocalDate end = until.get(i).toLocalDate();
      for (LocalDate day = from.get(i).toLocalDate(); day.isBefore(end); day = day.plusDays(1)) {
        sum += isWorkday(day) ? 1 : 0;
      }
    }
    return sum;
  }

  private boolean isWorkday(LocalDate day) {
    return day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue() && !holidays.contains(day);
  }

  private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
    return one.isBefore(other) ? one : other;
  }

  private void python() throws IOException, InterruptedException {
    other(List.of("/usr/bin/python3", resource("beside.py").toString(), folder.toString()));
  }

  /** Asked where {@code PLUMBLINE_BENCH_POSTGRES} says how to reach a database of no use. */
  private void postgres() throws IOException, InterruptedException {
    String url = System.getenv("PLUMBLINE_BENCH_POSTGRES");
    if (url == null) {
      out.println("PostgreSQL left out: PLUMBLINE_BENCH_POSTGRES names no database");
      return;
    }
    other(
        List.of(
            "psql",
            "-X",
            "-q",
            "-A",
            "-t",
            "-v",
            "ON_ERROR_STOP=1",
            "-v",
            "folder=" + folder.toAbsolutePath(),
            "-f",
            resource("beside.sql").toString(),
            url));
  }

  /** Lines of another program: question, side, pairs, seconds, answer, parted by bars. */
  private void other(List<String> command) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    } catch (IOException e) {
      out.println("left out: " + command.get(0) + " is not there");
      return;
    }
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split("\\|", -1);
        if (parts.length == 5) {
          add(
              parts[0],
              new Side(
                  parts[1],
                  Long.parseLong(parts[2]),
                  Double.parseDouble(parts[3]),
                  Long.parseLong(parts[4])));
        } else {
          out.println(line);
        }
      }
    }
    if (process.waitFor() != 0) {
      out.println("left out: " + String.join(" ", command));
    }
  }

  private Path resource(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream bytes = Objects.requireNonNull(Beside.class.getResourceAsStream(name))) {
      Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private void table() {
    out.println();
    out.println("| Question | Side | Pairs | Pairs a second | times Plumbline's time | answer |");
    out.println("|---|---|--:|--:|--:|---|");
    sides.forEach(
        (question, all) -> {
          Side first = all.get(0);
          for (Side side : all) {
            // A slow side answers the first pairs only.
            long ours =
                Objects.requireNonNull(this.ours.get(question)).applyAsLong((int) side.pairs());
            out.printf(
                Locale.ROOT,
                "| %s | %s | %,d | %,.0f | %,.1f | %s |%n",
                question,
                side.name(),
                side.pairs(),
                side.pairs() / side.seconds(),
                side.seconds() / side.pairs() / (first.seconds() / first.pairs()),
                side.answer() == ours ? "the same" : "DIFFERS: " + side.answer() + ", not " + ours);
          }
        });
  }
}
