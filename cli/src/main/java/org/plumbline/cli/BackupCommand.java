package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
            "act=backup",
            "data=" + data.toAbsolutePath(),
            "database=" + database,
            "file=" + file.toAbsolutePath()));
    return ExitCode.DONE;
  }
}
