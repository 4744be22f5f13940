package org.plumbline.web.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.remedy.Decision;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.Loads;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger of an agreement, and one thing of it with what is done about it. */
@Controller
@RequestMapping("/agreements/{agreement}/ledger")
class LedgerPages {

  private static final int LINES_OF_FORM = 4;

  private static final Map<Decision.Act, String> BUTTONS =
      Map.ofEntries(
          Map.entry(Decision.Act.REQUESTED, "Ask for it"),
          Map.entry(Decision.Act.AGREED, "Agree"),
          Map.entry(Decision.Act.HELD, "Put on hold"),
          Map.entry(Decision.Act.WAIVED, "Waive it"),
          Map.entry(Decision.Act.APPLIED, "It stands on a bill"),
          Map.entry(Decision.Act.PAID, "It is paid"),
          Map.entry(Decision.Act.SUBMITTED, "Hand in the plan"),
          Map.entry(Decision.Act.RETURNED, "Give it back to be mended"),
          Map.entry(Decision.Act.ACCEPTED, "Accept the plan"),
          Map.entry(Decision.Act.VERIFIED, "It was seen to work"),
          Map.entry(Decision.Act.CLOSED, "Close it"),
          Map.entry(Decision.Act.EXERCISED, "Make use of the right"));

  private final Agreements agreements;
  private final Authority authority;
  private final Ledger ledger;
  private final Acts acts;
  private final Bills bills;
  private final Loads loads;

  LedgerPages(
      Agreements agreements,
      Authority authority,
      Ledger ledger,
      Acts acts,
      Bills bills,
      Loads loads) {
    this.agreements = agreements;
    this.authority = authority;
    this.ledger = ledger;
    this.acts = acts;
    this.bills = bills;
    this.loads = loads;
  }

  @GetMapping
  String all(Viewer viewer, @PathVariable UUID agreement, Model model) {
    AgreementRow row = begin(viewer, agreement, model);
    List<Owed> owed = ledger.all(viewer, agreement);
    model.addAttribute("owed", owed);
    model.addAttribute("accounts", Account.of(owed));
    model.addAttribute(
        "stale",
        owed.stream()
            .filter(each -> !each.since().isEmpty())
            .map(each -> each.posting().period())
            .distinct()
            .toList());
    model.addAttribute("reconciled", bills.reconciled(viewer, agreement));
    model.addAttribute("bills", bills.all(viewer, agreement));
    model.addAttribute("services", bills.services(viewer, agreement));
    model.addAttribute("lines", LINES_OF_FORM);
    model.addAttribute("money", owed.stream().filter(each -> each.kind().isMoney()).toList());
    model.addAttribute("measures", authority.may(viewer, row.id(), Act.MEASURE));
    return "ledger";
  }

  private AgreementRow begin(Viewer viewer, UUID agreement, Model model) {
    AgreementRow row = agreements.one(viewer, agreement);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", row);
    model.addAttribute("zone", loads.zone(viewer, agreement));
    model.addAttribute("sends", authority.may(viewer, agreement, Act.SEND));
    model.addAttribute("party", Acts.party(row, viewer));
    return row;
  }

  /** An act that can be done, with the words of its button. */
  record Open(String key, String words) {}

  @GetMapping("/posting")
  String one(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String id,
      Model model) {
    AgreementRow row = begin(viewer, agreement, model);
    Owed owed = ledger.one(viewer, agreement, id);
    String party = Acts.party(row, viewer);
    boolean sends = authority.may(viewer, agreement, Act.SEND);
    model.addAttribute("owed", owed);
    model.addAttribute("today", ledger.today(viewer, agreement));
    List<Open> open = new ArrayList<>();
    if (sends) {
      owed.open(party).forEach(act -> open.add(new Open(act.key(), BUTTONS.getOrDefault(act, ""))));
    }
    model.addAttribute("open", open);
    model.addAttribute(
        "plans",
        sends
            && owed.posting().owedBy().equals(party)
            && owed.plan()
                .filter(state -> state != org.plumbline.remedy.Plan.State.CLOSED)
                .isPresent());
    return "ledger-posting";
  }

  @PostMapping("/acts")
  String act(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String posting,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String note) {
    acts.act(viewer, agreement, posting, act, note);
    return "redirect:" + Acts.path(agreement, posting);
  }

  @PostMapping("/milestones")
  String milestone(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String posting,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String due) {
    acts.milestone(viewer, agreement, posting, name, owner, due);
    return "redirect:" + Acts.path(agreement, posting);
  }

  @PostMapping("/milestones/{milestone}")
  String reached(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID milestone,
      @RequestParam(defaultValue = "") String on) {
    return "redirect:" + Acts.path(agreement, acts.reached(viewer, agreement, milestone, on));
  }

  @PostMapping("/bills")
  String bill(
      Viewer viewer, @PathVariable UUID agreement, @RequestParam Map<String, String> fields) {
    List<Bills.Line> lines = new ArrayList<>();
    for (int i = 0; i < LINES_OF_FORM; i++) {
      lines.add(
          new Bills.Line(
              fields.getOrDefault("line" + i, ""),
              fields.getOrDefault("posting" + i, ""),
              fields.getOrDefault("amount" + i, "")));
    }
    bills.enter(
        viewer,
        agreement,
        new Bills.Entry(
            fields.getOrDefault("service", ""),
            fields.getOrDefault("period", ""),
            fields.getOrDefault("amount", ""),
            fields.getOrDefault("reference", ""),
            fields.getOrDefault("billed", ""),
            fields.getOrDefault("due", ""),
            fields.getOrDefault("paid", ""),
            lines));
    return "redirect:/agreements/" + agreement + "/ledger#bills";
  }
}
