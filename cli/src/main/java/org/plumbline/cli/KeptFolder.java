package org.plumbline.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.register.Checksum;
import org.plumbline.replay.KeptPast;
import org.plumbline.replay.KeptPastFormat;

/**
 * A folder in which what was counted over a past is kept between runs, a file for each text,
 * records and moment. Each file ends in the checksum of what stands before it; one that is not
 * whole is as if it were not there.
 */
record KeptFolder(Path folder) {

  private static final String ENDING = ".kept";
  private static final int DIGEST_BYTES = 32;

  /**
   * What a kept past is of: its name.
   *
   * @param what all that its figures rest on, line by line
   */
  static String name(List<String> what) {
    return Checksum.of("plumbline-kept 2\n" + String.join("\n", what) + "\n") + ENDING;
  }

  /** Whether a past is kept under a name, and whole. */
  boolean has(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.isRegularFile(file) && isWhole(file);
    } catch (IOException e) {
      return false;
    }
  }

  /** What was kept under a name; empty if nothing was, or it is not whole. */
  Optional<KeptPast> read(String name, Agreement text) {
    try {
      return has(name) ? Optional.of(content(folder.resolve(name), text)) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static KeptPast content(Path file, Agreement text) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return KeptPastFormat.read(in, text);
    }
  }

  private static boolean isWhole(Path file) throws IOException {
    long content = Files.size(file) - DIGEST_BYTES;
    MessageDigest digest = sha256();
    try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      byte[] buffer = new byte[1 << 16];
      long left = content;
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          return false;
        }
        left -= read;
      }
      in.on(false);
      return content > 0 && Arrays.equals(in.readNBytes(DIGEST_BYTES), digest.digest());
    }
  }

  /** Keeps a past under a name; what is there is replaced at once, or not at all. */
  void write(String name, KeptPast past) throws IOException {
    Files.createDirectories(folder);
    Path made = Files.createTempFile(folder, "making", ENDING);
    try {
      MessageDigest digest = sha256();
      try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(made), 1 << 16)) {
        KeptPastFormat.write(past, new DigestOutputStream(file, digest));
        file.write(digest.digest());
      }
      Files.move(made, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(made);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
