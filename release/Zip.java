import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Packs a folder into a zip that keeps which files may be run. {@code plumbline release} uses it. */
public final class Zip {

  private Zip() {}

  /**
   * Packs.
   *
   * @param arguments the folder, which is the one folder in the zip, and the zip to write
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    URI zip = URI.create("jar:" + Path.of(arguments[1]).toAbsolutePath().toUri());
    Map<String, String> options = Map.of("create", "true", "enablePosixFileAttributes", "true");
    try (FileSystem packed = FileSystems.newFileSystem(zip, options);
        Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> sorted = all.sorted().toList();
      for (Path each : sorted) {
        Path to = packed.getPath("/").resolve(each.toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(to);
        } else {
          Files.copy(each, to);
          Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(each));
        }
      }
    }
  }
}
