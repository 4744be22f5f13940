package org.plumbline.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Money;
import org.plumbline.agreement.Remedy;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.remedy.Plan;
import org.plumbline.remedy.Posting;
import org.plumbline.remedy.PostingId;
import org.plumbline.remedy.Standing;
import org.plumbline.remedy.Step;

/** What follows from results, in plain sentences: a posting in one, and each step of it in one. */
public final class RemedySentences {

  private final Agreement agreement;
  private final Wording wording;
  private final Names names;

  private RemedySentences(Agreement agreement) {
    this.agreement = agreement;
    wording = Wording.of(agreement);
    names = wording.names();
  }

  /** The words of an agreement. */
  public static RemedySentences of(Agreement agreement) {
    return new RemedySentences(agreement);
  }

  /** What it follows from: {@code “Invoices paid on time”, October 2026}. */
  public String from(PostingId id) {
    String each = id.each().map(value -> " (" + value + ")").orElse("");
    return id.metric().map(names::metric).orElse("the agreement")
        + each
        + ", "
        + PeriodWords.name(id.period());
  }

  /** A posting in one sentence. */
  public String sentence(Posting posting) {
    StringBuilder text = new StringBuilder(what(posting));
    if (!posting.toInclude().isEmpty()) {
      text.append(", to include ").append(Phrases.and(posting.toInclude()));
    }
    posting.owner().ifPresent(owner -> text.append("; owner: ").append(names.role(owner)));
    posting
        .due()
        .ifPresent(
            due ->
                text.append("; due ")
                    .append(due)
                    .append(posting.dueIsExpected() ? " if the report is issued as expected" : ""));
    posting.clause().ifPresent(clause -> text.append("; see ").append(names.clause(clause)));
    if (posting.kind() != Posting.Kind.POINTS || posting.standing() != Standing.PROPOSED) {
      text.append("; ").append(standing(posting));
      plan(posting)
          .map(plan -> plan.late())
          .filter(late -> !late.isEmpty())
          .ifPresent(late -> text.append("; ").append(Phrases.and(late)));
    }
    return Phrases.sentence(text.toString());
  }

  /** How a posting stands, in words. */
  public String standing(Posting posting) {
    String stands =
        posting.standing() == Standing.NOTHING
            ? nothing(posting)
            : plan(posting)
                .filter(plan -> !plan.acts().isEmpty())
                .map(plan -> plan.state().key())
                .orElseGet(
                    () ->
                        posting.kind() == Posting.Kind.RIGHT
                                && posting.standing() == Standing.APPLIED
                            ? "exercised"
                            : posting.standing().key());
    return posting.isPreliminary() ? stands + ", preliminary" : stands;
  }

  private static Optional<Plan> plan(Posting posting) {
    return posting.steps(Step.PlanStands.class).stream().map(Step.PlanStands::plan).findFirst();
  }

  private static String nothing(Posting posting) {
    if (!posting.steps(Step.Concurrent.class).isEmpty()) {
      return "both parties brought it about";
    }
    if (!posting.steps(Step.Suspended.class).isEmpty()) {
      return "suspended in stabilization";
    }
    if (!posting.steps(Step.SameCause.class).isEmpty()) {
      return "another is owed for the same cause";
    }
    if (!posting.steps(Step.NoAuthority.class).isEmpty()) {
      return "no authority is written";
    }
    if (posting.steps(Step.Capped.class).stream().anyMatch(Step.Capped::cuts)) {
      return "nothing is left in the pool";
    }
    return "nothing is owed";
  }

