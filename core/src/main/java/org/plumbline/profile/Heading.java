package org.plumbline.profile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands at the head of every proposed agreement.
 *
 * @param id of the agreement and of its record set
 * @param zone whose days and hours are meant
 * @param customer the name of the customer
 * @param provider the name of the provider
 * @param performing the party that owes the metric
 */
record Heading(String id, String zone, String customer, String provider, String performing) {

  /** The zone where nothing says another. */
  static final String USUAL_ZONE = "America/New_York";

  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "export",
          "final",
          "copy",
          "report",
          "data",
          "list",
          "log",
          "sheet",
          "table",
          "v",
          "fy",
          "of",
          "the",
          "for",
          "csv",
          "xlsx",
          "xlsm",
          "txt",
          "tsv",
          "gz",
          "extract",
          "download",
          "jan",
          "feb",
          "mar",
          "apr",
          "may",
          "jun",
          "jul",
          "aug",
          "sep",
          "oct",
          "nov",
          "dec",
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "q");
  private static final int LONGEST = 40;

  static Heading of(Profile profile, Answers answers, Source source) throws RefusedAnswer {
    return new Heading(
        answers
            .of("name")
            .map(name -> Words.id(name, new java.util.HashSet<>()))
            .orElse(id(profile, source)),
        zone(answers),
        answers
            .of("customer")
            .map(Words::oneLine)
            .filter(name -> !name.isEmpty())
            .orElse("Customer"),
        answers
            .of("provider")
            .map(Words::oneLine)
            .filter(name -> !name.isEmpty())
            .orElse("Provider"),
        Reply.party("performing", answers.of("performing").orElse("provider")));
  }

  static String zone(Answers answers) throws RefusedAnswer {
    return Reply.zone("zone", answers.of("zone").orElse(USUAL_ZONE));
  }

  /** The words of the sheet's or the file's name that say what the rows are. */
  private static String id(Profile profile, Source source) {
    for (String name : List.of(profile.table().sheet(), source.file())) {
      String words =
          Words.of(name).stream()
              .filter(word -> !EMPTY_WORDS.contains(word))
              .collect(Collectors.joining("-"));
      String id = Words.id(words, new java.util.HashSet<>());
      if (!words.isEmpty() && id.length() <= LONGEST && !id.equals("column")) {
        return id;
      }
    }
    return "cases";
  }

  /** The id as words: {@code Invoices}. */
  String title() {
    String words = id.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Begins the agreement. */
  Yaml begin(Profile profile, Source source, String title, LocalDate first, LocalDate last) {
    Yaml yaml = new Yaml();
    yaml.note(
        "A first agreement, made from "
            + source.file()
            + " ("
            + Words.counted(profile.table().rows().size(), "row")
            + ") and what was answered.");
    yaml.note("A line that starts with # is a note to people. Everything else is the agreement:");
    yaml.note("change what stands there, and evaluate again.");
    yaml.note("");
    Arrays.asList(
            "  plumbline read .       the same in plain English",
            "  plumbline check .      what is wrong with it, and where")
        .forEach(line -> yaml.line("# " + line));
    yaml.blank();
    yaml.line("plumbline: 1", "the version of the language");
    yaml.line("agreement: " + id, "a short name; the same in all later versions");
    yaml.line("title: " + Yaml.value(title));
    yaml.line("zone: " + zone, "whose days and hours are meant");
    yaml.blank();
    yaml.line("parties:", "an agreement has two sides");
    yaml.line("  customer: {name: " + Yaml.value(customer) + "}");
    yaml.line("  provider: {name: " + Yaml.value(provider) + "}");
    yaml.blank();
    yaml.line(
        "performance-period: {from: " + first + ", until: " + last + "}", "both days are included");
    yaml.line("period: {every: month}", "one figure for each month");
    return yaml;
  }

  /** The last day of an agreement of at least a year that begins on a day and holds another. */
  static LocalDate lastDay(LocalDate first, LocalDate held) {
    LocalDate year = first.plusYears(1).minusDays(1);
    LocalDate month = YearMonth.from(held).atEndOfMonth();
    return month.isAfter(year) ? month : year;
  }

  /** The last three whole months up to a day, as {@code --period} takes them. */
  static String lastMonths(LocalDate first, LocalDate asOf) {
    YearMonth last = YearMonth.from(asOf.plusDays(1)).minusMonths(1);
    YearMonth begin = YearMonth.from(first);
    if (last.isBefore(begin)) {
      return begin.toString();
    }
    YearMonth from = last.minusMonths(2).isBefore(begin) ? begin : last.minusMonths(2);
    return from.equals(last) ? last.toString() : from + ".." + last;
  }

  /** What was taken without asking, of parties. */
  List<String> taken() {
    return customer.equals("Customer") || provider.equals("Provider")
        ? List.of("The two parties are called Customer and Provider until you write their names.")
        : List.of();
  }
}
