package org.plumbline.web.drafting;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Changes that are offered to many agreements, and where each stands. */
@Controller
class CommonChangePages {

  private final CommonChanges changes;
  private final Agreements agreements;
  private final Authority authority;

  CommonChangePages(CommonChanges changes, Agreements agreements, Authority authority) {
    this.changes = changes;
    this.agreements = agreements;
    this.authority = authority;
  }

  private void may(Viewer viewer) {
    if (agreements.all(viewer).stream()
        .noneMatch(row -> authority.may(viewer, row.id(), Act.DRAFT))) {
      authority.require(viewer, new UUID(0, 0), Act.DRAFT);
    }
  }

  @GetMapping("/changes")
  String all(Viewer viewer, Model model) {
    may(viewer);
    fill(viewer, model);
    return "common-changes";
  }

  private void fill(Viewer viewer, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("changes", changes.all(viewer));
    model.addAttribute("sources", changes.sources(viewer));
  }

  @PostMapping("/changes")
  Object take(
      Viewer viewer,
      @RequestParam(required = false) Optional<UUID> version,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String driver,
      @RequestParam(defaultValue = "") String effective,
      Model model) {
    may(viewer);
    try {
      return "redirect:/changes/"
          + changes.take(viewer, chosen(version), title, reason, driver, effective);
    } catch (Refused refusal) {
      fill(viewer, model);
      model.addAttribute("mistake", refusal.getMessage());
      return new ModelAndView("common-changes", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private static UUID chosen(Optional<UUID> version) {
    return version.orElseThrow(() -> new Refused("Choose the draft that has the change."));
  }

  @GetMapping("/changes/{change}")
  String one(Viewer viewer, @PathVariable UUID change, Model model) {
    CommonChange found = changes.one(viewer, change);
    model.addAttribute("viewer", viewer);
    model.addAttribute("change", found);
    model.addAttribute("stands", changes.overview(viewer, found));
    return "common-change";
  }

  @PostMapping("/changes/{change}/offers")
  String offer(
      Viewer viewer,
      @PathVariable UUID change,
      @RequestParam(defaultValue = "") List<UUID> agreement,
      @RequestParam(defaultValue = "") List<UUID> also) {
    changes.one(viewer, change);
    if (agreement.isEmpty()) {
      throw new Refused("Choose the agreements to which the change is offered.");
    }
    agreement.forEach(each -> changes.offer(viewer, change, each, also.contains(each)));
    return "redirect:/changes/" + change;
  }

  record Added(UUID id) {}

  /** A change and where it stands. */
  record Whole(CommonChange change, List<CommonChanges.Stand> agreements) {}

  @GetMapping("/api/changes")
  @ResponseBody
  List<CommonChange> list(Viewer viewer) {
    may(viewer);
    return changes.all(viewer);
  }

  @PostMapping("/api/changes")
  ResponseEntity<Added> taken(
      Viewer viewer,
      @RequestParam(required = false) Optional<UUID> version,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String driver,
      @RequestParam(defaultValue = "") String effective) {
    may(viewer);
    UUID change = changes.take(viewer, chosen(version), title, reason, driver, effective);
    return ResponseEntity.created(URI.create("/api/changes/" + change)).body(new Added(change));
  }

  @GetMapping("/api/changes/{change}")
  @ResponseBody
  Whole whole(Viewer viewer, @PathVariable UUID change) {
    CommonChange found = changes.one(viewer, change);
    return new Whole(found, changes.overview(viewer, found));
  }

  @PostMapping("/api/changes/{change}/offers")
  ResponseEntity<Added> offered(
      Viewer viewer,
      @PathVariable UUID change,
      @RequestParam(required = false) Optional<UUID> agreement,
      @RequestParam(defaultValue = "false") boolean all) {
    changes.one(viewer, change);
    UUID of = agreement.orElseThrow(() -> new Refused("Name the agreement."));
    UUID draft = changes.offer(viewer, change, of, all);
    return ResponseEntity.created(URI.create("/api/agreements/" + of + "/versions/" + draft))
        .body(new Added(draft));
  }
}
