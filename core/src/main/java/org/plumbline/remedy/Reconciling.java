package org.plumbline.remedy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Service;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.judge.Results;

/** Sets each bill that is known beside what the agreement and the ledger make it, to the cent. */
public final class Reconciling {

  private final Agreement agreement;
  private final Circumstances circumstances;
  private final Consequences follows;
  private final Bases bases;
  private final Days days;

  private Reconciling(
      Agreement agreement, Results results, Circumstances circumstances, Consequences follows) {
    this.agreement = agreement;
    this.circumstances = circumstances;
    this.follows = follows;
    bases = new Bases(agreement, new Figures(results), circumstances);
    days = new Days(agreement, circumstances, results.asOf());
  }

  /** The same consequences with the bills beside the ledger. */
  public static Consequences of(
      Agreement agreement, Results results, Circumstances circumstances, Consequences follows) {
    return follows.with(new Reconciling(agreement, results, circumstances, follows).pages());
  }

  private record Of(String service, LocalDate from, LocalDate until) {
    boolean is(ReportingPeriod period) {
      return period.from().equals(from) && period.until().equals(until);
    }
  }

  private List<BillPage> pages() {
    Set<Of> all = new HashSet<>();
    circumstances.bills().forEach(bill -> all.add(of(bill)));
    circumstances.billLines().forEach(line -> all.add(of(line)));
    return all.stream()
        .sorted(Comparator.comparing(Of::until).thenComparing(Of::from).thenComparing(Of::service))
        .map(this::page)
        .toList();
  }

  private static Of of(Circumstances.Bill bill) {
    return new Of(bill.service(), bill.from(), bill.until());
  }

  private static Of of(Circumstances.BillLine line) {
    return new Of(line.service(), line.period().from(), line.period().until());
  }

  private BillPage page(Of of) {
    List<BillPage.Line> lines = new ArrayList<>();
    List<Circumstances.Bill> bills =
        circumstances.bills().stream().filter(bill -> of(bill).equals(of)).toList();
    List<Circumstances.BillLine> adjusting =
        circumstances.billLines().stream().filter(line -> of(line).equals(of)).toList();
    String currency =
        bills.isEmpty() ? adjusting.get(0).amount().currency() : bills.get(0).amount().currency();
    if (!bills.isEmpty()) {
      lines.add(charged(of, bills, currency));
    }
    Set<Circumstances.BillLine> taken = new HashSet<>();
    for (Posting posting : follows.postings()) {
      List<Circumstances.BillLine> named =
          adjusting.stream()
              .filter(line -> line.posting().equals(Optional.of(posting.id().toString())))
              .toList();
      taken.addAll(named);
      boolean here = bill(posting).filter(of::is).isPresent() && isOf(posting, of.service());
      if (here || !named.isEmpty()) {
        line(posting, named, here, currency).ifPresent(lines::add);
      }
    }
    for (Circumstances.BillLine line : adjusting) {
      if (!taken.contains(line)) {
        lines.add(
            new BillPage.Line(
                Optional.empty(),
                line.name(),
                Optional.empty(),
                Optional.of(line.amount()),
                line.posting()
                    .map(id -> reason(BillPage.Reason.Kind.NO_SUCH_POSTING, id))
                    .orElseGet(() -> reason(BillPage.Reason.Kind.NAMES_NONE, ""))));
      }
    }
    return new BillPage(of.service(), period(of), currency, lines);
  }

  private BillPage.Line charged(Of of, List<Circumstances.Bill> bills, String currency) {
    BigDecimal sum =
        bills.stream()
            .map(bill -> bill.amount().amount())
            .reduce(BigDecimal.ZERO.setScale(Cents.scale(currency)), BigDecimal::add);
    Bases.Amount fees =
        bases.of("fees", List.of(of.service()), ReportingPeriod.of(of.from(), of.until()));
    Optional<Money> due =
        fees instanceof Bases.Amount.Known known && known.base().currency().equals(currency)
            ? Optional.of(Cents.money(Cents.halfUp(known.base().amount(), currency), currency))
            : Optional.empty();
    BillPage.Reason.Kind kind =
        due.map(
                money ->
                    money.amount().compareTo(sum) == 0
                        ? BillPage.Reason.Kind.AGREES
                        : BillPage.Reason.Kind.FEES_DIFFER)
            .orElse(BillPage.Reason.Kind.FEES_NOT_KNOWN);
    return new BillPage.Line(
        Optional.empty(), "fees", due, Optional.of(new Money(sum, currency)), reason(kind, ""));
  }

