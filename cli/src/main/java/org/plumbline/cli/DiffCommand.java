package org.plumbline.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.difference.DifferenceJson;
import org.plumbline.difference.DifferenceReport;
import org.plumbline.difference.VersionChange;
import org.plumbline.register.VersionFolder;
import org.plumbline.report.html.HtmlReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline diff}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "What changed from one version of an agreement to another, in words, with the words struck"
          + " and",
      "inserted in prose, the cost of what remains, and the blocks of an Interagency Agreement.",
      "What is only written differently is no change: comments, order of keys, 98%% for 98.0%%."
    },
    footer = {
      "",
      "  plumbline diff versions/original.yaml versions/amendment-1.yaml",
      "  plumbline diff desk                            a folder of versions: each to the next",
      "  plumbline diff old.yaml new.yaml -o redline.html",
      "  plumbline diff old.yaml new.yaml --from 2027-04-01 --quantity invoice-volume=5000"
    })
final class DiffCommand implements Callable<Integer> {
  /** How to answer. */
  enum Format {
    /** Sentences. */
    TEXT,
    /** The same as data. */
    JSON,
    /** One file for a browser. */
    HTML;

    static Format ofFile(Optional<Path> file) {
      return switch (EvaluationOutput.Format.ofFile(file)) {
        case HTML -> HTML;
        case JSON -> JSON;
        case TEXT, CSV -> TEXT;
      };
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "The version before; or, alone, a folder of versions.")
  private String old = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "NEW", description = "The version after.")
  private Optional<String> young = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "text|json|html",
      description = "How to answer (as the ending of the file named with -o, else text).")
  private @Nullable Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the answer goes, instead of what goes out.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description =
          "From when on the cost is said (the day on which the later version takes effect).")
  private Optional<LocalDate> from = Optional.empty();

  @Option(
      names = "--quantity",
      paramLabel = "METRIC=NUMBER",
      description =
          "How many of a metric each of its periods, where a fee is for each; may be given more"
              + " than once.")
  private Map<String, BigDecimal> quantities = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException {
    List<VersionChange> steps = steps();
    Format chosen = format == null ? Format.ofFile(output) : format;
    Terminal terminal = output.isPresent() ? Terminal.PLAIN : Terminal.ofProcess();
    String text =
        switch (chosen) {
          case TEXT -> text(steps, terminal);
          case JSON ->
              Json.text(
                      young.isPresent()
                          ? DifferenceJson.of(steps.get(0))
                          : DifferenceJson.of(steps))
                  + "\n";
          case HTML -> HtmlReport.render(DifferenceReport.of(steps), DifferenceReport.FOOTER);
        };
    EvaluationOutput.put(text, output, spec.commandLine().getOut(), spec.commandLine().getErr());
    return ExitCode.DONE;
  }

  private String text(List<VersionChange> steps, Terminal terminal) {
    List<String> lines = new ArrayList<>();
    for (VersionChange step : steps) {
      if (young.isEmpty()) {
        lines.add(
            (lines.isEmpty() ? "" : "\n")
                + "From "
                + step.before().name()
                + " to "
                + step.after().name());
      }
      lines.addAll(DifferenceText.of(step, terminal.width(), terminal.colored()));
    }
    return String.join("\n", lines) + "\n";
  }

  private List<VersionChange> steps() throws IOException {
    List<VersionChange.Side> sides = new ArrayList<>();
    if (young.isPresent()) {
      sides.add(side(AgreementFile.open(old)));
      sides.add(side(AgreementFile.open(young.get())));
    } else {
      sides.addAll(versions());
    }
    for (String metric : quantities.keySet()) {
      if (sides.stream().noneMatch(side -> side.agreement().metrics().containsKey(metric))) {
        throw new ParameterException(
            spec.commandLine(), "--quantity: no version has a metric " + metric);
      }
    }
    List<VersionChange> steps = new ArrayList<>();
    for (int i = 1; i < sides.size(); i++) {
      steps.add(VersionChange.between(sides.get(i - 1), sides.get(i), from, quantities));
    }
    return steps;
  }

  private List<VersionChange.Side> versions() throws IOException {
    Path folder = Shown.named(old);
    Path named =
        Files.isDirectory(folder.resolve(VersionFolder.NAME))
            ? folder.resolve(VersionFolder.NAME)
            : folder;
    if (!Files.isDirectory(named)) {
      throw new ParameterException(
          spec.commandLine(), "name two versions, or one folder of versions");
    }
    VersionFolder.Read read = VersionFolder.read(named);
    List<VersionChange.Side> sides = new ArrayList<>();
    for (VersionFolder.File file : read.files()) {
      sides.add(side(new AgreementFile(file.path(), named, file.read(), Optional.empty())));
    }
    if (sides.size() < 2) {
      throw new InputRefused(
          old + " has fewer than two versions\nName two versions, or a folder that holds several");
    }
    return sides;
  }

  private static VersionChange.Side side(AgreementFile file) {
    return new VersionChange.Side(
        file.path().toString(), file.hash(), file.canonical(), file.agreement());
  }
}