  /** What it is: {@code a fee reduction of 2,060.00 USD is owed by the provider}. */
  public String what(Posting posting) {
    String by = " by " + names.party(posting.owedBy());
    return switch (posting.kind()) {
      case ACTION -> "“" + posting.text() + "” is owed" + by;
      case RIGHT -> names.party(posting.owedTo()) + " has the right: “" + posting.text() + "”";
      case POINTS ->
          posting.points().map(points -> Numbers.decimal(points) + " points").orElse("points")
              + " are given to "
              + names.party(posting.owedBy());
      case CREDIT ->
          posting.standing() == Standing.NOTHING
              ? "no fee reduction is owed" + by
              : "a fee reduction of "
                  + posting.amount().map(RemedySentences::money).orElse("an amount not known")
                  + " is owed"
                  + by;
      case EARN_BACK ->
          posting.amount().isPresent()
              ? "a fee reduction of "
                  + money(positive(posting.amount().get()))
                  + " is given back to "
                  + names.party(posting.owedBy())
              : "nothing is given back to " + names.party(posting.owedBy());
    };
  }

  private static Money positive(Money money) {
    return new Money(money.amount().abs(), money.currency());
  }

  /** Money as people read it. */
  public static String money(Money money) {
    return Numbers.decimal(money.amount()) + " " + money.currency();
  }

  /** The steps, a sentence each, in order. */
  public List<String> steps(Posting posting) {
    List<String> sentences = new ArrayList<>();
    for (Step step : posting.steps()) {
      sentences.add(Phrases.sentence(step(posting, step)));
    }
    return sentences;
  }

  /** One step. */
  public String step(Posting posting, Step step) {
    if (step instanceof Step.Triggered triggered) {
      return triggered(posting.id(), triggered);
    }
    if (step instanceof Step.NotSettled open) {
      return "Preliminary: not settled yet is "
          + Phrases.and(open.periods().stream().map(PeriodWords::name).toList());
    }
    if (step instanceof Step.Unknown unknown) {
      return "Held: " + unknown.why();
    }
    if (step instanceof Step.Given given) {
      return "Points: " + Numbers.decimal(given.points().rounded(0));
    }
    if (step instanceof Step.Base base) {
      return base(base);
    }
    if (step instanceof Step.Rated rated) {
      return rated.rate() instanceof Literal.Percent percent
          ? "Amount: " + percent + " of it, " + money(rated.amount())
          : "Amount: " + money(rated.amount());
    }
    if (step instanceof Step.NoEntry) {
      return "Amount: no entry of it holds, so nothing is owed";
    }
    return cut(posting, step);
  }

  private String cut(Posting posting, Step step) {
    if (step instanceof Step.Suspended suspended) {
      return "Stabilization: money is suspended until "
          + suspended.until()
          + ", so nothing is owed";
    }
    if (step instanceof Step.NoAuthority none) {
      return "Authority: none is written, so "
          + names.party(none.party())
          + ", which is federal, owes nothing";
    }
    if (step instanceof Step.SameCause same) {
      return "Same cause"
          + same.cause().map(cause -> " (" + cause + ")").orElse("")
          + ": "
          + Phrases.quoted(same.owed().remedy())
          + " from "
          + from(same.owed())
          + " is owed in its place";
    }
    if (step instanceof Step.Capped capped) {
      return capped(capped);
    }
    if (step instanceof Step.Concurrent concurrent) {
      return "Concurrent: both parties brought it about ("
          + concurrent.cause()
          + "), so no money is owed";
    }
    if (step instanceof Step.GivesBack back) {
      return "Given back: "
          + money(back.amount())
          + " of "
          + Phrases.quoted(back.posting().remedy())
          + " from "
          + from(back.posting());
    }
    if (step instanceof Step.NothingToGiveBack none) {
      return "Given back: nothing, as no amount of "
          + Phrases.quoted(none.remedy())
          + " is left to give back";
    }
    return settled(posting, step);
  }

