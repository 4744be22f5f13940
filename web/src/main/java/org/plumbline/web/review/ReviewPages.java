package org.plumbline.web.review;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

/** Review meetings as a page and for programs. */
@Controller
class ReviewPages {

  private final Agreements agreements;
  private final Authority authority;
  private final Reviews reviews;

  ReviewPages(Agreements agreements, Authority authority, Reviews reviews) {
    this.agreements = agreements;
    this.authority = authority;
    this.reviews = reviews;
  }

  /** A meeting with what came of it. */
  record Held(Reviews.ReviewRow review, List<Reviews.Note> notes) {}

  private List<Held> held(Viewer viewer, UUID agreement) {
    List<Reviews.Note> notes = reviews.notes(viewer, agreement);
    return reviews.all(viewer, agreement).stream()
        .map(
            review ->
                new Held(
                    review,
                    notes.stream().filter(note -> note.review().equals(review.id())).toList()))
        .toList();
  }

  @GetMapping("/agreements/{agreement}/reviews")
  String page(Viewer viewer, @PathVariable UUID agreement, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("reviews", held(viewer, agreement));
    model.addAttribute("open", reviews.open(viewer, agreement));
    model.addAttribute("writes", authority.may(viewer, agreement, Act.MEASURE));
    return "reviews";
  }

  @PostMapping("/agreements/{agreement}/reviews")
  String call(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String planned,
      @RequestParam(defaultValue = "") String subject) {
    reviews.call(viewer, agreement, planned, subject);
    return "redirect:/agreements/" + agreement + "/reviews";
  }

  @PostMapping("/agreements/{agreement}/reviews/{review}/notes")
  String note(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID review,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String due,
      @RequestParam(required = false) Optional<UUID> about) {
    reviews.note(viewer, agreement, review, kind, text, owner, due, about);
    return "redirect:/agreements/" + agreement + "/reviews";
  }

  @GetMapping("/api/agreements/{agreement}/reviews")
  @ResponseBody
  List<Held> list(Viewer viewer, @PathVariable UUID agreement) {
    agreements.one(viewer, agreement);
    return held(viewer, agreement);
  }

  record Added(UUID id) {}

  @PostMapping("/api/agreements/{agreement}/reviews")
  ResponseEntity<Added> called(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String planned,
      @RequestParam(defaultValue = "") String subject) {
    UUID review = reviews.call(viewer, agreement, planned, subject);
    return ResponseEntity.created(URI.create("/api/agreements/" + agreement + "/reviews"))
        .body(new Added(review));
  }

  @PostMapping("/api/agreements/{agreement}/reviews/{review}/notes")
  ResponseEntity<Void> noted(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID review,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String due,
      @RequestParam(required = false) Optional<UUID> about) {
    reviews.note(viewer, agreement, review, kind, text, owner, due, about);
    return ResponseEntity.noContent().build();
  }
}
