package org.plumbline.web.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Reference;
import org.plumbline.agreement.ToBeAgreed;
import org.plumbline.agreement.companion.Companions;
import org.plumbline.chain.Chain;
import org.plumbline.finding.Severity;
import org.plumbline.review.Review;
import org.plumbline.review.Row;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.CheckedText;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.negotiation.BuyInRow;
import org.plumbline.web.negotiation.BuyIns;
import org.plumbline.web.negotiation.Positions;
import org.plumbline.web.negotiation.TermRow;
import org.plumbline.web.negotiation.Threads;
import org.plumbline.web.signoff.SignOffs;
import org.plumbline.web.signoff.StepState;
import org.plumbline.wording.Wording;
import org.springframework.stereotype.Component;

/**
 * What is still to be done before a text can be signed (M3 Playbook 4.19). What a text lacks, the
 * checker and the review of core say; what the parties owe, the register.
 */
@Component
public final class Readiness {

  private final Agreements agreements;
  private final Positions positions;
  private final Threads threads;
  private final BuyIns buyIns;
  private final SignOffs signOffs;

  Readiness(
      Agreements agreements,
      Positions positions,
      Threads threads,
      BuyIns buyIns,
      SignOffs signOffs) {
    this.agreements = agreements;
    this.positions = positions;
    this.threads = threads;
    this.buyIns = buyIns;
    this.signOffs = signOffs;
  }

  /** How a line stands. */
  public enum State {
    DONE("Done"),
    TO_DO("To do"),
    /** Nothing in the text allows to say. */
    CANNOT_BE_SAID("Cannot be said");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /**
   * One thing that has to be so.
   *
   * @param what has to be so
   * @param found what was found
   * @param todo what to do, one sentence each; empty if it is done
   * @param page where one does it, below the agreement's address
   */
  public record Line(State state, String what, String found, List<String> todo, String page) {
    /** Copies the list. */
    public Line {
      todo = List.copyOf(todo);
    }

    private static Line of(
        boolean done, String what, String found, List<String> todo, String page) {
      return new Line(done ? State.DONE : State.TO_DO, what, found, done ? List.of() : todo, page);
    }
  }

  /** The checklist of a text. */
  public List<Line> of(Viewer viewer, UUID agreement, UUID version) {
    VersionRow row = agreements.version(viewer, agreement, version);
    CheckedText text = agreements.text(viewer, row);
    String page = "versions/" + version;
    List<Line> lines = new ArrayList<>();
    lines.add(findings(text, page));
    text.agreement().ifPresent(read -> ofText(viewer, agreement, row, read, page, lines));
    lines.add(comments(viewer, agreement));
    lines.add(signers(viewer, agreement, row));
    return lines;
  }

  private void ofText(
      Viewer viewer,
      UUID agreement,
      VersionRow row,
      Agreement read,
      String page,
      List<Line> lines) {
    Review review = Review.of(read, Companions.NONE);
    lines.add(toBeAgreed(read, page));
    lines.add(same(viewer, agreement));
    lines.add(buyIn(viewer, agreement, row));
    lines.add(chains(review.chains(), page));
    lines.add(
        rows(
            "The support for stabilization is adequate",
            rows(review, "stabilization", "heightened"),
            page));
    lines.add(interagency(read, review, page));
    long missing = Review.missing(review.completeness());
    lines.add(
        new Line(
            missing == 0 ? State.DONE : State.CANNOT_BE_SAID,
            "Practices and contents that others ask for",
            missing + " of " + review.completeness().size() + " are not found in the text",
            review.completeness().stream()
                .filter(each -> each.standing() == Row.Standing.MISSING)
                .limit(8)
                .map(each -> each.asked() + " (" + each.source() + "): " + each.by() + ".")
                .toList(),
            page));
  }

  private static Line findings(CheckedText text, String page) {
    long errors = text.count(Severity.ERROR);
    long warnings = text.count(Severity.WARNING);
    return Line.of(
        errors + warnings == 0,
        "Drafting comments are cleared",
        errors + warnings == 0
            ? "No error and no warning"
            : counted(errors, "error") + ", " + counted(warnings, "warning"),
        List.of(
            "Mend them in the text, or let a warning stand with a clause that accepts it and says"
                + " why."),
        page + "#comments");
  }

  private static Line toBeAgreed(Agreement read, String page) {
    Wording wording = Wording.of(read);
    List<String> owed = new ArrayList<>();
    for (Map.Entry<String, ToBeAgreed> each : read.open().entrySet()) {
      owed.add(
          each.getKey()
              + ": owed by "
              + wording.role(each.getValue().owedBy())
              + each.getValue().until().map(day -> " by " + day).orElse("")
              + ".");
    }
    return Line.of(
        owed.isEmpty(),
        "Nothing is left to be agreed",
        owed.isEmpty() ? "Every value is written" : counted(owed.size(), "value") + " open",
        owed,
        page);
  }

  private Line same(Viewer viewer, UUID agreement) {
    Positions.Table table = positions.table(viewer, agreement);
    long agreed = table.count(TermRow.State.AGREED);
    return Line.of(
        table.isAgreed(),
        "Both parties say the same",
        agreed + " of " + table.rows().size() + " terms are agreed",
        List.of(
            table.rows().isEmpty()
                ? "Send the text, so that the other party can answer."
                : "Take what the other party says, or write a counter-proposal."),
        "terms");
  }

