package org.plumbline.report.office;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.plumbline.report.Document;

/** A document as PDF/UA: tagged, with its language and title, all fonts inside, charts in words. */
public final class PdfDocument {

  private static final String FONTS = "/liberation/LiberationSans-";

  /** Where the directory of a font's tables begins, and the length of an entry. */
  private static final int TABLES = 12;

  private static final int ENTRY = 16;

  /** The tag of the table of glyph substitutions, {@code GSUB}. */
  private static final int LIGATURES = 0x47535542;

  private PdfDocument() {}

  /**
   * The file.
   *
   * @param made when it was made; the file says so
   */
  public static byte[] write(Document document, Instant made) {
    XRLog.setLoggingEnabled(false);
    PrintHtml html = PrintHtml.of(document);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useProtocolsStreamImplementation(
        uri -> {
          throw new IllegalStateException("a document asks for nothing: " + uri);
        },
        "http",
        "https",
        "file",
        "jar");
    font(builder, "Regular", 400, FontStyle.NORMAL);
    font(builder, "Bold", 700, FontStyle.NORMAL);
    builder.useObjectDrawerFactory(new ChartDrawers(html.charts()));
    builder.withHtmlContent(html.text(), null);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
        PDDocument pdf = renderer.getPdfDocument()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      describe(pdf, document, made);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      pdf.save(file);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing a PDF", e);
    }
  }

  private static void font(PdfRendererBuilder builder, String face, int weight, FontStyle style) {
    builder.useFont(() -> face(face), "Liberation Sans", weight, style, true);
  }

  /**
   * A face without its table of ligatures: they add nothing to these words, and looking for them at
   * each word takes about as long as all the rest.
   */
  static InputStream face(String face) {
    String name = FONTS + face + ".ttf";
    try (InputStream file =
        Objects.requireNonNull(PdfDocument.class.getResourceAsStream(name), name)) {
      byte[] font = file.readAllBytes();
      ByteBuffer directory = ByteBuffer.wrap(font);
      int tables = directory.getShort(4);
      for (int at = TABLES; at < TABLES + tables * ENTRY; at += ENTRY) {
        if (directory.getInt(at) == LIGATURES) {
          // A table of a name that nobody knows is passed over.
          font[at] = 'g';
        }
      }
      return new ByteArrayInputStream(font);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }

  /** Title, time and identity: all given, so that the same document is the same file. */
  private static void describe(PDDocument pdf, Document document, Instant made) throws IOException {
    String title = Xml.escaped(document.title() + ": " + document.subtitle());
    GregorianCalendar at = GregorianCalendar.from(ZonedDateTime.ofInstant(made, ZoneOffset.UTC));
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(document.title() + ": " + document.subtitle());
    information.setCreator("Plumbline");
    information.setProducer("Plumbline");
    information.setCreationDate(at);
    information.setModificationDate(at);
    pdf.setDocumentInformation(information);
    pdf.setDocumentId(made.getEpochSecond());
    String moment = made.toString();
    String metadata =
        "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
            + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
            + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            + " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
            + " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
            + " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">"
            + "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"
            + title
            + "</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>en-US</rdf:li>"
            + "</rdf:Bag></dc:language><xmp:CreatorTool>Plumbline</xmp:CreatorTool>"
            + "<xmp:CreateDate>"
            + moment
            + "</xmp:CreateDate><xmp:ModifyDate>"
            + moment
            + "</xmp:ModifyDate><pdf:Producer>Plumbline</pdf:Producer>"
            + "<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>\n"
            + "<?xpacket end=\"w\"?>";
    byte[] bytes = metadata.getBytes(StandardCharsets.UTF_8);
    pdf.getDocumentCatalog().setMetadata(new PDMetadata(pdf, new ByteArrayInputStream(bytes)));
  }
}
