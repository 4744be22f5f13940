package org.plumbline.web.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own tokens, for programs: a token may end tokens, and makes none. */
@RestController
@RequestMapping("/api/tokens")
class TokenApi {

  private final Tokens tokens;

  TokenApi(Tokens tokens) {
    this.tokens = tokens;
  }

  @GetMapping
  List<Tokens.TokenRow> all(Viewer viewer) {
    return tokens.all(viewer);
  }

  @PostMapping("/{token}/revoke")
  ResponseEntity<Void> revoke(Viewer viewer, @PathVariable UUID token) {
    tokens.revoke(viewer, token);
    return ResponseEntity.noContent().build();
  }
}