  private String settled(Posting posting, Step step) {
    if (step instanceof Step.MustBeRequested request) {
      return request(posting, request);
    }
    if (step instanceof Step.OnBill bill) {
      return "Bill: that for " + PeriodWords.name(bill.bill());
    }
    if (step instanceof Step.LastBill last) {
      return "Bill: there is no later one, so it "
          + switch (last.rule()) {
            case "pay" -> "is paid" + last.by().map(day -> by(day, last.issued())).orElse("");
            case "offset" -> "is set off against the last";
            default -> "lapses";
          };
    }
    if (step instanceof Step.Decided decided) {
      String note = decided.decision().note();
      return Phrases.capital(decided.decision().act().name().toLowerCase(java.util.Locale.ROOT))
          + " by "
          + (decided.decision().by().contains("/")
              ? names.role(decided.decision().by())
              : names.party(decided.decision().by()))
          + " on "
          + decided.decision().on()
          + (note.isEmpty() ? "" : ": " + note);
    }
    if (step instanceof Step.PlanStands stands) {
      return PlanWords.of(
          stands.plan(), names.party(posting.owedBy()), names.party(posting.owedTo()));
    }
    throw new IllegalStateException("a step without words: " + step);
  }

  private static String by(java.time.LocalDate day, boolean issued) {
    return " by " + day + (issued ? "" : " if the report is issued as expected");
  }

  private static String request(Posting posting, Step.MustBeRequested request) {
    if (request.on().isPresent()) {
      return "Request: asked for on " + request.on().get() + ", last day " + request.by();
    }
    return posting.standing() == Standing.LAPSED
        ? "Request: not asked for by " + request.by() + ", so it lapsed"
        : "Request: to be asked for" + by(request.by(), request.issued());
  }

  private String triggered(PostingId id, Step.Triggered triggered) {
    Remedy remedy = agreement.remedies().get(id.remedy());
    String when =
        Optional.ofNullable(remedy)
            .flatMap(Remedy::when)
            .map(wording::condition)
            .orElse("the result is not met");
    StringBuilder text = new StringBuilder("Trigger: ").append(when).append("; ");
    text.append(from(id));
    triggered.result().ifPresent(status -> text.append(" was ").append(status.words()));
    if (triggered.repeat() > 1) {
      text.append(", the ").append(nth(triggered.repeat())).append(" period in a row");
    }
    Optional<Remedy.Times> times = Optional.ofNullable(remedy).flatMap(Remedy::times);
    times.ifPresent(
        term -> {
          text.append(", held in ").append(triggered.held());
          text.append(term.running().orElse(false) ? " in a row" : "");
          term.in().ifPresent(in -> text.append(" of the last ").append(in).append(" that count"));
        });
    return text.toString();
  }

  private static String nth(int number) {
    String ending =
        number % 100 / 10 == 1
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return number + ending;
  }

  private String base(Step.Base base) {
    boolean billed = base.parts().stream().anyMatch(part -> part.kind() == Step.Part.Kind.BILL);
    List<String> services =
        base.parts().stream().map(Step.Part::service).distinct().map(names::service).toList();
    StringBuilder text = new StringBuilder("Base: ");
    text.append(billed ? "what was billed" : "the fees")
        .append(" for ")
        .append(Phrases.and(services));
    text.append(", ").append(days(base.period()));
    int unpaid = base.parts().stream().mapToInt(Step.Part::unpaidDays).max().orElse(0);
    if (unpaid > 0) {
      text.append(" without ").append(Numbers.counted(unpaid, "suspended day", "suspended days"));
    }
    for (Step.PoolShare share : base.shares()) {
      text.append(", of it the pool ").append(Phrases.quoted(share.pool()));
      text.append(" with ").append(Numbers.percent(share.share()));
    }
    text.append(": ").append(Numbers.decimal(base.amount().rounded(2)));
    text.append(" ").append(base.currency());
    return text + (base.estimated() ? " (not all is billed or counted yet: preliminary)" : "");
  }

  private static String days(ReportingPeriod period) {
    return PeriodWords.name(period);
  }

  private static String capped(Step.Capped capped) {
    String pool =
        "the pool "
            + Phrases.quoted(capped.pool())
            + " holds "
            + money(capped.size())
            + " for "
            + PeriodWords.name(capped.period());
    if (!capped.cuts()) {
      return "Cap: " + pool + ", which is enough";
    }
    return "Cap: "
        + pool
        + ", of which "
        + money(capped.taken())
        + " was taken before; "
        + money(capped.asked())
        + " is asked, so "
        + money(capped.from())
        + " becomes "
        + money(capped.to());
  }
}
