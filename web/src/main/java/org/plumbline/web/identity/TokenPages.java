package org.plumbline.web.identity;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own tokens for the API. */
@Controller
class TokenPages {

  private final Tokens tokens;

  TokenPages(Tokens tokens) {
    this.tokens = tokens;
  }

  @GetMapping("/tokens")
  String tokens(Viewer viewer, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("tokens", tokens.all(viewer));
    return "tokens";
  }

  @PostMapping("/tokens")
  String make(
      Viewer viewer,
      @RequestParam String name,
      @RequestParam(defaultValue = "false") boolean writes,
      @RequestParam int days,
      RedirectAttributes then) {
    then.addFlashAttribute("secret", tokens.make(viewer, name, writes, days));
    return "redirect:/tokens";
  }

  @PostMapping("/tokens/{token}/revoke")
  String revoke(Viewer viewer, @PathVariable UUID token) {
    tokens.revoke(viewer, token);
    return "redirect:/tokens";
  }
}
