package org.plumbline.web.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Reconsideration;
import org.plumbline.register.Standing;
import org.plumbline.register.Standings;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.evidence.EvidenceFiles;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.KnownAgreement;
import org.plumbline.web.result.Measured;
import org.plumbline.web.result.ResultRow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The requests of an agreement, a new one, one with its answers. */
@Controller
@RequestMapping("/agreements/{agreement}/requests")
class RequestPages {

  private final Agreements agreements;
  private final Authority authority;
  private final Requests requests;
  private final Measured measured;
  private final EvidenceFiles evidence;

  RequestPages(
      Agreements agreements,
      Authority authority,
      Requests requests,
      Measured measured,
      EvidenceFiles evidence) {
    this.agreements = agreements;
    this.authority = authority;
    this.requests = requests;
    this.measured = measured;
    this.evidence = evidence;
  }

  /** A request in a list, with what became of it. */
  record Listed(RequestRow row, Optional<Standing> standing) {}

  @GetMapping
  String all(Viewer viewer, @PathVariable UUID agreement, Model model) {
    begin(viewer, agreement, model);
    Optional<KnownAgreement> terms = requests.terms(viewer, agreement);
    List<Standing> standings = terms.map(requests::standings).orElse(List.of());
    model.addAttribute(
        "requests",
        requests.all(viewer, agreement).stream()
            .map(row -> new Listed(row, standing(standings, row)))
            .toList());
    model.addAttribute("names", terms.map(RequestPages::names).orElse(Map.of()));
    model.addAttribute("asks", terms.isPresent() && authority.may(viewer, agreement, Act.DRAFT));
    model.addAttribute("how", terms.flatMap(RequestPages::how).orElse(""));
    return "requests";
  }

  /** The names of the metrics, by their id. */
  private static Map<String, String> names(KnownAgreement terms) {
    Map<String, String> names = new LinkedHashMap<>();
    terms
        .versions()
        .last()
        .agreement()
        .metrics()
        .forEach((id, metric) -> names.put(id, metric.name()));
    return names;
  }

  private static String name(Optional<KnownAgreement> terms, String metric) {
    return terms.map(RequestPages::names).orElse(Map.of()).getOrDefault(metric, metric);
  }

  private static Optional<String> how(KnownAgreement terms) {
    return terms
        .versions()
        .last()
        .agreement()
        .reconsideration()
        .map(
            rule ->
                "A request is made within "
                    + rule.requestWithin()
                    + " after the report was issued, and decided within "
                    + rule.decideWithin()
                    + rule.silence().map(word -> "; silence means " + word).orElse("")
                    + ".");
  }

  private static Optional<Standing> standing(List<Standing> standings, RequestRow row) {
    return standings.stream().filter(each -> each.id().equals(row.key())).findFirst();
  }

  private void begin(Viewer viewer, UUID agreement, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
  }

  @GetMapping("/new")
  String write(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String metric,
      @RequestParam(defaultValue = "") String period,
      @RequestParam(name = "case", defaultValue = "") String key,
      Model model) {
    begin(viewer, agreement, model);
    authority.require(viewer, agreement, Act.DRAFT);
    Optional<Agreement> text =
        requests.terms(viewer, agreement).map(terms -> terms.versions().last().agreement());
    model.addAttribute("metrics", text.map(Agreement::metrics).orElse(Map.of()));
    model.addAttribute("parties", text.map(Agreement::parties).orElse(Map.of()));
    model.addAttribute(
        "grounds",
        text.flatMap(Agreement::reconsideration).map(Reconsideration::grounds).orElse(List.of()));
    model.addAttribute("metric", metric);
    model.addAttribute("period", period);
    model.addAttribute("key", key);
    model.addAttribute("zone", text.map(it -> it.zone().getId()).orElse("UTC"));
    return "request-new";
  }

  @PostMapping
  String ask(
      Viewer viewer, @PathVariable UUID agreement, @RequestParam Map<String, String> fields) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    String asks = JsonMapper.shared().writeValueAsString(List.of(Asked.of(fields)));
    UUID request =
        requests.ask(
            viewer,
            agreement,
            fields.getOrDefault("metric", ""),
            fields.getOrDefault("period", ""),
            fields.getOrDefault("ground", ""),
            fields.getOrDefault("reason", ""),
            fields
                .getOrDefault("evidence", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList(),
            asks);
    return "redirect:/agreements/" + agreement + "/requests/" + request;
  }

