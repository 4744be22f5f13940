package org.plumbline.web.drafting;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.difference.DifferenceReport;
import org.plumbline.finding.Finding;
import org.plumbline.report.html.HtmlReport;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** A proposal answered term by term, as a page and for programs. */
@Controller
class CounterPages {

  private static final String TERM = "term:";
  private static final String VALUE = "value:";

  private final Agreements agreements;
  private final Authority authority;
  private final CounterProposals counters;

  CounterPages(Agreements agreements, Authority authority, CounterProposals counters) {
    this.agreements = agreements;
    this.authority = authority;
    this.counters = counters;
  }

  @GetMapping("/agreements/{agreement}/versions/{version}/counter")
  ModelAndView page(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @RequestParam(required = false) Optional<UUID> since,
      Model model) {
    agreements.version(viewer, agreement, version);
    authority.require(viewer, agreement, Act.DRAFT);
    return filled(viewer, agreement, version, since, Map.of(), model, HttpStatus.OK);
  }

  private ModelAndView filled(
      Viewer viewer,
      UUID agreement,
      UUID version,
      Optional<UUID> since,
      Map<String, String> fields,
      Model model,
      HttpStatus status) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("version", agreements.version(viewer, agreement, version));
    model.addAttribute("fields", fields);
    try {
      model.addAttribute("sheet", counters.sheet(viewer, agreement, version, since));
    } catch (Refused nothing) {
      model.addAttribute("nothing", nothing.getMessage());
    }
    return new ModelAndView("counter", model.asMap(), status);
  }

  @PostMapping("/agreements/{agreement}/versions/{version}/counter")
  Object answer(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @RequestParam(required = false) Optional<UUID> since,
      @RequestParam Map<String, String> fields,
      Model model) {
    agreements.version(viewer, agreement, version);
    authority.require(viewer, agreement, Act.DRAFT);
    HttpStatus status = HttpStatus.OK;
    try {
      CounterProposals.Answers answers = answers(fields);
      if (!"look".equals(fields.get("action"))) {
        UUID kept = counters.keep(viewer, agreement, version, since, answers);
        return "redirect:/agreements/" + agreement + "/versions/" + kept;
      }
      CounterProposals.Outcome outcome = counters.look(viewer, agreement, version, since, answers);
      model.addAttribute("outcome", outcome);
      model.addAttribute(
          "report",
          outcome
              .words()
              .map(words -> HtmlReport.content(DifferenceReport.of(List.of(words))))
              .orElse(null));
    } catch (Refused refusal) {
      model.addAttribute("mistake", refusal.getMessage());
      status = HttpStatus.UNPROCESSABLE_CONTENT;
    }
    return filled(viewer, agreement, version, since, fields, model, status);
  }

  /** The answers of a form; what stands in the fields of a term that has no other value is none. */
  private static CounterProposals.Answers answers(Map<String, String> fields) {
    Map<String, String> terms = new LinkedHashMap<>();
    Map<String, String> values = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (name.startsWith(TERM)) {
            terms.put(name.substring(TERM.length()), value);
          }
        });
    terms.forEach(
        (term, answer) -> {
          if (answer.equals("other")) {
            fields.forEach(
                (name, value) -> {
                  if (name.equals(VALUE + term) || name.startsWith(VALUE + term + "/")) {
                    values.put(name.substring(VALUE.length()), value);
                  }
                });
            String added = fields.getOrDefault("add-key:" + term, "").strip();
            if (!added.isEmpty()) {
              values.put(term + "/" + added, fields.getOrDefault("add-value:" + term, ""));
            }
          }
        });
    return new CounterProposals.Answers(terms, values);
  }

  // ---- for programs ----

  /** Answers by a program. */
  record Said(
      @Nullable UUID since,
      @Nullable Map<String, String> terms,
      @Nullable Map<String, String> values,
      @Nullable Boolean keep) {}

  /** What became of them. */
  record Answered(Optional<UUID> version, List<Finding> findings) {}

  @GetMapping("/api/agreements/{agreement}/versions/{version}/counter")
  @ResponseBody
  CounterProposals.Sheet data(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @RequestParam(required = false) Optional<UUID> since) {
    return counters.sheet(viewer, agreement, version, since);
  }

  @PostMapping("/api/agreements/{agreement}/versions/{version}/counter")
  ResponseEntity<Answered> answerByProgram(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @RequestBody(required = false) @Nullable Said body) {
    agreements.version(viewer, agreement, version);
    authority.require(viewer, agreement, Act.DRAFT);
    Map<String, String> terms = body == null ? null : body.terms();
    if (body == null || terms == null) {
      throw new Refused("Name the terms: take, leave or other, by term.");
    }
    Map<String, String> values = body.values();
    CounterProposals.Answers answers =
        new CounterProposals.Answers(terms, values == null ? Map.of() : values);
    Optional<UUID> since = Optional.ofNullable(body.since());
    if (!Boolean.TRUE.equals(body.keep())) {
      return ResponseEntity.ok(
          new Answered(
              Optional.empty(),
              counters.look(viewer, agreement, version, since, answers).findings()));
    }
    UUID kept = counters.keep(viewer, agreement, version, since, answers);
    return ResponseEntity.created(URI.create("/api/agreements/" + agreement + "/versions/" + kept))
        .body(new Answered(Optional.of(kept), List.of()));
  }
}
