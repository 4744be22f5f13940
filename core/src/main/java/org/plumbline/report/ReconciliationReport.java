package org.plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Party;
import org.plumbline.finding.Finding;
import org.plumbline.judge.Result;
import org.plumbline.reconcile.CaseComparison;
import org.plumbline.reconcile.Comparison;
import org.plumbline.reconcile.Reconciliation;
import org.plumbline.reconcile.ReconciliationWording;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/** Lays a reconciliation out as a document: theirs beside ours, why they differ, case by case. */
public final class ReconciliationReport {

  private final Reconciliation reconciliation;
  private final ReconciliationWording words;
  private final Wording wording;

  private ReconciliationReport(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
    this.words = new ReconciliationWording(reconciliation.agreement());
    this.wording = Wording.of(reconciliation.agreement());
  }

  /**
   * The document, sensitive values masked.
   *
   * @param version the hash of the version
   * @param files the provider's files as they were named
   * @param engine name and version of what computed ours
   * @param shown sensitive fields that are not masked
   */
  public static Document build(
      Reconciliation reconciliation,
      String version,
      List<String> files,
      String engine,
      Set<String> shown) {
    return new ReconciliationReport(ReconciliationMasking.apply(reconciliation, shown))
        .document(version, files, engine);
  }

  private Document document(String version, List<String> files, String engine) {
    List<Document.Section> sections = new ArrayList<>();
    sections.add(figures());
    sections.add(reasons());
    cases().ifPresent(sections::add);
    unreported().ifPresent(sections::add);
    sections.add(taken());
    List<Document.Fact> facts = new ArrayList<>();
    facts.add(new Document.Fact("Agreement", reconciliation.agreement().id()));
    facts.add(new Document.Fact("Version", version));
    facts.add(new Document.Fact("Reported in", String.join(", ", files)));
    facts.add(
        new Document.Fact(
            "As of", new Moments(reconciliation.agreement().zone()).minute(reconciliation.asOf())));
    facts.add(
        new Document.Fact(
            "Times and dates", "in the agreement’s zone, " + reconciliation.agreement().zone()));
    facts.add(new Document.Fact("Computed by", engine));
    return new Document(
        reconciliation.agreement().title(),
        "What "
            + wording.party(Party.PROVIDER)
            + " reported beside what the agreement gives, "
            + PeriodWords.name(reconciliation.asked()),
        reconciliation.agreement().marking(),
        facts,
        sections);
  }

