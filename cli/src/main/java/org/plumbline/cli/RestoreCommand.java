package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "plumbline-data",
      description = "Where records and the own PostgreSQL are kept (plumbline-data).")
  private Path data = Path.of("plumbline-data");

  @Option(
      names = "--database",
      paramLabel = "URL",
      defaultValue = "",
      description = "Another PostgreSQL; its two roles stand in the environment.")
  private String database = "";

  @Override
  public Integer call() throws IOException {
    ServerProgram.run(
        List.of(
            "act=restore",
            "data=" + data.toAbsolutePath(),
            "database=" + database,
            "file=" + file.toAbsolutePath()));
    return ExitCode.DONE;
  }
}
