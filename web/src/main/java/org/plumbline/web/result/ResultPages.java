package org.plumbline.web.result;

import java.util.List;
import java.util.UUID;
import org.plumbline.report.html.HtmlReport;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.CheckedText;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.program.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The results of an agreement, one result, the cases behind a figure, one case. */
@Controller
class ResultPages {

  private final Agreements agreements;
  private final Authority authority;
  private final Measured measured;

  ResultPages(Agreements agreements, Authority authority, Measured measured) {
    this.agreements = agreements;
    this.authority = authority;
    this.measured = measured;
  }

  @GetMapping("/agreements/{agreement}/results")
  String all(Viewer viewer, @PathVariable UUID agreement, Slice slice, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("results", measured.all(viewer, agreement, slice));
    model.addAttribute("measures", authority.may(viewer, agreement, Act.MEASURE));
    return "results";
  }

  @PostMapping("/agreements/{agreement}/results")
  String measure(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam String period,
      @RequestParam(defaultValue = "") String asOf,
      @RequestParam(defaultValue = "") String knownAt) {
    return "redirect:/agreements/"
        + agreement
        + "/results/"
        + measured.measure(viewer, agreement, period, asOf, knownAt);
  }

  /** A metric that one can go down into. */
  record MetricLink(String id, String name) {}

  @GetMapping("/agreements/{agreement}/results/{result}")
  String one(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID result, Model model) {
    ResultRow row = measured.one(viewer, agreement, result);
    VersionRow version = agreements.version(viewer, agreement, row.version());
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("result", row);
    model.addAttribute(
        "versions",
        row.versions().stream().map(each -> agreements.version(viewer, agreement, each)).toList());
    model.addAttribute("report", measured.page(viewer, row));
    model.addAttribute(
        "metrics",
        measured.hasRecords(viewer, row) ? metrics(agreements.text(viewer, version)) : List.of());
    model.addAttribute(
        "sends",
        !row.isSent()
            && row.organization().equals(viewer.organization())
            && row.versions().stream()
                .allMatch(each -> agreements.version(viewer, agreement, each).isSent())
            && authority.may(viewer, agreement, Act.SEND));
    return "result";
  }

  private static List<MetricLink> metrics(CheckedText text) {
    return text.agreement()
        .map(
            agreement ->
                agreement.metrics().entrySet().stream()
                    .map(each -> new MetricLink(each.getKey(), each.getValue().name()))
                    .toList())
        .orElse(List.of());
  }

  @GetMapping("/agreements/{agreement}/results/{result}/metrics/{metric}")
  String cases(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID result,
      @PathVariable String metric,
      Model model) {
    ResultRow row = measured.one(viewer, agreement, result);
    Measuring.CasesTold cases = measured.cases(viewer, row, metric);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("result", row);
    model.addAttribute("metric", metric);
    model.addAttribute("metricName", cases.document().title());
    model.addAttribute("keys", cases.keys());
    model.addAttribute("report", HtmlReport.content(cases.document()));
    return "cases";
  }

  @GetMapping("/agreements/{agreement}/results/{result}/metrics/{metric}/case")
  String life(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID result,
      @PathVariable String metric,
      @RequestParam String key,
      Model model) {
    ResultRow row = measured.one(viewer, agreement, result);
    var document = measured.life(viewer, row, metric, key);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("result", row);
    model.addAttribute("metric", metric);
    model.addAttribute("metricName", document.title());
    model.addAttribute("key", key);
    model.addAttribute("asks", authority.may(viewer, agreement, Act.DRAFT));
    model.addAttribute("report", HtmlReport.content(document));
    return "case";
  }

  @PostMapping("/agreements/{agreement}/results/{result}/send")
  String send(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID result) {
    measured.send(viewer, agreement, result);
    return "redirect:/agreements/" + agreement + "/results/" + result;
  }
}
