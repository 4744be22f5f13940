package org.plumbline.web.webhook;

import java.util.List;
import java.util.UUID;
import org.plumbline.web.identity.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The webhooks of one's organization. */
@Controller
class WebhookPages {

  private final Webhooks webhooks;

  WebhookPages(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @GetMapping("/webhooks")
  String all(Viewer viewer, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("webhooks", webhooks.all(viewer));
    model.addAttribute("kinds", webhooks.kinds(viewer));
    return "webhooks";
  }

  @PostMapping("/webhooks")
  String register(
      Viewer viewer,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String url,
      @RequestParam(defaultValue = "") List<String> kinds,
      RedirectAttributes then) {
    Webhooks.Registered registered = webhooks.register(viewer, name, url, kinds);
    then.addFlashAttribute("secret", registered.secret());
    return "redirect:/webhooks/" + registered.id();
  }

  @GetMapping("/webhooks/{webhook}")
  String one(Viewer viewer, @PathVariable UUID webhook, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("webhook", webhooks.one(viewer, webhook));
    model.addAttribute("events", webhooks.events(viewer, webhook));
    return "webhook";
  }

  @PostMapping("/webhooks/{webhook}/test")
  String test(Viewer viewer, @PathVariable UUID webhook, RedirectAttributes then) {
    webhooks.test(viewer, webhook);
    then.addFlashAttribute("done", "It is told something within ten seconds; look again then.");
    return "redirect:/webhooks/" + webhook;
  }

  @PostMapping("/webhooks/{webhook}/end")
  String end(Viewer viewer, @PathVariable UUID webhook) {
    webhooks.end(viewer, webhook);
    return "redirect:/webhooks/" + webhook;
  }
}
