package org.plumbline.report.paper;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Masking;
import org.plumbline.report.PerformanceReport;
import org.plumbline.report.RequestSections;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.RemedySentences;
import org.plumbline.wording.Wording;
import org.plumbline.workbook.SlideAnswers;

/**
 * What an agreement and its results say to the slides of a status report in the manner of M3: what
 * falls due next, milestones, the top risks, what was kept lately. What only people know (how far
 * an activity is, the critical path) is left to them.
 */
public final class StatusForm {

  /** How far ahead the template looks. */
  private static final int DAYS_AHEAD = 45;

  private static final int MOST_LISTED = 5;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yy", Locale.ROOT);
  private static final Set<String> PASSED = Set.of("first-day", "stabilization");

  private final Source source;
  private final Evaluation evaluation;
  private final Wording wording;
  private final LocalDate day;
  private final List<Risk> risks;

  private StatusForm(Source source, Evaluation masked, LocalDate day, List<Risk> risks) {
    this.source = source;
    this.evaluation = masked;
    this.day = day;
    this.risks = risks;
    wording = source.wording();
  }

  /** A risk or an issue, and what is done about it. */
  public record Risk(String what, String response) {}

  /**
   * The answers, sensitive values masked.
   *
   * @param day as of which the slides are
   * @param risks those that people keep, the worst first; results that were not kept come after
   *     them
   */
  public static SlideAnswers of(
      Source source, Evaluation evaluation, LocalDate day, List<Risk> risks) {
    StatusForm form = new StatusForm(source, Masking.apply(evaluation), day, risks);
    return new SlideAnswers(
        form::rows,
        Map.of("as of xx/xx/xx", "as of " + DAY.format(day)),
        Optional.empty(),
        Optional.of(
            about(
                PerformanceReport.around(form.evaluation, "Status", source.made(), List.of()),
                "About these slides")));
  }

  /** What a document is of, as a slide. */
  static SlideAnswers.About about(Document document, String title) {
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    document.marking().ifPresent(marking -> lines.add(Map.entry("Marking", marking)));
    document.facts().forEach(fact -> lines.add(Map.entry(fact.name(), fact.value())));
    return new SlideAnswers.About(title, lines);
  }

  private Optional<SlideAnswers.Rows> rows(List<String> headings) {
    if (headings.contains("activities") && headings.contains("owner")) {
      return Optional.of(rows("major activities", headings, activities()));
    }
    if (headings.contains("milestones") && headings.contains("owner")) {
      return Optional.of(rows("major milestones", headings, milestones()));
    }
    if (headings.contains("risk/issue")) {
      return Optional.of(rows("risks and issues", headings, risks()));
    }
    if (headings.contains("key recent accomplishments")) {
      Entry entry = new Entry(Map.of("accomplishments", accomplishments(), "upcoming", upcoming()));
      return Optional.of(rows("accomplishments and upcoming activities", headings, List.of(entry)));
    }
    return Optional.empty();
  }

  /** Texts by a word that stands in the heading of their column. */
  private record Entry(Map<String, String> texts) {
    Optional<String> text(String heading) {
      return texts.entrySet().stream()
          .filter(text -> heading.contains(text.getKey()))
          .map(Map.Entry::getValue)
          .findFirst();
    }
  }

  private static SlideAnswers.Rows rows(String name, List<String> headings, List<Entry> entries) {
    // A column without a heading, such as the number of a risk, stays as it is.
    return new SlideAnswers.Rows(
        name,
        entries.stream()
            .map(
                entry ->
                    headings.stream()
                        .map(
                            heading ->
                                heading.isEmpty()
                                    ? Optional.<String>empty()
                                    : Optional.of(entry.text(heading).orElse("")))
                        .toList())
            .toList(),
        headings.stream()
            .map(heading -> heading.isEmpty() ? Optional.<String>empty() : Optional.of(""))
            .toList());
  }

  private List<Deliverables.Day> ahead() {
    return Deliverables.all(source).stream()
        .filter(due -> !due.day().isBefore(day) && !due.day().isAfter(day.plusDays(DAYS_AHEAD)))
        .toList();
  }

  private List<Entry> activities() {
    return ahead().stream()
        .filter(due -> !due.kind().equals("Agreement"))
        .map(due -> entry("activities", due, "P", ""))
        .toList();
  }

