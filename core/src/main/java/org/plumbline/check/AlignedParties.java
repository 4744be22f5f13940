package org.plumbline.check;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.NamedPeriod;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Organization;
import org.plumbline.finding.FindingCode;

/** The three organizations, the rhythm and the labels of a metric are those of its measure. */
final class AlignedParties {

  private static final Map<String, Integer> DAYS =
      Map.of("week", 7, "month", 31, "quarter", 92, "fiscal-quarter", 92, "year", 366);

  private AlignedParties() {}

  static void check(AlignedMetric aligned) {
    Metric metric = aligned.metric();
    party(aligned, Column.PERFORMING, metric.performing());
    party(aligned, Column.REPORTING, metric.reporting().orElse(Party.PROVIDER));
    party(aligned, Column.ACCOUNTABLE, metric.accountable().orElse(Party.CUSTOMER));
    rhythm(aligned);
    label(aligned, Column.CATEGORY, metric.labels().category());
    label(aligned, Column.LEVEL, metric.labels().level());
    label(aligned, Column.TYPE, metric.labels().type());
    label(aligned, Column.PRIORITY, metric.labels().priority());
  }

  private static void party(AlignedMetric aligned, Column column, String party) {
    Optional<Organization> named = Organization.of(aligned.measure().text(column));
    if (named.isPresent() && !named.get().party().equals(party)) {
      aligned.tell(
          FindingCode.OTHER_ORGANIZATION_THAN_MEASURE,
          column.key(),
          AlignedMetric.REASON,
          "the "
              + column.word()
              + " party is "
              + party
              + ", and the measure names the "
              + aligned.measure().text(column),
          "write " + column.key() + ": " + named.get().party());
    }
  }

  private static void rhythm(AlignedMetric aligned) {
    Optional<PeriodTerms> period = aligned.metric().period().or(aligned.agreement()::period);
    Optional<Integer> here = period.flatMap(PeriodTerms::every).flatMap(id -> days(id, aligned));
    Optional<Integer> there = days(aligned.measure().text(Column.FREQUENCY));
    if (here.isPresent() && there.isPresent() && here.get() > there.get() + there.get() / 4) {
      aligned.tell(
          FindingCode.RARER_THAN_MEASURE,
          aligned.metric().period().isPresent() ? "period" : "",
          AlignedMetric.REASON,
          "the figure is formed every "
              + period.flatMap(PeriodTerms::every).orElse("period")
              + ", and the measure says "
              + aligned.measure().text(Column.FREQUENCY).replaceAll("\\s+", " "),
          "form it as often");
    }
  }

  private static Optional<Integer> days(String id, AlignedMetric aligned) {
    NamedPeriod named = aligned.agreement().periods().get(id);
    if (named == null) {
      return Optional.ofNullable(DAYS.get(id));
    }
    return named
        .every()
        .flatMap(
            every ->
                switch (every.unit()) {
                  case DAYS, WEEKS -> Optional.of((int) Math.min(10_000, every.days()));
                  case MONTHS, YEARS -> Optional.of((int) Math.min(10_000, 31 * every.months()));
                  case SECONDS, MINUTES, HOURS, WORKDAYS -> Optional.empty();
                });
  }

  /** About how many days lie between two reports. */
  private static Optional<Integer> days(String frequency) {
    String text = frequency.toLowerCase(Locale.ROOT);
    if (text.startsWith("month")) {
      return Optional.of(31);
    }
    if (text.startsWith("quarter")) {
      return Optional.of(92);
    }
    if (text.startsWith("annual") || text.startsWith("year")) {
      return Optional.of(366);
    }
    if (text.startsWith("bi-week") || text.startsWith("biweek") || text.contains("pay period")) {
      return Optional.of(14);
    }
    return text.startsWith("week") ? Optional.of(7) : Optional.empty();
  }

  private static void label(AlignedMetric aligned, Column column, Optional<String> label) {
    String there = aligned.measure().text(column);
    if (label.isPresent() && !there.isEmpty() && !label.get().equalsIgnoreCase(there)) {
      aligned.tell(
          FindingCode.OTHER_LABEL_THAN_MEASURE,
          column.key(),
          AlignedMetric.REASON,
          "the " + column.word() + " is " + label.get() + ", and the measure's is " + there,
          "leave it out; the measure's holds");
    }
  }
}
