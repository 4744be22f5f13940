package org.plumbline.cli;

import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline loads}. */
@Command(
    name = "loads",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list|verify|compact|retain",
    description = {
      "The files in which records were delivered, and the store that keeps them: list them, verify",
      "them against their checksums, take many small files into few sorted ones, and let go of"
          + " what",
      "nobody needs any more. No figure changes by it."
    },
    subcommands = {
      LoadsListCommand.class,
      LoadsVerifyCommand.class,
      LoadsCompactCommand.class,
      LoadsRetainCommand.class
    },
    footer = {
      "",
      "  plumbline loads list desk",
      "  plumbline loads compact desk",
      "  plumbline loads verify desk",
      "  plumbline loads retain desk --before 2023-10-01 --publications published"
    })
final class LoadsCommand implements Runnable {
  @Spec private CommandSpec spec;
  @ParentCommand private Plumbline root;

  /** The time of day, as the process found it. */
  Instant now() {
    return root.now();
  }

  /** Without one of its commands there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name one of list, verify, compact, retain");
  }
}
