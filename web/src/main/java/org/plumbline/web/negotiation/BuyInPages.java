package org.plumbline.web.negotiation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.StakeholderRole;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who supports which metric. */
@Controller
@RequestMapping("/agreements/{agreement}/buy-in")
class BuyInPages {

  private final Agreements agreements;
  private final Authority authority;
  private final BuyIns buyIns;

  BuyInPages(Agreements agreements, Authority authority, BuyIns buyIns) {
    this.agreements = agreements;
    this.authority = authority;
    this.buyIns = buyIns;
  }

  /** One party's half of the table. */
  record Side(String name, boolean own, List<BuyInRow> rows) {}

  @GetMapping
  String page(Viewer viewer, @PathVariable UUID agreement, Model model) {
    fill(viewer, agreement, model);
    return "buy-in";
  }

  private void fill(Viewer viewer, UUID agreement, Model model) {
    AgreementRow row = agreements.one(viewer, agreement);
    Optional<BuyIns.Table> table = buyIns.table(viewer, agreement);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", row);
    model.addAttribute("table", table.orElse(null));
    model.addAttribute(
        "sides",
        table
            .map(
                it ->
                    List.of(
                        new Side(
                            row.customerName(),
                            viewer.organization().equals(row.customer()),
                            it.customer()),
                        new Side(
                            row.providerName(),
                            viewer.organization().equals(row.provider()),
                            it.provider())))
            .orElse(List.of()));
    model.addAttribute("asked", BuyIns.ASKED.stream().map(StakeholderRole::label).toList());
    model.addAttribute("roles", buyIns.roles(viewer, agreement));
    model.addAttribute("asks", authority.may(viewer, agreement, Act.DRAFT));
    model.addAttribute("sends", authority.may(viewer, agreement, Act.SEND));
    model.addAttribute(
        "states",
        table
            .map(
                it ->
                    List.of(BuyInRow.State.values()).stream()
                        .map(state -> it.count(state) + " " + words(state))
                        .toList())
            .orElse(List.of()));
  }

  private static String words(BuyInRow.State state) {
    return switch (state) {
      case SUPPORTS -> "support";
      case OBJECTS -> "object";
      case CHANGED -> "spoke of another wording";
      case NOT_ASKED -> "have not spoken";
    };
  }

  @PostMapping
  Object say(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String metric,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String stance,
      @RequestParam(defaultValue = "") String reason,
      Model model) {
    agreements.one(viewer, agreement);
    try {
      buyIns.say(
          viewer,
          agreement,
          Optional.of(metric).filter(each -> !each.isEmpty()),
          role,
          stance,
          reason);
      return "redirect:/agreements/" + agreement + "/buy-in";
    } catch (Refused refusal) {
      fill(viewer, agreement, model);
      model.addAttribute("mistake", refusal.getMessage());
      model.addAttribute("reason", reason);
      return new ModelAndView("buy-in", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @PostMapping("/send")
  String send(Viewer viewer, @PathVariable UUID agreement) {
    buyIns.send(viewer, agreement);
    return "redirect:/agreements/" + agreement + "/buy-in";
  }

  @PostMapping("/ask")
  String ask(Viewer viewer, @PathVariable UUID agreement, RedirectAttributes after) {
    int asked = buyIns.ask(viewer, agreement);
    after.addFlashAttribute(
        "done",
        asked == 0
            ? "Nobody holds a role that has not spoken. Give seats under People, or record what"
                + " they said."
            : asked == 1 ? "One person was asked." : asked + " people were asked.");
    return "redirect:/agreements/" + agreement + "/buy-in";
  }
}
