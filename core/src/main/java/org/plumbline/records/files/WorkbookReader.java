package org.plumbline.records.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.plumbline.records.FileLayout;
import org.plumbline.records.LoadOptions;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the rows of one sheet of an Office Open XML workbook as a stream: values of cells as they
 * were last computed, cells with a date format as dates. Macros are never looked at; document types
 * and outside entities are refused; parts may not grow beyond the limits when unpacked.
 */
final class WorkbookReader {

  private static final long FREE_BYTES = 10L << 20;

  private final Path file;
  private final FileLayout layout;
  private final LoadOptions options;
  private final RowSink sink;

  WorkbookReader(Path file, FileLayout layout, LoadOptions options, RowSink sink) {
    this.file = file;
    this.layout = layout;
    this.options = options;
    this.sink = sink;
  }

  /** Shows all rows; answers how many there are, header not counted. */
  long read() throws IOException, RefusedFile {
    checkMagic();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      WorkbookParts parts = new WorkbookParts();
      parse(zip, "xl/workbook.xml", parts.workbook());
      parse(zip, "xl/_rels/workbook.xml.rels", parts.relations());
      String part = parts.partOf(layout.sheet());
      if (zip.getEntry("xl/styles.xml") != null) {
        parse(zip, "xl/styles.xml", parts.styles());
      }
      if (zip.getEntry("xl/sharedStrings.xml") != null) {
        parse(zip, "xl/sharedStrings.xml", parts.strings());
      }
      SheetRows rows = new SheetRows(parts, layout.header().orElse(1), sink);
      parse(zip, part, rows);
      return rows.finish();
    } catch (ZipException e) {
      throw new RefusedFile(0, "the workbook is damaged", "Save it again, or export it as csv");
    }
  }

  /** The names of the sheets, in the order of the workbook. */
  static List<String> sheets(Path file, LoadOptions options) throws IOException, RefusedFile {
    RowSink none =
        new RowSink() {
          @Override
          public void header(List<String> names) {}

          @Override
          public void row(CellRow row) {}
        };
    WorkbookReader reader = new WorkbookReader(file, FileLayout.BY_FILE, options, none);
    reader.checkMagic();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      WorkbookParts parts = new WorkbookParts();
      reader.parse(zip, "xl/workbook.xml", parts.workbook());
      return parts.sheets();
    } catch (ZipException e) {
      throw new RefusedFile(0, "the workbook is damaged", "Save it again, or export it as csv");
    }
  }

  private void checkMagic() throws IOException, RefusedFile {
    byte[] magic;
    try (InputStream in = Files.newInputStream(file)) {
      magic = in.readNBytes(4);
    }
    if (magic.length == 4 && magic[0] == (byte) 0xd0 && magic[1] == (byte) 0xcf) {
      throw new RefusedFile(
          0,
          "the workbook is protected with a password, or of the old .xls form",
          "Save it as .xlsx without a password");
    }
    if (magic.length < 4 || magic[0] != 'P' || magic[1] != 'K') {
      throw new RefusedFile(0, "the file is no workbook", "Give an .xlsx file, or say its format");
    }
  }

  private void parse(ZipFile zip, String part, DefaultHandler handler)
      throws IOException, RefusedFile {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      throw new RefusedFile(0, "the workbook has no part " + part, "Save it again as .xlsx");
    }
    try (InputStream in = new Limited(zip.getInputStream(entry), entry.getCompressedSize())) {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.newSAXParser().parse(new InputSource(in), handler);
    } catch (SAXException e) {
      if (e.getException() instanceof RefusedFile refused) {
        throw refused;
      }
      if (e.getException() instanceof IOException io) {
        throw io;
      }
      String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      throw new RefusedFile(
          0,
          said.contains("doctype")
              ? "the workbook declares a document type, which none needs"
              : "the part " + part + " of the workbook is damaged",
          "Save it again, or export it as csv");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java has no XML parser that we can use", e);
    }
  }

  /** The bytes of a part, within limits. */
  private final class Limited extends java.io.FilterInputStream {
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
      boolean grows = count > FREE_BYTES && count / options.largestExpansion() > packed;
      if (count > options.largestFileBytes() || grows) {
        throw new Unpacked.TooLarge("unpacks to far more than its size");
      }
      return read;
    }
  }
}
