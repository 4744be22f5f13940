package org.plumbline.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Party;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.records.LoadReport;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/**
 * Lays an evaluation out as a document: status first, then the words, the time, the cases, and what
 * a reader needs to recompute it. It counts results and adds up given times; it computes no figure.
 */
public final class ReportBuilder {

  private ReportBuilder() {}

  /** The document of an evaluation, sensitive values masked. */
  public static Document build(Evaluation evaluation) {
    Evaluation masked = Masking.apply(evaluation);
    Wording wording = Wording.of(masked.agreement());
    Moments moments = new Moments(masked.agreement().zone());
    Agreement agreement = masked.agreement();
    return new Document(
        agreement.title(),
        subtitle(masked, wording),
        agreement.marking(),
        facts(masked, moments),
        sections(masked, wording));
  }

  /** The sections of an evaluation whose sensitive values are masked. */
  static List<Document.Section> sections(Evaluation masked, Wording wording) {
    List<Document.Section> sections = new ArrayList<>();
    sections.addAll(new ResultSections(masked, wording).sections());
    new HistorySection(masked).section(wording).ifPresent(sections::add);
    masked.outlook().ifPresent(outlook -> sections.addAll(ForecastDocument.section(outlook)));
    sections.addAll(RequestSections.of(masked, wording));
    sections.addAll(new FollowSections(masked, wording).sections());
    sections.addAll(new StabilizationSections(masked, wording).sections());
    sections.addAll(new TimeSection(masked, wording).sections());
    sections.addAll(new CaseSections(masked, wording).sections());
    sections.addAll(new VersionSections(masked).sections());
    sections.addAll(new RecordSections(masked).sections());
    return sections;
  }

  static String subtitle(Evaluation evaluation, Wording wording) {
    List<ReportingPeriod> periods = evaluation.results().periods();
    String parties = wording.party(Party.PROVIDER) + " for " + wording.party(Party.CUSTOMER);
    if (periods.isEmpty()) {
      return parties;
    }
    String first = PeriodWords.name(periods.get(0));
    String last = PeriodWords.name(periods.get(periods.size() - 1));
    return parties + ", " + (first.equals(last) ? first : first + " to " + last);
  }

  static List<Document.Fact> facts(Evaluation evaluation, Moments moments) {
    ZoneId zone = evaluation.agreement().zone();
    List<Document.Fact> facts = new ArrayList<>();
    facts.add(new Document.Fact("Agreement", evaluation.agreement().id()));
    facts.add(new Document.Fact("Version", evaluation.version()));
    facts.add(new Document.Fact("As of", moments.minute(evaluation.results().asOf())));
    String knownAt = moments.minute(evaluation.knownAt());
    if (!knownAt.equals(moments.minute(evaluation.results().asOf()))) {
      facts.add(new Document.Fact("Known at", knownAt));
    }
    facts.add(new Document.Fact("Times and dates", "in the agreement’s zone, " + zone));
    evaluation.load().ifPresent(load -> facts.add(new Document.Fact("Records", records(load))));
    List<String> masked = Masking.maskedFields(evaluation);
    if (!masked.isEmpty()) {
      facts.add(new Document.Fact("Masked fields", String.join(", ", masked)));
    }
    facts.add(new Document.Fact("Computed by", evaluation.engine()));
    return facts;
  }

  private static String records(LoadReport load) {
    long rows = load.files().stream().mapToLong(LoadReport.FileReport::rows).sum();
    return Numbers.counted(rows, "row", "rows")
        + " in "
        + Numbers.counted(load.files().size(), "file", "files")
        + "; checksums below";
  }
}
