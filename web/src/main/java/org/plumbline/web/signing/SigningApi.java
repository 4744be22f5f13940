package org.plumbline.web.signing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.signoff.SignOff;
import org.plumbline.web.signoff.SignOffs;
import org.plumbline.web.signoff.Signing;
import org.plumbline.web.signoff.SigningOrder;
import org.plumbline.web.signoff.SigningOrders;
import org.plumbline.web.signoff.SigningStep;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The checklist, the order of signing and sign-offs, for programs. */
@RestController
@RequestMapping("/api/agreements/{agreement}")
class SigningApi {

  private final Agreements agreements;
  private final Authority authority;
  private final SigningOrders orders;
  private final SignOffs signOffs;
  private final Signing signing;
  private final Readiness readiness;
  private final SignaturePapers papers;
  private final Clock clock;

  SigningApi(
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

  record Added(UUID id) {}

  record Order(List<String> steps, boolean agreed, Optional<UUID> proposal) {}

  record NewSignOff(
      @Nullable Integer step,
      @Nullable String decision,
      @Nullable String changes,
      @Nullable String person,
      @Nullable String on,
      @Nullable String reference) {}

  /** What holds today. */
  record InForce(Optional<UUID> version, Optional<String> hash) {}

  @GetMapping("/versions/{version}/readiness")
  List<Readiness.Line> readiness(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID version) {
    return readiness.of(viewer, agreement, version);
  }

  @GetMapping("/versions/{version}/sign-off")
  SignOffs.Progress progress(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID version) {
    return signOffs.progress(viewer, agreement, agreements.version(viewer, agreement, version));
  }

  @PostMapping("/versions/{version}/sign-off")
  ResponseEntity<Added> sign(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID version,
      @RequestBody(required = false) @Nullable NewSignOff body) {
    NewSignOff said = body == null ? new NewSignOff(null, null, null, null, null, null) : body;
    String person = said.person();
    UUID id =
        signing.sign(
            viewer,
            agreement,
            version,
            said.step() == null ? 0 : said.step(),
            SignOff.Decision.of(text(said.decision())),
            text(said.changes()),
            person == null
                ? Optional.empty()
                : Optional.of(
                    SigningPages.elsewhere(person, text(said.on()), text(said.reference()))));
    return ResponseEntity.status(HttpStatus.CREATED).body(new Added(id));
  }

  /** The body is the file of a signature that was given elsewhere. */
  @PostMapping("/signatures")
  ResponseEntity<Added> file(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(required = false) Optional<UUID> signOff,
      @RequestParam(defaultValue = "") String name,
      InputStream content)
      throws IOException {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.SEND);
    UUID paper = papers.add(viewer, agreement, signOff, name, content);
    return ResponseEntity.created(
            URI.create("/api/agreements/" + agreement + "/signatures/" + paper))
        .body(new Added(paper));
  }

  @GetMapping("/signatures/{paper}")
  ResponseEntity<byte[]> file(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID paper) {
    agreements.one(viewer, agreement);
    return SigningPages.download(papers.one(viewer, agreement, paper));
  }

  @GetMapping("/signing-order")
  Order order(Viewer viewer, @PathVariable UUID agreement) {
    agreements.one(viewer, agreement);
    SigningOrder order =
        orders.proposed(viewer, agreement).orElseGet(() -> orders.standing(viewer, agreement));
    return new Order(
        order.steps().stream().map(SigningStep::written).toList(),
        order.agreed(),
        order.agreed() ? Optional.empty() : order.id());
  }

  @PostMapping("/signing-order")
  ResponseEntity<Void> propose(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestBody(required = false) @Nullable Map<String, List<String>> body) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.SEND);
    List<String> steps = body == null ? null : body.get("steps");
    if (steps == null) {
      throw new Refused("Name the steps, such as provider/business-owner.");
    }
    orders.propose(viewer, agreement, steps.stream().map(SigningStep::of).toList());
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/signing-order/{order}/accept")
  ResponseEntity<Void> accept(
      Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID order) {
    orders.accept(viewer, agreement, order);
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/in-force")
  InForce inForce(Viewer viewer, @PathVariable UUID agreement) {
    agreements.one(viewer, agreement);
    return signOffs
        .inForce(viewer, agreement, clock.instant())
        .map(row -> new InForce(Optional.of(row.id()), row.hash()))
        .orElseGet(() -> new InForce(Optional.empty(), Optional.empty()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
