package org.plumbline.web.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.finding.Finding;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.People;
import org.plumbline.web.identity.Viewer;
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

/** The list of agreements, one agreement, its texts. */
@Controller
class AgreementPages {

  private final Agreements agreements;
  private final Authority authority;
  private final People people;
  private final TextInForce texts;
  private final Clock clock;

  AgreementPages(
      Agreements agreements, Authority authority, People people, TextInForce texts, Clock clock) {
    this.agreements = agreements;
    this.authority = authority;
    this.people = people;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping("/")
  String all(Viewer viewer, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreements", agreements.all(viewer));
    model.addAttribute("drafts", authority.may(viewer, Act.DRAFT));
    return "agreements";
  }

  @GetMapping("/agreements/new")
  String open(Viewer viewer, Model model) {
    authority.require(viewer, new UUID(0, 0), Act.DRAFT);
    model.addAttribute("viewer", viewer);
    model.addAttribute("across", agreements.across(viewer));
    return "agreement-new";
  }

  @PostMapping("/agreements")
  Object open(
      Viewer viewer,
      @RequestParam(defaultValue = "") String side,
      @RequestParam(defaultValue = "") String across,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) Optional<MultipartFile> file,
      Model model)
      throws IOException {
    authority.require(viewer, new UUID(0, 0), Act.DRAFT);
    try {
      UUID other = across(across);
      UUID agreement = agreements.open(viewer, side.equals("customer"), other, given(text, file));
      return "redirect:/agreements/" + agreement;
    } catch (Refused refusal) {
      model.addAttribute("viewer", viewer);
      model.addAttribute("across", agreements.across(viewer));
      model.addAttribute("mistake", refusal.getMessage());
      model.addAttribute("side", side);
      model.addAttribute("chosen", across);
      model.addAttribute("text", text);
      return new ModelAndView("agreement-new", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private static UUID across(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException fault) {
      throw new Refused("Choose the other party from the list.");
    }
  }

  @GetMapping("/agreements/{agreement}")
  String one(Viewer viewer, @PathVariable UUID agreement, Model model) {
    AgreementRow row = agreements.one(viewer, agreement);
    List<VersionRow> versions = agreements.versions(viewer, agreement);
    Optional<VersionRow> last =
        versions.stream()
            .filter(VersionRow::isSent)
            .findFirst()
            .or(() -> versions.stream().findFirst());
    Optional<VersionRow> inForce = texts.inForce(viewer, agreement, clock.instant());
    Optional<VersionRow> shown = inForce.or(() -> last);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", row);
    model.addAttribute("versions", versions);
    model.addAttribute(
        "overseers",
        people.overseers(viewer, agreement).stream().filter(People.Overseer::admitted).toList());
    model.addAttribute("drafts", authority.may(viewer, agreement, Act.DRAFT));
    model.addAttribute("last", last.orElse(null));
    model.addAttribute("inForce", inForce.orElse(null));
    model.addAttribute(
        "offer",
        last.filter(sent -> inForce.filter(holds -> !holds.id().equals(sent.id())).isPresent())
            .orElse(null));
    shown.ifPresent(
        version -> {
          CheckedText text = agreements.text(viewer, version);
          model.addAttribute("version", version);
          model.addAttribute("sends", sends(viewer, version));
          model.addAttribute("reading", text.reading().orElse(null));
          model.addAttribute("findings", text.findings().size());
          text.agreement().ifPresent(read -> model.addAttribute("zone", read.zone()));
        });
    return "agreement";
  }

  @GetMapping("/agreements/{agreement}/versions/{version}")
  String version(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID version, Model model) {
    VersionRow row = agreements.version(viewer, agreement, version);
    CheckedText text = agreements.text(viewer, row);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("version", row);
    model.addAttribute("drafts", authority.may(viewer, agreement, Act.DRAFT));
    model.addAttribute(
        "before",
        row.restsOn()
            .flatMap(
                id ->
                    agreements.versions(viewer, agreement).stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst())
            .orElse(null));
    model.addAttribute("lines", text.text().lines().toList());
    text.agreement().ifPresent(read -> model.addAttribute("zone", read.zone()));
    model.addAttribute("findings", text.findings().stream().map(AgreementPages::comment).toList());
    model.addAttribute("reading", text.reading().orElse(null));
    model.addAttribute("sends", sends(viewer, row));
    return "version";
  }

  /** Whether it is a draft of theirs without errors, and they may send it. */
  private boolean sends(Viewer viewer, VersionRow row) {
    return !row.isSent()
        && row.organization().equals(viewer.organization())
        && row.hash().isPresent()
        && authority.may(viewer, row.agreement(), Act.SEND);
  }

  /**
   * A drafting comment as the page shows it.
   *
   * @param line of the text; 0 where the whole text is meant
   */
  record Comment(String weight, String code, String place, int line, String found, String right) {}

  private static Comment comment(Finding finding) {
    String weight =
        switch (finding.severity()) {
          case ERROR -> "Error";
          case WARNING -> "Warning";
          case NOTE -> "Note";
        };
    int line = finding.place().line();
    return new Comment(
        weight,
        finding.code().id(),
        line == 0 ? "whole text" : "line " + line,
        line,
        sentence(finding.found()),
        sentence(finding.right()));
  }

  private static String sentence(String phrase) {
    return phrase.isEmpty()
        ? ""
        : phrase.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + phrase.substring(1) + ".";
  }

  @GetMapping("/agreements/{agreement}/versions/new")
  String draft(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(required = false) Optional<UUID> from,
      Model model) {
    AgreementRow row = agreements.one(viewer, agreement);
    Optional<VersionRow> before = from.map(id -> agreements.version(viewer, agreement, id));
    authority.require(viewer, agreement, Act.DRAFT);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", row);
    model.addAttribute("from", from.orElse(null));
    model.addAttribute("before", before.orElse(null));
    model.addAttribute(
        "text", before.map(version -> agreements.text(viewer, version).text()).orElse(""));
    return "version-new";
  }

  @PostMapping("/agreements/{agreement}/versions")
  Object draft(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) Optional<UUID> from,
      @RequestParam(required = false) Optional<MultipartFile> file,
      Model model)
      throws IOException {
    AgreementRow row = agreements.one(viewer, agreement);
    try {
      UUID version = agreements.draft(viewer, agreement, given(text, file), from);
      return "redirect:/agreements/" + agreement + "/versions/" + version;
    } catch (Refused refusal) {
      model.addAttribute("viewer", viewer);
      model.addAttribute("agreement", row);
      model.addAttribute("mistake", refusal.getMessage());
      model.addAttribute("from", from.orElse(null));
      model.addAttribute("text", text);
      return new ModelAndView("version-new", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @PostMapping("/agreements/{agreement}/versions/{version}/send")
  String send(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID version) {
    agreements.send(viewer, agreement, version);
    return "redirect:/agreements/" + agreement + "/versions/" + version;
  }

  /** The file if one was chosen, else what was pasted. */
  private static String given(String text, Optional<MultipartFile> file) throws IOException {
    if (file.isEmpty() || file.get().isEmpty()) {
      return text;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(file.get().getBytes())).toString();
    } catch (CharacterCodingException fault) {
      throw new Refused("This file is no text in UTF-8; save it as YAML in UTF-8.");
    }
  }
}
