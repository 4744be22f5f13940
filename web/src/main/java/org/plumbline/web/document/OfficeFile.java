package org.plumbline.web.document;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.plumbline.report.Document;
import org.plumbline.report.office.PdfDocument;
import org.plumbline.report.office.TablesWorkbook;
import org.plumbline.report.office.WordDocument;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file of an office, as an answer to take along; its name says what it is. */
public final class OfficeFile {

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final Map<String, String> TYPES =
      Map.of(
          "docx",
          OFFICE + "wordprocessingml.document",
          "xlsx",
          OFFICE + "spreadsheetml.sheet",
          "pptx",
          OFFICE + "presentationml.presentation",
          "pdf",
          MediaType.APPLICATION_PDF_VALUE,
          "json",
          MediaType.APPLICATION_JSON_VALUE,
          "ics",
          "text/calendar;charset=UTF-8");

  private OfficeFile() {}

  /** The answer. */
  public static ResponseEntity<byte[]> of(String name, byte[] content) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ResponseEntity.ok()
        .contentType(
            MediaType.parseMediaType(
                TYPES.getOrDefault(ending, MediaType.APPLICATION_OCTET_STREAM_VALUE)))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }

  /** A document as PDF, as a workbook of its tables, or else in Word. */
  public static byte[] bytes(Document document, String name, Instant made) {
    return name.endsWith(".pdf")
        ? PdfDocument.write(document, made)
        : name.endsWith(".xlsx")
            ? TablesWorkbook.write(document, made)
            : WordDocument.write(document, made);
  }
}
