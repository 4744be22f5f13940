package org.plumbline.web.webhook;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.identity.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks, for programs. */
@RestController
@RequestMapping("/api/webhooks")
class WebhookApi {

  private final Webhooks webhooks;

  WebhookApi(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  record Asked(Optional<String> name, Optional<String> url, Optional<List<String>> kinds) {}

  @GetMapping
  List<Webhooks.WebhookRow> all(Viewer viewer) {
    return webhooks.all(viewer);
  }

  @PostMapping
  ResponseEntity<Webhooks.Registered> register(Viewer viewer, @RequestBody Asked asked) {
    Webhooks.Registered registered =
        webhooks.register(
            viewer,
            asked.name().orElse(""),
            asked.url().orElse(""),
            asked.kinds().orElse(List.of()));
    return ResponseEntity.created(URI.create("/api/webhooks/" + registered.id())).body(registered);
  }

  @GetMapping("/{webhook}")
  Webhooks.WebhookRow one(Viewer viewer, @PathVariable UUID webhook) {
    return webhooks.one(viewer, webhook);
  }

  @GetMapping("/{webhook}/events")
  List<Webhooks.Event> events(Viewer viewer, @PathVariable UUID webhook) {
    return webhooks.events(viewer, webhook);
  }

  @PostMapping("/{webhook}/test")
  ResponseEntity<Void> test(Viewer viewer, @PathVariable UUID webhook) {
    webhooks.test(viewer, webhook);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{webhook}/end")
  ResponseEntity<Void> end(Viewer viewer, @PathVariable UUID webhook) {
    webhooks.end(viewer, webhook);
    return ResponseEntity.noContent().build();
  }
}
