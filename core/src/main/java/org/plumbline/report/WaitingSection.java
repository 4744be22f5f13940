package org.plumbline.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Party;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.register.Standing;
import org.plumbline.remedy.Posting;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.RemedySentences;
import org.plumbline.wording.Wording;

/** What waits, on whom, and until when: decisions, actions, records. */
final class WaitingSection {

  private final Evaluation evaluation;
  private final Wording wording;
  private final RemedySentences sentences;

  WaitingSection(Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.wording = wording;
    sentences = RemedySentences.of(evaluation.agreement());
  }

  /** One thing that waits. */
  private record Waiting(String on, String what, Optional<LocalDate> by, boolean expected) {}

  Document.Section section() {
    List<Waiting> all = new ArrayList<>();
    evaluation.requests().stories().forEach(story -> decision(all, story.standing()));
    evaluation.follows().postings().forEach(posting -> posting(all, posting));
    evaluation.results().series().stream()
        .map(series -> series.get(series.size() - 1))
        .forEach(result -> records(all, result));
    List<Waiting> ordered =
        all.stream()
            .sorted(
                Comparator.comparing(Waiting::on)
                    .thenComparing(waiting -> waiting.by().orElse(LocalDate.MAX)))
            .toList();
    return new Document.Section(
        "waiting-on-you",
        "What waits, and on whom",
        ordered.isEmpty() ? "Nothing waits for anybody." : "By party, the next day first.",
        ordered.isEmpty() ? List.of() : List.of(table(ordered)));
  }

  private void decision(List<Waiting> all, Standing standing) {
    if (standing.state() == Standing.State.PENDING) {
      String other =
          standing.request().by().equals(Party.CUSTOMER) ? Party.PROVIDER : Party.CUSTOMER;
      all.add(
          new Waiting(
              wording.party(other),
              "Decide reconsideration request " + standing.id(),
              standing.decideBy(),
              false));
    }
  }

  private void posting(List<Waiting> all, Posting posting) {
    boolean open =
        switch (posting.standing()) {
          case PROPOSED, AGREED, HELD -> true;
          case WAIVED, APPLIED, PAID, LAPSED, NOTHING -> false;
        };
    if (open && posting.kind() != Posting.Kind.RIGHT && posting.kind() != Posting.Kind.POINTS) {
      all.add(
          new Waiting(
              wording.party(posting.owedBy()),
              sentences.what(posting) + ", from " + sentences.from(posting.id()),
              posting.due(),
              posting.dueIsExpected()));
    }
  }

  private void records(List<Waiting> all, Result result) {
    if (result.status() == Status.PROVISIONAL) {
      var metric = evaluation.agreement().metrics().get(result.metric());
      if (metric != null) {
        String who =
            metric.reporting().or(() -> Optional.of(metric.performing())).map(wording::party).get();
        all.add(
            new Waiting(
                who,
                "Complete the records of "
                    + wording.metricName(result.metric())
                    + " for "
                    + PeriodWords.name(result.period())
                    + (result.reason().isEmpty() ? "" : ": " + result.reason()),
                Optional.empty(),
                false));
      }
    }
  }

  private static Block table(List<Waiting> waiting) {
    return new Block.Table(
        "What waits",
        List.of(
            new Block.Column("On", false, 0),
            new Block.Column("What", false, 0),
            new Block.Column("By", false, 0)),
        waiting.stream()
            .map(
                each ->
                    new Block.Row(
                        List.of(
                            Block.Cell.of(each.on()),
                            Block.Cell.of(each.what()),
                            Block.Cell.of(
                                each.by()
                                    .map(day -> day + (each.expected() ? " (expected)" : ""))
                                    .orElse("–"))),
                        false))
            .toList());
  }
}
