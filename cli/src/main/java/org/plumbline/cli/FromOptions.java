package org.plumbline.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.profile.Answers;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code init} takes beside a spreadsheet: where to look in it, and answers. */
final class FromOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = {
        "Make the agreement from this spreadsheet (.xlsx, .csv, .csv.gz): look at it, ask at most",
        "six questions, and evaluate. The options below answer the questions beforehand."
      })
  private @Nullable String from;

  @Option(
      names = "--sheet",
      paramLabel = "NAME",
      description = "The sheet of the workbook (the one with most rows that can be understood).")
  private Optional<String> sheet = Optional.empty();

  @Option(
      names = "--day-first",
      description = "In 03/04/2025 the day stands first (as the other cells tell).")
  private boolean dayFirst;

  @Option(names = "--month-first", description = "In 03/04/2025 the month stands first.")
  private boolean monthFirst;

  @Option(
      names = "--defaults",
      description = "Ask nothing; take what is proposed where no option answers.")
  private boolean defaults;

  @Option(
      names = "--case",
      paramLabel = "COLUMNS",
      description = "What tells one case from another; several after commas.")
  private @Nullable String key;

  @Option(
      names = "--starts",
      paramLabel = "WHAT",
      description = "The column, or the states, with which the clock starts.")
  private @Nullable String starts;

  @Option(
      names = "--stops",
      paramLabel = "WHAT",
      description = "The column, or the states, with which it stops.")
  private @Nullable String stops;

  @Option(
      names = "--waits",
      paramLabel = "WHAT",
      description =
          "Columns up to which, or states in which, the work waits for the customer; none.")
  private @Nullable String waits;

  @Option(
      names = "--within",
      paramLabel = "TIME",
      description =
          "The limit: 25 days, 10 workdays, 4 hours; or the column that says when it is due.")
  private @Nullable String within;

  @Option(
      names = "--at-least",
      paramLabel = "SHARE",
      description = "How many of 100 shall keep to it: 95%; of monthly figures, what is expected.")
  private @Nullable String atLeast;

  @Option(
      names = "--at-most",
      paramLabel = "FIGURE",
      description = "Of monthly figures: what is expected, where less is better.")
  private @Nullable String atMost;

  @Option(
      names = "--figure",
      paramLabel = "COLUMN",
      description = "Of monthly figures: the column that is promised, or PART / WHOLE.")
  private @Nullable String figure;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "Where the times were written down, and whose days are meant (America/New_York).")
  private @Nullable String zone;

  @Option(names = "--customer", paramLabel = "NAME", description = "The name of the customer.")
  private @Nullable String customer;

  @Option(names = "--provider", paramLabel = "NAME", description = "The name of the provider.")
  private @Nullable String provider;

  @Option(
      names = "--performing",
      paramLabel = "PARTY",
      description = "Who owes the metric: provider or customer (provider).")
  private @Nullable String performing;

  @Option(
      names = "--name",
      paramLabel = "WORD",
      description = "What the rows are, as one word: invoices (from the name of the file).")
  private @Nullable String name;

  Optional<String> from() {
    return Optional.ofNullable(from);
  }

  Optional<String> sheet() {
    return sheet;
  }

  boolean defaults() {
    return defaults;
  }

  Optional<Boolean> dayStandsFirst() {
    if (dayFirst && monthFirst) {
      throw new ParameterException(spec.commandLine(), "--day-first and --month-first: choose one");
    }
    return dayFirst ? Optional.of(true) : monthFirst ? Optional.of(false) : Optional.empty();
  }

  /**
   * The answers given.
   *
   * @param monthly whether the file holds monthly figures, whose level one option states
   */
  Answers answers(boolean monthly) {
    if (atLeast != null && atMost != null) {
      throw new ParameterException(spec.commandLine(), "--at-least and --at-most: choose one");
    }
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "case", key);
    put(given, "starts", starts);
    put(given, "stops", stops);
    put(given, "waits", waits);
    put(given, "within", within);
    if (monthly) {
      put(given, "level", atLeast == null ? null : "at least " + atLeast);
      put(given, "level", atMost == null ? null : "at most " + atMost);
    } else {
      put(given, "at-least", atLeast);
      put(given, "at-most", atMost);
    }
    put(given, "figure", figure);
    put(given, "zone", zone);
    put(given, "customer", customer);
    put(given, "provider", provider);
    put(given, "performing", performing);
    put(given, "name", name);
    return new Answers(given);
  }

  /** Refuses options that mean nothing without a spreadsheet. */
  void checkAlone() {
    boolean others = sheet.isPresent() || dayFirst || monthFirst || defaults;
    if (others || !answers(false).given().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "these options are about a spreadsheet: name it with --from FILE");
    }
  }

  ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static void put(Map<String, String> given, String option, @Nullable String value) {
    if (value != null) {
      given.put(option, value);
    }
  }
}
