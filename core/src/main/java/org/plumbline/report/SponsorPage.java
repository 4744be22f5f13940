package org.plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.remedy.Account;
import org.plumbline.remedy.Posting;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.RemedySentences;
import org.plumbline.wording.Wording;

/** One page for those who have one minute: what was kept, what was not, what follows. */
final class SponsorPage {

  /** What is told of each kind; the sections behind it tell all. */
  private static final int MOST = 5;

  private final Evaluation evaluation;
  private final Wording wording;
  private final RemedySentences sentences;

  SponsorPage(Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.wording = wording;
    sentences = RemedySentences.of(evaluation.agreement());
  }

  Document.Section section() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new ResultSections(evaluation, wording).glance());
    List<Result> latest =
        evaluation.results().series().stream()
            .filter(series -> evaluation.agreement().metrics().containsKey(metric(series)))
            .map(series -> series.get(series.size() - 1))
            .toList();
    blocks.add(new Block.Paragraph(overall(latest)));
    part(blocks, "What was not kept", latest.stream().filter(SponsorPage::isMissed).toList());
    part(blocks, "What is not settled yet", latest.stream().filter(SponsorPage::isOpen).toList());
    changes(blocks);
    follows(blocks);
    requests(blocks);
    blocks.add(new Block.PageBreak());
    return new Document.Section("summary", "In short", "", blocks);
  }

  private static String metric(List<Result> series) {
    return series.get(0).metric();
  }

  private static boolean isMissed(Result result) {
    Status status = result.status();
    return status == Status.NOT_MET || status == Status.BELOW_EXPECTED;
  }

  private static boolean isOpen(Result result) {
    return switch (result.status()) {
      case PROVISIONAL, CONTESTED, INDETERMINATE, NOT_DUE -> true;
      case MET, BELOW_EXPECTED, NOT_MET, NO_DATA, NOT_JUDGED -> false;
    };
  }

  private String overall(List<Result> latest) {
    long met = latest.stream().filter(result -> result.status() == Status.MET).count();
    long missed = latest.stream().filter(SponsorPage::isMissed).count();
    long open = latest.stream().filter(SponsorPage::isOpen).count();
    long quiet = latest.size() - met - missed - open;
    StringBuilder text = new StringBuilder();
    text.append("Of ")
        .append(Numbers.counted(latest.size(), "result", "results"))
        .append(" for ")
        .append(PerformanceReport.latest(evaluation))
        .append(", ")
        .append(Numbers.count(met))
        .append(met == 1 ? " is met" : " are met")
        .append(missed > 0 ? ", " + Numbers.count(missed) + " not" : "")
        .append(open > 0 ? ", " + Numbers.count(open) + " not settled yet" : "")
        .append(quiet > 0 ? ", " + Numbers.count(quiet) + " without a judgment" : "")
        .append(".");
    return text.toString();
  }

  private void part(List<Block> blocks, String heading, List<Result> results) {
    if (results.isEmpty()) {
      return;
    }
    List<Block.Listing.Item> items = new ArrayList<>();
    for (Result result : results.subList(0, Math.min(MOST, results.size()))) {
      items.add(
          new Block.Listing.Item(
              name(result),
              Wording.of(evaluation.text(result)).result(result),
              Tone.of(result.status()),
              List.of()));
    }
    blocks.add(new Block.Heading(heading));
    blocks.add(new Block.Listing(items, false));
    more(blocks, results.size() - items.size(), "under Results in words");
  }

  private String name(Result result) {
    return wording.metricName(result.metric())
        + result.each().map(value -> ": " + value).orElse("");
  }

  private static void more(List<Block> blocks, int left, String where) {
    if (left > 0) {
      blocks.add(new Block.Paragraph("And " + Numbers.count(left) + " more, " + where + "."));
    }
  }

  /** What is otherwise than the period before. */
  private void changes(List<Block> blocks) {
    List<String> better = new ArrayList<>();
    List<String> worse = new ArrayList<>();
    for (List<Result> series : evaluation.results().series()) {
      if (series.size() > 1) {
        Result now = series.get(series.size() - 1);
        Result before = series.get(series.size() - 2);
        if (now.status() == Status.MET && isMissed(before)) {
          better.add(name(now));
        } else if (isMissed(now) && before.status() == Status.MET) {
          worse.add(name(now));
        }
      }
    }
    if (better.isEmpty() && worse.isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading("Compared with the period before"));
    List<Block.Listing.Item> items = new ArrayList<>();
    changed(items, "Met again: ", better);
    changed(items, "No longer met: ", worse);
    blocks.add(new Block.Listing(items, false));
  }

  private static void changed(List<Block.Listing.Item> items, String lead, List<String> names) {
    if (!names.isEmpty()) {
      List<String> shown = names.subList(0, Math.min(MOST, names.size()));
      int left = names.size() - shown.size();
      items.add(
          new Block.Listing.Item(
              "",
              lead
                  + String.join("; ", shown)
                  + (left > 0 ? "; and " + Numbers.count(left) + " more" : "")
                  + ".",
              Tone.PLAIN,
              List.of()));
    }
  }

  private void follows(List<Block> blocks) {
    Optional<ReportingPeriod> last = last();
    if (last.isEmpty()) {
      return;
    }
    List<Block.Listing.Item> items = new ArrayList<>();
    for (Account page : evaluation.follows().ledger()) {
      if (page.period().until().equals(last.get().until())) {
        items.add(
            plain(
                "Money, "
                    + wording.party(page.party())
                    + ", "
                    + PeriodWords.name(page.period())
                    + ": "
                    + RemedySentences.money(page.total())
                    + " in total, held, waived and lapsed amounts left out."));
      }
    }
    List<Posting> postings =
        evaluation.follows().postings().stream()
            .filter(posting -> posting.id().period().until().equals(last.get().until()))
            .filter(posting -> !posting.kind().isMoney())
            .toList();
    for (Posting posting : postings.subList(0, Math.min(MOST, postings.size()))) {
      items.add(
          plain(
              posting.id().metric().map(id -> wording.metricName(id) + ": ").orElse("")
                  + sentences.sentence(posting)));
    }
    if (!items.isEmpty()) {
      blocks.add(new Block.Heading("What follows"));
      blocks.add(new Block.Listing(items, false));
      more(blocks, postings.size() - Math.min(MOST, postings.size()), "under What follows");
    }
  }

  private void requests(List<Block> blocks) {
    int asked = evaluation.requests().stories().size();
    if (asked > 0) {
      blocks.add(new Block.Heading("Reconsideration requests"));
      blocks.add(
          new Block.Paragraph(
              Numbers.counted(asked, "request is", "requests are")
                  + " on record; "
                  + Numbers.counted(evaluation.requests().granted().size(), "result", "results")
                  + " changed by what was granted, "
                  + Numbers.count(evaluation.requests().pending().size())
                  + " could change by what is pending."));
    }
  }

  private Optional<ReportingPeriod> last() {
    List<ReportingPeriod> periods = evaluation.results().periods();
    return periods.isEmpty() ? Optional.empty() : Optional.of(periods.get(periods.size() - 1));
  }

  private static Block.Listing.Item plain(String text) {
    return new Block.Listing.Item("", text, Tone.PLAIN, List.of());
  }
}
