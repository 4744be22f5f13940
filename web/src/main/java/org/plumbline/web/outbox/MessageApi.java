package org.plumbline.web.outbox;

import java.util.Optional;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.program.Slice;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What one was told, and how one is mailed, for programs. */
@RestController
@RequestMapping("/api/messages")
class MessageApi {

  private final Messages messages;

  MessageApi(Messages messages) {
    this.messages = messages;
  }

  record Wish(Optional<String> wish) {}

  @GetMapping
  Slice.Part<Messages.Told> all(Viewer viewer, Slice slice) {
    return messages.all(viewer, slice);
  }

  @PostMapping("/wish")
  ResponseEntity<Void> wish(Viewer viewer, @RequestBody Wish wish) {
    messages.wish(viewer, wish.wish().orElse(""));
    return ResponseEntity.noContent().build();
  }
}
