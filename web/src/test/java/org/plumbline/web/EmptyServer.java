package org.plumbline.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.plumbline.web.store.TestDatabase;

/** A server on which nobody is yet; whoever comes first has a link that works once. */
final class EmptyServer implements AutoCloseable {
  final Server server;

  EmptyServer() throws IOException {
    Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data-");
    try {
      server =
          Server.start(
              new ServerOptions(0, data, Optional.of(TestDatabase.migrated()), 4),
              Clock.systemUTC());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
