package org.plumbline.web.document;

import java.util.Map;
import java.util.UUID;
import org.plumbline.web.identity.Viewer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Documents as files, for people and for programs. */
@Controller
class DocumentFiles {

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

  private final Documents documents;

  DocumentFiles(Documents documents) {
    this.documents = documents;
  }

  @GetMapping({
    "/agreements/{agreement}/versions/{version}/documents/{document}",
    "/api/agreements/{agreement}/versions/{version}/documents/{document}"
  })
  ResponseEntity<byte[]> ofText(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @PathVariable String document) {
    return file(document, documents.ofText(viewer, agreement, version, document));
  }

  @GetMapping({
    "/agreements/{agreement}/results/{result}/documents/{document}",
    "/api/agreements/{agreement}/results/{result}/documents/{document}"
  })
  ResponseEntity<byte[]> ofResult(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID result,
      @PathVariable String document) {
    return file(document, documents.ofResult(viewer, agreement, result, document));
  }

  private static ResponseEntity<byte[]> file(String name, byte[] content) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return ResponseEntity.ok()
        .contentType(
            MediaType.parseMediaType(
                TYPES.getOrDefault(ending, MediaType.APPLICATION_OCTET_STREAM_VALUE)))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }
}
