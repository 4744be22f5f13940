package org.plumbline.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Files of an office that are embedded in another one, at any depth: each is held to what holds for
 * a file of its own, whether somebody reads it or not.
 */
final class EmbeddedFiles {

  private static final int DEEPEST = 3;

  private EmbeddedFiles() {}

  /**
   * Refuses a file that holds one that acts, is damaged or is far too large.
   *
   * @param depth how many files it is embedded in itself
   */
  static void refuseWhatActs(OfficePackage file, int depth) throws IOException, RefusedWorkbook {
    for (ZipEntry part : file.parts()) {
      Optional<OfficePackage.Kind> kind = kind(part.getName());
      if (kind.isPresent()) {
        if (depth == DEEPEST) {
          throw refused(part, "it is embedded in more than " + DEEPEST + " files");
        }
        Path own = Files.createTempFile("embedded-", ".part");
        try {
          copy(file, part, own);
          whole(own, kind.get(), depth + 1);
        } catch (RefusedWorkbook e) {
          throw refused(part, e.found());
        } catch (Workbook.TooLarge e) {
          throw refused(part, "it " + e.getMessage());
        } finally {
          Files.deleteIfExists(own);
        }
      }
    }
  }

  private static RefusedWorkbook refused(ZipEntry part, String why) {
    return new RefusedWorkbook(
        "a file is embedded that cannot be taken (" + part.getName() + "): " + why,
        "Take the embedded file out, or put in its place one without that");
  }

  private static void copy(OfficePackage file, ZipEntry part, Path to) throws IOException {
    try (InputStream in = file.bytes(part);
        OutputStream out = Files.newOutputStream(to)) {
      in.transferTo(out);
    }
  }

  /** Every part of it that is XML is read, so that none declares a document type. */
  private static void whole(Path own, OfficePackage.Kind kind, int depth)
      throws IOException, RefusedWorkbook {
    try (OfficePackage embedded = OfficePackage.open(own, WorkbookLimits.FORM, kind)) {
      embedded.refuseWhatActs(depth);
      for (ZipEntry part : embedded.parts()) {
        if (part.getName().toLowerCase(Locale.ROOT).endsWith(".xml")) {
          embedded.parse(part.getName(), new DefaultHandler());
        }
      }
    }
  }

  private static Optional<OfficePackage.Kind> kind(String part) {
    String name = part.toLowerCase(Locale.ROOT);
    if (!name.contains("/embeddings/")) {
      return Optional.empty();
    }
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "docx", "docm", "dotx", "dotm" -> Optional.of(OfficePackage.Kind.DOCUMENT);
      case "xlsx", "xlsm", "xltx", "xltm" -> Optional.of(OfficePackage.Kind.WORKBOOK);
      case "pptx", "pptm", "potx", "potm" -> Optional.of(OfficePackage.Kind.SLIDES);
      default -> Optional.empty();
    };
  }
}
