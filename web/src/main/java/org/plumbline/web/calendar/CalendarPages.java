package org.plumbline.web.calendar;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Viewer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What falls due as pages, for programs, and for calendar programs. */
@Controller
class CalendarPages {

  private static final MediaType ICALENDAR =
      MediaType.parseMediaType("text/calendar;charset=UTF-8");
  private static final String MINE = "Agreements of Plumbline";

  private final Agreements agreements;
  private final Calendars calendars;
  private final CalendarAddresses addresses;

  CalendarPages(Agreements agreements, Calendars calendars, CalendarAddresses addresses) {
    this.agreements = agreements;
    this.calendars = calendars;
    this.addresses = addresses;
  }

  /** The days to come, those late among them, and those that are over. */
  private void days(List<DueDay> all, Model model) {
    model.addAttribute(
        "coming",
        all.stream()
            .filter(due -> due.isLate() || !due.day().isBefore(calendars.today(due)))
            .toList());
    model.addAttribute(
        "over",
        all.stream()
            .filter(due -> !due.isLate() && due.day().isBefore(calendars.today(due)))
            .sorted(Comparator.comparing(DueDay::day).reversed())
            .toList());
  }

  @GetMapping("/calendar")
  String mine(Viewer viewer, Model model) {
    model.addAttribute("viewer", viewer);
    days(calendars.all(viewer), model);
    model.addAttribute("since", addresses.since(viewer).orElse(null));
    return "calendar";
  }

  @GetMapping("/agreements/{agreement}/calendar")
  String one(Viewer viewer, @PathVariable UUID agreement, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    List<DueDay> all = calendars.of(viewer, agreement);
    days(all, model);
    model.addAttribute("zone", all.isEmpty() ? null : all.get(0).zone());
    return "agreement-calendar";
  }

  @GetMapping({"/agreements/{agreement}/calendar.ics", "/api/agreements/{agreement}/calendar.ics"})
  ResponseEntity<byte[]> file(Viewer viewer, @PathVariable UUID agreement) {
    AgreementRow row = agreements.one(viewer, agreement);
    return answer(row.name() + ".ics", row.title(), calendars.of(viewer, agreement));
  }

  /** For calendar programs: whoever has the address sees the calendar of the person. */
  @GetMapping("/calendar/feed/{secret}")
  ResponseEntity<byte[]> feed(@PathVariable String secret) {
    return answer("plumbline.ics", MINE, calendars.all(addresses.of(secret)));
  }

  private ResponseEntity<byte[]> answer(String file, String name, List<DueDay> days) {
    return ResponseEntity.ok()
        .contentType(ICALENDAR)
        .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate())
        .header(
            "Content-Disposition",
            ContentDisposition.attachment().filename(file).build().toString())
        .body(calendars.file(name, days));
  }

  private String made(Viewer viewer) {
    return ServletUriComponentsBuilder.fromCurrentContextPath()
        .path("/calendar/feed/")
        .path(addresses.make(viewer))
        .toUriString();
  }

  @PostMapping("/calendar/address")
  String make(Viewer viewer, RedirectAttributes then) {
    then.addFlashAttribute("address", made(viewer));
    return "redirect:/calendar";
  }

  @PostMapping("/calendar/address/end")
  String end(Viewer viewer) {
    addresses.end(viewer);
    return "redirect:/calendar";
  }

  @GetMapping("/api/calendar")
  @ResponseBody
  List<DueDay> all(Viewer viewer) {
    return calendars.all(viewer);
  }

  @GetMapping("/api/agreements/{agreement}/calendar")
  @ResponseBody
  List<DueDay> ofOne(Viewer viewer, @PathVariable UUID agreement) {
    return calendars.of(viewer, agreement);
  }

  @PostMapping("/api/calendar/address")
  ResponseEntity<Map<String, String>> makeAddress(Viewer viewer) {
    return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("address", made(viewer)));
  }

  @PostMapping("/api/calendar/address/end")
  ResponseEntity<Void> endAddress(Viewer viewer) {
    addresses.end(viewer);
    return ResponseEntity.noContent().build();
  }
}
