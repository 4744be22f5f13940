package org.plumbline.web.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** What a file is by what it holds, whatever it is called; what may run is none of them. */
enum FileType {
  PDF("application/pdf", "pdf"),
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg", "jpeg"),
  TIFF("image/tiff", "tif", "tiff"),
  WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  SLIDES("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
  TEXT("text/plain", "txt", "csv", "log", "json", "yaml", "yml", "eml", "md");

  private final String type;

  @SuppressWarnings("ImmutableEnumChecker") // List.of never changes.
  private final List<String> endings;

  FileType(String type, String... endings) {
    this.type = type;
    this.endings = List.of(endings);
  }

  /** The media type. */
  String type() {
    return type;
  }

  /** Whether a file of this type may be called so. */
  boolean fits(String name) {
    return endings.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /** What may be brought, in words. */
  static String all() {
    return Stream.of(values())
        .flatMap(each -> each.endings.stream())
        .collect(Collectors.joining(", "));
  }

  /** The type of what a file holds; empty if it is none of these. */
  static Optional<FileType> of(byte[] content) {
    if (begins(content, '%', 'P', 'D', 'F', '-')) {
      return Optional.of(PDF);
    }
    if (begins(content, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
      return Optional.of(PNG);
    }
    if (begins(content, 0xff, 0xd8, 0xff)) {
      return Optional.of(JPEG);
    }
    if (begins(content, 'I', 'I', 42, 0) || begins(content, 'M', 'M', 0, 42)) {
      return Optional.of(TIFF);
    }
    if (begins(content, 'P', 'K', 3, 4)) {
      return office(content);
    }
    return isText(content) ? Optional.of(TEXT) : Optional.empty();
  }

  private static boolean begins(byte[] content, int... first) {
    if (content.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((content[i] & 0xff) != first[i]) {
        return false;
      }
    }
    return true;
  }

  /** Reads names alone, unpacks nothing; what has macros is none. */
  private static Optional<FileType> office(byte[] content) {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      Set<String> names =
          Collections.list(zip.getEntries()).stream()
              .map(ZipArchiveEntry::getName)
              .collect(Collectors.toSet());
      if (!names.contains("[Content_Types].xml")
          || names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
        return Optional.empty();
      }
      return names.contains("word/document.xml")
          ? Optional.of(WORD)
          : names.contains("xl/workbook.xml")
              ? Optional.of(EXCEL)
              : names.contains("ppt/presentation.xml") ? Optional.of(SLIDES) : Optional.empty();
    } catch (IOException fault) {
      return Optional.empty();
    }
  }

  private static boolean isText(byte[] content) {
    for (byte each : content) {
      if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
        return false;
      }
    }
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException fault) {
      return false;
    }
  }
}
