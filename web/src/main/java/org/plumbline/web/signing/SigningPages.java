package org.plumbline.web.signing;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.StakeholderRole;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.signoff.SignOff;
import org.plumbline.web.signoff.SignOffs;
import org.plumbline.web.signoff.Signing;
import org.plumbline.web.signoff.SigningOrders;
import org.plumbline.web.signoff.SigningStep;
import org.plumbline.web.signoff.StepState;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The checklist before signing, the order of signing, sign-offs. */
@Controller
@RequestMapping("/agreements/{agreement}")
class SigningPages {

  private final Agreements agreements;
  private final Authority authority;
  private final SigningOrders orders;
  private final SignOffs signOffs;
  private final Signing signing;
  private final Readiness readiness;
  private final SignaturePapers papers;
  private final Clock clock;

  SigningPages(
      Agreements agreements,
      Authority authority,
      SigningOrders orders,
      SignOffs signOffs,
      Signing signing,
      Readiness readiness,
      SignaturePapers papers,
      Clock clock) {
    this.agreements = agreements;
    this.authority = authority;
    this.orders = orders;
    this.signOffs = signOffs;
    this.signing = signing;
    this.readiness = readiness;
    this.papers = papers;
    this.clock = clock;
  }

  @GetMapping("/versions/{version}/readiness")
  String readiness(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID version, Model model) {
    VersionRow row = agreements.version(viewer, agreement, version);
    List<Readiness.Line> lines = readiness.of(viewer, agreement, version);
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", agreements.one(viewer, agreement));
    model.addAttribute("version", row);
    model.addAttribute("lines", lines);
    model.addAttribute(
        "todo", lines.stream().filter(each -> each.state() == Readiness.State.TO_DO).count());
    return "readiness";
  }

  @GetMapping("/sign-off")
  String page(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(required = false) Optional<UUID> version,
      Model model) {
    AgreementRow row = agreements.one(viewer, agreement);
    List<VersionRow> sent =
        agreements.versions(viewer, agreement).stream().filter(VersionRow::isSent).toList();
    Optional<VersionRow> chosen =
        version
            .map(id -> agreements.version(viewer, agreement, id))
            .or(() -> agreements.current(viewer, agreement).filter(VersionRow::isSent));
    Instant now = clock.instant();
    model.addAttribute("viewer", viewer);
    model.addAttribute("agreement", row);
    model.addAttribute("sent", sent);
    model.addAttribute("version", chosen.orElse(null));
    model.addAttribute("inForce", signOffs.inForce(viewer, agreement, now).orElse(null));
    model.addAttribute("order", orders.standing(viewer, agreement));
    model.addAttribute("proposed", orders.proposed(viewer, agreement).orElse(null));
    boolean sends = authority.may(viewer, agreement, Act.SEND);
    model.addAttribute("sends", sends);
    model.addAttribute("roles", StakeholderRole.values());
    model.addAttribute("today", chosen.map(text -> text.dayAt(now)).orElse(null));
    chosen.ifPresent(
        text -> {
          SignOffs.Progress progress = signOffs.progress(viewer, agreement, text);
          model.addAttribute("progress", progress);
          model.addAttribute("isInForce", progress.isInForce(now));
          model.addAttribute(
              "all",
              signOffs.all(viewer, agreement).stream()
                  .filter(each -> each.version().equals(text.id()))
                  .toList());
          progress
              .next()
              .filter(step -> isOwn(viewer, row, step))
              .ifPresent(
                  step -> {
                    List<SignOffs.Seated> roster =
                        signOffs.roster(viewer, agreement, viewer.organization(), step.step());
                    model.addAttribute("next", step);
                    model.addAttribute("roster", roster);
                    model.addAttribute(
                        "signs",
                        roster.stream().anyMatch(seat -> seat.person().equals(viewer.person()))
                            && authority.may(viewer, agreement, Act.MEASURE));
                  });
        });
    return "sign-off";
  }

  private static boolean isOwn(Viewer viewer, AgreementRow agreement, StepState step) {
    return viewer
        .organization()
        .equals(
            step.step().party().equals("customer") ? agreement.customer() : agreement.provider());
  }

  @PostMapping("/versions/{version}/sign-off")
  String sign(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @RequestParam(defaultValue = "0") int step,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String changes) {
    signing.sign(
        viewer, agreement, version, step, SignOff.Decision.of(decision), changes, Optional.empty());
    return back(agreement, version);
  }

  @PostMapping("/versions/{version}/sign-off/elsewhere")
  String elsewhere(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @RequestParam(defaultValue = "0") int step,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(required = false) Optional<MultipartFile> file)
      throws IOException {
    agreements.version(viewer, agreement, version);
    authority.require(viewer, agreement, Act.SEND);
    boolean given = SignaturePapers.isGiven(file);
    UUID signOff =
        signing.sign(
            viewer,
            agreement,
            version,
            step,
            Optional.of(SignOff.Decision.ACCEPTED),
            "",
            Optional.of(elsewhere(person, on, reference)));
    if (given) {
      papers.keep(viewer, agreement, signOff, file.orElseThrow());
    }
    return back(agreement, version);
  }

  /** A signature given elsewhere, from what a form says. */
  static Signing.Elsewhere elsewhere(String person, String on, String reference) {
    try {
      return new Signing.Elsewhere(UUID.fromString(person), LocalDate.parse(on.strip()), reference);
    } catch (IllegalArgumentException fault) {
      throw new Refused("Choose who signed.");
    } catch (DateTimeParseException fault) {
      throw new Refused("Write the day of the signature as 2026-10-01.");
    }
  }

  private static String back(UUID agreement, UUID version) {
    return "redirect:/agreements/" + agreement + "/sign-off?version=" + version;
  }

  @PostMapping("/signing-order")
  String propose(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") List<String> party,
      @RequestParam(defaultValue = "") List<String> role,
      @RequestParam(defaultValue = "") List<String> covers) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.SEND);
    List<SigningStep> steps = new ArrayList<>();
    for (int i = 0; i < role.size(); i++) {
      if (!role.get(i).isBlank()) {
        String of = i < party.size() ? party.get(i) : "";
        String terms = i < covers.size() ? covers.get(i).strip() : "";
        steps.add(SigningStep.of(of + "/" + role.get(i) + (terms.isEmpty() ? "" : ": " + terms)));
      }
    }
    orders.propose(viewer, agreement, steps);
    return "redirect:/agreements/" + agreement + "/sign-off#order";
  }

  @PostMapping("/signing-order/{order}/accept")
  String accept(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID order) {
    orders.accept(viewer, agreement, order);
    return "redirect:/agreements/" + agreement + "/sign-off#order";
  }

  @GetMapping("/signatures/{paper}")
  ResponseEntity<byte[]> paper(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID paper) {
    agreements.one(viewer, agreement);
    return download(papers.one(viewer, agreement, paper));
  }

  /** A file of a signature, to be kept, not shown. */
  static ResponseEntity<byte[]> download(SignaturePapers.Paper found) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(found.name(), java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(found.content());
  }
}
