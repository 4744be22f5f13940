package org.plumbline.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.profile.Words;

/** Reads the risks and issues of a RAID log in the columns of the M3 template. */
public final class RaidLog {

  private static final LogRows<RiskColumn> RISKS = GapRisks.LOG;
  private static final LogRows<IssueColumn> ISSUES =
      new LogRows<>(
          IssueColumn.class,
          IssueColumn.NUMBER,
          IssueColumn.TITLE,
          Set.of(IssueColumn.NUMBER, IssueColumn.TITLE, IssueColumn.STATUS));

  private final List<Understood.Row> rows = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final StringBuilder csv = new StringBuilder();

  private RaidLog() {}

  /**
   * Reads a log; its text is CSV with a row an entry.
   *
   * @param file the file as it was named
   */
  public static Understood read(String file, List<FormTable> form) {
    Optional<FormTable> risks = RISKS.in(form);
    Optional<FormTable> issues = ISSUES.in(form);
    if (risks.isEmpty() && issues.isEmpty()) {
      return new Understood(
          "",
          List.of(),
          List.of(),
          List.of(
              Finding.of(
                  FindingCode.FORM_NOT_UNDERSTOOD,
                  Place.of(file),
                  "no sheet is a risk log or an issue log",
                  "its headings are Risk # or Issue #, Title, Status …")),
          "");
    }
    RaidLog log = new RaidLog();
    log.csv.append(
        Csv.line(
            List.of(
                "kind",
                "number",
                "title",
                "description",
                "status",
                "organization",
                "owner",
                "due",
                "probability",
                "impact",
                "plan",
                "closure",
                "references")));
    List<Understood.Column> columns = new ArrayList<>();
    List<LogRows.Entry<RiskColumn>> risk = risks.map(RISKS::entries).orElse(List.of());
    List<LogRows.Entry<IssueColumn>> issue = issues.map(ISSUES::entries).orElse(List.of());
    risks.ifPresent(table -> columns.addAll(RISKS.columns(table)));
    risk.forEach(log::risk);
    issues.ifPresent(table -> columns.addAll(ISSUES.columns(table)));
    issue.forEach(log::issue);
    String what =
        Words.counted(risk.size(), "risk") + " and " + Words.counted(issue.size(), "issue");
    return new Understood(what, columns, log.rows, log.findings, log.csv.toString());
  }

  /**
   * A risk or an issue that is not closed.
   *
   * @param kind {@code risk issue}
   * @param weight probability times impact, each from 1 to 5; of an issue, which is certain, five
   *     times its impact; 0: not judged
   */
  public record Open(
      String kind, String number, String title, String owner, String response, int weight) {}

  /** What is not closed, what weighs most first, in the order of the log else. */
  public static List<Open> open(List<FormTable> form) {
    List<Open> open = new ArrayList<>();
    for (LogRows.Entry<RiskColumn> risk : RISKS.in(form).map(RISKS::entries).orElse(List.of())) {
      if (isOpen(risk.text(RiskColumn.STATUS))) {
        open.add(
            new Open(
                "risk",
                risk.text(RiskColumn.NUMBER),
                Words.oneLine(risk.text(RiskColumn.TITLE)),
                owner(risk.text(RiskColumn.OWNER), risk.text(RiskColumn.ORGANIZATION)),
                Words.oneLine(risk.text(RiskColumn.PLAN)),
                of5(risk.text(RiskColumn.PROBABILITY)) * of5(risk.text(RiskColumn.IMPACT))));
      }
    }
    for (LogRows.Entry<IssueColumn> issue :
        ISSUES.in(form).map(ISSUES::entries).orElse(List.of())) {
      if (isOpen(issue.text(IssueColumn.STATUS))) {
        open.add(
            new Open(
                "issue",
                issue.text(IssueColumn.NUMBER),
                Words.oneLine(issue.text(IssueColumn.TITLE)),
                owner(issue.text(IssueColumn.OWNER), issue.text(IssueColumn.ORGANIZATION)),
                Words.oneLine(issue.text(IssueColumn.PLAN)),
                5 * of5(issue.text(IssueColumn.IMPACT))));
      }
    }
    open.sort(Comparator.comparing(Open::weight).reversed());
    return open;
  }