  private List<Entry> milestones() {
    List<Entry> entries = new ArrayList<>();
    for (Deliverables.Day due : Deliverables.all(source)) {
      boolean past = due.day().isBefore(day);
      if (due.kind().equals("Agreement")
          && (!past || PASSED.contains(due.id()) || due.id().startsWith("amendment"))) {
        entries.add(entry("milestones", due, past ? "B" : "P", past ? DAY.format(due.day()) : ""));
      }
    }
    return entries;
  }

  private Entry entry(String column, Deliverables.Day due, String status, String actual) {
    return new Entry(
        Map.of(
            column,
            due.what(),
            "owner",
            due.who().orElse("Both parties"),
            "projected",
            DAY.format(due.day()),
            "actual",
            actual,
            "status",
            status,
            "notes",
            "Term: " + due.by()));
  }

  private List<Result> latest() {
    return evaluation.results().series().stream()
        .map(series -> series.get(series.size() - 1))
        .filter(result -> evaluation.agreement().metrics().containsKey(result.metric()))
        .toList();
  }

  private String name(Result result) {
    return wording.metricName(result.metric())
        + result.each().map(value -> ": " + value).orElse("");
  }

  private List<Entry> risks() {
    List<Entry> entries = new ArrayList<>();
    risks.forEach(
        risk -> entries.add(new Entry(Map.of("risk", risk.what(), "mitigation", risk.response()))));
    latest().stream()
        .filter(
            result -> result.status() == Status.NOT_MET || result.status() == Status.BELOW_EXPECTED)
        .sorted(Comparator.comparing(result -> result.status() == Status.NOT_MET ? 0 : 1))
        .map(
            result ->
                new Entry(
                    Map.of(
                        "risk",
                        name(result)
                            + ": "
                            + RequestSections.brief(result)
                            + " in "
                            + PeriodWords.shortName(result.period())
                            + "; promised "
                            + wording.target(result.metric()),
                        "mitigation",
                        follows(result))))
        .forEach(entries::add);
    if (entries.isEmpty()) {
      entries.add(
          new Entry(Map.of("risk", "No result is short of what was agreed.", "mitigation", "–")));
    }
    return entries;
  }

  private String follows(Result result) {
    RemedySentences sentences = RemedySentences.of(evaluation.agreement());
    List<String> texts =
        evaluation.follows().postings().stream()
            .filter(posting -> posting.id().metric().filter(result.metric()::equals).isPresent())
            .filter(posting -> posting.id().period().equals(result.period()))
            .filter(posting -> posting.id().each().equals(result.each()))
            .limit(2)
            .map(sentences::sentence)
            .toList();
    return texts.isEmpty() ? "Nothing follows by the agreement." : String.join("\n", texts);
  }

  private String accomplishments() {
    List<Result> met = latest().stream().filter(result -> result.status() == Status.MET).toList();
    if (met.isEmpty()) {
      return "No result is met in the period.";
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        Numbers.count(met.size())
            + " of "
            + Numbers.counted(latest().size(), "result", "results")
            + " met");
    met.stream()
        .filter(result -> !RequestSections.brief(result).startsWith("no data"))
        .limit(MOST_LISTED)
        .forEach(
            result ->
                lines.add(
                    "• "
                        + name(result)
                        + ": "
                        + RequestSections.brief(result).replaceFirst(", [^,]*$", "")
                        + " ("
                        + PeriodWords.shortName(result.period())
                        + ")"));
    if (met.size() > MOST_LISTED) {
      lines.add("• and " + Numbers.count(met.size() - MOST_LISTED) + " more");
    }
    return String.join("\n", lines);
  }

  private String upcoming() {
    List<Deliverables.Day> ahead = ahead();
    List<String> lines = new ArrayList<>();
    lines.add(
        ahead.isEmpty()
            ? "Nothing falls due in the next " + DAYS_AHEAD + " days."
            : "Falls due in the next " + DAYS_AHEAD + " days");
    ahead.stream()
        .limit(MOST_LISTED)
        .forEach(due -> lines.add("• " + due.what() + " (" + DAY.format(due.day()) + ")"));
    if (ahead.size() > MOST_LISTED) {
      lines.add("• and " + Numbers.count(ahead.size() - MOST_LISTED) + " more");
    }
    return String.join("\n", lines);
  }
}
