package org.plumbline.web.conops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A concept of operations in forms: steps with who has to do with them, areas, what is kept. */
@Controller
@RequestMapping("/agreements/{agreement}/conops/{conops}/edit")
class ConceptFormPages {

  private final Concepts concepts;
  private final ConceptForms forms;
  private final Agreements agreements;
  private final Authority authority;

  ConceptFormPages(
      Concepts concepts, ConceptForms forms, Agreements agreements, Authority authority) {
    this.concepts = concepts;
    this.forms = forms;
    this.agreements = agreements;
    this.authority = authority;
  }

  @GetMapping
  String form(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID conops, Model model) {
    fill(viewer, agreement, conops, Map.of(), model);
    return "conops-edit";
  }

  private void fill(Viewer viewer, UUID agreement, UUID id, Map<String, String> said, Model model) {
    ConceptRow row = concepts.one(viewer, agreement, id);
    authority.require(viewer, agreement, Act.DRAFT);
    ConceptView view = ConceptView.of(concepts.text(viewer, row));
    Conops concept =
        view.concept()
            .orElseThrow(
                () ->
                    new Refused(
                        "Mend the errors in the text first; a form can only change what can be"
                            + " read."));
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("row", row);
    model.addAttribute("view", view);
    model.addAttribute("concept", concept);
    model.addAttribute("steps", ConceptForms.steps(concept));
    model.addAttribute("areas", ConceptForms.areas(view, concept));
    model.addAttribute("roles", concept.roles().keySet());
    model.addAttribute("said", said);
  }

  /** Values by their paths; each field of a form is named after its path. */
  @PostMapping
  Object keep(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID conops,
      @RequestParam Map<String, String> fields,
      Model model,
      RedirectAttributes then) {
    concepts.one(viewer, agreement, conops);
    authority.require(viewer, agreement, Act.DRAFT);
    Map<String, String> values = new LinkedHashMap<>(fields);
    values.keySet().removeAll(List.of("_csrf", "add", "in", "name", "text", "remove"));
    values.keySet().removeIf(name -> name.equals("period"));
    try {
      if (fields.containsKey("add")) {
        values =
            ConceptForms.added(
                fields.getOrDefault("add", ""),
                fields.getOrDefault("in", ""),
                fields.getOrDefault("name", ""),
                fields.getOrDefault("text", ""));
      } else if (fields.containsKey("remove")) {
        values = Map.of(fields.getOrDefault("remove", ""), "");
      }
      UUID kept = forms.keep(viewer, agreement, conops, values);
      then.addFlashAttribute("done", "Kept as a new draft; the one before it stays as it was.");
      return "redirect:/agreements/" + agreement + "/conops/" + kept + "/edit";
    } catch (Refused refusal) {
      fill(viewer, agreement, conops, values, model);
      model.addAttribute("mistake", refusal.getMessage());
      return new ModelAndView("conops-edit", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }
}
