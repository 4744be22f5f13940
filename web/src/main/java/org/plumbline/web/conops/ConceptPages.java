package org.plumbline.web.conops;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.finding.Finding;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.evidence.EvidenceFiles;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The concepts of operations of an agreement, and one of them. */
@Controller
class ConceptPages {

  private final Concepts concepts;
  private final Agreements agreements;
  private final Authority authority;
  private final Loads loads;
  private final EvidenceFiles evidence;

  ConceptPages(
      Concepts concepts,
      Agreements agreements,
      Authority authority,
      Loads loads,
      EvidenceFiles evidence) {
    this.concepts = concepts;
    this.agreements = agreements;
    this.authority = authority;
    this.loads = loads;
    this.evidence = evidence;
  }

  @GetMapping("/agreements/{agreement}/conops")
  String all(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(required = false) Optional<UUID> from,
      Model model) {
    fill(viewer, agreement, model);
    model.addAttribute(
        "text",
        from.map(id -> concepts.text(viewer, concepts.one(viewer, agreement, id))).orElse(""));
    return "conops";
  }

  private void fill(Viewer viewer, UUID agreement, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("zone", loads.zone(viewer, agreement));
    model.addAttribute("concepts", concepts.all(viewer, agreement));
    model.addAttribute("drafts", authority.may(viewer, agreement, Act.DRAFT));
  }

  @PostMapping("/agreements/{agreement}/conops")
  Object draft(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) Optional<MultipartFile> file,
      Model model)
      throws IOException {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    try {
      UUID concept = drafted(viewer, agreement, text, file.filter(each -> !each.isEmpty()));
      return "redirect:/agreements/" + agreement + "/conops/" + concept;
    } catch (Refused refusal) {
      fill(viewer, agreement, model);
      model.addAttribute("mistake", refusal.getMessage());
      model.addAttribute("text", text);
      return new ModelAndView("conops", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private UUID drafted(Viewer viewer, UUID agreement, String text, Optional<MultipartFile> file)
      throws IOException {
    if (file.isEmpty()) {
      return concepts.draft(viewer, agreement, text);
    }
    String name = Objects.requireNonNullElse(file.get().getOriginalFilename(), "conops");
    if (!Concepts.isOffice(name)) {
      return concepts.draft(viewer, agreement, new String(file.get().getBytes(), UTF_8));
    }
    Path kept = Concepts.kept(file.get().getBytes());
    try {
      return concepts.draftFromOffice(viewer, agreement, kept, name);
    } finally {
      Files.deleteIfExists(kept);
    }
  }

  @GetMapping("/agreements/{agreement}/conops/{conops}")
  String one(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID conops, Model model) {
    ConceptRow row = concepts.one(viewer, agreement, conops);
    String text = concepts.text(viewer, row);
    ConceptView view = ConceptView.of(text);
    boolean sends = authority.may(viewer, agreement, Act.SEND);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("zone", loads.zone(viewer, agreement));
    model.addAttribute("row", row);
    model.addAttribute("view", view);
    model.addAttribute("concept", view.concept().orElse(null));
    model.addAttribute("findings", view.findings().stream().map(ConceptPages::comment).toList());
    model.addAttribute("lines", text.lines().toList());
    model.addAttribute("documents", ConceptFiles.FILES);
    model.addAttribute("answers", concepts.answers(viewer, conops));
    model.addAttribute("files", evidence.of(viewer, agreement, conops));
    model.addAttribute("attaches", evidence.mayAttach(viewer, agreement, row.isSent()));
    model.addAttribute(
        "sends",
        sends && !row.isSent() && row.whole() && row.organization().equals(viewer.organization()));
    model.addAttribute("answersToo", sends && row.isSent());
    model.addAttribute("drafts", authority.may(viewer, agreement, Act.DRAFT));
    return "conops-one";
  }

  /** A drafting comment as the page shows it. */
  record Comment(int line, String found, String right, String code) {}

  private static Comment comment(Finding finding) {
    return new Comment(
        finding.place().line(), finding.found(), finding.right(), finding.code().id());
  }

  @PostMapping("/agreements/{agreement}/conops/{conops}/send")
  String send(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID conops) {
    concepts.send(viewer, agreement, conops);
    return "redirect:/agreements/" + agreement + "/conops/" + conops;
  }

  @PostMapping("/agreements/{agreement}/conops/{conops}/certify")
  String certify(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID conops,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String changes) {
    concepts.certify(viewer, agreement, conops, decision, changes);
    return "redirect:/agreements/" + agreement + "/conops/" + conops;
  }
}
