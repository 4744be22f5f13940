package org.plumbline.cli;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The server as another program. It has a class path of its own, which is read only here, so that
 * no other command starts slower for it.
 */
final class ServerProgram {

  private static final String MAIN = "org.plumbline.web.Main";

  private ServerProgram() {}

  /**
   * Runs it until it ends or the process is told to stop.
   *
   * @param arguments {@code name=value} each
   */
  static void run(List<String> arguments) throws IOException {
    Path server = Path.of(System.getProperty("plumbline.server", "server"), "server.jar");
    if (!Files.isRegularFile(server)) {
      throw new InputRefused(
          "the server is not here: "
              + server
              + "\nStart it with ./plumbline serve, which builds it");
    }
    URL jar = server.toUri().toURL();
    try (URLClassLoader loader =
        new URLClassLoader("server", new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      loader
          .loadClass(MAIN)
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments.toArray(String[]::new));
    } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalStateException("the server’s jar is another one", e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the server stopped", e.getCause());
    }
  }
}
