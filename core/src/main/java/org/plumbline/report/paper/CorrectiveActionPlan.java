package org.plumbline.report.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.judge.Result;
import org.plumbline.remedy.Circumstances;
import org.plumbline.remedy.Decision;
import org.plumbline.remedy.Plan;
import org.plumbline.remedy.Posting;
import org.plumbline.remedy.Step;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Masking;
import org.plumbline.report.PerformanceReport;
import org.plumbline.wording.RemedySentences;
import org.plumbline.wording.Wording;

/**
 * A corrective action plan for each action that results call for: what was promised and what came,
 * what the plan has to say, its milestones and what was done about it as far as the register knows.
 * What only people know is left open.
 */
public final class CorrectiveActionPlan {

  private final Evaluation evaluation;
  private final Wording wording;
  private final RemedySentences sentences;

  private CorrectiveActionPlan(Evaluation masked) {
    evaluation = masked;
    wording = Wording.of(masked.agreement());
    sentences = RemedySentences.of(masked.agreement());
  }

  /** The document, sensitive values masked. */
  public static Document of(Evaluation evaluation, Instant made) {
    Evaluation masked = Masking.apply(evaluation);
    return PerformanceReport.around(
        masked,
        "Corrective action plan: " + masked.agreement().title(),
        made,
        new CorrectiveActionPlan(masked).sections());
  }

  private List<Document.Section> sections() {
    List<Posting> owed =
        evaluation.follows().postings().stream()
            .filter(posting -> posting.kind() == Posting.Kind.ACTION)
            .toList();
    List<Document.Section> sections = new ArrayList<>();
    sections.add(overview(owed));
    for (int i = 0; i < owed.size(); i++) {
      sections.add(plan(i + 1, owed.get(i)));
    }
    return Parts.pages(sections);
  }

  private Document.Section overview(List<Posting> owed) {
    List<Block> blocks =
        owed.isEmpty()
            ? List.of(Parts.text("No result of these periods calls for corrective action."))
            : List.of(
                Parts.table(
                    "Corrective actions",
                    List.of("No.", "What it follows from", "Owed by", "Owner", "Due", "Stands"),
                    owed.stream()
                        .map(posting -> row(owed.indexOf(posting) + 1, posting))
                        .toList()));
    return Parts.section("overview", "What has to be put right", blocks);
  }

  private List<String> row(int number, Posting posting) {
    return List.of(
        Integer.toString(number),
        Parts.capital(sentences.from(posting.id())),
        wording.party(posting.owedBy()),
        posting.owner().map(wording::role).orElse(""),
        due(posting),
        sentences.standing(posting));
  }

  private static String due(Posting posting) {
    Optional<LocalDate> day = life(posting).flatMap(Plan::due).or(posting::due);
    return day.map(last -> last + (posting.dueIsExpected() ? " (expected)" : "")).orElse("");
  }

  private static Optional<Plan> life(Posting posting) {
    return posting.steps(Step.PlanStands.class).stream().map(Step.PlanStands::plan).findFirst();
  }

  private Document.Section plan(int number, Posting posting) {
    List<Block> blocks = Parts.list();
    blocks.add(Parts.table("What the plan is for", List.of("Entry", "Answer"), about(posting)));
    blocks.add(
        Parts.table(
            "What the plan says",
            List.of("Asked for", "Answer of " + wording.party(posting.owedBy())),
            asked(posting).stream().map(each -> List.of(each, "")).toList()));
    blocks.add(
        Parts.table("Steps", List.of("Step", "Who", "By", "Done on"), milestones(life(posting))));
    List<Decision> acts = life(posting).map(Plan::acts).orElse(List.of());
    if (!acts.isEmpty()) {
      blocks.add(
          Parts.table(
              "What was done about it",
              List.of("Day", "What", "By", "Note"),
              acts.stream()
                  .map(
                      act ->
                          List.of(
                              act.on().toString(),
                              act.act().key(),
                              wording.party(act.by()),
                              act.note()))
                  .toList()));
    }
    blocks.add(
        new Block.Signatures(
            "Handed in and accepted",
            List.of(
                new Block.Signatures.Signer(
                    "Handed in for " + wording.party(posting.owedBy()), "", "", ""),
                new Block.Signatures.Signer(
                    "Accepted for " + wording.party(posting.owedTo()), "", "", ""),
                new Block.Signatures.Signer(
                    "Closed for " + wording.party(posting.owedTo()), "", "", ""))));
    return Parts.section(
        "plan-" + number, number + ". " + Parts.capital(sentences.from(posting.id())), blocks);
  }

  private List<List<String>> about(Posting posting) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Number", posting.id().toString()));
    rows.add(List.of("What is owed", sentences.sentence(posting)));
    posting
        .id()
        .metric()
        .filter(evaluation.agreement().metrics()::containsKey)
        .ifPresent(id -> rows.add(List.of("What was promised", wording.metric(id))));
    for (Result result : evaluation.results().results()) {
      if (posting.id().metric().filter(result.metric()::equals).isPresent()
          && result.period().equals(posting.id().period())
          && posting.id().each().equals(result.each())) {
        rows.add(List.of("What came", Wording.of(evaluation.text(result)).result(result)));
      }
    }
    rows.add(List.of("How it came about", String.join(" ", sentences.steps(posting))));
    rows.add(List.of("Due", due(posting)));
    return rows;
  }

  /** What the agreement asks a plan to hold; else what every plan needs. */
  private static List<String> asked(Posting posting) {
    return posting.toInclude().isEmpty()
        ? List.of(
            "Root cause",
            "What is done at once",
            "What keeps it from happening again",
            "How it is shown that it works")
        : posting.toInclude();
  }

  private List<List<String>> milestones(Optional<Plan> plan) {
    List<List<String>> rows = new ArrayList<>();
    for (Circumstances.Milestone each : plan.map(Plan::milestones).orElse(List.of())) {
      rows.add(
          List.of(
              each.name(),
              each.owner().map(wording::role).orElse(""),
              each.due().map(LocalDate::toString).orElse(""),
              each.done().map(LocalDate::toString).orElse("")));
    }
    while (rows.size() < 3) {
      rows.add(List.of("", "", "", ""));
    }
    return rows;
  }
}
