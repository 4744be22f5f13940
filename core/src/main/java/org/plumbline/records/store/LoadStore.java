package org.plumbline.records.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The folder {@code store} in a folder of records (ADR 38): {@code store.json} lists all that is in
 * it, {@code parts} holds rows as Parquet, {@code originals} the bytes as they came, packed, under
 * their checksum. Names of files mean the same as before they were taken in.
 *
 * @param folder the folder of records
 * @param files what was taken in, by name
 * @param parts where the rows are, in order of set and months
 */
public record LoadStore(Path folder, Map<String, KeptFile> files, List<KeptPart> parts) {

  /** The folder of the store within the folder of records. */
  public static final String FOLDER = "store";

  private static final String LIST = "store.json";
  private static final long LARGEST_LIST = 256L << 20;

  /** The store is not what we wrote. */
  public static final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged(String found) {
      super(found);
    }
  }

  /** Copies map and list. */
  public LoadStore {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    parts = List.copyOf(parts);
  }

  /**
   * The store of a folder of records; an empty one where there is none.
   *
   * @throws Damaged if its list is not as we write it
   */
  public static LoadStore of(Path folder) throws IOException {
    Path list = folder.resolve(FOLDER).resolve(LIST);
    if (!Files.isRegularFile(list)) {
      return new LoadStore(folder, Map.of(), List.of());
    }
    if (Files.size(list) > LARGEST_LIST) {
      throw new Damaged("the list of the store is larger than any that we write");
    }
    return StoreJson.read(folder, Files.readString(list, StandardCharsets.UTF_8));
  }

  /** Whether nothing was taken in. */
  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** A file that was taken in. */
  public Optional<KeptFile> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** The folder of the store. */
  public Path home() {
    return folder.resolve(FOLDER);
  }

  /** Where a part lies. */
  public Path at(KeptPart part) {
    return home().resolve(part.path());
  }

  /** Where the bytes of a file lie, packed, unless they are kept no longer. */
  public Path original(KeptFile file) {
    return home().resolve("originals").resolve(file.sha256() + ".gz");
  }

  /** Whether the bytes of a file as they came are still there. */
  public boolean hasOriginal(KeptFile file) {
    return Files.isRegularFile(original(file));
  }

  /**
   * The bytes of a file as they came.
   *
   * @throws IOException if they are kept no longer, or cannot be read
   */
  public InputStream open(KeptFile file) throws IOException {
    return new GZIPInputStream(
        new BufferedInputStream(Files.newInputStream(original(file)), 1 << 16), 1 << 16);
  }

  /**
   * Puts the bytes of a file into the store, unless they are there.
   *
   * @throws Damaged if they do not have the checksum that they had when they were read
   */
  public void keep(Path source, KeptFile file) throws IOException {
    Path target = original(file);
    Files.createDirectories(home().resolve("originals"));
    Path packing = target.resolveSibling(file.sha256() + ".new");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packing), 1 << 16)) {
      Files.copy(source, out);
    }
    sync(packing);
    Files.move(packing, target, StandardCopyOption.REPLACE_EXISTING);
    if (!checksum(open(file)).equals(file.sha256())) {
      Files.delete(target);
      throw new Damaged(file.name() + " changed while it was taken in");
    }
  }

  /** Writes the list; whoever reads meanwhile sees the one before or this one. */
  public void write() throws IOException {
    Files.createDirectories(home());
    Path packing = home().resolve(LIST + ".new");
    Files.writeString(packing, StoreJson.write(this), StandardCharsets.UTF_8);
    sync(packing);
    Files.move(
        packing,
        home().resolve(LIST),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Waits until the bytes of a file are on the disk. */
  public static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** The parts in which rows of some files stand. */
  public List<KeptPart> partsOf(Collection<String> names) {
    return parts.stream().filter(part -> part.files().stream().anyMatch(names::contains)).toList();
  }

  /** The checksum of bytes, 64 hex digits; closes the stream. */
  public static String checksum(InputStream bytes) throws IOException {
    try (InputStream in = bytes) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
