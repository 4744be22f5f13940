package org.plumbline.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.forms.Understood;
import org.plumbline.reconcile.FigureFile;
import org.plumbline.reconcile.Mapping;
import org.plumbline.reconcile.Reported;
import org.plumbline.reconcile.ReportedFigure;
import org.plumbline.report.csv.HistoryCsv;
import org.plumbline.wording.PeriodWords;

/** Figures of the periods before an agreement was kept here, read like a provider's report. */
final class ImportedHistory {

  private static final int YEARS_BEFORE = 5;

  private ImportedHistory() {}

  /**
   * What was understood, a row a figure; its text is CSV.
   *
   * @param from the first day; else five years before performance
   * @param until the last day; else the day before performance
   */
  static Understood read(
      String file, Optional<String> named, Optional<LocalDate> from, Optional<LocalDate> until)
      throws IOException {
    Agreement agreement =
        AgreementFile.open(
                named.orElseThrow(
                    () ->
                        new InputRefused(
                            "a history is of the metrics of an agreement\n"
                                + "Name it with --agreement FILE")))
            .agreement();
    ReportingPeriod asked = asked(agreement, from, until);
    Reported<ReportedFigure> read = figures(file, agreement, asked);
    List<Understood.Row> rows = new ArrayList<>();
    for (ReportedFigure figure : read.items()) {
      rows.add(
          new Understood.Row(
              figure.place().line() > 0 ? "row " + figure.place().line() : "",
              figure.name(),
              figure.metric()
                  + figure.each().map(value -> ": " + value).orElse("")
                  + ", "
                  + PeriodWords.name(figure.period())
                  + ": "
                  + words(figure),
              List.of()));
    }
    List<Understood.Column> columns =
        read.reasons().stream().map(reason -> new Understood.Column("", reason)).toList();
    String what = rows.size() + " figures from " + asked.from() + " to " + asked.until();
    return new Understood(what, columns, rows, read.findings(), HistoryCsv.write(read.items()));
  }

  private static ReportingPeriod asked(
      Agreement agreement, Optional<LocalDate> from, Optional<LocalDate> until) {
    LocalDate first = agreement.performancePeriod().from();
    LocalDate last = until.orElse(first.minusDays(1));
    LocalDate begin = from.orElse(first.minusYears(YEARS_BEFORE));
    if (last.isBefore(begin)) {
      throw new InputRefused(
          "no day lies between " + begin + " and " + last + "\nName them with --from and --until");
    }
    return ReportingPeriod.of(begin, last);
  }

  private static Reported<ReportedFigure> figures(
      String file, Agreement agreement, ReportingPeriod asked) throws IOException {
    return FigureFile.read(file, ReportedFile.grids(file), agreement, Mapping.NONE, asked);
  }

  /**
   * The figures of the five years before performance.
   *
   * @throws InputRefused with its findings, if they cannot be understood
   */
  static List<ReportedFigure> of(String file, Agreement agreement) throws IOException {
    ReportingPeriod asked = asked(agreement, Optional.empty(), Optional.empty());
    Reported<ReportedFigure> read = figures(file, agreement, asked);
    if (read.isRefused()) {
      throw AgreementFile.refusal(file, read.findings());
    }
    return read.items();
  }

  private static String words(ReportedFigure figure) {
    String counts =
        figure
            .cases()
            .map(all -> figure.held().map(held -> held + " of ").orElse("") + all)
            .orElse("");
    return (figure.text() + (counts.isEmpty() ? "" : " (" + counts + ")")).strip()
        + figure.met().map(met -> met ? ", met" : ", not met").orElse("");
  }
}
