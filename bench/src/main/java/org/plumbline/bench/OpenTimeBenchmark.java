package org.plumbline.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.HolidayRule;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.Segment;
import org.plumbline.calendar.WeeklyHours;
import org.plumbline.calendar.Window;
import org.plumbline.calendar.WorkCalendar;

/**
 * Working time between two instants, in pairs a second on one core, beside the plain way: a table
 * of open intervals with prefix sums and a binary search.
 *
 * <p>{@code mvn -Pbench -pl bench -am package}, then {@code java -cp bench/target/classes:…
 * org.openjdk.jmh.Main OpenTime}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OpenTimeBenchmark {

  private static final int PAIRS = 1 << 20;

  /** How many years the calendar is resolved over, from 2020. */
  @Param({"4", "40"})
  public int years = 4;

  private OpenTime time = openTime(years);
  private long[] starts = {};
  private long[] ends = {};
  private long[] before = {};
  private final long[] from = new long[PAIRS];
  private final long[] until = new long[PAIRS];

  /** Resolves the calendar and draws pairs up to thirty days apart. */
  @Setup
  public void draw() {
    time = openTime(years);
    List<Segment> segments = time.segments();
    starts = segments.stream().mapToLong(Segment::startMicros).toArray();
    ends = segments.stream().mapToLong(Segment::endMicros).toArray();
    before = new long[starts.length + 1];
    for (int i = 0; i < starts.length; i++) {
      before[i + 1] = before[i] + ends[i] - starts[i];
    }
    Random random = new Random(1);
    long month = 30 * 24 * EpochMicros.HOUR;
    long span = time.rangeEnd() - time.rangeStart() - month;
    for (int i = 0; i < PAIRS; i++) {
      from[i] = time.rangeStart() + (long) (random.nextDouble() * span);
      until[i] = from[i] + (long) (random.nextDouble() * month);
    }
  }

  /** The product. */
  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public long openTime() {
    long sum = 0;
    for (int i = 0; i < PAIRS; i++) {
      sum += time.between(from[i], until[i]);
    }
    return sum;
  }

  /** The anchor. */
  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public long binarySearch() {
    long sum = 0;
    for (int i = 0; i < PAIRS; i++) {
      sum += plain(until[i]) - plain(from[i]);
    }
    return sum;
  }

  /** When eight open hours have passed. */
  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public long due() {
    long sum = 0;
    for (int i = 0; i < PAIRS; i++) {
      sum += time.due(from[i], 8 * EpochMicros.HOUR);
    }
    return sum;
  }

  private long plain(long micros) {
    int found = Arrays.binarySearch(starts, micros);
    int segment = found >= 0 ? found : -found - 2;
    return segment < 0 ? 0 : before[segment] + Math.min(micros, ends[segment]) - starts[segment];
  }

  private static OpenTime openTime(int years) {
    Window morning = Window.parse("08:00-12:00");
    Window afternoon = Window.parse("12:30-17:00");
    WorkCalendar desk =
        WorkCalendar.of(
                "desk",
                ZoneId.of("America/New_York"),
                WeeklyHours.mondayToFriday(morning, afternoon))
            .withHolidays(List.of(new HolidayRule.UsFederal()));
    return OpenTime.of(
        desk, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 1).plusYears(years).minusDays(1));
  }
}
