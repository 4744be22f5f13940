package org.plumbline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The {@code plumbline} command. Each subcommand is a class of its own, listed in {@link Commands}.
 */
@Command(
    name = "plumbline",
    description = {
      "Service level agreements as data: an agreement and the records of what happened in,",
      "results that both parties can recompute and explain out."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Plumbline.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {"", "Exit codes: 0 done, 1 findings, 2 usage, 3 input refused, 4 our fault."})
public final class Plumbline implements Runnable {
  @Spec private CommandSpec spec;

  private final Instant now;

  Plumbline(Instant now) {
    this.now = now;
  }

  /** Declared here so that every command takes it; {@link Faults#debugWanted} reads it. */
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error came from.")
  @SuppressWarnings("unused")
  private boolean debug;

  /** Runs one command and ends the process with its {@link ExitCode}. */
  public static void main(String[] args) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    int code = run(out, err, Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS), args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * Runs one command.
   *
   * @param out where answers go
   * @param err where complaints and progress go
   * @param now the time of day, read once
   * @param args the command's name and its arguments
   * @return an {@link ExitCode}
   */
  static int run(PrintWriter out, PrintWriter err, Instant now, String... args) {
    boolean debug = Faults.debugWanted(args);
    try {
      return commandLine(now, args)
          .setOut(out)
          .setErr(err)
          .registerConverter(Path.class, Plumbline::path)
          .setCaseInsensitiveEnumValuesAllowed(true)
          .setUsageHelpWidth(Terminal.ofProcess().width())
          .setParameterExceptionHandler(Faults::usage)
          .setExecutionExceptionHandler((fault, line, parsed) -> Faults.say(fault, err, debug))
          .execute(args);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError fault) {
      return Faults.say(fault, err, debug);
    }
  }

  /** The time of day, as the process found it. */
  Instant now() {
    return now;
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }

  /**
   * Reading the annotations of all commands takes time at each start, so a named one comes alone.
   */
  private static CommandLine commandLine(Instant now, String... args) {
    CommandLine line = new CommandLine(new Plumbline(now));
    if (args.length > 0 && Commands.ALL.containsKey(args[0])) {
      return line.addSubcommand(args[0], Commands.ALL.get(args[0]));
    }
    Commands.ALL.forEach(line::addSubcommand);
    return line;
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), UTF_8), false);
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Plumbline.class.getPackage().getImplementationVersion();
      return new String[] {"plumbline " + (version == null ? "(development)" : version)};
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new CommandLine.TypeConversionException("no file can have this name");
    }
  }
}
