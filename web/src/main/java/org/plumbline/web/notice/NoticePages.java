package org.plumbline.web.notice;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Party;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Notices as a page and for programs. */
@Controller
class NoticePages {

  private final Agreements agreements;
  private final Authority authority;
  private final Notices notices;

  NoticePages(Agreements agreements, Authority authority, Notices notices) {
    this.agreements = agreements;
    this.authority = authority;
    this.notices = notices;
  }

  /** A notice as a form or a query gives it. */
  record Asked(
      @Nullable String kind,
      @Nullable String text,
      @Nullable String from,
      @Nullable String until,
      @Nullable String exclusion,
      @Nullable String ground,
      @Nullable String fromTime,
      @Nullable String untilTime) {

    Notices.Given given() {
      return new Notices.Given(
          or(kind),
          or(text),
          or(from),
          or(until),
          or(exclusion),
          or(ground),
          or(fromTime),
          or(untilTime));
    }

    private static String or(@Nullable String value) {
      return value == null ? "" : value;
    }
  }

  @GetMapping("/agreements/{agreement}/notices")
  String page(Viewer viewer, @PathVariable UUID agreement, Model model) {
    model.addAttribute("viewer", viewer);
    AgreementRow row = agreements.one(viewer, agreement);
    model.addAttribute("agreement", row);
    List<Notices.NoticeRow> all = notices.all(viewer, agreement);
    Optional<Declaring> declaring = notices.declaring(viewer, agreement);
    String side = row.customer().equals(viewer.organization()) ? Party.CUSTOMER : Party.PROVIDER;
    List<Declaring.Choice> choices = declaring.map(each -> each.choices(side)).orElse(List.of());
    model.addAttribute("notices", all);
    model.addAttribute("standings", notices.standings(viewer, agreement, all));
    model.addAttribute(
        "decided",
        all.stream()
            .filter(
                notice ->
                    notice
                        .declares()
                        .flatMap(time -> declaring.filter(it -> it.isDecided(time.exclusion())))
                        .isPresent())
            .map(Notices.NoticeRow::id)
            .toList());
    model.addAttribute("choices", choices);
    model.addAttribute(
        "grounds", choices.stream().flatMap(each -> each.grounds().stream()).distinct().toList());
    model.addAttribute("kinds", Notices.KINDS);
    model.addAttribute("zone", notices.zone(viewer, agreement));
    model.addAttribute("gives", authority.may(viewer, agreement, Act.SEND));
    return "notices";
  }

  @PostMapping("/agreements/{agreement}/notices")
  String give(Viewer viewer, @PathVariable UUID agreement, @ModelAttribute Asked asked) {
    notices.give(viewer, agreement, asked.given());
    return "redirect:/agreements/" + agreement + "/notices";
  }

  @PostMapping("/agreements/{agreement}/notices/{notice}/answers")
  String answer(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID notice,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String reason) {
    notices.answer(viewer, agreement, notice, answer, reason);
    return "redirect:/agreements/" + agreement + "/notices";
  }

  @GetMapping("/api/agreements/{agreement}/notices")
  @ResponseBody
  List<Notices.NoticeRow> list(Viewer viewer, @PathVariable UUID agreement) {
    agreements.one(viewer, agreement);
    return notices.all(viewer, agreement);
  }

  record Added(UUID id) {}

  @PostMapping("/api/agreements/{agreement}/notices")
  ResponseEntity<Added> given(
      Viewer viewer, @PathVariable UUID agreement, @ModelAttribute Asked asked) {
    UUID notice = notices.give(viewer, agreement, asked.given());
    return ResponseEntity.created(URI.create("/api/agreements/" + agreement + "/notices"))
        .body(new Added(notice));
  }

  @PostMapping("/api/agreements/{agreement}/notices/{notice}/answers")
  ResponseEntity<Void> answered(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID notice,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String reason) {
    notices.answer(viewer, agreement, notice, answer, reason);
    return ResponseEntity.noContent().build();
  }
}
