package org.plumbline.web.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own on a folder; close it.
 *
 * <p>At most one server uses a folder: this process holds a lock on it for as long as it lives, and
 * the operating system lets go of that lock even when the process is killed. PostgreSQL itself runs
 * on after such a death; whoever comes next finds it by the file it keeps in the folder and takes
 * it over, so that there never are two.
 *
 * <p>It listens on 127.0.0.1 alone, on a port that was free, asks for a password that was made for
 * this folder, and has no socket in the file system.
 */
public final class OwnPostgres implements AutoCloseable {

  /** The role that owns the cluster; the application never uses it after the roles are made. */
  public static final String ADMINISTRATOR = "administrator";

  private static final int STOP_SECONDS = 60;

  private final Path programs;
  private final Path cluster;
  private final Path home;
  private final FileLock lock;
  private final int port;
  private final String password;
  private final boolean adopted;

  private OwnPostgres(
      Path programs,
      Path cluster,
      Path home,
      FileLock lock,
      int port,
      String password,
      boolean adopted) {
    this.programs = programs;
    this.cluster = cluster;
    this.home = home;
    this.lock = lock;
    this.port = port;
    this.password = password;
    this.adopted = adopted;
  }

  /**
   * Starts it, or takes over the one that runs on the folder already.
   *
   * @param home made if it does not exist
   * @throws PostgresFault if another server uses the folder, or it cannot run here
   */
  public static OwnPostgres start(Path home) throws IOException {
    Path folder = Files.createDirectories(home).toRealPath();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    FileLock lock = lock(folder);
    try {
      Path programs = PostgresBinaries.unpacked(folder);
      Path cluster = folder.resolve("cluster-" + PostgresBinaries.MAJOR);
      String password = password(folder);
      if (!Files.exists(cluster.resolve("PG_VERSION"))) {
        initialize(programs, cluster, folder);
      }
      OptionalInt running = running(programs, cluster, folder);
      int port = running.isPresent() ? running.getAsInt() : launch(programs, cluster, folder);
      return new OwnPostgres(programs, cluster, folder, lock, port, password, running.isPresent());
    } catch (IOException | RuntimeException e) {
      lock.channel().close();
      throw e;
    }
  }

  /** Where a PostgreSQL is that another server of ours runs, and the administrator's password. */
  public record Found(String url, String password) {}

  /**
   * The database of a server that runs on a folder now, to read from it meanwhile.
   *
   * @return nothing if none runs there
   */
  public static Optional<Found> found(Path home, String database) throws IOException {
    Path lock = home.resolve("lock");
    Path state = home.resolve("cluster-" + PostgresBinaries.MAJOR).resolve("postmaster.pid");
    if (!Files.exists(lock) || !Files.exists(state)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        @Nullable FileLock held = channel.tryLock()) {
      if (held != null) {
        return Optional.empty(); // The server is gone; whoever starts takes its PostgreSQL over.
      }
    } catch (OverlappingFileLockException e) {
      // Held by this very process: it runs.
    }
    String port = Files.readAllLines(state, UTF_8).get(3).strip();
    return Optional.of(
        new Found("jdbc:postgresql://127.0.0.1:" + port + "/" + database, password(home)));
  }

  /** Where to connect, for a database in it. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** The password of {@link #ADMINISTRATOR}. */
  public String password() {
    return password;
  }

  /** Whether it ran already, left behind by a server that was killed. */
  public boolean adopted() {
    return adopted;
  }

  /** Stops it: open transactions are rolled back, what was committed is on disk. */
  @Override
  public void close() throws IOException {
    try {
      run(programs, home, "pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "stop");
    } finally {
      lock.channel().close();
    }
  }

  private static FileLock lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very process: the same answer.
    }
    if (lock == null) {
      channel.close();
      throw new PostgresFault(
          "another server uses the folder " + folder,
          "stop it, or name another folder with --data");
    }
    return lock;
  }

  private static String password(Path folder) throws IOException {
    Path file = folder.resolve("password");
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Path half =
          Files.createTempFile(
              folder,
              "password-",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          half, Base64.getUrlEncoder().withoutPadding().encodeToString(random), UTF_8);
      Files.move(half, file);
    }
    return Files.readString(file, UTF_8);
  }

  /** Makes an empty cluster beside its place and moves it there when it is whole. */
  private static void initialize(Path programs, Path cluster, Path folder) throws IOException {
    Path half = Files.createTempDirectory(folder, "cluster-new-");
    run(
        programs,
        folder,
        "initdb",
        "-D",
        half.toString(),
        "-U",
        ADMINISTRATOR,
        "--auth=scram-sha-256",
        "--pwfile=" + folder.resolve("password"),
        "--encoding=UTF8",
        "--locale=C",
        "--no-instructions");
    Files.move(half, cluster);
  }

  /** The port of the PostgreSQL that runs on the cluster. */
  private static OptionalInt running(Path programs, Path cluster, Path folder) throws IOException {
    if (exitCode(programs, folder, List.of("pg_ctl", "-D", cluster.toString(), "status")) != 0) {
      return OptionalInt.empty();
    }
    List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"), UTF_8);
    return OptionalInt.of(Integer.parseInt(lines.get(3).strip()));
  }

  private static int launch(Path programs, Path cluster, Path folder) throws IOException {
    int port = freePort();
    run(
        programs,
        folder,
        "pg_ctl",
        "-D",
        cluster.toString(),
        "-w",
        "-l",
        folder.resolve("postgres.log").toString(),
        "-o",
        "-p "
            + port
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c timezone=UTC"
            + " -c shared_buffers=64MB -c log_timezone=UTC",
        "start");
    return port;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void run(Path programs, Path folder, String... command) throws IOException {
    if (exitCode(programs, folder, List.of(command)) != 0) {
      throw new PostgresFault(
          command[0] + " failed on " + folder,
          "look at " + folder.resolve("programs.log") + " and " + folder.resolve("postgres.log"));
    }
  }

  private static int exitCode(Path programs, Path folder, List<String> command) throws IOException {
    List<String> words = new ArrayList<>(withoutRoot());
    words.add(programs.resolve("bin").resolve(command.get(0)).toString());
    words.addAll(command.subList(1, command.size()));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(folder.resolve("programs.log").toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
        throw new PostgresFault(
            command.get(0) + " did not end", "look at " + folder.resolve("postgres.log"));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + command.get(0) + " ran", e);
    }
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own it does not. */
  private static List<String> withoutRoot() {
    return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
  }
}
