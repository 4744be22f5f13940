package org.plumbline.web.negotiation;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Threads and buy-in, for programs. */
@RestController
@RequestMapping("/api/agreements/{agreement}")
class NegotiationApi {

  private final Threads threads;
  private final BuyIns buyIns;

  NegotiationApi(Threads threads, BuyIns buyIns) {
    this.threads = threads;
    this.buyIns = buyIns;
  }

  /** What went in. */
  record Added(UUID id) {}

  record NewComment(
      @Nullable UUID version,
      @Nullable String place,
      @Nullable String text,
      @Nullable UUID answers,
      @Nullable Boolean send) {}

  record NewResolution(
      @Nullable String outcome, @Nullable String response, @Nullable Boolean send) {}

  record NewStance(
      @Nullable String metric,
      @Nullable String role,
      @Nullable String stance,
      @Nullable String reason) {}

  @GetMapping("/comments")
  List<CommentThread> comments(Viewer viewer, @PathVariable UUID agreement) {
    return threads.all(viewer, agreement);
  }

  @PostMapping("/comments")
  ResponseEntity<Added> comment(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestBody(required = false) @Nullable NewComment body) {
    NewComment said = body == null ? new NewComment(null, null, null, null, null) : body;
    UUID id =
        threads.write(
            viewer,
            agreement,
            Optional.ofNullable(said.version()),
            text(said.place()),
            text(said.text()),
            Optional.ofNullable(said.answers()),
            Boolean.TRUE.equals(said.send()));
    return ResponseEntity.created(URI.create("/api/agreements/" + agreement + "/comments/" + id))
        .body(new Added(id));
  }

  @GetMapping("/comments/{comment}")
  CommentThread comment(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID comment) {
    return threads.one(viewer, agreement, comment);
  }

  @PostMapping("/comments/{comment}/resolve")
  ResponseEntity<Void> resolve(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID comment,
      @RequestBody(required = false) @Nullable NewResolution body) {
    NewResolution said = body == null ? new NewResolution(null, null, null) : body;
    threads.resolve(
        viewer,
        agreement,
        comment,
        CommentThread.Outcome.of(text(said.outcome())),
        text(said.response()),
        Boolean.TRUE.equals(said.send()));
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/comments/{comment}/send")
  ResponseEntity<Void> send(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID comment) {
    threads.send(viewer, agreement, Optional.of(comment));
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/comments/send")
  Map<String, Integer> sendAll(Viewer viewer, @PathVariable UUID agreement) {
    return Map.of("sent", threads.send(viewer, agreement, Optional.empty()));
  }

  @GetMapping("/buy-in")
  BuyIns.Table buyIn(Viewer viewer, @PathVariable UUID agreement) {
    return buyIns
        .table(viewer, agreement)
        .orElseThrow(() -> new Refused("Put in a text without errors first."));
  }

  @PostMapping("/buy-in")
  ResponseEntity<Void> say(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestBody(required = false) @Nullable NewStance body) {
    NewStance said = body == null ? new NewStance(null, null, null, null) : body;
    buyIns.say(
        viewer,
        agreement,
        Optional.ofNullable(said.metric()),
        text(said.role()),
        text(said.stance()),
        text(said.reason()));
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/buy-in/send")
  ResponseEntity<Void> sendBuyIn(Viewer viewer, @PathVariable UUID agreement) {
    buyIns.send(viewer, agreement);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/buy-in/ask")
  Map<String, Integer> ask(Viewer viewer, @PathVariable UUID agreement) {
    return Map.of("asked", buyIns.ask(viewer, agreement));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
