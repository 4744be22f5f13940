package org.plumbline.web.document;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.identity.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Documents as files, for people and for programs. */
@Controller
class DocumentFiles {

  private static final String SUCCESS = "success-metrics.xlsx";

  private final Documents documents;
  private final FilledForms forms;

  DocumentFiles(Documents documents, FilledForms forms) {
    this.documents = documents;
    this.forms = forms;
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
    return OfficeFile.of(document, documents.ofText(viewer, agreement, version, document));
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
    return OfficeFile.of(document, documents.ofResult(viewer, agreement, result, document));
  }

  /** Success metrics of a file that is read and not kept, beside the results that serve them. */
  @PostMapping("/agreements/{agreement}/results/{result}/success-metrics")
  ResponseEntity<byte[]> successMetrics(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID result,
      @RequestParam(required = false) Optional<MultipartFile> file)
      throws IOException {
    byte[] text = file.isPresent() ? file.get().getBytes() : new byte[0];
    return OfficeFile.of(SUCCESS, documents.successMetrics(viewer, agreement, result, text));
  }

  @PostMapping("/api/agreements/{agreement}/results/{result}/success-metrics")
  ResponseEntity<byte[]> successMetrics(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID result,
      @RequestBody(required = false) byte @Nullable [] text) {
    byte[] said = text == null ? new byte[0] : text;
    return OfficeFile.of(SUCCESS, documents.successMetrics(viewer, agreement, result, said));
  }

  /** A form of the person's own with what the result says; it is read and not kept. */
  @PostMapping("/agreements/{agreement}/results/{result}/forms")
  ResponseEntity<byte[]> form(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID result,
      @RequestParam(required = false) Optional<MultipartFile> file)
      throws IOException {
    String name = file.map(MultipartFile::getOriginalFilename).orElse("");
    byte[] form = file.isPresent() ? file.get().getBytes() : new byte[0];
    return filled(viewer, agreement, result, name, form);
  }

  /** The same for a program, which says the name of the form. */
  @PostMapping("/api/agreements/{agreement}/results/{result}/forms/{name}")
  ResponseEntity<byte[]> form(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID result,
      @PathVariable String name,
      @RequestBody(required = false) byte @Nullable [] form) {
    return filled(viewer, agreement, result, name, form == null ? new byte[0] : form);
  }

  private ResponseEntity<byte[]> filled(
      Viewer viewer, UUID agreement, UUID result, String name, byte[] form) {
    FilledForms.Form filled = forms.fill(viewer, agreement, result, name, form);
    return OfficeFile.of(filled.name(), filled.content());
  }
}
