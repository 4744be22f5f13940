package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Start the server: the place where two parties define, agree, watch and amend together.",
      "It is reached from this machine only; without --database it runs its own PostgreSQL."
    },
    footer = {
      " ",
      "  plumbline serve",
      "  plumbline serve --port 9000 --data /srv/plumbline",
      "  plumbline serve --database postgresql://db.example/plumbline"
    })
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "The port on 127.0.0.1; 0 for one that is free (8080).")
  private int port;

  @Mixin private ServerOptions server;

  @Option(
      names = "--key-tasks",
      paramLabel = "DIR",
      description = "Pages (.md) with the wording of the key tasks; ours otherwise.")
  private Optional<Path> keyTasks = Optional.empty();

  @Override
  public Integer call() throws IOException {
    if (port < 0 || port > 65_535) {
      throw new InputRefused("--port: write a number from 0 to 65535");
    }
    if (keyTasks.isPresent() && !Files.isDirectory(keyTasks.get())) {
      throw new InputRefused("--key-tasks: there is no folder " + keyTasks.get());
    }
    ServerProgram.run(arguments());
    return ExitCode.DONE;
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(server.arguments());
    arguments.add("act=serve");
    arguments.add("port=" + port);
    keyTasks.ifPresent(folder -> arguments.add("key-tasks=" + folder.toAbsolutePath()));
    return arguments;
  }
}
