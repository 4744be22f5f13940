package org.plumbline.report.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** An Office file as its parts, packed so that the same parts are the same bytes. */
final class FixedZip {

  /** The first moment that a zip file can hold. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** Adds a part of text. */
  void put(String name, String text) {
    put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a part. */
  void put(String name, byte[] bytes) {
    if (parts.put(name, bytes) != null) {
      throw new IllegalStateException("two parts are called " + name);
    }
  }

  /** The file. */
  byte[] bytes() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("packing a document", e);
    }
    return file.toByteArray();
  }

  /** The same file with fixed times, also of the workbooks inside it. */
  static byte[] repacked(byte[] file) {
    return repacked(file, (name, part) -> part);
  }

  /**
   * The same file with fixed times.
   *
   * @param changed what becomes of a part, by its name
   */
  static byte[] repacked(byte[] file, BiFunction<String, byte[], byte[]> changed) {
    FixedZip packed = new FixedZip();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] part = changed.apply(entry.getName(), zip.readAllBytes());
        packed.put(entry.getName(), entry.getName().endsWith(".xlsx") ? repacked(part) : part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("packing a document", e);
    }
    return packed.bytes();
  }
}
