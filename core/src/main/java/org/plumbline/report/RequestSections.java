package org.plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.judge.Changed;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.register.Ask;
import org.plumbline.register.Request;
import org.plumbline.register.Standing;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/**
 * The reconsideration requests: what was asked for, what became of it, figures with and without.
 */
public final class RequestSections {

  private static final int SHOWN = 25;

  private final Requests requests;
  private final Wording wording;
  private final AskWords asks;

  private RequestSections(Evaluation evaluation, Wording wording) {
    requests = evaluation.requests();
    this.wording = wording;
    asks = new AskWords(wording, evaluation.agreement().zone());
  }

  /** None where nobody asked for anything. */
  public static List<Document.Section> of(Evaluation evaluation, Wording wording) {
    return new RequestSections(evaluation, wording).sections();
  }

  /** What is asked for, as a clause after “that”. */
  public static String clause(Ask ask, Wording wording, java.time.ZoneId zone) {
    return new AskWords(wording, zone).clause(ask);
  }

  private List<Document.Section> sections() {
    if (requests.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Listing(requests.stories().stream().map(this::item).toList(), false));
    List<Block.Row> rows = new ArrayList<>();
    for (Requests.Story story : requests.stories()) {
      story.changes().stream().limit(SHOWN).forEach(change -> rows.add(row(story, change)));
    }
    if (!rows.isEmpty()) {
      blocks.add(figures(rows));
    }
    List<Block.Row> cases = new ArrayList<>();
    for (Requests.Story story : requests.stories()) {
      story.cases().stream().limit(SHOWN).forEach(each -> cases.add(row(story, each)));
    }
    if (!cases.isEmpty()) {
      blocks.add(cases(cases));
    }
    return List.of(
        new Document.Section(
            "requests",
            "Reconsideration requests",
            "What a party asked to have excluded or corrected afterwards, and what becomes of it.",
            blocks));
  }

  private Block.Listing.Item item(Requests.Story story) {
    Standing standing = story.standing();
    Request request = standing.request();
    List<String> details = new ArrayList<>();
    request.reason().ifPresent(reason -> details.add("Because: " + reason));
    if (!request.evidence().isEmpty()) {
      details.add("Evidence: " + String.join("; ", request.evidence()));
    }
    if (standing.state() == Standing.State.IN_PART) {
      details.add("Granted: " + clauses(standing.granted()) + ".");
    }
    if (story.changes().isEmpty() && !standing.atMost().isEmpty()) {
      details.add(
          standing.state() == Standing.State.PENDING
              ? "It would change no figure."
              : "It changes no figure.");
    }
    return new Block.Listing.Item(
        standing.id() + ", " + standing.state().words(),
        wording.party(request.by())
            + " asked on "
            + request.asked()
            + request.ground().map(ground -> " (" + ground + ")").orElse("")
            + ", about "
            + wording.metricName(request.metric())
            + " in "
            + request.period()
            + ": "
            + clauses(request.asks())
            + ". "
            + stands(standing),
        tone(standing.state()),
        details);
  }

  private String clauses(List<Ask> list) {
    return "that " + String.join("; that ", list.stream().map(asks::clause).toList());
  }

  /** What became of it, as a sentence. */
  private static String stands(Standing standing) {
    String by = standing.decideBy().map(day -> "; to be decided by " + day).orElse("");
    return switch (standing.state()) {
      case PENDING -> "Pending" + by + ".";
      case WITHDRAWN -> upper(standing.words()) + ".";
      case DOES_NOT_STAND -> "It does not stand: " + standing.words() + ".";
      case ACCEPTED, IN_PART, REJECTED ->
          upper(standing.state().words())
              + (standing.words().startsWith("nobody") ? ": " : " ")
              + standing.words().replaceFirst("\\.$", "")
              + ".";
    };
  }

  private static String upper(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static Tone tone(Standing.State state) {
    return switch (state) {
      case PENDING -> Tone.OPEN;
      case ACCEPTED -> Tone.GOOD;
      case IN_PART -> Tone.FAIR;
      case REJECTED -> Tone.BAD;
      case WITHDRAWN, DOES_NOT_STAND -> Tone.QUIET;
    };
  }

  private static Block figures(List<Block.Row> rows) {
    return new Block.Table(
        "Figures without and with each request; of a pending one, if it is accepted as asked",
        List.of(
            new Block.Column("Request", false, 0),
            new Block.Column("Metric", false, 0),
            new Block.Column("Period", false, 1),
            new Block.Column("Without", true, 0),
            new Block.Column("With", true, 0)),
        rows);
  }

  private Block.Row row(Requests.Story story, Changed change) {
    Result of = change.either();
    return new Block.Row(
        List.of(
            Block.Cell.of(story.standing().id() + ", " + story.standing().state().words()),
            Block.Cell.of(
                wording.metricName(of.metric()) + of.each().map(value -> ": " + value).orElse("")),
            Block.Cell.of(PeriodWords.shortName(of.period())),
            cell(change.before()),
            cell(change.after())),
        false);
  }

  private static Block.Cell cell(Optional<Result> result) {
    return result
        .map(found -> Block.Cell.of(brief(found), Tone.of(found.status())))
        .orElseGet(() -> Block.Cell.of("–"));
  }

  /** The figure and the status: {@code 96.4%, met}. */
  public static String brief(Result result) {
    String figures =
        result.targetLines().isEmpty()
            ? ""
            : String.join(
                " and ", result.targetLines().stream().map(RequestSections::figure).toList());
    return figures + ", " + result.wouldBe().orElse(result.status()).words();
  }

  private static String figure(LineResult line) {
    return line.measurement()
        .figure()
        .map(figure -> Numbers.figure(figure, line.measurement().unit(), line.bounds()))
        .map(Numbers::brief)
        .orElse("no data");
  }

  private static Block cases(List<Block.Row> rows) {
    return new Block.Table(
        "The cases that were named, without and with each request",
        List.of(
            new Block.Column("Request", false, 0),
            new Block.Column("Case", false, 0),
            new Block.Column("Without", false, 0),
            new Block.Column("With", false, 0)),
        rows);
  }

  private Block.Row row(Requests.Story story, Requests.Case named) {
    return new Block.Row(
        List.of(
            Block.Cell.of(story.standing().id()),
            Block.Cell.of(named.key()),
            Block.Cell.of(stands(named.without())),
            Block.Cell.of(stands(named.with()))),
        false);
  }

  private static String stands(Optional<org.plumbline.evaluate.CaseOutcome> outcome) {
    return outcome.map(CaseStands::words).orElse("no such case");
  }
}
