package org.plumbline.web.conops;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.identity.Viewer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Concepts of operations, for programs. */
@RestController
@RequestMapping("/api/agreements/{agreement}/conops")
class ConceptApi {

  private final Concepts concepts;
  private final ConceptForms forms;

  ConceptApi(Concepts concepts, ConceptForms forms) {
    this.concepts = concepts;
    this.forms = forms;
  }

  /** New texts by path; an empty one takes out what stands there. */
  record Changes(Optional<Map<String, String>> values) {}

  record Added(UUID id) {}

  /** A concept with its responsibilities, its holes and the answers to it. */
  record Whole(
      ConceptRow concept,
      List<ConceptView.StepRow> steps,
      List<ConceptView.AreaRow> areas,
      long holes,
      List<Answer> answers) {}

  /** What an approver says. */
  record Said(Optional<String> decision, Optional<String> changes) {}

  @GetMapping
  List<ConceptRow> all(Viewer viewer, @PathVariable UUID agreement) {
    return concepts.all(viewer, agreement);
  }

  @PostMapping(consumes = "application/yaml")
  ResponseEntity<Added> draft(
      Viewer viewer, @PathVariable UUID agreement, @RequestBody String text) {
    UUID concept = concepts.draft(viewer, agreement, text);
    return ResponseEntity.created(URI.create("/api/agreements/" + agreement + "/conops/" + concept))
        .body(new Added(concept));
  }

  @GetMapping("/{conops}")
  Whole one(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID conops) {
    ConceptRow row = concepts.one(viewer, agreement, conops);
    ConceptView view = ConceptView.of(concepts.text(viewer, row));
    return new Whole(
        row, view.steps(), view.areas(), view.holes(), concepts.answers(viewer, conops));
  }

  @GetMapping("/{conops}/text")
  ResponseEntity<String> text(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID conops) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
        .body(concepts.text(viewer, concepts.one(viewer, agreement, conops)));
  }

  @PostMapping("/{conops}/send")
  ResponseEntity<Void> send(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID conops) {
    concepts.send(viewer, agreement, conops);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{conops}/certify")
  ResponseEntity<Void> certify(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID conops,
      @RequestBody Said said) {
    concepts.certify(
        viewer, agreement, conops, said.decision().orElse(""), said.changes().orElse(""));
    return ResponseEntity.noContent().build();
  }

  /** Keeps it with other values as a new draft; all else keeps its words and its comments. */
  @PostMapping("/{conops}/edit")
  ResponseEntity<Added> edit(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID conops,
      @RequestBody Changes changes) {
    UUID concept = forms.keep(viewer, agreement, conops, changes.values().orElse(Map.of()));
    return ResponseEntity.created(URI.create("/api/agreements/" + agreement + "/conops/" + concept))
        .body(new Added(concept));
  }
}
