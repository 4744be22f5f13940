package org.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline init}. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "A first agreement with a note on each line, and records that it can be evaluated over at once;",
      "with --from one that is made from your own spreadsheet, after at most six questions.",
      "Never replaces a file that is there."
    },
    footer = {
      "",
      "  plumbline init first                                  # a small one, a note on each line",
      "  plumbline init --list-templates",
      "  plumbline init --template accounts-payable payables   # a whole one, with published targets",
      "  plumbline init mine --from invoices.xlsx",
      "  plumbline init mine --from invoices.xlsx --starts Received --stops Paid --within '25 days'"
    })
final class InitCommand implements Callable<Integer> {
  static final List<String> FILES =
      List.of("agreement.yaml", "records.yaml", "records/invoices.csv");

  @Spec private CommandSpec spec;

  @ParentCommand private Plumbline root;
  @Mixin private FromOptions from;

  @Option(
      names = "--template",
      paramLabel = "NAME",
      description =
          "Start from a whole agreement of a kind of service; --list-templates says which.")
  private Optional<String> template = Optional.empty();

  @Option(names = "--list-templates", description = "Say which templates there are.")
  private boolean listsTemplates;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder to make it in; made when missing.")
  private String named = "";

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (listsTemplates) {
      Template.ALL.forEach(one -> out.printf("%-24s%s%n", one.name(), one.shows()));
      return ExitCode.DONE;
    }
    if (named.isEmpty()) {
      throw usage("say in which folder to make it: plumbline init DIR");
    }
    if (from.from().isPresent()) {
      if (template.isPresent()) {
        throw usage("--template and --from: choose one");
      }
      return new InitFromFile(from, out, spec.commandLine().getErr(), root.now())
          .run(named, from.from().get());
    }
    from.checkAlone();
    return template.isPresent() ? fromTemplate(known(template.get()), out) : first(out);
  }

  private Template known(String name) {
    return Template.named(name)
        .orElseThrow(
            () ->
                usage(
                    "no template is called "
                        + name
                        + "; there are "
                        + String.join(", ", Template.ALL.stream().map(Template::name).toList())));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int fromTemplate(Template chosen, PrintWriter out) throws IOException {
    Path folder = folder(named);
    refuseWhatIsThere(folder, chosen.files());
    chosen.write(folder);
    String command = Shown.command();
    String shown = Shown.path(folder);
    out.println("An agreement of the kind " + chosen.name() + " is in " + folder + ":");
    out.println();
    out.println("  agreement.yaml   what both parties promise, with published targets");
    out.println("  records.yaml     which column of which file is what");
    out.println("  records/         made-up records of October to December 2025");
    out.println();
    out.println("What to do next:");
    out.println();
    out.println("  " + command + " evaluate " + shown + " --period " + Template.PERIOD);
    out.println("  " + command + " read " + shown);
    out.println("  " + command + " check " + shown);
    out.println();
    out.println("Then change the parties, the numbers and the records to your own.");
    return ExitCode.DONE;
  }

  private void refuseWhatIsThere(Path folder, List<String> files) {
    List<String> there = files.stream().filter(file -> Files.exists(folder.resolve(file))).toList();
    if (!there.isEmpty()) {
      throw new InputRefused(
          "the folder "
              + named
              + " already has "
              + String.join(", ", there)
              + "; nothing was written\nName another folder: plumbline init DIR");
    }
  }

  private int first(PrintWriter out) throws IOException {
    Path folder = folder(named);
    refuseWhatIsThere(folder, FILES);
    Files.createDirectories(folder.resolve("records"));
    for (String file : FILES) {
      write(folder.resolve(file), file);
    }
    out.println("A first agreement is in " + folder + ":");
    out.println();
    out.println(
        "  agreement.yaml          what two parties promise each other, with a note on each line");
    out.println("  records.yaml            which column of which file is what");
    out.println(
        "  records/invoices.csv    what happened: invoices received in January to March 2025");
    out.println();
    out.println("What to do next:");
    out.println();
    String command = Shown.command();
    String shown = Shown.path(folder);
    out.println("  " + command + " evaluate " + shown + " --period 2025-01..2025-03");
    out.println("  " + command + " read " + shown);
    out.println(
        "  " + command + " explain " + shown + " --period 2025-03 --metric invoices-on-time");
    out.println();
    out.println("Then change agreement.yaml, and evaluate again; " + command + " check " + shown);
    out.println("says what is wrong with it, and where.");
    return ExitCode.DONE;
  }

  private static Path folder(String named) {
    Path folder = Shown.named(named);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new InputRefused(named + " is a file, not a folder; nothing was written");
    }
    return folder;
  }

  private static void write(Path file, String resource) throws IOException {
    try (InputStream in = InitCommand.class.getResourceAsStream("starter/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("no starter/" + resource);
      }
      Files.copy(in, file);
    }
  }
}