  private Line buyIn(Viewer viewer, UUID agreement, VersionRow row) {
    BuyIns.Table table = buyIns.table(viewer, agreement, row);
    long holes = table.count(BuyInRow.State.NOT_ASKED) + table.count(BuyInRow.State.CHANGED);
    long objections = table.count(BuyInRow.State.OBJECTS);
    List<String> todo = new ArrayList<>();
    if (holes > 0) {
      todo.add("Ask the roles that have not spoken.");
    }
    if (objections > 0) {
      todo.add("Mend what is objected to, then ask again.");
    }
    return Line.of(
        todo.isEmpty(),
        "Stakeholders support the metrics",
        table.count(BuyInRow.State.SUPPORTS)
            + " support, "
            + objections
            + " object, "
            + holes
            + " have not spoken",
        todo,
        "buy-in");
  }

  private static Line chains(List<Chain> chains, String page) {
    if (chains.isEmpty()) {
      return new Line(
          State.CANNOT_BE_SAID,
          "The steps leave the time that is promised",
          "No promise spans steps whose time is said",
          List.of(
              "Say in the metrics, or in the concept of operations, how long each step may take."),
          page);
    }
    List<String> late =
        chains.stream()
            .filter(chain -> chain.late() > 0)
            .map(
                chain ->
                    "“"
                        + chain.name()
                        + "” promises "
                        + chain.promised()
                        + "; from "
                        + chain.late()
                        + " of "
                        + chain.starts()
                        + " starts its steps may take longer. Give it more time, or a step less.")
            .toList();
    return Line.of(
        late.isEmpty(),
        "The steps leave the time that is promised",
        counted(chains.size(), "promise")
            + " gone through from every start"
            + (chains.stream().allMatch(chain -> chain.untold() == Chain.Untold.NOTHING)
                ? ""
                : "; there are more ways than were gone through"),
        late,
        page);
  }

  private static List<Row> rows(Review review, String... words) {
    List<Row> rows = new ArrayList<>(review.coverage());
    rows.addAll(review.completeness());
    return rows.stream()
        .filter(
            row ->
                List.of(words).stream()
                    .anyMatch(
                        word -> row.asked().toLowerCase(java.util.Locale.ROOT).contains(word)))
        .toList();
  }

  private static Line rows(String what, List<Row> rows, String page) {
    List<Row> missing =
        rows.stream().filter(row -> row.standing() == Row.Standing.MISSING).toList();
    return Line.of(
        missing.isEmpty(),
        what,
        rows.size() - missing.size() + " of " + rows.size() + " asked for",
        missing.stream().map(row -> row.asked() + ": " + row.by() + ".").toList(),
        page);
  }

  /** What FS Forms 7600A and 7600B need of the agreement (M3 Playbook 3.18 and 4.19). */
  private static Line interagency(Agreement read, Review review, String page) {
    List<String> todo = new ArrayList<>();
    int asked = 0;
    for (String kind : List.of("gt-and-c", "order")) {
      Optional<Reference> found =
          read.references().stream().filter(each -> each.kind().equals(kind)).findFirst();
      asked += 2;
      if (found.isEmpty()) {
        todo.add("Write references: with kind: " + kind + " and its number.");
        todo.add("Say from when until when the " + kind + " runs.");
      } else if (found.get().from().isEmpty() || found.get().until().isEmpty()) {
        todo.add("Say from when until when the " + kind + " " + found.get().number() + " runs.");
      }
    }
    for (Row row : rows(review, "services with their cost", "payment terms", "services in scope")) {
      asked++;
      if (row.standing() == Row.Standing.MISSING) {
        todo.add(row.asked() + ": " + row.by() + ".");
      }
    }
    return Line.of(
        todo.isEmpty(),
        "Inputs to the Interagency Agreement or contract are complete",
        asked - todo.size() + " of " + asked + " are written",
        todo,
        page);
  }

  private Line comments(Viewer viewer, UUID agreement) {
    long open =
        threads.all(viewer, agreement).stream()
            .filter(thread -> thread.first().isSent() && !thread.isResolved())
            .count();
    return Line.of(
        open == 0,
        "Comments are resolved",
        open == 0 ? "None is open" : counted(open, "comment") + " open",
        List.of("Answer each of them, and say what becomes of it."),
        "comments");
  }

  private Line signers(Viewer viewer, UUID agreement, VersionRow row) {
    SignOffs.Progress progress = signOffs.progress(viewer, agreement, row);
    List<String> todo = new ArrayList<>();
    if (!progress.order().agreed()) {
      todo.add("Propose in which order who signs, or leave it at the usual one.");
    }
    boolean vacant = false;
    for (StepState step : progress.steps()) {
      if (step.holders().isEmpty()) {
        vacant = true;
        todo.add(
            "Nobody holds the role "
                + step.step().role().label()
                + " for "
                + step.organizationName()
                + ": give the seat under People.");
      }
    }
    return new Line(
        vacant ? State.TO_DO : State.DONE,
        "It is known who signs",
        counted(progress.steps().size(), "step")
            + (progress.order().agreed() ? ", agreed by both" : ", the usual order"),
        todo,
        "sign-off?version=" + row.id());
  }

  private static String counted(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
