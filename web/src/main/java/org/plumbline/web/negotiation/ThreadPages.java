package org.plumbline.web.negotiation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.difference.Terms;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.Loads;
import org.plumbline.web.refusal.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Threads on the terms of an agreement. */
@Controller
@RequestMapping("/agreements/{agreement}/comments")
class ThreadPages {

  private final Agreements agreements;
  private final Authority authority;
  private final Threads threads;
  private final Loads loads;

  ThreadPages(Agreements agreements, Authority authority, Threads threads, Loads loads) {
    this.agreements = agreements;
    this.authority = authority;
    this.threads = threads;
    this.loads = loads;
  }

  /** A term to choose. */
  record Choice(String term, String heading) {}

  @GetMapping
  String all(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String place,
      Model model) {
    fill(viewer, agreement, place, model);
    return "comments";
  }

  private void fill(Viewer viewer, UUID agreement, String place, Model model) {
    List<CommentThread> all = threads.all(viewer, agreement);
    Optional<VersionRow> current = agreements.current(viewer, agreement);
    Map<UUID, String> labels =
        agreements.versions(viewer, agreement).stream()
            .collect(Collectors.toMap(VersionRow::id, VersionRow::label));
    boolean writes = authority.may(viewer, agreement, Act.DRAFT);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("zone", loads.zone(viewer, agreement));
    model.addAttribute("open", all.stream().filter(thread -> !thread.isResolved()).toList());
    model.addAttribute("resolved", all.stream().filter(CommentThread::isResolved).toList());
    model.addAttribute("labels", labels);
    model.addAttribute("place", place);
    model.addAttribute("current", current.orElse(null));
    model.addAttribute(
        "terms",
        current
            .flatMap(version -> agreements.text(viewer, version).canonical())
            .map(canonical -> Terms.of(canonical).names())
            .stream()
            .flatMap(names -> names.stream())
            .map(term -> new Choice(term, Terms.heading(term)))
            .toList());
    model.addAttribute("outcomes", CommentThread.Outcome.values());
    model.addAttribute("writes", writes);
    model.addAttribute("sends", writes && authority.may(viewer, agreement, Act.SEND));
    model.addAttribute(
        "waiting",
        all.stream()
            .anyMatch(
                thread ->
                    !thread.first().isSent()
                        || thread.answers().stream().anyMatch(note -> !note.isSent())
                        || thread.resolutions().stream()
                            .anyMatch(each -> each.sentAt().isEmpty())));
  }

  @PostMapping
  Object write(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(required = false) Optional<UUID> version,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) Optional<UUID> answers,
      @RequestParam(defaultValue = "false") boolean send,
      Model model) {
    agreements.one(viewer, agreement);
    try {
      UUID note = threads.write(viewer, agreement, version, place, text, answers, send);
      return "redirect:/agreements/" + agreement + "/comments#c" + answers.orElse(note);
    } catch (Refused refusal) {
      fill(viewer, agreement, place, model);
      model.addAttribute("mistake", refusal.getMessage());
      return new ModelAndView("comments", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @PostMapping("/{comment}/resolve")
  String resolve(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID comment,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String response,
      @RequestParam(defaultValue = "false") boolean send) {
    threads.resolve(viewer, agreement, comment, CommentThread.Outcome.of(outcome), response, send);
    return "redirect:/agreements/" + agreement + "/comments#c" + comment;
  }

  @PostMapping("/{comment}/send")
  String send(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID comment) {
    threads.send(viewer, agreement, Optional.of(comment));
    return "redirect:/agreements/" + agreement + "/comments#c" + comment;
  }

  @PostMapping("/send")
  String sendAll(Viewer viewer, @PathVariable UUID agreement) {
    threads.send(viewer, agreement, Optional.empty());
    return "redirect:/agreements/" + agreement + "/comments";
  }
}
