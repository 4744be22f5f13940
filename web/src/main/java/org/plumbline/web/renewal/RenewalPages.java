package org.plumbline.web.renewal;

import java.net.URI;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.NotHere;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** How an agreement goes on or ends, as a page and for programs. */
@Controller
class RenewalPages {

  private final Agreements agreements;
  private final Authority authority;
  private final Renewals renewals;

  RenewalPages(Agreements agreements, Authority authority, Renewals renewals) {
    this.agreements = agreements;
    this.authority = authority;
    this.renewals = renewals;
  }

  @GetMapping("/agreements/{agreement}/renewal")
  String page(Viewer viewer, @PathVariable UUID agreement, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("standing", renewals.of(viewer, agreement).orElse(null));
    model.addAttribute("gives", authority.may(viewer, agreement, Act.SEND));
    model.addAttribute("drafts", authority.may(viewer, agreement, Act.DRAFT));
    model.addAttribute("calls", authority.may(viewer, agreement, Act.MEASURE));
    return "renewal";
  }

  @PostMapping("/agreements/{agreement}/renewal/draft")
  String draft(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String reason) {
    return "redirect:/agreements/"
        + agreement
        + "/versions/"
        + renewals.draft(viewer, agreement, until, reason);
  }

  @GetMapping("/api/agreements/{agreement}/renewal")
  @ResponseBody
  Renewals.Standing standing(Viewer viewer, @PathVariable UUID agreement) {
    return renewals
        .of(viewer, agreement)
        .orElseThrow(() -> new NotHere("There is no text here that can be read."));
  }

  record Added(UUID id) {}

  @PostMapping("/api/agreements/{agreement}/renewal/draft")
  ResponseEntity<Added> drafted(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String reason) {
    UUID version = renewals.draft(viewer, agreement, until, reason);
    return ResponseEntity.created(
            URI.create("/api/agreements/" + agreement + "/versions/" + version))
        .body(new Added(version));
  }
}
