package org.plumbline.web.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.StakeholderRole;
import org.plumbline.web.identity.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who holds what on an agreement, what is vacant, and forms to record it. */
@Controller
@RequestMapping("/agreements/{agreement}/roster")
class RosterPages {

  private final Agreements agreements;
  private final Authority authority;
  private final Roster roster;
  private final Seating seating;

  RosterPages(Agreements agreements, Authority authority, Roster roster, Seating seating) {
    this.seating = seating;
    this.agreements = agreements;
    this.authority = authority;
    this.roster = roster;
  }

  /** A role to choose. */
  record Choice(String key, String label) {}

  @GetMapping
  String page(Viewer viewer, @PathVariable UUID agreement, Model model) {
    List<RosterRow> seats = roster.seats(viewer, agreement);
    List<RosterRow> ours =
        seats.stream()
            .filter(row -> row.organization().equals(viewer.organization()))
            .filter(row -> !row.state().equals("over"))
            .toList();
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("seats", seats.stream().filter(row -> !row.state().equals("over")).toList());
    model.addAttribute("past", seats.stream().filter(row -> row.state().equals("over")).toList());
    model.addAttribute("vacancies", roster.vacancies(viewer, agreement));
    model.addAttribute("today", authority.today(viewer));
    boolean party = viewer.kind() == Viewer.Kind.PARTY;
    model.addAttribute("keeps", party && viewer.isAdministrator());
    model.addAttribute(
        "own",
        ours.stream()
            .filter(row -> row.person().equals(Optional.of(viewer.person())))
            .filter(row -> List.of("holder", "acting").contains(row.capacity()) && party)
            .toList());
    model.addAttribute(
        "filled", ours.stream().filter(row -> !row.capacity().equals("delegate")).toList());
    model.addAttribute(
        "delegated",
        ours.stream()
            .filter(row -> row.insteadOf().equals(Optional.of(viewer.name())))
            .map(RosterRow::id)
            .toList());
    model.addAttribute("colleagues", party ? seating.colleagues(viewer) : List.of());
    model.addAttribute("roles", party ? choices(viewer, agreement) : List.of());
    return "roster";
  }

  private List<Choice> choices(Viewer viewer, UUID agreement) {
    List<Choice> choices = new ArrayList<>();
    roster
        .declared(viewer, agreement)
        .forEach((key, role) -> choices.add(new Choice(key, role.name() + " (of this agreement)")));
    for (StakeholderRole role : StakeholderRole.values()) {
      choices.add(new Choice(role.key(), role.label()));
    }
    return choices;
  }

  @PostMapping
  String record(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String capacity,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(required = false) Optional<UUID> person,
      @RequestParam(required = false) Optional<UUID> seat,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes then) {
    seating.record(
        viewer,
        agreement,
        new Seating.NewSeat(
            capacity,
            role,
            capacity.equals("vacant") ? Optional.empty() : person,
            seat,
            from,
            until,
            reason));
    then.addFlashAttribute("done", "It stands in the roster now.");
    return "redirect:/agreements/" + agreement + "/roster";
  }

  @PostMapping("/{seat}/end")
  String end(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID seat) {
    seating.end(viewer, agreement, seat);
    return "redirect:/agreements/" + agreement + "/roster";
  }
}
