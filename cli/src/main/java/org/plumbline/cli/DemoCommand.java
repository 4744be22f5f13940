package org.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.report.CaseStory;
import org.plumbline.report.Evaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "A real service desk's log, measured under an agreement with two sides: results, who",
      "consumed the time, the worst cases, and a report for a browser."
    })
final class DemoCommand implements Callable<Integer> {
  /** What the demo looks at: later months are only the slow tail of a closed log. */
  static final String PERIOD = "2016-03..2016-05";

  private static final Instant AS_OF = Instant.parse("2017-03-01T00:00:00Z");
  private static final List<String> FILES =
      List.of("README.md", "agreement.yaml", "records.yaml", "records/incidents.csv.gz");
  private static final String EXPLAINED = "incidents-resolved";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = "plumbline-demo",
      description = "The folder for the agreement, the records and the report (plumbline-demo).")
  private String named = "";

  @Option(
      names = "--serve",
      description =
          "Start a server instead, with two agreements in it and people of both parties, between"
              + " whom one changes with a click.")
  private boolean serve;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "With --serve: the port on 127.0.0.1; 0 for one that is free (8080).")
  private int port;

  @Override
  public Integer call() throws IOException {
    if (serve) {
      ServerProgram.run(
          List.of(
              "act=demo",
              "port=" + port,
              "data=" + Path.of(named, "server").toAbsolutePath(),
              "examples=" + System.getProperty("plumbline.examples", "examples")));
      return ExitCode.DONE;
    }
    Path folder = Shown.named(named);
    copy(folder);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Terminal terminal = Terminal.ofProcess();
    Progress progress = new Progress(err, terminal);
    AgreementFile file = AgreementFile.open(folder.toString());
    ReportingPeriod period = ReportingPeriods.parse(PERIOD);
    Evaluation evaluation;
    try (Evaluator evaluator =
        Evaluator.open(file, RecordsOptions.usual(), AS_OF, AS_OF, List.of(), progress)) {
      evaluation = evaluator.evaluate(period, List.of());
    }
    Path report = folder.resolve("report.html");
    Files.writeString(
        report,
        EvaluationOutput.text(evaluation, EvaluationOutput.Format.HTML, terminal),
        StandardCharsets.UTF_8);
    out.print(EvaluationOutput.text(evaluation, EvaluationOutput.Format.TEXT, terminal));
    about(terminal.width()).forEach(out::println);
    next(evaluation, folder, report).forEach(out::println);
    out.flush();
    return ExitCode.DONE;
  }

  /** Copies the example; what is there stays as it is, so that it can be tried out. */
  private static void copy(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new InputRefused(folder + " is a file, not a folder\nName another: plumbline demo DIR");
    }
    Files.createDirectories(folder.resolve("records"));
    for (String name : FILES) {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        try (InputStream in = DemoCommand.class.getResourceAsStream("demo/" + name)) {
          if (in == null) {
            throw new IllegalStateException("no demo/" + name);
          }
          Files.copy(in, file);
        }
      }
    }
  }

  private static List<String> about(int width) {
    List<String> lines = new java.util.ArrayList<>();
    lines.add("");
    lines.add("");
    lines.add("About these records");
    lines.add("─".repeat(width));
    for (String text :
        List.of(
            "A real log: “Incident management process enriched event log”, UCI Machine Learning"
                + " Repository, set 498, CC BY 4.0. The agreement is ours. Its months after May"
                + " are only the slow tail of a closed log.",
            "1,556 incidents have no resolved_at. The column is not used: it repeats the final"
                + " value on every row. Taken from the events, 1,543 of them were resolved all"
                + " the same; for the other 13 the closing counts.",
            "The wait from resolved to closed is nobody’s: a job closes incidents about five days"
                + " later. It counts against nobody.",
            "5 events come before their incident’s opened_at. What they set counts; time starts"
                + " at opened_at.",
            "README.md in the folder says more, and by which rule the log itself was kept.")) {
      lines.addAll(Lines.wrapped(text, "  ", "  ", width));
    }
    return lines;
  }

  private static List<String> next(Evaluation evaluation, Path folder, Path report) {
    String command = Shown.command();
    String shown = Shown.path(folder);
    String explain = command + " explain " + shown + " --metric " + EXPLAINED;
    String which =
        evaluation.stories().stream()
            .map(CaseStory::outcome)
            .filter(outcome -> outcome.metric().equals(EXPLAINED))
            .findFirst()
            .map(
                outcome ->
                    outcome.period().map(ReportingPeriod::name).orElse(PERIOD)
                        + " --case "
                        + Shown.word(outcome.key()))
            .orElse("2016-05");
    return List.of(
        "",
        "The report for a browser: " + report.toAbsolutePath(),
        "",
        "Three things to do next:",
        "",
        "  " + command + " read " + shown,
        "  " + explain + " --period " + which,
        "  " + command + " init my-first-agreement");
  }
}
