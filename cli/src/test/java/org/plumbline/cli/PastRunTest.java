package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;
import org.plumbline.replay.Replay;
import org.plumbline.report.Evaluation;

/**
 * What was, in a replay, is what {@code evaluate} says: with requests, late deliveries, final
 * results and several versions; and a draft that changes nothing gives the same.
 */
class PastRunTest {
  private static final Path CASES = Path.of("../cases").toAbsolutePath().normalize();

  /** A folder, and a moment up to which something was known. */
  record Asked(Path folder, String period, String asOf, String knownAt) {
    @Override
    public String toString() {
      return folder.getFileName() + " known at " + knownAt;
    }

    ReportingPeriod days(Agreement agreement) {
      return ReportingPeriods.parse(period, EvaluateOptions.fiscalYear(agreement));
    }
  }

  static Stream<Asked> folders() throws IOException {
    List<Asked> asked = new ArrayList<>();
    for (Path folder : in(CASES.resolve("register"))) {
      Properties run = run(folder);
      String period = run.getProperty("period");
      for (String knownAt : knownAt(folder)) {
        asked.add(new Asked(folder, period, run.getProperty("as-of"), knownAt));
      }
    }
    for (Path folder : in(CASES)) {
      if (Files.isDirectory(folder.resolve("versions"))) {
        String asOf = run(folder).getProperty("as-of");
        asked.add(new Asked(folder, "2000-01-01..2030-12-31", asOf, asOf));
      }
    }
    assertThat(asked).hasSizeGreaterThan(30);
    return asked.stream();
  }

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> Files.exists(each.resolve("run.properties"))).sorted().toList();
    }
  }

  private static Properties run(Path folder) throws IOException {
    Properties run = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve("run.properties"))) {
      run.load(reader);
    }
    return run;
  }

  private static TreeSet<String> knownAt(Path folder) throws IOException {
    TreeSet<String> moments = new TreeSet<>();
    Files.readAllLines(folder.resolve("expected/results.csv")).stream()
        .skip(1)
        .map(row -> row.substring(0, row.indexOf(',')))
        .filter(moment -> !moment.isEmpty())
        .forEach(moments::add);
    return moments;
  }

  @ParameterizedTest
  @MethodSource("folders")
  void whatWasIsWhatEvaluateSays(Asked asked) throws IOException {
    AgreementFile file = AgreementFile.open(asked.folder().toString());
    Instant asOf = EvaluateOptions.moment(asked.asOf(), file.agreement());
    Instant knownAt = EvaluateOptions.moment(asked.knownAt(), file.agreement());
    RecordsOptions options = RecordsOptions.keepingGood();
    ReportingPeriod days = asked.days(file.shown(asOf));
    Progress silent = new Progress(new PrintWriter(new StringWriter()), Terminal.PLAIN);
    Evaluation evaluation;
    try (Evaluator evaluator = Evaluator.open(file, options, asOf, knownAt, List.of(), silent)) {
      evaluation = evaluator.follow(days);
    }
    try (PastRun past =
        PastRun.open(file, options, asOf, knownAt, List.of(), Keeping.NOTHING, silent)) {
      Replay same = SideBySide.of(past, same(past), days, List.of(), List.of()).replay();

      assertThat(sorted(past.results(days))).isEqualTo(sorted(evaluation.results()));
      assertThat(same.before().follows()).isEqualTo(evaluation.follows());
      assertThat(sorted(same.after().results())).isEqualTo(sorted(evaluation.results()));
      assertThat(same.after().follows()).isEqualTo(evaluation.follows());
      assertThat(same.turned()).isEmpty();
    }
  }

  /** The same terms as a draft: of one text throughout, of several the last from its own day. */
  private static PastTerms same(PastRun past) {
    Versions versions = past.register().versions();
    int last = versions.versions().size() - 1;
    Version draft = versions.versions().get(last);
    return last == 0
        ? PastTerms.throughout(versions, draft)
        : PastTerms.from(new Versions(versions.versions().subList(0, last)), draft, draft.from());
  }

  private static List<Result> sorted(Results results) {
    return results.results().stream()
        .sorted(
            java.util.Comparator.comparing(Result::metric)
                .thenComparing(result -> result.each().orElse(""))
                .thenComparing(result -> result.period().from())
                .thenComparing(result -> result.period().name()))
        .toList();
  }
}
