package org.plumbline.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An Office Open XML workbook, its rows read as a stream: values of cells as they were last
 * computed, cells with a date format as dates. Macros are never looked at; document types and
 * outside entities are refused; parts may not grow beyond the limits when unpacked.
 */
public final class Workbook implements AutoCloseable {

  private static final long FREE_BYTES = 10L << 20;

  private final ZipFile zip;
  private final WorkbookLimits limits;
  private final WorkbookParts parts = new WorkbookParts();
  private boolean valuesRead;

  private Workbook(ZipFile zip, WorkbookLimits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  /**
   * Opens a workbook.
   *
   * @throws RefusedWorkbook if the file is none, or is damaged
   */
  public static Workbook open(Path file, WorkbookLimits limits)
      throws IOException, RefusedWorkbook {
    checkMagic(file);
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw damaged();
    }
    Workbook workbook = new Workbook(zip, limits);
    try {
      workbook.parse("xl/workbook.xml", workbook.parts.workbook());
      workbook.parse("xl/_rels/workbook.xml.rels", workbook.parts.relations());
      return workbook;
    } catch (IOException | RefusedWorkbook | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** The sheets in the order of their tabs. */
  public List<Sheet> sheets() {
    return parts.sheets();
  }

  /**
   * Shows all rows of a sheet that have a value.
   *
   * @param sheet its name; empty: the first
   * @throws RefusedWorkbook if there is no such sheet, or it is damaged
   */
  public void rows(Optional<String> sheet, SheetSink sink) throws IOException, RefusedWorkbook {
    String part = parts.partOf(sheet);
    if (!valuesRead) {
      valuesRead = true;
      readValues();
    }
    parse(part, new SheetRows(parts, sink));
  }

  /** The part of the package that a sheet is in. */
  String part(String sheet) throws RefusedWorkbook {
    return parts.partOf(Optional.of(sheet));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** What cells refer to: their formats and their texts. */
  private void readValues() throws IOException, RefusedWorkbook {
    if (zip.getEntry("xl/styles.xml") != null) {
      parse("xl/styles.xml", parts.styles());
    }
    if (zip.getEntry("xl/sharedStrings.xml") != null) {
      parse("xl/sharedStrings.xml", parts.strings());
    }
  }

  private static void checkMagic(Path file) throws IOException, RefusedWorkbook {
    byte[] magic;
    try (InputStream in = Files.newInputStream(file)) {
      magic = in.readNBytes(4);
    }
    if (magic.length == 4 && magic[0] == (byte) 0xd0 && magic[1] == (byte) 0xcf) {
      throw new RefusedWorkbook(
          "the workbook is protected with a password, or of the old .xls form",
          "Save it as .xlsx without a password");
    }
    if (magic.length < 4 || magic[0] != 'P' || magic[1] != 'K') {
      throw new RefusedWorkbook("the file is no workbook", "Give an .xlsx file, or say its format");
    }
  }

  private void parse(String part, DefaultHandler handler) throws IOException, RefusedWorkbook {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      throw new RefusedWorkbook("the workbook has no part " + part, "Save it again as .xlsx");
    }
    try (InputStream in = new Limited(zip.getInputStream(entry), entry.getCompressedSize())) {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.newSAXParser().parse(new InputSource(in), handler);
    } catch (ZipException e) {
      throw damaged();
    } catch (SAXException e) {
      if (e.getException() instanceof RefusedWorkbook refused) {
        throw refused;
      }
      if (e.getException() instanceof IOException io) {
        throw io;
      }
      String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      throw new RefusedWorkbook(
          said.contains("doctype")
              ? "the workbook declares a document type, which none needs"
              : "the part " + part + " of the workbook is damaged",
          "Save it again, or export it as csv");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java has no XML parser that we can use", e);
    }
  }

  private static RefusedWorkbook damaged() {
    return new RefusedWorkbook("the workbook is damaged", "Save it again, or export it as csv");
  }

  /** The bytes of a part, within limits. */
  private final class Limited extends FilterInputStream {
    private final long packed;
    private long count;

    Limited(InputStream in, long packed) {
      super(in);
      this.packed = Math.max(1, packed);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = in.read(target, offset, length);
      count += Math.max(0, read);
      boolean grows = count > FREE_BYTES && count / limits.largestExpansion() > packed;
      if (count > limits.largestPartBytes() || grows) {
        throw new TooLarge("unpacks to far more than its size");
      }
      return read;
    }
  }

  /** A part grew beyond the limits. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(String message) {
      super(message);
    }
  }
}