  /** A figure without and with a request. */
  record Side(String metric, String period, String without, String with) {}

  @GetMapping("/{request}")
  String one(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID request, Model model) {
    begin(viewer, agreement, model);
    RequestRow row = requests.one(viewer, agreement, request);
    Optional<KnownAgreement> terms = requests.terms(viewer, agreement);
    Optional<Standing> standing = terms.flatMap(it -> standing(requests.standings(it), row));
    boolean asking = row.organization().equals(viewer.organization());
    boolean sends = authority.may(viewer, agreement, Act.SEND);
    boolean open = standing.filter(it -> it.state() == Standing.State.PENDING).isPresent();
    model.addAttribute("request", row);
    model.addAttribute("name", name(terms, row.metric()));
    model.addAttribute("files", evidence.of(viewer, agreement, request));
    model.addAttribute("attaches", evidence.mayAttach(viewer, agreement, row.isSent()));
    model.addAttribute(
        "zone",
        terms.map(it -> it.versions().last().agreement().zone()).orElse(java.time.ZoneOffset.UTC));
    model.addAttribute("open", open);
    model.addAttribute("standing", standing.orElse(null));
    model.addAttribute("sentences", terms.map(it -> requests.sentences(it, row)).orElse(List.of()));
    model.addAttribute("sends", asking && sends && !row.isSent());
    model.addAttribute("withdraws", asking && sends && open);
    model.addAttribute("answers", !asking && sends && row.isSent());
    model.addAttribute(
        "escalation",
        sends && row.isSent()
            ? terms
                .flatMap(it -> it.versions().last().agreement().reconsideration())
                .map(Reconsideration::escalation)
                .orElse(List.of())
            : List.of());
    Optional<ResultRow> result = terms.flatMap(it -> after(viewer, agreement, it, row));
    model.addAttribute("result", result.orElse(null));
    model.addAttribute(
        "sides",
        result
            .flatMap(it -> Requests.told(measured.json(viewer, it), row.key()))
            .map(RequestPages::sides)
            .orElse(List.of()));
    return "request";
  }

  /** The last result of the period that was measured when the request was known. */
  private Optional<ResultRow> after(
      Viewer viewer, UUID agreement, KnownAgreement terms, RequestRow row) {
    Agreement text = terms.versions().last().agreement();
    return row.sentAt()
        .flatMap(
            sent ->
                Standings.period(text, row.period())
                    .flatMap(
                        about ->
                            measured.all(viewer, agreement).stream()
                                .filter(each -> knows(each, sent))
                                .filter(
                                    each ->
                                        Standings.period(text, each.period())
                                            .filter(days -> days.contains(about.until()))
                                            .isPresent())
                                .findFirst()));
  }

  /** Whether a result was measured with what was sent; it knows of whole seconds. */
  private static boolean knows(ResultRow result, Instant sent) {
    return !result.evaluatedAt().isBefore(sent)
        && !result.knownAt().isBefore(sent.truncatedTo(ChronoUnit.SECONDS));
  }

  private static List<Side> sides(JsonNode told) {
    List<Side> sides = new ArrayList<>();
    for (JsonNode change : told.path("changes")) {
      sides.add(
          new Side(
              change.path("metric").asString(),
              change.path("period").path("name").asString(change.path("period").asString("")),
              change.path("without").path("shown").asString("–"),
              change.path("with").path("shown").asString("–")));
    }
    return sides;
  }

  @PostMapping("/{request}/send")
  String send(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID request) {
    requests.send(viewer, agreement, request);
    return "redirect:/agreements/" + agreement + "/requests/" + request;
  }

  @PostMapping("/{request}/answers")
  String answer(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID request,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") List<Integer> grant) {
    RequestRow row = requests.one(viewer, agreement, request);
    requests.answer(
        viewer, agreement, request, answer, Requests.some(row.asked(), grant), reason, role);
    return "redirect:/agreements/" + agreement + "/requests/" + request;
  }
}
