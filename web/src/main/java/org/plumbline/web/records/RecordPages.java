package org.plumbline.web.records;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.program.Slice;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The files of records of an agreement, one file with what was read of it. */
@Controller
class RecordPages {

  private final Agreements agreements;
  private final Authority authority;
  private final Loads loads;

  RecordPages(Agreements agreements, Authority authority, Loads loads) {
    this.agreements = agreements;
    this.authority = authority;
    this.loads = loads;
  }

  @GetMapping("/agreements/{agreement}/records")
  String all(Viewer viewer, @PathVariable UUID agreement, Slice slice, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("loads", loads.all(viewer, agreement, slice));
    model.addAttribute("zone", loads.zone(viewer, agreement));
    model.addAttribute("uploads", authority.may(viewer, agreement, Act.LOAD));
    model.addAttribute(
        "sets",
        loads
            .known(viewer, agreement)
            .map(terms -> String.join(", ", terms.loading().records().keySet()))
            .orElse(""));
    return "records";
  }

  @PostMapping("/agreements/{agreement}/records")
  String take(Viewer viewer, @PathVariable UUID agreement, @RequestParam MultipartFile file)
      throws IOException {
    try (InputStream content = file.getInputStream()) {
      UUID load =
          loads.take(
              viewer,
              agreement,
              Objects.requireNonNullElse(file.getOriginalFilename(), ""),
              content);
      return "redirect:/agreements/" + agreement + "/records/" + load;
    }
  }

  @GetMapping("/agreements/{agreement}/records/{load}")
  String one(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID load, Model model) {
    LoadRow row = loads.one(viewer, agreement, load);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("load", row);
    model.addAttribute("reading", loads.report(viewer, row));
    LoadRow newest = loads.all(viewer, agreement, new Slice(1, Optional.empty())).items().get(0);
    model.addAttribute("newest", newest.id().equals(row.id()) ? null : newest);
    model.addAttribute("statement", loads.statement(viewer, row).orElse(null));
    model.addAttribute("zone", loads.zone(viewer, agreement));
    model.addAttribute(
        "certifies",
        row.isRecords()
            && row.organization().equals(viewer.organization())
            && authority.may(viewer, agreement, Act.LOAD));
    model.addAttribute(
        "sets",
        loads
            .known(viewer, agreement)
            .map(terms -> List.copyOf(terms.loading().records().keySet()))
            .orElse(List.of()));
    model.addAttribute(
        "sends",
        !row.isSent()
            && row.organization().equals(viewer.organization())
            && authority.may(viewer, agreement, Act.SEND));
    return "load";
  }

  @GetMapping("/agreements/{agreement}/records/{load}/file")
  ResponseEntity<Resource> file(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID load) {
    LoadRow row = loads.one(viewer, agreement, load);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(row.fileName(), java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new FileSystemResource(loads.file(row)));
  }

  @PostMapping("/agreements/{agreement}/records/{load}/send")
  String send(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID load) {
    loads.send(viewer, agreement, load);
    return "redirect:/agreements/" + agreement + "/records/" + load;
  }

  @PostMapping("/agreements/{agreement}/records/{load}/certify")
  String certify(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID load,
      @RequestParam(defaultValue = "") String set,
      @RequestParam(defaultValue = "") String completeFor,
      @RequestParam(defaultValue = "") String reason) {
    loads.certify(viewer, agreement, load, set, completeFor, reason);
    return "redirect:/agreements/" + agreement + "/records/" + load;
  }
}