  private Document.Section figures() {
    List<Block.Row> rows = new ArrayList<>();
    for (Comparison comparison : reconciliation.comparisons()) {
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(
                      words.metric(comparison.reported().metric())
                          + comparison.reported().line().map(line -> ", line " + line).orElse("")
                          + comparison.reported().each().map(each -> ", " + each).orElse("")),
                  Block.Cell.of(PeriodWords.shortName(comparison.reported().period())),
                  Block.Cell.of(words.theirs(comparison)),
                  Block.Cell.of(words.ours(comparison)),
                  Block.Cell.of(words.difference(comparison)),
                  Block.Cell.of(comparison.standing().words()),
                  comparison
                      .ours()
                      .map(
                          result ->
                              Block.Cell.of(result.status().words(), Tone.of(result.status())))
                      .orElse(Block.Cell.of(""))),
              false));
    }
    List<Block> blocks =
        rows.isEmpty()
            ? List.of()
            : List.of(
                new Block.Table(
                    "Theirs and ours",
                    List.of(
                        new Block.Column("Metric", false, 0),
                        new Block.Column("Period", false, 0),
                        new Block.Column("Theirs", true, 0),
                        new Block.Column("Ours", true, 0),
                        new Block.Column("Difference", true, 1),
                        new Block.Column("The two are", false, 2),
                        new Block.Column("Result by the agreement", false, 3)),
                    rows));
    return new Document.Section(
        "figures", "Theirs and ours", ReconciliationWording.summary(reconciliation), blocks);
  }

  private Document.Section reasons() {
    List<Block.Listing.Item> items = new ArrayList<>();
    for (Comparison comparison : reconciliation.comparisons()) {
      if (comparison.standing() != Comparison.Standing.SAME || comparison.cases().isPresent()) {
        items.add(
            new Block.Listing.Item(
                words.name(comparison), words.sentence(comparison), Tone.PLAIN, List.of()));
      }
    }
    return new Document.Section(
        "reasons",
        "Why they differ",
        items.isEmpty()
            ? "They do not."
            : "Each other reading was evaluated over the same records, with one or two of the"
                + " agreement’s terms changed.",
        List.of(new Block.Listing(items, true)));
  }

  private Optional<Document.Section> cases() {
    List<CaseComparison> all = new ArrayList<>();
    reconciliation.comparisons().forEach(each -> each.cases().ifPresent(all::add));
    all.addAll(reconciliation.lists());
    List<Block> blocks = new ArrayList<>();
    for (CaseComparison cases : all) {
      blocks.add(table(cases));
    }
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Document.Section(
                "cases",
                "Case by case",
                "From what the agreement counts to what the provider’s list counts; the rows add"
                    + " up.",
                blocks));
  }

  private Block table(CaseComparison cases) {
    List<Block.Row> rows = new ArrayList<>();
    rows.add(row("By the agreement", cases.ours(), "", false));
    for (CaseComparison.Group group : cases.groups()) {
      rows.add(
          row(
              ReconciliationWording.words(group),
              group.effect(),
              ReconciliationWording.keys(group),
              true));
    }
    rows.add(row("By the provider’s list", cases.theirs(), "", false));
    String caption =
        words.metric(cases.metric())
            + ", "
            + PeriodWords.name(cases.period().orElse(reconciliation.asked()))
            + ": "
            + Numbers.counted(cases.alike(), "case", "cases")
            + " counted alike";
    return table(caption, rows);
  }

  /** From the counts of one to those of the other. */
  static Block table(String caption, List<Block.Row> rows) {
    return new Block.Table(
        caption,
        List.of(
            new Block.Column("From one to the other", false, 0),
            new Block.Column("Kept", true, 0),
            new Block.Column("Cases", true, 0),
            new Block.Column("Which", false, 0)),
        rows);
  }

  static Block.Row row(String name, CaseComparison.Counts counts, String keys, boolean isChange) {
    return new Block.Row(
        List.of(
            Block.Cell.of(name),
            Block.Cell.of(isChange ? signed(counts.held()) : Numbers.count(counts.held())),
            Block.Cell.of(isChange ? signed(counts.cases()) : Numbers.count(counts.cases())),
            Block.Cell.of(keys)),
        isChange);
  }

  private static String signed(long number) {
    return number == 0 ? "0" : (number < 0 ? "−" : "+") + Numbers.count(Math.abs(number));
  }

  private Optional<Document.Section> unreported() {
    List<Block.Listing.Item> items = new ArrayList<>();
    for (Result result : reconciliation.unreported()) {
      items.add(
          new Block.Listing.Item(
              words.metric(result.metric())
                  + result.each().map(each -> ", " + each).orElse("")
                  + ", "
                  + PeriodWords.name(result.period()),
              wording.result(result),
              Tone.of(result.status()),
              List.of()));
    }
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Document.Section(
                "unreported",
                "Not reported",
                "Figures that the agreement gives and of which the report says nothing.",
                List.of(new Block.Listing(items, true))));
  }

  private Document.Section taken() {
    List<Block.Listing.Item> items = new ArrayList<>();
    reconciliation
        .reasons()
        .forEach(reason -> items.add(new Block.Listing.Item("", reason, Tone.PLAIN, List.of())));
    for (Finding finding : reconciliation.findings()) {
      items.add(
          new Block.Listing.Item(
              "",
              finding.place()
                  + " "
                  + finding.code().id()
                  + " "
                  + finding.found()
                  + "; "
                  + finding.right()
                  + ".",
              Tone.UNKNOWN,
              List.of()));
    }
    if (reconciliation.otherPeriods() > 0) {
      items.add(
          new Block.Listing.Item(
              "",
              Numbers.counted(
                      reconciliation.otherPeriods(),
                      "figure of another period is",
                      "figures of other periods are")
                  + " not looked at.",
              Tone.PLAIN,
              List.of()));
    }
    return new Document.Section(
        "taken",
        "How the report was read",
        items.isEmpty() ? "Every name is one of the agreement’s own." : "",
        items.isEmpty() ? List.of() : List.of(new Block.Listing(items, false)));
  }
}
