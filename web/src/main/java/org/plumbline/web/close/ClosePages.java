package org.plumbline.web.close;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.KnownAgreement;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.result.ResultRow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the periods of an agreement stand, and one period with its steps. */
@Controller
class ClosePages {

  private final Agreements agreements;
  private final Authority authority;
  private final Closing closing;
  private final Publications publications;

  ClosePages(
      Agreements agreements, Authority authority, Closing closing, Publications publications) {
    this.agreements = agreements;
    this.authority = authority;
    this.closing = closing;
    this.publications = publications;
  }

  @GetMapping("/agreements/{agreement}/close")
  String all(Viewer viewer, @PathVariable UUID agreement, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute(
        "closes",
        closing
            .terms(viewer, agreement)
            .map(terms -> closing.all(viewer, agreement, terms))
            .orElse(List.of()));
    return "close";
  }

  @GetMapping("/agreements/{agreement}/close/{period}")
  String one(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable String period, Model model) {
    AgreementRow row = agreements.one(viewer, agreement);
    KnownAgreement terms = terms(viewer, agreement);
    Closing.Close close = closing.one(viewer, agreement, terms, period);
    String issuer = CloseSteps.issuer(terms.versions().last().agreement());
    boolean sends = authority.may(viewer, agreement, Act.SEND);
    UUID issuing = issuer.equals("customer") ? row.customer() : row.provider();
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", row);
    model.addAttribute("close", close);
    model.addAttribute("zone", terms.versions().last().agreement().zone());
    model.addAttribute(
        "issues",
        sends && viewer.organization().equals(issuing)
            ? close.results().stream().filter(ResultRow::isSent).toList()
            : List.of());
    model.addAttribute(
        "decides",
        sends
            && viewer.organization().equals(row.customer())
            && close.reports().stream().limit(1).anyMatch(it -> it.decision().isEmpty()));
    return "close-period";
  }

  private KnownAgreement terms(Viewer viewer, UUID agreement) {
    return closing
        .terms(viewer, agreement)
        .orElseThrow(() -> new NotHere("There is no such period here."));
  }

  @PostMapping("/agreements/{agreement}/close/{period}/issue")
  String issue(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable String period,
      @RequestParam(required = false) Optional<UUID> result,
      @RequestParam(defaultValue = "") String reason) {
    closing.issue(viewer, agreement, period, result, reason);
    return "redirect:/agreements/" + agreement + "/close/" + period;
  }

  @PostMapping("/agreements/{agreement}/publications/{publication}/acceptance")
  String decide(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID publication,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String reservations) {
    return "redirect:/agreements/"
        + agreement
        + "/close/"
        + publications.decide(viewer, agreement, publication, decision, reservations);
  }
}
