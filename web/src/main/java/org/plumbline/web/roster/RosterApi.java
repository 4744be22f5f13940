package org.plumbline.web.roster;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.identity.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The roster of an agreement, for programs. */
@RestController
@RequestMapping("/api/agreements/{agreement}/roster")
class RosterApi {

  private final Roster roster;
  private final Seating seating;

  RosterApi(Roster roster, Seating seating) {
    this.seating = seating;
    this.roster = roster;
  }

  record Added(UUID id) {}

  record Said(
      Optional<String> capacity,
      Optional<String> role,
      Optional<UUID> person,
      Optional<UUID> seat,
      Optional<String> from,
      Optional<String> until,
      Optional<String> reason) {}

  @GetMapping
  List<RosterRow> all(Viewer viewer, @PathVariable UUID agreement) {
    return roster.seats(viewer, agreement);
  }

  @GetMapping("/vacancies")
  List<Roster.Vacancy> vacancies(Viewer viewer, @PathVariable UUID agreement) {
    return roster.vacancies(viewer, agreement);
  }

  @PostMapping
  ResponseEntity<Added> record(
      Viewer viewer, @PathVariable UUID agreement, @RequestBody Said said) {
    UUID id =
        seating.record(
            viewer,
            agreement,
            new Seating.NewSeat(
                said.capacity().orElse(""),
                said.role().orElse(""),
                said.person(),
                said.seat(),
                said.from().orElse(""),
                said.until().orElse(""),
                said.reason().orElse("")));
    return ResponseEntity.status(HttpStatus.CREATED).body(new Added(id));
  }

  @PostMapping("/{seat}/end")
  ResponseEntity<Void> end(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID seat) {
    seating.end(viewer, agreement, seat);
    return ResponseEntity.noContent().build();
  }
}
