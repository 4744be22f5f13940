package org.plumbline.web.oversight;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.People;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.Loads;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Who oversees an agreement, as a page and for programs. */
@Controller
class OversightPages {

  private final Agreements agreements;
  private final Authority authority;
  private final Oversight oversight;
  private final Loads loads;

  OversightPages(Agreements agreements, Authority authority, Oversight oversight, Loads loads) {
    this.agreements = agreements;
    this.authority = authority;
    this.oversight = oversight;
    this.loads = loads;
  }

  @GetMapping("/agreements/{agreement}/oversight")
  String page(Viewer viewer, @PathVariable UUID agreement, Model model) {
    List<People.Overseer> all = oversight.overseers(viewer, agreement);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("zone", loads.zone(viewer, agreement));
    model.addAttribute("admitted", all.stream().filter(People.Overseer::admitted).toList());
    model.addAttribute("others", all.stream().filter(each -> !each.admitted()).toList());
    model.addAttribute("informed", oversight.informed(viewer, agreement));
    model.addAttribute("sends", authority.may(viewer, agreement, Act.SEND));
    return "oversight";
  }

  @PostMapping("/agreements/{agreement}/oversight")
  String admit(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String overseer) {
    oversight.admit(viewer, agreement, overseer);
    return "redirect:/agreements/" + agreement + "/oversight";
  }

  @PostMapping("/agreements/{agreement}/oversight/informed")
  String inform(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String overseer,
      @RequestParam(defaultValue = "") String text) {
    oversight.inform(viewer, agreement, overseer, text);
    return "redirect:/agreements/" + agreement + "/oversight";
  }

  /** Who oversees, who could, and what they were informed of. */
  record Told(List<People.Overseer> overseers, List<Oversight.Informed> informed) {}

  @GetMapping("/api/agreements/{agreement}/oversight")
  @ResponseBody
  Told list(Viewer viewer, @PathVariable UUID agreement) {
    return new Told(oversight.overseers(viewer, agreement), oversight.informed(viewer, agreement));
  }

  @PostMapping("/api/agreements/{agreement}/oversight")
  ResponseEntity<Void> admitted(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String overseer) {
    oversight.admit(viewer, agreement, overseer);
    return ResponseEntity.noContent().build();
  }

  record Added(UUID id) {}

  @PostMapping("/api/agreements/{agreement}/oversight/informed")
  ResponseEntity<Added> informed(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String overseer,
      @RequestParam(defaultValue = "") String text) {
    UUID id = oversight.inform(viewer, agreement, overseer, text);
    return ResponseEntity.created(URI.create("/api/agreements/" + agreement + "/oversight"))
        .body(new Added(id));
  }
}
