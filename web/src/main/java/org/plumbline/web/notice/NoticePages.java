package org.plumbline.web.notice;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Notices as a page and for programs. */
@Controller
class NoticePages {

  private final Agreements agreements;
  private final Authority authority;
  private final Notices notices;

  NoticePages(Agreements agreements, Authority authority, Notices notices) {
    this.agreements = agreements;
    this.authority = authority;
    this.notices = notices;
  }

  @GetMapping("/agreements/{agreement}/notices")
  String page(Viewer viewer, @PathVariable UUID agreement, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("notices", notices.all(viewer, agreement));
    model.addAttribute("kinds", Notices.KINDS);
    model.addAttribute("zone", notices.zone(viewer, agreement));
    model.addAttribute("gives", authority.may(viewer, agreement, Act.SEND));
    return "notices";
  }

  @PostMapping("/agreements/{agreement}/notices")
  String give(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until) {
    notices.give(viewer, agreement, kind, text, from, until);
    return "redirect:/agreements/" + agreement + "/notices";
  }

  @PostMapping("/agreements/{agreement}/notices/{notice}/answers")
  String answer(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID notice,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String reason) {
    notices.answer(viewer, agreement, notice, answer, reason);
    return "redirect:/agreements/" + agreement + "/notices";
  }

  @GetMapping("/api/agreements/{agreement}/notices")
  @ResponseBody
  List<Notices.NoticeRow> list(Viewer viewer, @PathVariable UUID agreement) {
    agreements.one(viewer, agreement);
    return notices.all(viewer, agreement);
  }

  record Added(UUID id) {}

  @PostMapping("/api/agreements/{agreement}/notices")
  ResponseEntity<Added> given(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until) {
    UUID notice = notices.give(viewer, agreement, kind, text, from, until);
    return ResponseEntity.created(URI.create("/api/agreements/" + agreement + "/notices"))
        .body(new Added(notice));
  }

  @PostMapping("/api/agreements/{agreement}/notices/{notice}/answers")
  ResponseEntity<Void> answered(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID notice,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String reason) {
    notices.answer(viewer, agreement, notice, answer, reason);
    return ResponseEntity.noContent().build();
  }
}
