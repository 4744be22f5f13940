package org.plumbline.web.agreement;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.finding.Finding;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.program.Slice;
import org.plumbline.web.refusal.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Agreements and their texts, for programs. */
@RestController
@RequestMapping("/api")
class AgreementApi {

  private final Agreements agreements;

  AgreementApi(Agreements agreements) {
    this.agreements = agreements;
  }

  /** What went in, with its address in the header {@code Location}. */
  record Added(UUID id) {}

  record Text(
      UUID id,
      UUID organization,
      String label,
      String title,
      Optional<String> hash,
      Optional<LocalDate> effective,
      Optional<Integer> amendment,
      Optional<UUID> restsOn,
      String writtenBy,
      Instant writtenAt,
      Optional<Instant> sentAt) {

    static Text of(VersionRow row) {
      return new Text(
          row.id(),
          row.organization(),
          row.label(),
          row.title(),
          row.hash(),
          row.effective(),
          row.amendment(),
          row.restsOn(),
          row.writtenBy(),
          row.writtenAt(),
          row.sentAt());
    }
  }

  record Comment(
      String code, String severity, int line, int column, String path, String found, String right) {

    static Comment of(Finding finding) {
      return new Comment(
          finding.code().id(),
          finding.severity().name().toLowerCase(java.util.Locale.ROOT),
          finding.place().line(),
          finding.place().column(),
          finding.place().path(),
          finding.found(),
          finding.right());
    }
  }

  record Checked(Text version, List<Comment> findings) {}

  @GetMapping("/organizations")
  List<Agreements.Across> organizations(Viewer viewer) {
    return agreements.across(viewer);
  }

  @GetMapping("/agreements")
  List<AgreementRow> all(Viewer viewer) {
    return agreements.all(viewer);
  }

  @PostMapping(value = "/agreements", consumes = "application/yaml")
  ResponseEntity<Added> open(
      Viewer viewer,
      @RequestParam String side,
      @RequestParam UUID across,
      @RequestBody String text) {
    if (!side.equals("customer") && !side.equals("provider")) {
      throw new Refused("side is customer or provider.");
    }
    UUID agreement = agreements.open(viewer, side.equals("customer"), across, text);
    return ResponseEntity.created(URI.create("/api/agreements/" + agreement))
        .body(new Added(agreement));
  }

  @GetMapping("/agreements/{agreement}")
  AgreementRow one(Viewer viewer, @PathVariable UUID agreement) {
    return agreements.one(viewer, agreement);
  }

  @GetMapping("/agreements/{agreement}/versions")
  Slice.Part<Text> versions(Viewer viewer, @PathVariable UUID agreement, Slice slice) {
    agreements.one(viewer, agreement);
    return agreements.versions(viewer, agreement, slice).map(Text::of);
  }

  @PostMapping(value = "/agreements/{agreement}/versions", consumes = "application/yaml")
  ResponseEntity<Added> draft(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(required = false) Optional<UUID> from,
      @RequestBody String text) {
    UUID version = agreements.draft(viewer, agreement, text, from);
    return ResponseEntity.created(
            URI.create("/api/agreements/" + agreement + "/versions/" + version))
        .body(new Added(version));
  }

  @GetMapping("/agreements/{agreement}/versions/{version}")
  Checked version(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID version) {
    VersionRow row = agreements.version(viewer, agreement, version);
    return new Checked(
        Text.of(row), agreements.text(viewer, row).findings().stream().map(Comment::of).toList());
  }

  @GetMapping("/agreements/{agreement}/versions/{version}/text")
  ResponseEntity<String> text(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID version) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
        .body(agreements.text(viewer, agreements.version(viewer, agreement, version)).text());
  }

  @PostMapping("/agreements/{agreement}/versions/{version}/send")
  ResponseEntity<Void> send(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID version) {
    agreements.send(viewer, agreement, version);
    return ResponseEntity.noContent().build();
  }
}
