package org.plumbline.web.outbox;

import org.plumbline.web.identity.Viewer;
import org.plumbline.web.program.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one was told, and how one is mailed. */
@Controller
class MessagePages {

  private final Messages messages;

  MessagePages(Messages messages) {
    this.messages = messages;
  }

  @GetMapping("/messages")
  String all(Viewer viewer, Slice slice, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("messages", messages.all(viewer, slice));
    model.addAttribute("wish", messages.wish(viewer));
    return "messages";
  }

  @PostMapping("/messages/wish")
  String wish(Viewer viewer, @RequestParam(defaultValue = "") String wish) {
    messages.wish(viewer, wish);
    return "redirect:/messages";
  }
}
