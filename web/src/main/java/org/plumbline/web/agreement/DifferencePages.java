package org.plumbline.web.agreement;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.difference.DifferenceJson;
import org.plumbline.difference.VersionChange;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What changed from one text to another: for people and for programs. */
@Controller
class DifferencePages {

  private final Agreements agreements;
  private final Authority authority;
  private final Differences differences;

  DifferencePages(Agreements agreements, Authority authority, Differences differences) {
    this.agreements = agreements;
    this.authority = authority;
    this.differences = differences;
  }

  @GetMapping("/agreements/{agreement}/versions/{version}/changes")
  String page(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @RequestParam(required = false) Optional<UUID> since,
      Model model) {
    VersionRow row = agreements.version(viewer, agreement, version);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("version", row);
    model.addAttribute(
        "others",
        agreements.versions(viewer, agreement).stream()
            .filter(each -> !each.id().equals(version))
            .toList());
    try {
      Differences.Compared compared = differences.of(viewer, agreement, version, since);
      model.addAttribute("compared", compared);
      model.addAttribute("report", compared.page().orElse(null));
      model.addAttribute(
          "answers",
          row.isSent()
              && !row.organization().equals(viewer.organization())
              && compared.words().filter(VersionChange::isChanged).isPresent()
              && authority.may(viewer, agreement, Act.DRAFT));
    } catch (Refused nothing) {
      model.addAttribute("nothing", nothing.getMessage());
    }
    return "changes";
  }

  @GetMapping("/api/agreements/{agreement}/versions/{version}/changes")
  @ResponseBody
  Map<String, Object> data(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @RequestParam(required = false) Optional<UUID> since) {
    return differences
        .of(viewer, agreement, version, since)
        .words()
        .map(DifferenceJson::of)
        .orElseThrow(
            () -> new Refused("One of the two texts has errors; mend them, then compare."));
  }
}
