package org.plumbline.web.drafting;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Measure;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.Loads;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Measures of catalogs and the metrics beside them, as a page and for programs. */
@Controller
class MeasurePages {

  private final Agreements agreements;
  private final Authority authority;
  private final MeasureCatalogs catalogs;
  private final MetricChoices choices;
  private final Loads loads;

  MeasurePages(
      Agreements agreements,
      Authority authority,
      MeasureCatalogs catalogs,
      MetricChoices choices,
      Loads loads) {
    this.agreements = agreements;
    this.authority = authority;
    this.catalogs = catalogs;
    this.choices = choices;
    this.loads = loads;
  }

  /** A measure as it is shown. */
  record Shown(String id, String name, String target, String description, String formula) {

    static Shown of(Measure measure) {
      return new Shown(
          measure.id(),
          measure.name(),
          measure.text(Column.TARGET).isEmpty()
              ? measure.target().words()
              : measure.text(Column.TARGET) + " (read as: " + measure.target().words() + ")",
          measure.text(Column.DESCRIPTION),
          measure.text(Column.FORMULA));
    }
  }

  @GetMapping("/agreements/{agreement}/measures")
  String page(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String q,
      Model model) {
    fill(viewer, agreement, q, model);
    return "measures";
  }

  private void fill(Viewer viewer, UUID agreement, String q, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("zone", loads.zone(viewer, agreement));
    model.addAttribute("lines", choices.lines(viewer, agreement));
    model.addAttribute("catalogs", catalogs.all(viewer, agreement));
    model.addAttribute("q", q);
    model.addAttribute(
        "found", catalogs.search(viewer, agreement, q).stream().map(Shown::of).toList());
    model.addAttribute("writes", authority.may(viewer, agreement, Act.DRAFT));
    model.addAttribute("texts", agreements.versions(viewer, agreement).stream().limit(10).toList());
  }

  @PostMapping("/agreements/{agreement}/measures/catalogs")
  Object add(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(required = false) Optional<MultipartFile> file,
      Model model)
      throws IOException {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    try {
      MultipartFile chosen =
          file.filter(each -> !each.isEmpty())
              .orElseThrow(() -> new Refused("Choose a workbook (.xlsx) of measures."));
      catalogs.add(
          viewer,
          agreement,
          Objects.requireNonNullElse(chosen.getOriginalFilename(), "catalog.xlsx"),
          chosen.getBytes());
      return "redirect:/agreements/" + agreement + "/measures";
    } catch (Refused refusal) {
      return refused(viewer, agreement, refusal, model);
    }
  }

  private ModelAndView refused(Viewer viewer, UUID agreement, Refused refusal, Model model) {
    fill(viewer, agreement, "", model);
    model.addAttribute("mistake", refusal.getMessage());
    return new ModelAndView("measures", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping("/agreements/{agreement}/measures/choices")
  Object say(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String metric,
      @RequestParam(defaultValue = "") String another,
      @RequestParam(defaultValue = "") String existing,
      @RequestParam(defaultValue = "") String wish,
      @RequestParam(defaultValue = "") String choice,
      @RequestParam(defaultValue = "") String reason,
      Model model) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    try {
      choices.say(
          viewer, agreement, another.isBlank() ? metric : another, existing, wish, choice, reason);
      return "redirect:/agreements/" + agreement + "/measures";
    } catch (Refused refusal) {
      return refused(viewer, agreement, refusal, model);
    }
  }

  private record Adopted(UUID version, PastedDraft draft) {}

  private Adopted adopted(Viewer viewer, UUID agreement, String measure, Optional<UUID> version) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    if (measure.isBlank()) {
      throw new Refused("Choose the measure.");
    }
    Measure found = catalogs.one(viewer, agreement, measure);
    VersionRow base =
        version
            .map(id -> agreements.version(viewer, agreement, id))
            .or(() -> agreements.versions(viewer, agreement).stream().findFirst())
            .orElseThrow(() -> new Refused("Put in a text of the agreement first."));
    PastedDraft draft = PastedDraft.of(agreements.text(viewer, base).text(), found);
    return new Adopted(
        agreements.draft(viewer, agreement, draft.text(), Optional.of(base.id())), draft);
  }

  @PostMapping("/agreements/{agreement}/measures/adopt")
  String adopt(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String measure,
      @RequestParam(required = false) Optional<UUID> version) {
    Adopted adopted = adopted(viewer, agreement, measure, version);
    return "redirect:/agreements/"
        + agreement
        + "/versions/"
        + adopted.version()
        + "/define?term=metrics/"
        + adopted.draft().metric();
  }

  // ---- for programs ----

  /** What there is. */
  record Whole(
      List<MetricChoices.Line> metrics,
      List<MeasureCatalogs.CatalogRow> catalogs,
      List<Shown> found) {}

  record Added(UUID id) {}

  /** A draft made: what to look at in it. */
  record Drafted(UUID version, String metric, List<String> checks) {}

  @GetMapping("/api/agreements/{agreement}/measures")
  @ResponseBody
  Whole whole(
      Viewer viewer, @PathVariable UUID agreement, @RequestParam(defaultValue = "") String q) {
    agreements.one(viewer, agreement);
    return new Whole(
        choices.lines(viewer, agreement),
        catalogs.all(viewer, agreement),
        catalogs.search(viewer, agreement, q).stream().map(Shown::of).toList());
  }

  /** The body is the workbook. */
  @PostMapping("/api/agreements/{agreement}/measures/catalogs")
  ResponseEntity<Added> catalog(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "catalog.xlsx") String name,
      @RequestBody(required = false) Optional<byte[]> content) {
    UUID catalog = catalogs.add(viewer, agreement, name, content.orElse(new byte[0]));
    return ResponseEntity.created(URI.create("/api/agreements/" + agreement + "/measures"))
        .body(new Added(catalog));
  }

  @PostMapping("/api/agreements/{agreement}/measures/choices")
  ResponseEntity<Void> said(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String metric,
      @RequestParam(defaultValue = "") String existing,
      @RequestParam(defaultValue = "") String wish,
      @RequestParam(defaultValue = "") String choice,
      @RequestParam(defaultValue = "") String reason) {
    choices.say(viewer, agreement, metric, existing, wish, choice, reason);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/api/agreements/{agreement}/measures/adopt")
  ResponseEntity<Drafted> drafted(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String measure,
      @RequestParam(required = false) Optional<UUID> version) {
    Adopted adopted = adopted(viewer, agreement, measure, version);
    return ResponseEntity.created(
            URI.create("/api/agreements/" + agreement + "/versions/" + adopted.version()))
        .body(new Drafted(adopted.version(), adopted.draft().metric(), adopted.draft().checks()));
  }
}