  private Optional<BillPage.Line> line(
      Posting posting, List<Circumstances.BillLine> named, boolean here, String currency) {
    boolean counts =
        here
            && posting.standing().counts()
            && posting.amount().filter(money -> money.currency().equals(currency)).isPresent();
    Optional<Money> ledger = counts ? Optional.of(onBill(posting)) : Optional.empty();
    Optional<Money> billed =
        named.stream()
            .map(line -> line.amount().amount())
            .reduce(BigDecimal::add)
            .map(sum -> new Money(sum.setScale(Cents.scale(currency)), currency));
    if (ledger.isEmpty() && billed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new BillPage.Line(
            Optional.of(posting.id()),
            named.isEmpty() ? "" : named.get(0).name(),
            ledger,
            billed,
            why(posting, here, ledger, billed)));
  }

  private BillPage.Reason why(
      Posting posting, boolean here, Optional<Money> ledger, Optional<Money> billed) {
    if (ledger.isPresent() && billed.isPresent()) {
      boolean same = ledger.get().amount().compareTo(billed.get().amount()) == 0;
      return reason(same ? BillPage.Reason.Kind.AGREES : BillPage.Reason.Kind.AMOUNT_DIFFERS, "");
    }
    if (ledger.isPresent()) {
      return circumstances.billLines().stream()
          .filter(line -> line.posting().equals(Optional.of(posting.id().toString())))
          .findFirst()
          .map(line -> reason(BillPage.Reason.Kind.ON_ANOTHER_BILL, period(of(line)).name()))
          .orElseGet(() -> reason(BillPage.Reason.Kind.NOT_ON_THE_BILL, ""));
    }
    if (!here && posting.standing().counts() && bill(posting).isPresent()) {
      return reason(BillPage.Reason.Kind.OF_ANOTHER_BILL, bill(posting).get().name());
    }
    String stands = posting.standing() == Standing.NOTHING ? "nothing" : posting.standing().key();
    return reason(BillPage.Reason.Kind.DOES_NOT_COUNT, stands);
  }

  private static BillPage.Reason reason(BillPage.Reason.Kind kind, String about) {
    return new BillPage.Reason(kind, about);
  }

  /** What the provider owes makes its bill less, what the customer owes makes it more. */
  private static Money onBill(Posting posting) {
    Money money = posting.amount().orElseThrow();
    return posting.owedBy().equals(Party.CUSTOMER)
        ? money
        : new Money(money.amount().negate(), money.currency());
  }

  private static Optional<ReportingPeriod> bill(Posting posting) {
    return posting.steps(Step.OnBill.class).stream().map(Step.OnBill::bill).findFirst();
  }

  private boolean isOf(Posting posting, String service) {
    return posting
        .id()
        .metric()
        .map(agreement.metrics()::get)
        .flatMap(Metric::service)
        .or(
            () ->
                posting.steps(Step.Base.class).stream()
                    .flatMap(base -> base.parts().stream())
                    .map(Step.Part::service)
                    .findFirst())
        .or(() -> agreement.services().keySet().stream().findFirst())
        .filter(service::equals)
        .isPresent();
  }

  /** The period as people call it, where it is one of the service's billing. */
  private ReportingPeriod period(Of of) {
    Optional<String> every =
        Optional.ofNullable(agreement.services().get(of.service()))
            .flatMap(Service::billing)
            .flatMap(Service.Billing::every);
    ReportingPeriod named = days.of(every, of.until());
    return of.is(named) ? named : ReportingPeriod.of(of.from(), of.until());
  }
}
