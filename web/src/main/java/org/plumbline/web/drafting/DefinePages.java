package org.plumbline.web.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.CheckedText;
import org.plumbline.web.agreement.VersionRow;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Terms in forms: the sentence above, the values, what is wrong with them, what the past says. */
@Controller
class DefinePages {

  private final Agreements agreements;
  private final Authority authority;
  private final Defining defining;
  private final TriedOnRecords records;

  DefinePages(
      Agreements agreements, Authority authority, Defining defining, TriedOnRecords records) {
    this.agreements = agreements;
    this.authority = authority;
    this.defining = defining;
    this.records = records;
  }

  @GetMapping("/agreements/{agreement}/versions/{version}/define")
  String page(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @RequestParam(defaultValue = "") String term,
      Model model) {
    VersionRow row = agreements.version(viewer, agreement, version);
    authority.require(viewer, agreement, Act.DRAFT);
    CheckedText text = fill(viewer, agreement, row, model);
    if (!term.isEmpty() && text.isWhole()) {
      model.addAttribute("shown", defining.shown(text, term));
    }
    return "define";
  }

  private CheckedText fill(Viewer viewer, UUID agreement, VersionRow row, Model model) {
    CheckedText text = agreements.text(viewer, row);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("version", row);
    model.addAttribute("whole", text.isWhole());
    model.addAttribute("terms", defining.terms(text));
    model.addAttribute("hasRecords", records.hasRecords(viewer, agreement));
    return text;
  }

  @PostMapping("/agreements/{agreement}/versions/{version}/define")
  Object change(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @RequestParam(defaultValue = "") String term,
      @RequestParam Map<String, String> fields,
      Model model) {
    VersionRow row = agreements.version(viewer, agreement, version);
    authority.require(viewer, agreement, Act.DRAFT);
    Map<String, String> changes = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (name.startsWith("value:")) {
            changes.put(name.substring("value:".length()), value);
          }
        });
    String added = fields.getOrDefault("add-key", "").strip();
    if (!added.isEmpty()) {
      changes.put(term + "/" + added, fields.getOrDefault("add-value", ""));
    }
    String thing = fields.getOrDefault("new-term", "").strip();
    if (!thing.isEmpty()) {
      changes.put(thing, fields.getOrDefault("new-value", ""));
    }
    HttpStatus status = HttpStatus.OK;
    try {
      if (!"check".equals(fields.get("action"))) {
        UUID kept = defining.keep(viewer, agreement, version, changes);
        return "redirect:/agreements/"
            + agreement
            + "/versions/"
            + kept
            + "/define?term="
            + (thing.isEmpty() ? term : thing);
      }
      model.addAttribute(
          "shown",
          defining.check(
              viewer,
              agreement,
              version,
              thing.isEmpty() ? term : thing,
              changes,
              "true".equals(fields.get("tries"))));
      model.addAttribute("checked", true);
    } catch (Refused refusal) {
      model.addAttribute("mistake", refusal.getMessage());
      status = HttpStatus.UNPROCESSABLE_CONTENT;
      CheckedText text = agreements.text(viewer, row);
      if (text.isWhole() && !term.isEmpty()) {
        model.addAttribute("shown", defining.shown(text, term));
      }
    }
    fill(viewer, agreement, row, model);
    return new ModelAndView("define", model.asMap(), status);
  }

  /** Changes by a program. */
  record Changes(
      @Nullable String term,
      @Nullable Map<String, String> changes,
      @Nullable Boolean keep,
      @Nullable Boolean tries) {}

  /** What became of them. */
  record Answer(Optional<UUID> version, Optional<Defining.Shown> shown) {}

  @GetMapping("/api/agreements/{agreement}/versions/{version}/define")
  @ResponseBody
  List<Defining.Choice> terms(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID version) {
    VersionRow row = agreements.version(viewer, agreement, version);
    return defining.terms(agreements.text(viewer, row));
  }

  @PostMapping("/api/agreements/{agreement}/versions/{version}/define")
  ResponseEntity<Answer> change(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @RequestBody(required = false) @Nullable Changes body) {
    agreements.version(viewer, agreement, version);
    authority.require(viewer, agreement, Act.DRAFT);
    Map<String, String> changes = body == null ? null : body.changes();
    if (body == null || changes == null) {
      throw new Refused("Name the changes: new texts by path.");
    }
    if (Boolean.TRUE.equals(body.keep())) {
      return ResponseEntity.status(HttpStatus.CREATED)
          .body(
              new Answer(
                  Optional.of(defining.keep(viewer, agreement, version, changes)),
                  Optional.empty()));
    }
    String term = body.term();
    return ResponseEntity.ok(
        new Answer(
            Optional.empty(),
            Optional.of(
                defining.check(
                    viewer,
                    agreement,
                    version,
                    term == null ? "" : term,
                    changes,
                    Boolean.TRUE.equals(body.tries())))));
  }
}
