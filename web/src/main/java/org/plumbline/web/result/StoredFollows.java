package org.plumbline.web.result;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Money;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Masking;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.RemedySentences;
import org.plumbline.wording.Wording;
import tools.jackson.databind.json.JsonMapper;

/**
 * What follows from a result, kept when it was measured: the ledger computes no amount.
 *
 * @param bills each bill beside the ledger
 */
public record StoredFollows(List<Posting> postings, List<Bill> bills) {

  private static final StoredFollows NONE = new StoredFollows(List.of(), List.of());

  /** Copies the lists. */
  public StoredFollows {
    postings = List.copyOf(postings);
    bills = List.copyOf(bills);
  }

  /**
   * One thing that follows.
   *
   * @param id as the register writes it: {@code credit/accuracy/2026-10}
   * @param from the result that it follows from, in words
   * @param kind the key of its kind: {@code action}, {@code right}, {@code points}, {@code credit}
   *     or {@code earn-back}
   * @param owedBy {@code customer} or {@code provider}
   * @param owedTo likewise
   * @param what in words
   * @param amount money to the cent; below zero where money goes back
   * @param standing the key of it
   * @param standingWords as reports say it
   * @param owner the role that sees to it, in words
   * @param steps how it came about, a sentence each
   * @param plan of an action: the state of its life, the last day to hand it in, what is late
   */
  public record Posting(
      String id,
      String from,
      String period,
      String kind,
      String owedBy,
      String owedTo,
      String what,
      Optional<Amount> amount,
      String standing,
      String standingWords,
      Optional<String> owner,
      Optional<LocalDate> due,
      boolean dueIsExpected,
      List<String> toInclude,
      List<String> steps,
      Optional<Plan> plan) {
    /** Copies the lists. */
    public Posting {
      toInclude = List.copyOf(toInclude);
      steps = List.copyOf(steps);
    }
  }

  /** Money. */
  public record Amount(BigDecimal amount, String currency) {

    static Amount of(Money money) {
      return new Amount(money.amount(), money.currency());
    }

    /** As people read it. */
    public String words() {
      return RemedySentences.money(new Money(amount, currency));
    }
  }

  /**
   * The life of an action.
   *
   * @param state the key of it
   * @param late what came after its last day, or has not come though that is past
   */
  public record Plan(
      String state, Optional<LocalDate> due, List<Milestone> milestones, List<String> late) {
    /** Copies the lists. */
    public Plan {
      milestones = List.copyOf(milestones);
      late = List.copyOf(late);
    }
  }

  /** A step of a plan. */
  public record Milestone(
      String name, Optional<String> owner, Optional<LocalDate> due, Optional<LocalDate> done) {}

  /** A bill beside the ledger. */
  public record Bill(
      String service,
      String name,
      String period,
      Amount ledger,
      Amount billed,
      Amount difference,
      List<Line> lines) {
    /** Copies the list. */
    public Bill {
      lines = List.copyOf(lines);
    }

    /** Whether it says what the ledger says. */
    public boolean agrees() {
      return difference.amount().signum() == 0;
    }
  }

  /** A line of it, and why it is as it is. */
  public record Line(
      Optional<String> posting,
      String text,
      Optional<Amount> ledger,
      Optional<Amount> billed,
      BigDecimal difference,
      String why) {}

  static StoredFollows of(Evaluation evaluation) {
    Evaluation masked = Masking.apply(evaluation);
    Agreement agreement = masked.agreement();
    RemedySentences sentences = RemedySentences.of(agreement);
    Wording wording = Wording.of(agreement);
    return new StoredFollows(
        masked.follows().postings().stream()
            .map(posting -> posting(posting, sentences, wording))
            .toList(),
        masked.follows().bills().stream().map(bill -> bill(bill, wording)).toList());
  }

  private static Posting posting(
      org.plumbline.remedy.Posting posting, RemedySentences sentences, Wording wording) {
    return new Posting(
        posting.id().toString(),
        sentences.from(posting.id()),
        posting.id().period().name(),
        posting.kind().key(),
        posting.owedBy(),
        posting.owedTo(),
        capital(sentences.what(posting)),
        posting.amount().map(Amount::of),
        posting.standing().key(),
        sentences.standing(posting),
        posting.owner().map(wording::role),
        posting.due(),
        posting.dueIsExpected(),
        posting.toInclude(),
        sentences.steps(posting),
        posting.steps(org.plumbline.remedy.Step.PlanStands.class).stream()
            .map(step -> plan(step.plan()))
            .findFirst());
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  private static Plan plan(org.plumbline.remedy.Plan plan) {
    return new Plan(
        plan.state().key(),
        plan.due(),
        plan.milestones().stream()
            .map(each -> new Milestone(each.name(), each.owner(), each.due(), each.done()))
            .toList(),
        plan.late());
  }

  private static Bill bill(org.plumbline.remedy.BillPage bill, Wording wording) {
    return new Bill(
        bill.service(),
        wording.serviceName(bill.service()),
        PeriodWords.name(bill.period()),
        Amount.of(bill.ledger()),
        Amount.of(bill.billed()),
        Amount.of(bill.difference()),
        bill.lines().stream()
            .map(
                line ->
                    new Line(
                        line.posting().map(Object::toString),
                        line.text(),
                        line.ledger().map(Amount::of),
                        line.billed().map(Amount::of),
                        line.difference(),
                        line.why().words()))
            .toList());
  }

  /** As text of JSON. */
  String write() {
    return JsonMapper.shared().writeValueAsString(this);
  }

  /** What the text says. */
  public static StoredFollows read(String text) {
    return text.startsWith("{") ? JsonMapper.shared().readValue(text, StoredFollows.class) : NONE;
  }
}
