package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plumbline backup}. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Write all that the server keeps into one file: its tables as they are at one moment, and",
      "the files of records, with a checksum each. The server may run meanwhile."
    },
    footer = {
      " ",
      "  plumbline backup plumbline-2026-11.zip",
      "  plumbline backup --data /srv/plumbline /backups/monday.zip"
    })
final class BackupCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = "The file to write (zip); nothing is written over.")
  private Path file = Path.of("");

  @Mixin private ServerOptions server;

  @Override
  public Integer call() throws IOException {
    List<String> arguments = new ArrayList<>(server.arguments());
    arguments.add("act=backup");
    arguments.add("file=" + file.toAbsolutePath());
    ServerProgram.run(arguments);
    return ExitCode.DONE;
  }
}
