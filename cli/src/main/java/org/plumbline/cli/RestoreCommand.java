package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plumbline restore}. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Bring a backup back into an empty folder. All of it is held to its checksums first; at the",
      "end the chain of the audit is verified."
    },
    footer = {" ", "  plumbline restore --data /srv/restored plumbline-2026-11.zip"})
final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "A file that plumbline backup wrote.")
  private Path file = Path.of("");

  @Mixin private ServerOptions server;

  @Override
  public Integer call() throws IOException {
    List<String> arguments = new ArrayList<>(server.arguments());
    arguments.add("act=restore");
    arguments.add("file=" + file.toAbsolutePath());
    ServerProgram.run(arguments);
    return ExitCode.DONE;
  }
}
