package org.plumbline.web.identity;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.web.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Organizations, people, seats. */
@Controller
class PeoplePages {

  private final People people;

  PeoplePages(People people) {
    this.people = people;
  }

  @GetMapping("/people")
  String people(Viewer viewer, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("groups", people.groups(viewer));
    model.addAttribute("roles", StakeholderRole.values());
    return "people";
  }

  @PostMapping("/people/organizations")
  String addOrganization(
      Viewer viewer,
      @RequestParam String name,
      @RequestParam String kind,
      RedirectAttributes then) {
    people.addOrganization(viewer, name, kind(kind));
    then.addFlashAttribute("done", "Added " + name.strip() + ". Now invite its people.");
    return "redirect:/people";
  }

  @PostMapping("/people")
  String invite(
      Viewer viewer,
      @RequestParam UUID organization,
      @RequestParam String name,
      @RequestParam String email,
      @RequestParam String role,
      @RequestParam(defaultValue = "false") boolean administers,
      RedirectAttributes then) {
    String secret = people.invite(viewer, organization, name, email, role(role), administers);
    return handOver(then, name.strip(), secret);
  }

  @PostMapping("/people/{person}/link")
  String linkAgain(Viewer viewer, @PathVariable UUID person, RedirectAttributes then) {
    return handOver(then, "this person", people.linkAgain(viewer, person));
  }

  @PostMapping("/people/{person}/seats")
  String seat(Viewer viewer, @PathVariable UUID person, @RequestParam String role) {
    people.seat(viewer, person, role(role));
    return "redirect:/people";
  }

  @PostMapping("/people/{person}/seats/{seat}/end")
  String endSeat(Viewer viewer, @PathVariable UUID person, @PathVariable UUID seat) {
    people.endSeat(viewer, person, seat);
    return "redirect:/people";
  }

  @PostMapping("/people/{person}/leave")
  String leave(Viewer viewer, @PathVariable UUID person) {
    people.leave(viewer, person);
    return "redirect:/people";
  }

  private static String handOver(RedirectAttributes then, String name, String secret) {
    then.addFlashAttribute(
        "done",
        "Hand this link over to "
            + name
            + ". It works once, within seven days, and is shown only now.");
    then.addFlashAttribute(
        "link",
        ServletUriComponentsBuilder.fromCurrentContextPath().path("/join/" + secret).toUriString());
    return "redirect:/people";
  }

  static StakeholderRole role(String key) {
    return StakeholderRole.of(key).orElseThrow(() -> new Refused("Choose a role from the list."));
  }

  static Viewer.Kind kind(String key) {
    return Stream.of(Viewer.Kind.values())
        .filter(kind -> kind.key().equals(key.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new Refused("Choose what the organization is from the list."));
  }
}
