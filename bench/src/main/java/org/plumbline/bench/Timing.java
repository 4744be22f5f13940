package org.plumbline.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the runs of one side took, in the order they ran. */
final class Timing {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final List<Run> runs = new ArrayList<>();

  /**
   * One run.
   *
   * @param wall seconds on the clock
   * @param processor seconds of all threads of this process together; on a machine that others use
   *     the steadier of the two
   */
  record Run(double wall, double processor) {}

  /** Runs it once more. */
  Run add(Runnable work) {
    long processor = SYSTEM.getProcessCpuTime();
    long begun = System.nanoTime();
    work.run();
    Run run =
        new Run((System.nanoTime() - begun) / 1e9, (SYSTEM.getProcessCpuTime() - processor) / 1e9);
    runs.add(run);
    return run;
  }

  /** The median of the seconds on the clock. */
  double wall() {
    return median(Run::wall);
  }

  /** The median of the seconds of all threads. */
  double processor() {
    return median(Run::processor);
  }

  /** The middle one, or the mean of the two in the middle. */
  private double median(ToDoubleFunction<Run> of) {
    double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
