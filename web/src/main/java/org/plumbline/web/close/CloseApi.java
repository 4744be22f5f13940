package org.plumbline.web.close;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.NotHere;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The close of periods, for programs. */
@RestController
@RequestMapping("/api/agreements/{agreement}")
class CloseApi {

  private final Agreements agreements;
  private final Closing closing;
  private final Publications publications;

  CloseApi(Agreements agreements, Closing closing, Publications publications) {
    this.agreements = agreements;
    this.closing = closing;
    this.publications = publications;
  }

  @GetMapping("/close")
  List<Closing.Close> all(Viewer viewer, @PathVariable UUID agreement) {
    agreements.one(viewer, agreement);
    return closing
        .terms(viewer, agreement)
        .map(terms -> closing.all(viewer, agreement, terms))
        .orElse(List.of());
  }

  @GetMapping("/close/{period}")
  Closing.Close one(Viewer viewer, @PathVariable UUID agreement, @PathVariable String period) {
    return closing.one(
        viewer,
        agreement,
        closing
            .terms(viewer, agreement)
            .orElseThrow(() -> new NotHere("There is no such period here.")),
        period);
  }

  record Added(UUID id) {}

  @PostMapping("/close/{period}/issue")
  ResponseEntity<Added> issue(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable String period,
      @RequestParam(required = false) Optional<UUID> result,
      @RequestParam(defaultValue = "") String reason) {
    UUID publication = closing.issue(viewer, agreement, period, result, reason);
    return ResponseEntity.ok(new Added(publication));
  }

  @GetMapping("/publications")
  List<PublicationRow> publications(Viewer viewer, @PathVariable UUID agreement) {
    agreements.one(viewer, agreement);
    return publications.all(viewer, agreement);
  }

  @PostMapping("/publications/{publication}/acceptance")
  ResponseEntity<Void> decide(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID publication,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String reservations) {
    publications.decide(viewer, agreement, publication, decision, reservations);
    return ResponseEntity.noContent().build();
  }
}
