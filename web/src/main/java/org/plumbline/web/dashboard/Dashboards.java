package org.plumbline.web.dashboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.report.html.HtmlReport;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.result.StandingResults;
import org.plumbline.web.store.Kept;
import org.plumbline.web.todo.ToDo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** One agreement at a glance, and all that a person sees; as pages and for programs. */
@Controller
class Dashboards {

  private static final long CHARACTERS_KEPT = 32_000_000;

  private final Agreements agreements;
  private final StandingResults results;
  private final ToDo toDo;
  private final Kept<Shown, Drawn> boards = new Kept<>(CHARACTERS_KEPT);

  Dashboards(Agreements agreements, StandingResults results, ToDo toDo) {
    this.agreements = agreements;
    this.results = results;
    this.toDo = toDo;
  }

  /**
   * One agreement in a row.
   *
   * @param score the last period; empty where nothing was measured
   * @param waiting how much waits for the person
   */
  record Row(UUID agreement, String title, Optional<Board.Score> score, long waiting) {}

  private List<Row> rows(Viewer viewer, List<ToDo.Item> waiting) {
    Map<UUID, List<StandingResults.Latest>> latest = new LinkedHashMap<>();
    results
        .latest(viewer, Optional.empty())
        .forEach(
            each ->
                latest
                    .computeIfAbsent(each.agreement(), key -> new java.util.ArrayList<>())
                    .add(each));
    return agreements.all(viewer).stream()
        .map(
            row ->
                new Row(
                    row.id(),
                    row.title(),
                    Board.of(latest.getOrDefault(row.id(), List.of())).score(),
                    waiting.stream().filter(item -> item.agreement().equals(row.id())).count()))
        .toList();
  }

  @GetMapping("/dashboard")
  String across(Viewer viewer, Model model) {
    List<ToDo.Item> waiting = toDo.of(viewer);
    model.addAttribute("viewer", viewer);
    model.addAttribute("items", waiting);
    model.addAttribute("rows", rows(viewer, waiting));
    return "dashboards";
  }

  @GetMapping("/api/dashboard")
  @ResponseBody
  List<Row> acrossForPrograms(Viewer viewer) {
    return rows(viewer, toDo.of(viewer));
  }

  /** What a board shows of results, which never change; whose eyes see them is not in it. */
  private record Drawn(Optional<Board.Score> score, List<Board.Risk> risks, String html) {}

  private record Shown(String title, List<UUID> results) {}

  private Drawn drawn(String title, List<StandingResults.Latest> latest) {
    Shown key = new Shown(title, latest.stream().map(StandingResults.Latest::result).toList());
    return boards
        .of(key)
        .orElseGet(
            () -> {
              Board board = Board.of(latest);
              Drawn drawn =
                  new Drawn(
                      board.score(),
                      board.atRisk(),
                      latest.isEmpty() ? "" : HtmlReport.content(board.document(title)));
              boards.keep(key, drawn, drawn.html().length());
              return drawn;
            });
  }

  @GetMapping("/agreements/{agreement}/dashboard")
  String one(Viewer viewer, @PathVariable UUID agreement, Model model) {
    AgreementRow row = agreements.one(viewer, agreement);
    List<StandingResults.Latest> latest = results.latest(viewer, Optional.of(agreement));
    Drawn drawn = drawn(row.title(), latest);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", row);
    model.addAttribute("latest", latest);
    model.addAttribute("score", drawn.score().orElse(null));
    model.addAttribute("risks", drawn.risks());
    model.addAttribute(
        "items",
        toDo.of(viewer).stream().filter(item -> item.agreement().equals(agreement)).toList());
    model.addAttribute("report", drawn.html());
    return "dashboard";
  }

  @GetMapping("/api/agreements/{agreement}/dashboard")
  @ResponseBody
  List<StandingResults.Latest> oneForPrograms(Viewer viewer, @PathVariable UUID agreement) {
    agreements.one(viewer, agreement);
    return results.latest(viewer, Optional.of(agreement));
  }
}
