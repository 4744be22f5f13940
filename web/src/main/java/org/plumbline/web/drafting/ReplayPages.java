package org.plumbline.web.drafting;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a text would have done over the records of the past, beside another. */
@Controller
class ReplayPages {

  private final Agreements agreements;
  private final Replaying replaying;

  ReplayPages(Agreements agreements, Replaying replaying) {
    this.agreements = agreements;
    this.replaying = replaying;
  }

  @GetMapping("/agreements/{agreement}/versions/{version}/replay")
  Object page(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @RequestParam(required = false) Optional<UUID> since,
      @RequestParam(defaultValue = "false") boolean run,
      Model model) {
    VersionRow row = agreements.version(viewer, agreement, version);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("version", row);
    model.addAttribute("before", replaying.before(viewer, agreement, row, since).orElse(null));
    model.addAttribute("hasRecords", replaying.hasRecords(viewer, agreement));
    model.addAttribute(
        "others",
        agreements.versions(viewer, agreement).stream()
            .filter(each -> !each.id().equals(version) && each.hash().isPresent())
            .toList());
    if (run) {
      try {
        model.addAttribute("report", replaying.of(viewer, agreement, version, since).page());
      } catch (Refused refusal) {
        model.addAttribute("mistake", refusal.getMessage());
        return new ModelAndView("replay", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
      }
    }
    return "replay";
  }

  @GetMapping("/api/agreements/{agreement}/versions/{version}/replay")
  ResponseEntity<String> data(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @RequestParam(required = false) Optional<UUID> since) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(replaying.of(viewer, agreement, version, since).json());
  }
}
