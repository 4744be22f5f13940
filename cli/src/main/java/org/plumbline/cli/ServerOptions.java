package org.plumbline.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the server keeps what it keeps. */
final class ServerOptions {

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

  /** As the server's program takes them: {@code name=value} each. */
  List<String> arguments() {
    return List.of("data=" + data.toAbsolutePath(), "database=" + database);
  }
}
