package org.plumbline.web.evidence;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.plumbline.web.identity.Viewer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of evidence, for programs. */
@RestController
@RequestMapping("/api/agreements/{agreement}/evidence")
class EvidenceApi {

  private final EvidenceFiles evidence;

  EvidenceApi(EvidenceFiles evidence) {
    this.evidence = evidence;
  }

  record Added(UUID id) {}

  /** Those of a request, a statement or a concept. */
  @GetMapping
  List<EvidenceFiles.EvidenceRow> all(
      Viewer viewer, @PathVariable UUID agreement, @RequestParam UUID about) {
    return evidence.of(viewer, agreement, evidence.about(viewer, agreement, about).id());
  }

  /** The body is the file. */
  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<Added> attach(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam UUID about,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String caption,
      InputStream content) {
    UUID id = evidence.attach(viewer, agreement, about, name, caption, content);
    return ResponseEntity.created(URI.create("/api/agreements/" + agreement + "/evidence/" + id))
        .body(new Added(id));
  }

  @GetMapping("/{evidence}")
  EvidenceFiles.EvidenceRow one(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable("evidence") UUID id) {
    return evidence.one(viewer, agreement, id);
  }

  @GetMapping("/{evidence}/file")
  ResponseEntity<byte[]> file(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable("evidence") UUID id) {
    return EvidencePages.download(evidence, evidence.one(viewer, agreement, id));
  }
}
