package org.plumbline.report.office;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.remedy.Account;
import org.plumbline.remedy.Standing;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Masking;
import org.plumbline.report.PerformanceReport;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/**
 * Results as a workbook: a named table a sheet, and live formulas where a figure is a share or a
 * sum of rows that are shown.
 */
public final class ResultsWorkbook {

  private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000_000L);
  private static final int DECIMALS = 9;

  private final Evaluation evaluation;
  private final Wording wording;
  private final Instant made;

  private ResultsWorkbook(Evaluation evaluation, Instant made) {
    this.evaluation = evaluation;
    this.made = made;
    wording = Wording.of(evaluation.agreement());
  }

  /**
   * The file, sensitive values masked.
   *
   * @param made when it was made; the file says so
   */
  public static byte[] write(Evaluation evaluation, Instant made) {
    return new ResultsWorkbook(Masking.apply(evaluation), made).bytes();
  }

  private byte[] bytes() {
    Document report = PerformanceReport.of(evaluation, made);
    Sheets sheets = new Sheets(report.title(), made);
    List<List<Sheets.Value>> results = results();
    List<List<Sheets.Value>> ledger = ledger();
    sheets.add("Summary", List.of("What", "How many"), summary(results, ledger));
    sheets.add(
        "Results",
        List.of(
            "Metric",
            "Owed by",
            "Period",
            "From",
            "Until",
            "Cases of",
            "Target",
            "Figure",
            "Unit",
            "Held",
            "Cases",
            "Share",
            "Result",
            "Reason"),
        results);
    sheets.add(
        "Time",
        List.of("Metric", "Period", "Party", "Open hours", "Closed hours", "Share"),
        time());
    if (!ledger.isEmpty()) {
      sheets.add(
          "Ledger", List.of("Period", "Party", "For", "Amount", "Currency", "Stands"), ledger);
    }
    List<List<Sheets.Value>> facts = new ArrayList<>();
    report
        .marking()
        .ifPresent(text -> facts.add(List.of(Sheets.text("Marking"), Sheets.text(text))));
    report
        .facts()
        .forEach(fact -> facts.add(List.of(Sheets.text(fact.name()), Sheets.text(fact.value()))));
    sheets.add("About", List.of("What", "This workbook"), facts);
    return sheets.bytes(report.marking());
  }

  private List<List<Sheets.Value>> summary(
      List<List<Sheets.Value>> results, List<List<Sheets.Value>> ledger) {
    List<List<Sheets.Value>> rows = new ArrayList<>();
    String statuses = "Results!$M$2:$M$" + Math.max(2, results.size() + 1);
    long all = 0;
    for (Status status : Status.values()) {
      long count =
          results.stream().filter(row -> row.get(12).text().equals(status.words())).count();
      all += count;
      rows.add(
          List.of(
              Sheets.text("Results " + status.words()),
              Sheets.formula(
                  "COUNTIF(" + statuses + ",\"" + status.words() + "\")",
                  BigDecimal.valueOf(count))));
    }
    rows.add(
        List.of(
            Sheets.text("All results"),
            Sheets.formula("SUM(B2:B" + (rows.size() + 1) + ")", BigDecimal.valueOf(all))));
    String end = "$" + Math.max(2, ledger.size() + 1);
    Set<List<String>> accounts = new LinkedHashSet<>();
    for (Account page : evaluation.follows().ledger()) {
      accounts.add(List.of(page.party(), page.currency()));
    }
    for (List<String> account : accounts) {
      String party = SafeText.of(wording.party(account.get(0))).replace("\"", "\"\"");
      rows.add(
          List.of(
              Sheets.text("Ledger, " + wording.party(account.get(0)) + ", " + account.get(1)),
              Sheets.formula(
                  "SUMIFS(Ledger!$D$2:$D"
                      + end
                      + ",Ledger!$B$2:$B"
                      + end
                      + ",\""
                      + party
                      + "\",Ledger!$E$2:$E"
                      + end
                      + ",\""
                      + account.get(1)
                      + "\",Ledger!$F$2:$F"
                      + end
                      + ",\"counts\")",
                  ledger.stream()
                      .filter(row -> row.get(1).equals(Sheets.text(wording.party(account.get(0)))))
                      .filter(row -> row.get(4).text().equals(account.get(1)))
                      .filter(row -> row.get(5).text().equals("counts"))
                      .map(row -> row.get(3).number().orElseThrow())
                      .reduce(BigDecimal.ZERO, BigDecimal::add))));
    }
    return rows;
  }

  private List<List<Sheets.Value>> results() {
    List<List<Sheets.Value>> rows = new ArrayList<>();
    for (Result result : evaluation.results().results()) {
      for (LineResult line : result.targetLines()) {
        int row = rows.size() + 2;
        boolean share =
            line.measurement().unit() == FigureUnit.SHARE && line.measurement().cases() > 0;
        Wording own = Wording.of(evaluation.text(result));
        String metric = own.metricName(result.metric());
        var term = evaluation.agreement().metrics().get(result.metric());
        rows.add(
            List.of(
                Sheets.text(metric + result.each().map(value -> ": " + value).orElse("")),
                Sheets.text(term == null ? "" : wording.party(term.performing())),
                Sheets.text(PeriodWords.shortName(result.period())),
                Sheets.text(result.period().from().toString()),
                Sheets.text(result.period().until().toString()),
                Sheets.text(term == null ? "" : own.line(result.metric(), line)),
                Sheets.text(
                    line.bounds().isEmpty()
                        ? "reported"
                        : Wording.bounds(line.bounds(), line.measurement().unit())),
                line.measurement()
                    .figure()
                    .map(figure -> figure(figure.rounded(DECIMALS), line.measurement().unit()))
                    .orElseGet(() -> Sheets.text("no data")),
                Sheets.text(unit(line.measurement().unit())),
                Sheets.number(BigDecimal.valueOf(line.measurement().holding()), "#,##0"),
                Sheets.number(BigDecimal.valueOf(line.measurement().cases()), "#,##0"),
                share && isPlain(line)
                    ? Sheets.percent(
                        "IF(K" + row + "=0,\"\",J" + row + "/K" + row + ")",
                        share(
                            BigDecimal.valueOf(line.measurement().holding()),
                            BigDecimal.valueOf(line.measurement().cases())))
                    : Sheets.text(""),
                Sheets.text(
                    line.line().line() == 0 && line.line().rest() == 0
                        ? result.status().words()
                        : ""),
                Sheets.text(result.reason())));
      }
    }
    return rows;
  }

  /** Whether the figure is the share of the cases that are counted in the row. */
  private static boolean isPlain(LineResult line) {
    return line.line().level() == LineId.LevelKind.TARGET
        && line.measurement()
            .figure()
            .filter(
                figure ->
                    figure
                            .rounded(DECIMALS)
                            .compareTo(
                                org.plumbline.evaluate.Exact.ratio(
                                        line.measurement().holding(), line.measurement().cases())
                                    .rounded(DECIMALS))
                        == 0)
            .isPresent();
  }

  private static Sheets.Value figure(BigDecimal figure, FigureUnit unit) {
    return switch (unit) {
      case SHARE -> Sheets.number(figure, "0.0##%");
      case MICROSECONDS ->
          Sheets.number(figure.divide(HOUR, DECIMALS, java.math.RoundingMode.HALF_UP), "#,##0.0#");
      case CASES, DAYS, WORKDAYS, MONEY, NUMBER -> Sheets.number(figure, "#,##0.##");
    };
  }

  private static String unit(FigureUnit unit) {
    return switch (unit) {
      case SHARE -> "share";
      case MICROSECONDS -> "hours";
      case CASES -> "cases";
      case DAYS -> "days";
      case WORKDAYS -> "workdays";
      case MONEY -> "money";
      case NUMBER -> "number";
    };
  }

  /** A share as a workbook shows it; of nothing there is none. */
  private static Optional<BigDecimal> share(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? Optional.empty()
        : Optional.of(part.divide(whole, MathContext.DECIMAL64));
  }

  /** A metric in a period, as the sheet names them. */
  private List<String> metricAndPeriod(PartyTime time) {
    return List.of(wording.metricName(time.metric()), PeriodWords.shortName(time.period()));
  }

  private List<List<Sheets.Value>> time() {
    List<List<Sheets.Value>> rows = new ArrayList<>();
    int last = Math.max(2, evaluation.partyTimes().size() + 1);
    Map<List<String>, BigDecimal> open = new HashMap<>();
    for (PartyTime time : evaluation.partyTimes()) {
      open.merge(metricAndPeriod(time), new BigDecimal(time.openMicros()), BigDecimal::add);
    }
    for (PartyTime time : evaluation.partyTimes()) {
      int row = rows.size() + 2;
      rows.add(
          List.of(
              Sheets.text(wording.metricName(time.metric())),
              Sheets.text(PeriodWords.shortName(time.period())),
              Sheets.text(wording.party(time.party())),
              hours(new BigDecimal(time.openMicros())),
              hours(new BigDecimal(time.closedMicros())),
              Sheets.percent(
                  "IFERROR(D"
                      + row
                      + "/SUMIFS($D$2:$D$"
                      + last
                      + ",$A$2:$A$"
                      + last
                      + ",A"
                      + row
                      + ",$B$2:$B$"
                      + last
                      + ",B"
                      + row
                      + "),\"\")",
                  share(
                      new BigDecimal(time.openMicros()),
                      open.getOrDefault(metricAndPeriod(time), BigDecimal.ZERO)))));
    }
    return rows;
  }

  private static Sheets.Value hours(BigDecimal micros) {
    return Sheets.number(micros.divide(HOUR, DECIMALS, java.math.RoundingMode.HALF_UP), "#,##0.0");
  }

  private List<List<Sheets.Value>> ledger() {
    List<List<Sheets.Value>> rows = new ArrayList<>();
    for (Account page : evaluation.follows().ledger()) {
      for (Account.Entry entry : page.entries()) {
        boolean counts =
            switch (entry.standing()) {
              case HELD, WAIVED, LAPSED, NOTHING -> false;
              case PROPOSED, AGREED, APPLIED, PAID -> true;
            };
        rows.add(
            List.of(
                Sheets.text(PeriodWords.shortName(page.period())),
                Sheets.text(wording.party(page.party())),
                Sheets.text(
                    Wording.turn(entry.posting().remedy())
                        + entry
                            .posting()
                            .metric()
                            .map(id -> ", " + wording.metricName(id))
                            .orElse("")),
                Sheets.number(entry.amount().amount(), "#,##0.00"),
                Sheets.text(entry.amount().currency()),
                Sheets.text(
                    counts
                        ? "counts"
                        : entry.standing() == Standing.NOTHING
                            ? "nothing owed"
                            : entry.standing().key())));
      }
    }
    return rows;
  }
}
