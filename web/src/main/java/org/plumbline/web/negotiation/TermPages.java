package org.plumbline.web.negotiation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Which terms are open and which agreed; taking what the other party says. */
@Controller
class TermPages {

  private final Agreements agreements;
  private final Authority authority;
  private final Positions positions;

  TermPages(Agreements agreements, Authority authority, Positions positions) {
    this.agreements = agreements;
    this.authority = authority;
    this.positions = positions;
  }

  @GetMapping("/agreements/{agreement}/terms")
  String terms(Viewer viewer, @PathVariable UUID agreement, Model model) {
    AgreementRow row = agreements.one(viewer, agreement);
    Positions.Table table = positions.table(viewer, agreement);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", row);
    model.addAttribute("table", table);
    model.addAttribute("open", table.open());
    model.addAttribute(
        "agreed",
        table.rows().stream().filter(each -> each.state() == TermRow.State.AGREED).toList());
    model.addAttribute("accepts", authority.may(viewer, agreement, Act.SEND));
    model.addAttribute("drafts", authority.may(viewer, agreement, Act.DRAFT));
    model.addAttribute(
        "theirs",
        (viewer.organization().equals(row.customer()) ? table.provider() : table.customer())
            .filter(version -> !version.organization().equals(viewer.organization()))
            .filter(version -> !table.isAgreed())
            .orElse(null));
    return "terms";
  }

  @PostMapping("/agreements/{agreement}/versions/{version}/accept")
  String accept(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @RequestParam(required = false) Optional<String> term) {
    positions.accept(viewer, agreement, version, term.filter(each -> !each.isBlank()));
    return "redirect:/agreements/" + agreement + "/terms";
  }

  @GetMapping("/api/agreements/{agreement}/terms")
  @ResponseBody
  List<TermRow> data(Viewer viewer, @PathVariable UUID agreement) {
    return positions.table(viewer, agreement).rows();
  }

  @PostMapping("/api/agreements/{agreement}/versions/{version}/accept")
  ResponseEntity<Void> acceptByProgram(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @RequestParam(required = false) Optional<String> term) {
    positions.accept(viewer, agreement, version, term.filter(each -> !each.isBlank()));
    return ResponseEntity.noContent().build();
  }
}
