package org.plumbline.web.ledger;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.result.StoredFollows;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger, for programs. */
@RestController
@RequestMapping("/api/agreements/{agreement}/ledger")
class LedgerApi {

  private final Agreements agreements;
  private final Ledger ledger;
  private final Acts acts;
  private final Bills bills;

  LedgerApi(Agreements agreements, Ledger ledger, Acts acts, Bills bills) {
    this.agreements = agreements;
    this.ledger = ledger;
    this.acts = acts;
    this.bills = bills;
  }

  record Added(UUID id) {}

  /**
   * Something that follows, as it stands now.
   *
   * @param standing the key of it
   * @param plan the state of an action's life; empty for all else
   */
  record Told(
      StoredFollows.Posting posting,
      UUID result,
      Optional<Integer> report,
      String standing,
      String plan,
      List<ActRow> acts,
      List<MilestoneRow> milestones) {}

  /** The whole ledger. */
  record Whole(
      List<Told> postings,
      List<Account> accounts,
      List<Bills.BillRow> bills,
      List<Bills.Reconciled> reconciled) {}

  @GetMapping
  Whole all(Viewer viewer, @PathVariable UUID agreement) {
    agreements.one(viewer, agreement);
    List<Owed> owed = ledger.all(viewer, agreement);
    return new Whole(
        owed.stream()
            .map(
                each ->
                    new Told(
                        each.posting(),
                        each.result(),
                        each.report(),
                        each.standing().key(),
                        each.plan().map(org.plumbline.remedy.Plan.State::key).orElse(""),
                        each.acts(),
                        each.milestones()))
            .toList(),
        Account.of(owed),
        bills.all(viewer, agreement),
        bills.reconciled(viewer, agreement));
  }

  @PostMapping("/acts")
  ResponseEntity<Void> act(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String posting,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String note) {
    acts.act(viewer, agreement, posting, act, note);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/milestones")
  ResponseEntity<Added> milestone(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestParam(defaultValue = "") String posting,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String due) {
    return added(agreement, acts.milestone(viewer, agreement, posting, name, owner, due));
  }

  @PostMapping("/milestones/{milestone}")
  ResponseEntity<Void> reached(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID milestone,
      @RequestParam(defaultValue = "") String on) {
    acts.reached(viewer, agreement, milestone, on);
    return ResponseEntity.noContent().build();
  }

  /** A bill as programs send it. */
  record Bill(
      @Nullable String service,
      @Nullable String period,
      @Nullable String amount,
      @Nullable String reference,
      @Nullable String billed,
      @Nullable String due,
      @Nullable String paid,
      @Nullable List<BillLine> lines) {}

  /** A line of it. */
  record BillLine(@Nullable String line, @Nullable String posting, @Nullable String amount) {}

  @PostMapping("/bills")
  ResponseEntity<Added> bill(
      Viewer viewer,
      @PathVariable UUID agreement,
      @RequestBody(required = false) Optional<Bill> body) {
    Bill bill = body.orElse(new Bill(null, null, null, null, null, null, null, null));
    List<BillLine> lines = bill.lines() == null ? List.of() : bill.lines();
    return added(
        agreement,
        bills.enter(
            viewer,
            agreement,
            new Bills.Entry(
                text(bill.service()),
                text(bill.period()),
                text(bill.amount()),
                text(bill.reference()),
                text(bill.billed()),
                text(bill.due()),
                text(bill.paid()),
                lines.stream()
                    .map(
                        line ->
                            new Bills.Line(
                                text(line.line()), text(line.posting()), text(line.amount())))
                    .toList())));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static ResponseEntity<Added> added(UUID agreement, UUID id) {
    return ResponseEntity.created(URI.create("/api/agreements/" + agreement + "/ledger"))
        .body(new Added(id));
  }
}
