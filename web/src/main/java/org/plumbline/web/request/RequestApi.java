package org.plumbline.web.request;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.register.Standing;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests to reconsider, for programs. */
@RestController
@RequestMapping("/api/agreements/{agreement}/requests")
class RequestApi {

  private final Agreements agreements;
  private final Requests requests;

  RequestApi(Agreements agreements, Requests requests) {
    this.agreements = agreements;
    this.requests = requests;
  }

  record Added(UUID id) {}

  /**
   * A request with what became of it.
   *
   * @param state empty while it is a draft
   */
  record Told(RequestRow request, String state, String why, String decideBy) {}

  @GetMapping
  List<Told> all(Viewer viewer, @PathVariable UUID agreement) {
    agreements.one(viewer, agreement);
    List<Standing> standings =
        requests.terms(viewer, agreement).map(requests::standings).orElse(List.of());
    return requests.all(viewer, agreement).stream().map(row -> told(standings, row)).toList();
  }

  @GetMapping("/{request}")
  Told one(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID request) {
    RequestRow row = requests.one(viewer, agreement, request);
    return told(requests.terms(viewer, agreement).map(requests::standings).orElse(List.of()), row);
  }

  private static Told told(List<Standing> standings, RequestRow row) {
    Optional<Standing> standing =
        standings.stream().filter(each -> each.id().equals(row.key())).findFirst();
    return new Told(
        row,
        standing.map(each -> each.state().key()).orElse(""),
        standing.map(Standing::words).orElse(""),
        standing.flatMap(Standing::decideBy).map(String::valueOf).orElse(""));
  }

  /** The body is the list of what is asked for, in the format of the register. */
  @PostMapping
  ResponseEntity<Added> ask(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String metric,
      @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "") String ground,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") List<String> evidence,
      @RequestBody(required = false) Optional<String> asks) {
    UUID request =
        requests.ask(
            viewer, agreement, metric, period, ground, reason, evidence, asks.orElse("[]"));
    return ResponseEntity.created(
            URI.create("/api/agreements/" + agreement + "/requests/" + request))
        .body(new Added(request));
  }

  @PostMapping("/{request}/send")
  ResponseEntity<Void> send(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID request) {
    requests.send(viewer, agreement, request);
    return ResponseEntity.noContent().build();
  }

  /** The body of a grant in part is the list of what is granted, in the format of the register. */
  @PostMapping("/{request}/answers")
  ResponseEntity<Void> answer(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID request,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String role,
      @RequestBody(required = false) Optional<String> grants) {
    requests.answer(viewer, agreement, request, answer, grants.orElse("[]"), reason, role);
    return ResponseEntity.noContent().build();
  }
}
