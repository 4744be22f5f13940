package org.plumbline.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The parts of an Office Open XML file, each unpacked within limits. Document types and outside
 * entities are refused.
 */
final class OfficePackage implements AutoCloseable {

  private static final long FREE_BYTES = 10L << 20;
  private static final int MOST_PARTS = 10_000;

  private final ZipFile zip;
  private final WorkbookLimits limits;
  private final Kind kind;

  /** What the file is called, and how else it can be given. */
  enum Kind {
    /** A workbook. */
    WORKBOOK("workbook", ".xlsx", "Save it again, or export it as csv"),
    /** A text document. */
    DOCUMENT("document", ".docx", "Save it again as .docx"),
    /** Slides. */
    SLIDES("presentation", ".pptx", "Save it again as .pptx");

    private final String word;
    private final String ending;
    private final String again;

    Kind(String word, String ending, String again) {
      this.word = word;
      this.ending = ending;
      this.again = again;
    }
  }

  private OfficePackage(ZipFile zip, WorkbookLimits limits, Kind kind) {
    this.zip = zip;
    this.limits = limits;
    this.kind = kind;
  }

  /**
   * Opens a file.
   *
   * @throws RefusedWorkbook if it is no such file, or is damaged
   */
  static OfficePackage open(Path file, WorkbookLimits limits, Kind kind)
      throws IOException, RefusedWorkbook {
    byte[] magic;
    try (InputStream in = Files.newInputStream(file)) {
      magic = in.readNBytes(4);
    }
    if (magic.length == 4 && magic[0] == (byte) 0xd0 && magic[1] == (byte) 0xcf) {
      throw new RefusedWorkbook(
          "the " + kind.word + " is protected with a password, or of an old form",
          "Save it as " + kind.ending + " without a password");
    }
    if (magic.length < 4 || magic[0] != 'P' || magic[1] != 'K') {
      throw new RefusedWorkbook(
          "the file is no " + kind.word, "Give an " + kind.ending + " file, or say its format");
    }
    try {
      return new OfficePackage(new ZipFile(file.toFile()), limits, kind);
    } catch (ZipException e) {
      throw new RefusedWorkbook("the " + kind.word + " is damaged", kind.again);
    }
  }

  /** Whether there is such a part. */
  boolean has(String part) {
    return zip.getEntry(part) != null;
  }

  /** The parts in the order of the file. */
  List<ZipEntry> parts() throws RefusedWorkbook {
    List<ZipEntry> parts = new ArrayList<>();
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      parts.add(entries.nextElement());
      if (parts.size() > MOST_PARTS) {
        throw new RefusedWorkbook(
            "the " + kind.word + " has more than " + MOST_PARTS + " parts", kind.again);
      }
    }
    return parts;
  }

  /** The bytes of a part, within limits. */
  InputStream bytes(ZipEntry part) throws IOException {
    return new Limited(zip.getInputStream(part), part.getCompressedSize());
  }

  /**
   * Shows a part to a handler.
   *
   * @throws RefusedWorkbook if there is no such part, or it is damaged
   */
  void parse(String part, DefaultHandler handler) throws IOException, RefusedWorkbook {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      throw new RefusedWorkbook(
          "the " + kind.word + " has no part " + part, "Save it again as " + kind.ending);
    }
    try (InputStream in = bytes(entry)) {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.newSAXParser().parse(new InputSource(in), handler);
    } catch (ZipException e) {
      throw new RefusedWorkbook("the " + kind.word + " is damaged", kind.again);
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
              ? "the " + kind.word + " declares a document type, which none needs"
              : "the part " + part + " of the " + kind.word + " is damaged",
          kind.again);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java has no XML parser that we can use", e);
    }
  }

  /**
   * Refuses what runs or is fetched: macros, controls, and parts that stand in other files. Links
   * that a reader may click stay; other workbooks that a workbook names are told at the cells that
   * take a value from them. The same holds for files that are embedded.
   */
  void refuseWhatActs() throws IOException, RefusedWorkbook {
    refuseWhatActs(0);
  }

  /**
   * The same of a file that is embedded in others.
   *
   * @param depth in how many
   */
  void refuseWhatActs(int depth) throws IOException, RefusedWorkbook {
    for (ZipEntry part : parts()) {
      String name = part.getName().toLowerCase(Locale.ROOT);
      if (name.endsWith("vbaproject.bin")
          || name.contains("/activex/")
          || name.contains("/macrosheets/")) {
        throw new RefusedWorkbook(
            "the " + kind.word + " holds macros or controls",
            "Save it as " + kind.ending + " without them");
      }
      if (name.endsWith(".rels")) {
        parse(part.getName(), new OutsideParts());
      }
    }
    parse("[Content_Types].xml", new MacroTypes());
    EmbeddedFiles.refuseWhatActs(this, depth);
  }

  /** Finds parts that are outside the file. */
  private final class OutsideParts extends DefaultHandler {
    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes)
        throws SAXException {
      String type = String.valueOf(attributes.getValue("Type"));
      String last = type.substring(type.lastIndexOf('/') + 1);
      boolean outside = "External".equalsIgnoreCase(attributes.getValue("TargetMode"));
      boolean told =
          kind == Kind.WORKBOOK
              && (last.equals("externalLinkPath") || last.equals("xlPathMissing"));
      if (outside && !last.equals("hyperlink") && !told) {
        throw new SAXException(
            new RefusedWorkbook(
                "the " + kind.word + " takes a part from another file (" + last + ")",
                "Save a copy in which links to other files are broken, pictures and templates"
                    + " too"));
      }
    }
  }

  /** Finds parts that are declared as macros. */
  private final class MacroTypes extends DefaultHandler {
    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes)
        throws SAXException {
      String type = String.valueOf(attributes.getValue("ContentType"));
      if (type.toLowerCase(Locale.ROOT).contains("macroenabled")) {
        throw new SAXException(
            new RefusedWorkbook(
                "the " + kind.word + " is one with macros",
                "Save it as " + kind.ending + " without them"));
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** The text of a part, if it is there. */
  Optional<byte[]> text(String part, int most) throws IOException, RefusedWorkbook {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = bytes(entry)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new RefusedWorkbook(
            "the part " + part + " is too large to be written again", "Split the " + kind.word);
      }
      return Optional.of(bytes);
    }
  }

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
        throw new Workbook.TooLarge("unpacks to far more than its size");
      }
      return read;
    }
  }
}
