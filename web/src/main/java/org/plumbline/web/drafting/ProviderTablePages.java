package org.plumbline.web.drafting;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The provider's own table of metrics: looked at, then taken beside the metrics of the text. */
@Controller
class ProviderTablePages {

  private final Agreements agreements;
  private final Authority authority;
  private final MetricChoices choices;
  private final Clock clock;

  ProviderTablePages(
      Agreements agreements, Authority authority, MetricChoices choices, Clock clock) {
    this.agreements = agreements;
    this.authority = authority;
    this.choices = choices;
    this.clock = clock;
  }

  @PostMapping("/agreements/{agreement}/measures/table")
  ModelAndView look(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(required = false) Optional<MultipartFile> file,
      Model model)
      throws IOException {
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    authority.require(viewer, agreement, Act.DRAFT);
    HttpStatus status = HttpStatus.OK;
    List<MetricChoices.Line> lines = choices.lines(viewer, agreement);
    model.addAttribute("lines", lines);
    try {
      MultipartFile chosen =
          file.filter(each -> !each.isEmpty())
              .orElseThrow(() -> new Refused("Choose the table of metrics that the provider has."));
      String name = Objects.requireNonNullElse(chosen.getOriginalFilename(), "metrics.xlsx");
      model.addAttribute("name", name);
      model.addAttribute("table", ProviderTable.read(name, chosen.getBytes(), lines, today()));
    } catch (Refused refusal) {
      model.addAttribute("mistake", refusal.getMessage());
      status = HttpStatus.UNPROCESSABLE_CONTENT;
    }
    return new ModelAndView("metric-table", model.asMap(), status);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  @PostMapping("/agreements/{agreement}/measures/table/take")
  String take(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam MultiValueMap<String, String> fields) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    Map<String, String> today = new LinkedHashMap<>();
    for (String row : fields.getOrDefault("take", List.of())) {
      String metric = Objects.requireNonNullElse(fields.getFirst("metric-" + row), "");
      add(
          today,
          metric.isBlank()
              ? Objects.requireNonNullElse(fields.getFirst("name-" + row), "")
              : metric,
          Objects.requireNonNullElse(fields.getFirst("today-" + row), ""));
    }
    choices.today(viewer, agreement, today);
    return "redirect:/agreements/" + agreement + "/measures";
  }

  /** Two rows of the same metric stand below each other. */
  private static void add(Map<String, String> today, String metric, String words) {
    today.merge(metric.strip(), words, (before, after) -> before + "\n" + after);
  }

  /**
   * What each row was taken for, and how many were recorded.
   *
   * @param taken 0 where it was only looked at
   */
  record Answer(ProviderTable table, int taken) {}

  /**
   * The same for programs: the body is the file.
   *
   * @param take whether all metrics are recorded, not only looked at
   */
  @PostMapping("/api/agreements/{agreement}/measures/table")
  @ResponseBody
  Answer table(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "metrics.xlsx") String name,
      @RequestParam(defaultValue = "false") boolean take,
      @RequestBody(required = false) Optional<byte[]> content) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    ProviderTable table =
        ProviderTable.read(
            name, content.orElse(new byte[0]), choices.lines(viewer, agreement), today());
    Map<String, String> today = new LinkedHashMap<>();
    table.rows().stream()
        .filter(ProviderTable.Row::saysSomething)
        .forEach(row -> add(today, row.metric().orElse(row.name()), row.today()));
    if (take) {
      choices.today(viewer, agreement, today);
    }
    return new Answer(table, take ? today.size() : 0);
  }
}
