package org.plumbline.web.negotiation;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.difference.Terms;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.Loads;
import org.plumbline.web.refusal.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A comment resolution matrix that comes back filled in: looked at first, then taken in. */
@Controller
class MatrixPages {

  private final Agreements agreements;
  private final Authority authority;
  private final Threads threads;
  private final Loads loads;

  MatrixPages(Agreements agreements, Authority authority, Threads threads, Loads loads) {
    this.agreements = agreements;
    this.authority = authority;
    this.threads = threads;
    this.loads = loads;
  }

  @PostMapping("/agreements/{agreement}/comments/matrix")
  ModelAndView preview(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(required = false) Optional<MultipartFile> file,
      Model model)
      throws IOException {
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    authority.require(viewer, agreement, Act.DRAFT);
    HttpStatus status = HttpStatus.OK;
    List<FilledMatrix.Row> rows = List.of();
    try {
      MultipartFile chosen =
          file.filter(each -> !each.isEmpty())
              .orElseThrow(() -> new Refused("Choose the matrix that came back (.xlsx)."));
      String name = Objects.requireNonNullElse(chosen.getOriginalFilename(), "matrix.xlsx");
      rows = against(viewer, agreement, name, chosen.getBytes());
      model.addAttribute("name", name);
    } catch (Refused refusal) {
      model.addAttribute("mistake", refusal.getMessage());
      status = HttpStatus.UNPROCESSABLE_CONTENT;
    }
    model.addAttribute(
        "rows",
        rows.stream()
            .map(row -> new Listed(row, JsonMapper.shared().writeValueAsString(row)))
            .toList());
    model.addAttribute("adding", FilledMatrix.adding(rows));
    model.addAttribute("sends", authority.may(viewer, agreement, Act.SEND));
    return new ModelAndView("matrix", model.asMap(), status);
  }

  /** A row, and the same as the form gives it back. */
  record Listed(FilledMatrix.Row row, String json) {}

  private List<FilledMatrix.Row> against(
      Viewer viewer, UUID agreement, String name, byte[] content) {
    return FilledMatrix.against(
        FilledMatrix.read(name, content),
        threads.all(viewer, agreement),
        agreements
            .current(viewer, agreement)
            .flatMap((VersionRow version) -> agreements.text(viewer, version).canonical())
            .map(canonical -> Terms.of(canonical).names())
            .stream()
            .flatMap(names -> names.stream())
            .map(term -> new FilledMatrix.Term(term, Terms.heading(term)))
            .toList());
  }

  @PostMapping("/agreements/{agreement}/comments/matrix/take")
  String take(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam MultiValueMap<String, String> fields) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    List<FilledMatrix.Row> rows =
        fields.getOrDefault("row", List.of()).stream().map(MatrixPages::row).toList();
    if (rows.isEmpty()) {
      throw new Refused("Choose at least one row.");
    }
    taken(viewer, agreement, rows, "true".equals(fields.getFirst("send")));
    return "redirect:/agreements/" + agreement + "/comments";
  }

  /** A row of the form that was looked at: what it adds, as JSON. */
  private static FilledMatrix.Row row(String json) {
    try {
      return JsonMapper.shared().readValue(json, FilledMatrix.Row.class);
    } catch (JacksonException fault) {
      throw new Refused("Choose the file again.");
    }
  }

  private int taken(Viewer viewer, UUID agreement, List<FilledMatrix.Row> rows, boolean send) {
    Optional<UUID> current = agreements.current(viewer, agreement).map(VersionRow::id);
    int taken = 0;
    for (FilledMatrix.Row row : rows) {
      switch (row.what()) {
        case COMMENT ->
            threads.write(
                viewer, agreement, current, row.term(), row.text(), Optional.empty(), send);
        case ANSWER ->
            threads.write(viewer, agreement, Optional.empty(), "", row.text(), row.comment(), send);
        case RESOLUTION ->
            threads.resolve(
                viewer,
                agreement,
                row.comment().orElseThrow(() -> new Refused("Choose the file again.")),
                row.outcome(),
                row.text(),
                send);
        case NOTHING, FAULT -> taken--;
      }
      taken++;
    }
    return taken;
  }

  /**
   * What each row is, and how many were taken in.
   *
   * @param taken 0 where it was only looked at
   */
  record Answer(List<FilledMatrix.Row> rows, int taken) {}

  /**
   * The same for programs: the body is the workbook.
   *
   * @param take whether it is taken in, not only looked at
   */
  @PostMapping("/api/agreements/{agreement}/comments/matrix")
  @ResponseBody
  Answer matrix(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "matrix.xlsx") String name,
      @RequestParam(defaultValue = "false") boolean take,
      @RequestParam(defaultValue = "false") boolean send,
      @RequestBody(required = false) Optional<byte[]> content) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    if (content.isEmpty()) {
      throw new Refused("Send the matrix that came back (.xlsx).");
    }
    List<FilledMatrix.Row> rows = against(viewer, agreement, name, content.get());
    return new Answer(rows, take ? taken(viewer, agreement, rows, send) : 0);
  }

  @GetMapping({
    "/agreements/{agreement}/comments/matrix.csv",
    "/api/agreements/{agreement}/comments/matrix.csv"
  })
  ResponseEntity<byte[]> csv(Viewer viewer, @PathVariable UUID agreement) {
    return file(
        CommentMatrix.csv(rows(viewer, agreement)),
        "comment-resolution-matrix.csv",
        "text/csv;charset=UTF-8");
  }

  @GetMapping({
    "/agreements/{agreement}/comments/matrix.xlsx",
    "/api/agreements/{agreement}/comments/matrix.xlsx"
  })
  ResponseEntity<byte[]> xlsx(Viewer viewer, @PathVariable UUID agreement) {
    return file(
        CommentMatrix.xlsx(
            agreements.one(viewer, agreement).title(),
            loads.marking(viewer, agreement),
            agreements.versions(viewer, agreement),
            rows(viewer, agreement)),
        "comment-resolution-matrix.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  }

  private List<List<String>> rows(Viewer viewer, UUID agreement) {
    return CommentMatrix.rows(
        threads.all(viewer, agreement), agreements.versions(viewer, agreement));
  }

  private static ResponseEntity<byte[]> file(byte[] content, String name, String type) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }
}
