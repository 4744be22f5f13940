package org.plumbline.web.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Files of records on disk, each under its own SHA-256, written once and never changed. What was
 * acknowledged is on disk, also after the power went.
 */
public final class RecordFiles {

  private final Path folder;

  /**
   * Files in a folder.
   *
   * @param folder made if it is not there
   */
  public RecordFiles(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder).toRealPath();
  }

  /** A file that is kept. */
  public record Kept(String sha256, long bytes) {}

  /** Keeps a file. */
  public Kept keep(InputStream content) {
    try {
      Path half = Files.createTempFile(folder, "receiving-", "");
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (OutputStream out = Files.newOutputStream(half)) {
          new DigestInputStream(content, digest).transferTo(out);
        }
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        long bytes = Files.size(half);
        Files.createDirectories(path(sha256).getParent());
        Files.move(half, path(sha256), StandardCopyOption.ATOMIC_MOVE);
        return new Kept(sha256, bytes);
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException("keeping a file of records", e);
    }
  }

  /** The content of a file that is kept. */
  public byte[] content(String sha256) {
    try {
      return Files.readAllBytes(path(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException("reading a file of records", e);
    }
  }

  /** A file that is kept, to be given out as it is read. */
  public Path file(String sha256) {
    return path(sha256);
  }

  /** Work over files in a folder of their own, where they have the names that people gave them. */
  public interface OverFolder<T> {
    /**
     * Works.
     *
     * @param files the files of records
     * @param scratch for what is unpacked or spilled
     */
    T over(Path files, Path scratch) throws IOException;
  }

  /**
   * Lays out files under the names that people gave them, works over them, and takes them away.
   *
   * @param named checksums by name
   */
  public <T> T laidOut(Map<String, String> named, OverFolder<T> work) {
    return laidOut(named, Map.of(), work);
  }

  /**
   * The same with files that are written for it.
   *
   * @param written content by name; one that people uploaded under the same name is left out
   */
  <T> T laidOut(Map<String, String> named, Map<String, String> written, OverFolder<T> work) {
    try {
      Path place = Files.createTempDirectory(folder, "laid-out-");
      try {
        Path files = Files.createDirectory(place.resolve("files"));
        for (Map.Entry<String, String> each : named.entrySet()) {
          if (!written.containsKey(each.getKey())) {
            Files.createLink(files.resolve(each.getKey()), path(each.getValue()));
          }
        }
        for (Map.Entry<String, String> each : written.entrySet()) {
          Files.writeString(files.resolve(each.getKey()), each.getValue());
        }
        return work.over(files, Files.createDirectory(place.resolve("scratch")));
      } finally {
        remove(place);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("laying out files of records", e);
    }
  }

  private static void remove(Path place) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(place)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  private Path path(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }
}
