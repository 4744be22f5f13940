package org.plumbline.report.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.desk.Desk;
import org.plumbline.desk.Measured;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.judge.Judge;
import org.plumbline.report.Evaluation;
import org.plumbline.report.PerformanceReport;
import org.plumbline.report.html.HtmlReport;

/** A report over 300 metrics and 24 months: how long it takes, once the program is warm. */
class ManyFiguresTest {
  private static final int METRICS = 300;
  private static final int MONTHS = 24;

  @Test
  void aLargeReportIsTheSameEachTimeAndSaysHowLongItTook() {
    Evaluation evaluation = evaluation();
    timed(
        "docx",
        () ->
            WordDocument.write(PerformanceReport.of(evaluation, EveryBlock.MADE), EveryBlock.MADE));
    timed(
        "pdf",
        () ->
            PdfDocument.write(PerformanceReport.of(evaluation, EveryBlock.MADE), EveryBlock.MADE));
    timed("xlsx", () -> ResultsWorkbook.write(evaluation, EveryBlock.MADE));
    timed(
        "html",
        () ->
            HtmlReport.render(PerformanceReport.of(evaluation, EveryBlock.MADE))
                .getBytes(StandardCharsets.UTF_8));
  }

  private static void timed(String kind, Supplier<byte[]> made) {
    byte[] first = made.get();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long from = threads.getCurrentThreadCpuTime();
    byte[] again = made.get();
    long millis = (threads.getCurrentThreadCpuTime() - from) / 1_000_000;
    assertThat(again).isEqualTo(first);
    System.out.println(
        "300 metrics, 24 months, "
            + kind
            + ": "
            + millis
            + " ms of processor time, "
            + first.length
            + " bytes");
  }

  private static Evaluation evaluation() {
    Metric metric = Desk.agreement().metrics().get("incidents-resolved");
    Map<String, Metric> metrics = new LinkedHashMap<>();
    List<Measurement> measurements = new ArrayList<>();
    List<PartyTime> times = new ArrayList<>();
    for (int m = 1; m <= METRICS; m++) {
      String id = "metric-" + m;
      metrics.put(id, metric);
      for (int month = 0; month < MONTHS; month++) {
        YearMonth of = YearMonth.of(2015, 1).plusMonths(month);
        ReportingPeriod period = ReportingPeriod.of(of.atDay(1), of.atEndOfMonth());
        measurements.add(Measured.share(id, period, LineId.target(), 900 - m - month, 1_000, 0));
        times.add(time(id, period, "provider", 100 + m));
        times.add(time(id, period, "customer", 50 + month));
      }
    }
    Agreement agreement = Desk.agreement(metrics);
    return new Evaluation(
        agreement,
        "plumbline1:sha-256:" + "0".repeat(64),
        "Plumbline",
        EveryBlock.MADE,
        Judge.judge(agreement, measurements, Instant.parse("2017-02-01T00:00:00Z")),
        List.of(),
        times,
        List.of(),
        Optional.empty(),
        List.of(),
        Set.of());
  }

  private static PartyTime time(String metric, ReportingPeriod period, String party, long hours) {
    BigInteger micros = BigInteger.valueOf(hours).multiply(BigInteger.valueOf(EpochMicros.HOUR));
    return new PartyTime(metric, period, party, 1_000, micros, BigInteger.ZERO);
  }
}
