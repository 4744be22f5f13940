package org.plumbline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plumbline.chain.Chain;
import org.plumbline.chain.Course;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;
import org.plumbline.review.OfferedMetric;
import org.plumbline.review.Review;
import org.plumbline.review.Row;
import org.plumbline.trial.Trial;
import org.plumbline.trial.TriedChain;
import org.plumbline.trial.TriedStep;

/** What a check found and what a draft covers, as data ({@code plumbline-check/1}). */
final class CheckedJson {

  private CheckedJson() {}

  static Map<String, Object> of(
      String file, List<Finding> findings, Optional<Review> review, Optional<Trial> trial) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", "plumbline-check/1");
    json.put("file", file);
    for (Severity severity : Severity.values()) {
      json.put(
          CheckCommand.word(severity) + "s",
          findings.stream().filter(finding -> finding.severity() == severity).count());
    }
    json.put("findings", findings.stream().map(CheckedJson::finding).toList());
    review.ifPresent(
        all -> {
          json.put("chains", all.chains().stream().map(CheckedJson::chain).toList());
          trial.ifPresent(
              tried ->
                  json.put("records", tried.chains().stream().map(CheckedJson::tried).toList()));
          json.put("coverage", rows(all.coverage()));
          json.put("completeness", rows(all.completeness()));
          json.put("profiles", rows(all.profiles()));
          json.put("offer", all.offered().stream().map(CheckedJson::offered).toList());
          json.put("success", rows(all.success()));
          json.put("requirements", rows(all.needs()));
        });
    return json;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("code", finding.code().id());
    entry.put("severity", CheckCommand.word(finding.severity()));
    entry.put("file", finding.place().file());
    entry.put("line", finding.place().line());
    entry.put("column", finding.place().column());
    entry.put("path", finding.place().path());
    entry.put("found", finding.found());
    entry.put("right", finding.right());
    return entry;
  }

  private static List<Map<String, Object>> rows(List<Row> rows) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Row row : rows) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("source", row.source());
      entry.put("asked", row.asked());
      entry.put("standing", row.standing().word());
      entry.put("by", row.by());
      entries.add(entry);
    }
    return entries;
  }

  private static Map<String, Object> offered(OfferedMetric metric) {
    Map<String, Object> entry = new LinkedHashMap<>();
    metric.offered().ifPresent(id -> entry.put("offered", id));
    metric.drafted().ifPresent(id -> entry.put("drafted", id));
    entry.put("name", metric.name());
    entry.put("outcome", metric.outcome().word());
    entry.put("changed", metric.changed());
    metric.reason().ifPresent(reason -> entry.put("reason", reason));
    return entry;
  }

  private static Map<String, Object> chain(Chain chain) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("metric", chain.metric());
    entry.put("promised", chain.promised().toString());
    if (!chain.by().isEmpty()) {
      entry.put("by", chain.by());
    }
    if (chain.untold() != Chain.Untold.NOTHING) {
      entry.put("notGoneThrough", chain.untold().name().toLowerCase(Locale.ROOT));
    }
    entry.put("starts", chain.starts());
    entry.put("late", chain.late());
    entry.put("slack", chain.words(chain.worst().slack()));
    entry.put("critical", chain.worst().critical().link().reference());
    entry.put("worst", course(chain, chain.worst()));
    chain.others().ifPresent(alone -> entry.put("customerAlone", course(chain, alone)));
    List<Map<String, Object>> slack = new ArrayList<>();
    chain
        .bySlack()
        .forEach((left, starts) -> slack.add(Map.of("left", chain.words(left), "starts", starts)));
    entry.put("bySlack", slack.size() > 200 ? slack.subList(0, 200) : slack);
    return entry;
  }

  private static Map<String, Object> tried(TriedChain tried) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("metric", tried.chain().metric());
    entry.put("promised", tried.chain().promised().toString());
    entry.put("cases", tried.cases());
    entry.put("broken", tried.broken());
    entry.put("lookedInto", tried.looked());
    entry.put("withoutALongStep", tried.inTime());
    List<Map<String, Object>> steps = new ArrayList<>();
    for (TriedStep step : tried.steps()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("step", step.link().reference());
      row.put("parties", step.link().parties());
      row.put("allotted", step.link().allotted().toString());
      row.put("calendar", step.link().calendarWords());
      step.seen().ifPresent(by -> row.put("seenBy", by));
      if (step.seen().isPresent()) {
        row.put("cases", step.cases());
        row.put("longer", step.longer());
        row.put("ofTheBroken", step.broke());
      }
      step.worst().ifPresent(worst -> row.put("worst", worst(step, worst)));
      steps.add(row);
    }
    entry.put("steps", steps);
    return entry;
  }

  private static Map<String, Object> worst(TriedStep step, CaseOutcome worst) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("case", worst.key());
    worst.elapsed().ifPresent(took -> entry.put("took", step.link().words(took)));
    worst.start().ifPresent(start -> entry.put("start", start.toString()));
    return entry;
  }

  private static Map<String, Object> course(Chain chain, Course course) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("start", course.start().toString());
    entry.put("end", course.end().toString());
    entry.put("due", course.due().toString());
    List<Map<String, Object>> steps = new ArrayList<>();
    for (Course.Span span : course.spans()) {
      Map<String, Object> step = new LinkedHashMap<>();
      step.put("step", span.link().reference());
      step.put("parties", span.link().parties());
      step.put("allotted", span.link().allotted().toString());
      step.put("counts", span.link().counted());
      step.put("from", span.from().toString());
      step.put("until", span.until().toString());
      step.put("takes", chain.words(span.used()));
      steps.add(step);
    }
    entry.put("steps", steps);
    return entry;
  }
}
