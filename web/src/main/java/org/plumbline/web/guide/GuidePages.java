package org.plumbline.web.guide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.evidence.EvidenceFiles;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.Loads;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The checklist of an agreement, and one task of it. */
@Controller
class GuidePages {

  private final Guide guide;
  private final Agreements agreements;
  private final Authority authority;
  private final Loads loads;
  private final EvidenceFiles evidence;

  GuidePages(
      Guide guide,
      Agreements agreements,
      Authority authority,
      Loads loads,
      EvidenceFiles evidence) {
    this.guide = guide;
    this.agreements = agreements;
    this.authority = authority;
    this.loads = loads;
    this.evidence = evidence;
  }

  @GetMapping("/agreements/{agreement}/guide")
  String all(Viewer viewer, @PathVariable UUID agreement, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("zone", loads.zone(viewer, agreement));
    model.addAttribute("tasks", guide.progress(viewer, agreement));
    return "guide";
  }

  @GetMapping("/agreements/{agreement}/guide/{task}")
  String one(Viewer viewer, @PathVariable UUID agreement, @PathVariable String task, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("zone", loads.zone(viewer, agreement));
    Guide.Progress progress = guide.progress(viewer, agreement, task);
    model.addAttribute("progress", progress);
    Map<UUID, List<EvidenceFiles.EvidenceRow>> files = new HashMap<>();
    progress.steps().stream()
        .flatMap(step -> step.said().stream())
        .forEach(said -> files.put(said.id(), evidence.of(viewer, agreement, said.id())));
    model.addAttribute("files", files);
    model.addAttribute("says", authority.may(viewer, agreement, Act.DRAFT));
    model.addAttribute("tells", authority.may(viewer, agreement, Act.SEND));
    return "guide-task";
  }

  @PostMapping("/agreements/{agreement}/guide/{task}")
  String say(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable String task,
      @RequestParam(defaultValue = "") String activity,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "false") boolean tell) {
    guide.say(viewer, agreement, task, activity, state, text, tell);
    return "redirect:/agreements/" + agreement + "/guide/" + task;
  }
}
