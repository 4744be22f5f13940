package org.plumbline.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.check.Checker;
import org.plumbline.finding.Finding;

/** Reading and checking an agreement of 300 metrics: the twenty of {@code twenty.yaml}, often. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AgreementBenchmark {

  private static final int METRICS = 300;

  private final String text = LongAgreement.of(METRICS);
  private final ReadAgreement read = AgreementYaml.read("long.yaml", text);

  /** From text to data, with the place of everything. */
  @Benchmark
  public ReadAgreement read() {
    return AgreementYaml.read("long.yaml", text);
  }

  /** From data to findings. */
  @Benchmark
  public List<Finding> check() {
    return Checker.check(read);
  }
}
