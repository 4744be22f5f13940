package org.plumbline.web.result;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.program.Slice;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Results, for programs. */
@RestController
@RequestMapping("/api/agreements/{agreement}/results")
class ResultApi {

  private final Agreements agreements;
  private final Measured measured;

  ResultApi(Agreements agreements, Measured measured) {
    this.agreements = agreements;
    this.measured = measured;
  }

  record Added(UUID id) {}

  @GetMapping
  Slice.Part<ResultRow> all(Viewer viewer, @PathVariable UUID agreement, Slice slice) {
    agreements.one(viewer, agreement);
    return measured.all(viewer, agreement, slice);
  }

  @PostMapping
  ResponseEntity<Added> measure(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam String period,
      @RequestParam(defaultValue = "") String asOf,
      @RequestParam(defaultValue = "") String knownAt) {
    UUID result = measured.measure(viewer, agreement, period, asOf, knownAt);
    return ResponseEntity.created(URI.create("/api/agreements/" + agreement + "/results/" + result))
        .body(new Added(result));
  }

  /** The whole evaluation, as {@code plumbline evaluate --format json} gives it. */
  @GetMapping("/{result}")
  ResponseEntity<String> one(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID result) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(measured.json(viewer, measured.one(viewer, agreement, result)));
  }

  @GetMapping("/{result}/metrics/{metric}/cases")
  List<String> cases(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID result,
      @PathVariable String metric) {
    return measured.cases(viewer, measured.one(viewer, agreement, result), metric).keys();
  }

  /** One case with its life, in the form of an evaluation that tells of it alone. */
  @GetMapping("/{result}/metrics/{metric}/case")
  ResponseEntity<String> life(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID result,
      @PathVariable String metric,
      @RequestParam String key) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(measured.lifeAsJson(viewer, measured.one(viewer, agreement, result), metric, key));
  }

  @PostMapping("/{result}/send")
  ResponseEntity<Void> send(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID result) {
    measured.send(viewer, agreement, result);
    return ResponseEntity.noContent().build();
  }
}