  private static String owner(String owner, String organization) {
    return Words.oneLine(owner.isEmpty() ? organization : owner);
  }

  private static int of5(String text) {
    String grade = grade(text);
    return grade.matches("[1-5]") ? Integer.parseInt(grade) : 0;
  }

  private void risk(LogRows.Entry<RiskColumn> entry) {
    String probability = entry.text(RiskColumn.PROBABILITY);
    String impact = entry.text(RiskColumn.IMPACT);
    List<String> notes = new ArrayList<>();
    if (isOpen(entry.text(RiskColumn.STATUS))) {
      hole(entry, entry.text(RiskColumn.OWNER), "nobody owns the risk", "name its owner", notes);
      hole(
          entry,
          probability.isEmpty() || impact.isEmpty() ? "" : "both",
          "probability and impact are not both said",
          "judge them from 1 to 5",
          notes);
    }
    List<String> cells =
        List.of(
            "risk",
            entry.text(RiskColumn.NUMBER),
            entry.text(RiskColumn.TITLE),
            entry.text(RiskColumn.DESCRIPTION),
            entry.text(RiskColumn.STATUS),
            entry.text(RiskColumn.ORGANIZATION),
            entry.text(RiskColumn.OWNER),
            entry.text(RiskColumn.DUE),
            grade(probability),
            grade(impact),
            entry.text(RiskColumn.PLAN),
            entry.text(RiskColumn.CLOSURE),
            entry.text(RiskColumn.REFERENCES));
    add(entry, cells, notes);
  }

  private void issue(LogRows.Entry<IssueColumn> entry) {
    List<String> notes = new ArrayList<>();
    if (isOpen(entry.text(IssueColumn.STATUS))) {
      hole(entry, entry.text(IssueColumn.OWNER), "nobody owns the issue", "name its owner", notes);
    }
    List<String> cells =
        List.of(
            "issue",
            entry.text(IssueColumn.NUMBER),
            entry.text(IssueColumn.TITLE),
            entry.text(IssueColumn.DESCRIPTION),
            entry.text(IssueColumn.STATUS),
            entry.text(IssueColumn.ORGANIZATION),
            entry.text(IssueColumn.OWNER),
            entry.text(IssueColumn.DUE),
            "",
            grade(entry.text(IssueColumn.IMPACT)),
            entry.text(IssueColumn.PLAN),
            entry.text(IssueColumn.CLOSURE),
            entry.text(IssueColumn.REFERENCES));
    add(entry, cells, notes);
  }

  private void add(LogRows.Entry<?> entry, List<String> cells, List<String> notes) {
    csv.append(Csv.line(cells));
    String owner = cells.get(6).isEmpty() ? cells.get(5) : cells.get(6);
    String status = cells.get(4).isEmpty() ? "no status" : Words.oneLine(cells.get(4));
    rows.add(
        new Understood.Row(
            entry.table().label() + ", row " + entry.line().number(),
            Words.oneLine(cells.get(2)),
            cells.get(0)
                + " "
                + cells.get(1)
                + ", "
                + status.toLowerCase(Locale.ROOT)
                + (owner.isEmpty() ? "" : ", seen to by " + Words.oneLine(owner))
                + (cells.get(7).isEmpty() ? "" : ", due " + cells.get(7)),
            notes));
  }

  private static boolean isOpen(String status) {
    return !status.toLowerCase(Locale.ROOT).matches("closed|cancell?ed");
  }

  private void hole(
      LogRows.Entry<?> entry, String said, String found, String right, List<String> notes) {
    if (said.isEmpty()) {
      notes.add(found);
      findings.add(
          Finding.of(
              FindingCode.HOLE_IN_FORM,
              entry.table().place(entry.line().number(), -1),
              found,
              right));
    }
  }

  /** The number of a grade such as {@code 3-Likely (50%)}. */
  private static String grade(String text) {
    return text.matches("(?s)[1-5]\\b.*") ? text.substring(0, 1) : text;
  }
}
