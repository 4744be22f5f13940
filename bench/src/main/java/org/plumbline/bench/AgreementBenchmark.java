package org.plumbline.bench;

import java.nio.file.Path;
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
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.sql.DuckDbDialect;
import org.plumbline.compile.sql.Sql;
import org.plumbline.finding.Finding;
import org.plumbline.records.StoredSet;

/**
 * An agreement of 300 metrics (the twenty of {@code twenty.yaml}, repeated): reading, checking,
 * compiling it and rendering its plan.
 */
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

  private final StoredSet stored = new Tickets(1_000, 1, Path.of("")).stored(false);
  private final CompiledSet compiled = Product.compile(read.agreement().orElseThrow(), stored);

  /** From text to data, with the place of everything. */
  @Benchmark
  public ReadAgreement read() {
    return AgreementYaml.read("long.yaml", text);
  }

  /** From data to one plan for all metrics. */
  @Benchmark
  public CompiledSet compile() {
    return Product.compile(read.agreement().orElseThrow(), stored);
  }

  /** From the plan to SQL. */
  @Benchmark
  public String render() {
    return Sql.of(compiled.results(), new DuckDbDialect());
  }

  /** From data to findings. */
  @Benchmark
  public List<Finding> check() {
    return Checker.check(read);
  }
}
