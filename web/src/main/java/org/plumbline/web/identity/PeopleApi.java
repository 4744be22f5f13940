package org.plumbline.web.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.refusal.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Organizations, people, seats, for programs. */
@RestController
@RequestMapping("/api/people")
class PeopleApi {

  private final People people;

  PeopleApi(People people) {
    this.people = people;
  }

  record Added(UUID id) {}

  /** What is handed over to the person; told once. */
  record Join(String link) {}

  record NewOrganization(Optional<String> name, Optional<String> kind) {}

  record NewPerson(
      Optional<UUID> organization,
      Optional<String> name,
      Optional<String> email,
      Optional<String> role,
      Optional<Boolean> administers) {}

  record NewSeat(Optional<String> role) {}

  @GetMapping
  List<People.Group> all(Viewer viewer) {
    return people.groups(viewer);
  }

  @PostMapping("/organizations")
  ResponseEntity<Added> addOrganization(Viewer viewer, @RequestBody NewOrganization said) {
    UUID id =
        people.addOrganization(
            viewer, said.name().orElse(""), PeoplePages.kind(said.kind().orElse("party")));
    return ResponseEntity.status(HttpStatus.CREATED).body(new Added(id));
  }

  @PostMapping
  ResponseEntity<Join> invite(Viewer viewer, @RequestBody NewPerson said) {
    if (!viewer.isAdministrator()) {
      people.groups(viewer); // Says why not.
    }
    String secret =
        people.invite(
            viewer,
            said.organization().orElseThrow(() -> new Refused("Say the organization.")),
            said.name().orElse(""),
            said.email().orElse(""),
            PeoplePages.role(said.role().orElse("")),
            said.administers().orElse(false));
    return ResponseEntity.status(HttpStatus.CREATED).body(new Join("/join/" + secret));
  }

  @PostMapping("/{person}/link")
  ResponseEntity<Join> linkAgain(Viewer viewer, @PathVariable UUID person) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new Join("/join/" + people.linkAgain(viewer, person)));
  }

  @PostMapping("/{person}/seats")
  ResponseEntity<Void> seat(Viewer viewer, @PathVariable UUID person, @RequestBody NewSeat said) {
    people.groups(viewer); // Says so if they look after nobody.
    people.seat(viewer, person, PeoplePages.role(said.role().orElse("")));
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{person}/seats/{seat}/end")
  ResponseEntity<Void> endSeat(Viewer viewer, @PathVariable UUID person, @PathVariable UUID seat) {
    people.endSeat(viewer, person, seat);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{person}/leave")
  ResponseEntity<Void> leave(Viewer viewer, @PathVariable UUID person) {
    people.leave(viewer, person);
    return ResponseEntity.noContent().build();
  }
}
