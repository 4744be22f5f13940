package org.plumbline.web.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.plumbline.web.identity.Viewer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Attaches a file on the page of what it shows, and gives it out. */
@Controller
@RequestMapping("/agreements/{agreement}/evidence")
class EvidencePages {

  private final EvidenceFiles evidence;

  EvidencePages(EvidenceFiles evidence) {
    this.evidence = evidence;
  }

  @PostMapping
  String attach(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam UUID about,
      @RequestParam(defaultValue = "") String caption,
      @RequestParam MultipartFile file)
      throws IOException {
    String path = evidence.about(viewer, agreement, about).path();
    try (InputStream content = file.getInputStream()) {
      evidence.attach(
          viewer,
          agreement,
          about,
          Objects.requireNonNullElse(file.getOriginalFilename(), ""),
          caption,
          content);
    }
    return "redirect:" + path;
  }

  @GetMapping("/{evidence}")
  ResponseEntity<byte[]> file(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable("evidence") UUID id) {
    return download(evidence, evidence.one(viewer, agreement, id));
  }

  /** A file to keep, never to show in place: nothing in it runs here. */
  static ResponseEntity<byte[]> download(EvidenceFiles evidence, EvidenceFiles.EvidenceRow row) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(row.type()))
        .eTag("\"" + row.sha256() + "\"")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(row.fileName(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .body(evidence.content(row));
  }
}
