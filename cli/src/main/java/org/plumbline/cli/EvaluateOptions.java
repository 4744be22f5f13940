package org.plumbline.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.NamedPeriod;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.cli.question.Asked;
import org.plumbline.cli.question.AskedText;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an evaluation is of: the options that {@code evaluate} and {@code explain} share. */
final class EvaluateOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private RecordsOptions records;

  @Parameters(
      paramLabel = "FILE|DIR",
      description = "The agreement, or a folder with agreement.yaml or versions.")
  private String file = "";

  @Option(
      names = "--period",
      required = true,
      paramLabel = "PERIOD",
      description =
          "For which periods: 2026-10, 2026-Q4, 2026, FY2027, FY2027-Q1, 2026-10..2026-12,"
              + " 2026-10-16..2026-11-15.")
  private String period = "";

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description =
          "Up to when what had happened counts: 2026-11-15 (its end) or 2026-11-15T16:30, in the"
              + " agreement's zone (now).")
  private @Nullable String asOf;

  @Option(
      names = "--known-at",
      paramLabel = "TIME",
      description =
          "Up to when what was known counts; kept with the result (now, or the moment of --as-of if"
              + " that is later).")
  private @Nullable String knownAt;

  @Option(
      names = "--show",
      paramLabel = "FIELD",
      description = "Show the values of this sensitive field, which are masked else.")
  private List<String> shown = List.of();

  String file() {
    return file;
  }

  RecordsOptions records() {
    return records;
  }

  /** Sensitive fields that are not masked; each has to be one of the agreement's. */
  List<String> shown(Agreement agreement) {
    TreeSet<String> fields = new TreeSet<>();
    agreement.records().values().forEach(set -> fields.addAll(set.fields().keySet()));
    for (String field : shown) {
      if (!fields.contains(field)) {
        throw usage("--show: no field is called " + AskedText.quoted(field));
      }
    }
    return shown;
  }

  /** The periods as they were written. */
  String periodText() {
    return period;
  }

  /** The days asked for. */
  ReportingPeriod period(Agreement agreement) {
    try {
      return ReportingPeriods.parse(period, fiscalYear(agreement));
    } catch (RefusedInputException e) {
      throw usage("--period: " + e.getMessage());
    }
  }

  /** The as-of moment. */
  Instant asOf(Agreement agreement, Instant now) {
    return asOf == null ? now : moment("--as-of", asOf, agreement);
  }

  /** The moment up to which what was known counts. */
  Instant knownAt(Agreement agreement, Instant now) {
    return knownAt == null
        ? later(now, asOf(agreement, now))
        : moment("--known-at", knownAt, agreement);
  }

  /** The later of two moments: who looks from a day ahead knows what there is to know on it. */
  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * The metrics of an agreement that were named.
   *
   * @throws ParameterException if the agreement has no such metric
   */
  List<String> metrics(Agreement agreement, List<String> named) {
    List<String> metrics = new ArrayList<>();
    for (String id : named) {
      if (!agreement.metrics().containsKey(id)) {
        throw usage(
            "--metric: the agreement has no metric "
                + AskedText.quoted(id)
                + "; it has "
                + String.join(", ", agreement.metrics().keySet()));
      }
      metrics.add(id);
    }
    return metrics;
  }

  ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** A moment that an option names. */
  Instant moment(String option, String text, Agreement agreement) {
    try {
      return moment(text, agreement);
    } catch (RefusedInputException e) {
      throw usage(option + ": " + e.getMessage());
    }
  }

  /** An instant as it was written; of a date its last microsecond. */
  static Instant moment(String text, Agreement agreement) {
    return moment(text, agreement.zone());
  }

  /** An instant as it was written; of a date its last microsecond in a zone. */
  static Instant moment(String text, ZoneId zone) {
    Asked asked = AskedText.parse(text, zone);
    if (asked instanceof Asked.At at) {
      return EpochMicros.toInstant(at.micros());
    }
    LocalDate next = asked.date().plusDays(1);
    return EpochMicros.toInstant(EpochMicros.of(next.atStartOfDay(zone).toInstant()) - 1);
  }

  /** The agreement's own fiscal year, else the federal one. */
  static PeriodRule.Anchored fiscalYear(Agreement agreement) {
    NamedPeriod named = agreement.periods().get("fiscal-year");
    if (named != null
        && named.every().filter(TimeAmount.of(1, TimeAmount.Unit.YEARS)::equals).isPresent()) {
      boolean byStart = named.namedBy().filter("start"::equals).isPresent();
      return new PeriodRule.Anchored(
          TimeAmount.of(1, TimeAmount.Unit.YEARS),
          named.from(),
          byStart ? PeriodRule.NamedBy.START : PeriodRule.NamedBy.END);
    }
    return PeriodRule.federalFiscalYear();
  }
}
