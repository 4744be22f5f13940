package org.plumbline.web.start;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A first agreement from a spreadsheet, as pages and for programs. */
@Controller
class BeginningPages {

  private static final String FILE = "spreadsheet.file";
  private static final String NAME = "spreadsheet.name";
  private static final String ANSWER = "answer.";

  private final Agreements agreements;
  private final Authority authority;
  private final Beginnings beginnings;

  BeginningPages(Agreements agreements, Authority authority, Beginnings beginnings) {
    this.agreements = agreements;
    this.authority = authority;
    this.beginnings = beginnings;
  }

  @GetMapping("/agreements/from-spreadsheet")
  String choose(Viewer viewer, Model model) {
    authority.require(viewer, new UUID(0, 0), Act.DRAFT);
    model.addAttribute("viewer", viewer);
    return "spreadsheet";
  }

  /** Looks at a file, and asks; the file waits in the session for the answers. */
  @PostMapping("/agreements/from-spreadsheet")
  Object look(
      Viewer viewer,
      @RequestParam(required = false) Optional<MultipartFile> file,
      HttpSession session,
      Model model)
      throws IOException {
    authority.require(viewer, new UUID(0, 0), Act.DRAFT);
    try {
      MultipartFile given =
          file.filter(each -> !each.isEmpty()).orElseThrow(() -> new Refused("Choose a file."));
      try (InputStream content = given.getInputStream()) {
        Beginnings.Kept kept =
            beginnings.keep(
                viewer, Optional.ofNullable(given.getOriginalFilename()).orElse(""), content);
        Beginnings.Seen seen = beginnings.seen(kept, Map.of());
        session.setAttribute(FILE, kept.sha256());
        session.setAttribute(NAME, kept.name());
        return asked(viewer, seen, Map.of(), "", "", model, HttpStatus.OK);
      }
    } catch (Refused | Beginnings.NoAnswer refusal) {
      model.addAttribute("viewer", viewer);
      model.addAttribute("mistake", refusal.getMessage());
      return new ModelAndView("spreadsheet", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private ModelAndView asked(
      Viewer viewer,
      Beginnings.Seen seen,
      Map<String, String> given,
      String mistake,
      String wrong,
      Model model,
      HttpStatus status) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("seen", seen);
    model.addAttribute("given", given);
    model.addAttribute("across", agreements.across(viewer));
    model.addAttribute("mistake", mistake.isEmpty() ? null : mistake);
    model.addAttribute("wrong", wrong);
    return new ModelAndView("spreadsheet-asked", model.asMap(), status);
  }

  private static Map<String, String> answers(Map<String, String> fields) {
    Map<String, String> answers = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (name.startsWith(ANSWER)) {
            answers.put(name.substring(ANSWER.length()), value);
          }
        });
    return answers;
  }

  /** Makes it, and shows the first figures. */
  @PostMapping("/agreements/from-spreadsheet/made")
  Object make(
      Viewer viewer,
      @RequestParam Map<String, String> fields,
      HttpSession session,
      Model model,
      RedirectAttributes then) {
    authority.require(viewer, new UUID(0, 0), Act.DRAFT);
    if (!(session.getAttribute(FILE) instanceof String sha256)
        || !(session.getAttribute(NAME) instanceof String name)) {
      model.addAttribute("viewer", viewer);
      model.addAttribute("mistake", "Choose the file first.");
      return new ModelAndView("spreadsheet", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Beginnings.Kept file = new Beginnings.Kept(sha256, name);
    Map<String, String> answers = answers(fields);
    try {
      Beginnings.Begun begun =
          beginnings.begin(
              viewer,
              !"provider".equals(fields.get("side")),
              across(fields.getOrDefault("across", "")),
              file,
              answers);
      session.removeAttribute(FILE);
      then.addFlashAttribute("rests", begun.rests());
      String agreement = "redirect:/agreements/" + begun.agreement();
      return begun.result().map(result -> agreement + "/results/" + result).orElse(agreement);
    } catch (Refused | Beginnings.NoAnswer refusal) {
      String wrong = refusal instanceof Beginnings.NoAnswer fault ? fault.option() : "";
      try {
        return asked(
            viewer,
            beginnings.seen(file, Map.of()),
            fields,
            String.valueOf(refusal.getMessage()),
            wrong,
            model,
            HttpStatus.UNPROCESSABLE_CONTENT);
      } catch (Beginnings.NoAnswer impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private static UUID across(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException fault) {
      throw new Refused("Choose the other party from the list.");
    }
  }

  /** Answers as {@code answer.within=25 days}; what is not answered is taken as proposed. */
  @PostMapping(
      value = "/api/agreements/from-spreadsheet",
      consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @ResponseBody
  ResponseEntity<Beginnings.Begun> begin(
      Viewer viewer, @RequestParam Map<String, String> fields, InputStream content) {
    authority.require(viewer, new UUID(0, 0), Act.DRAFT);
    try {
      Beginnings.Begun begun =
          beginnings.begin(
              viewer,
              !"provider".equals(fields.get("side")),
              across(fields.getOrDefault("across", "")),
              beginnings.keep(viewer, fields.getOrDefault("name", ""), content),
              answers(fields));
      return ResponseEntity.created(URI.create("/api/agreements/" + begun.agreement())).body(begun);
    } catch (Beginnings.NoAnswer fault) {
      throw new Refused(fault.option() + ": " + fault.getMessage());
    }
  }
}
