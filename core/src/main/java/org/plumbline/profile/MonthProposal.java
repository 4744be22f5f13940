package org.plumbline.profile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes the agreement about figures that were counted elsewhere: an attested record set. */
final class MonthProposal {

  private final Profile profile;
  private final Shape.Monthly monthly;
  private final MonthTerms terms;
  private final Heading heading;
  private final Source source;
  private final Set<String> taken = new LinkedHashSet<>();
  private final Map<Integer, String> fields = new LinkedHashMap<>();
  private final String month;
  private final Optional<String> group;

  private MonthProposal(
      Profile profile, Shape.Monthly monthly, MonthTerms terms, Heading heading, Source source) {
    this.profile = profile;
    this.monthly = monthly;
    this.terms = terms;
    this.heading = heading;
    this.source = source;
    month = Words.id(profile.column(monthly.month()).name(), taken);
    group = monthly.group().map(position -> Words.id(profile.column(position).name(), taken));
    monthly
        .figures()
        .forEach(
            position -> fields.put(position, Words.id(profile.column(position).name(), taken)));
  }

  static Proposal of(
      Profile profile, Shape.Monthly monthly, MonthTerms terms, Heading heading, Source source) {
    return new MonthProposal(profile, monthly, terms, heading, source).proposal();
  }

  private Proposal proposal() {
    TreeSet<LocalDate> months = Months.months(profile.column(monthly.month()).time().orElseThrow());
    months.removeIf(date -> date.isAfter(source.today()));
    if (months.isEmpty()) {
      months.add(source.today().withDayOfMonth(1));
    }
    LocalDate first = months.first();
    LocalDate asOf = months.last().plusMonths(1);
    Yaml yaml =
        heading.begin(
            profile, source, heading.title(), first, Heading.lastDay(first, months.last()));
    records(yaml);
    metrics(yaml);
    List<String> assumed = new ArrayList<>(heading.taken());
    missing(months).ifPresent(assumed::add);
    assumed.add(
        "These figures were counted elsewhere. Nobody can follow them down to a case here: ask for"
            + " the records behind them, a row a case, and make an agreement over those.");
    return new Proposal(
        yaml.text(),
        binding().text(),
        "reported-figure",
        Heading.lastMonths(first, months.last().plusMonths(1).minusDays(1)),
        asOf.toString(),
        assumed);
  }

  private static Optional<String> missing(TreeSet<LocalDate> months) {
    List<String> missing = new ArrayList<>();
    for (LocalDate each = months.first(); each.isBefore(months.last()); each = each.plusMonths(1)) {
      if (!months.contains(each) && missing.size() < 12) {
        missing.add(YearMonth.from(each).toString());
      }
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The file has no row for "
                + Words.and(missing)
                + ": no data, neither met nor not met.");
  }

  private void records(Yaml yaml) {
    yaml.blank();
    yaml.note(
        "What was reported: one row of "
            + source.file()
            + " is one month. The figures were counted");
    yaml.note("elsewhere and are taken as they stand; nobody can follow them down to a case here.");
    yaml.line("records:").line("  " + heading.id() + ":");
    yaml.line(
        "    case: [" + month + group.map(id -> ", " + id).orElse("") + "]",
        "one row for each month");
    yaml.line("    moments:");
    yaml.line("      " + month + ": date", "the first or last day stands for the month");
    yaml.line("    fields:", "what was reported");
    group.ifPresent(id -> yaml.line("      " + id + ": text"));
    fields.forEach(
        (position, id) -> {
          ColumnProfile column = profile.column(position);
          yaml.line("      " + id + ": " + column.field().type().key());
        });
    yaml.line(
        "    delivery: {supplied-by: provider, source: "
            + Yaml.value(Words.oneLine(source.file()))
            + "}",
        "who attests the figures");
  }

  private void metrics(Yaml yaml) {
    ColumnProfile of = terms.figure().of();
    Optional<ColumnProfile> to = terms.figure().to();
    String name =
        to.map(whole -> of.name() + " of " + whole.name()).orElse(of.name()) + " as reported";
    yaml.blank();
    yaml.note(
        "What is promised. A metric is one sentence: of these records, those that qualify, give this");
    yaml.note("figure, which shall reach this target.");
    yaml.line("metrics:").line("  reported-figure:");
    yaml.line("    name: " + Yaml.value(Words.oneLine(name)));
    yaml.line("    performing: " + heading.performing(), "who owes it");
    yaml.line("    records: " + heading.id());
    yaml.line("    clock: {stops: " + month + "}", "the month to which a row belongs");
    String figure;
    if (to.isPresent()) {
      String whole = java.util.Objects.requireNonNull(fields.get(to.get().position()));
      figure = "{ratio: {of: {sum: " + id(of) + "}, to: {sum: " + whole + "}}}";
      yaml.line("    figure: " + figure);
    } else {
      yaml.line("    figure: {last: " + id(of) + "}", "as the row of the month says it");
    }
    group.ifPresent(id -> yaml.line("    each: " + id, "one figure for each"));
    if (terms.level().isEmpty()) {
      yaml.line("    target: none", "reported, not promised");
    } else {
      yaml.line("    target: {" + terms.level() + "}", "what is expected");
    }
  }

  private String id(ColumnProfile column) {
    return java.util.Objects.requireNonNull(fields.get(column.position()));
  }

  private BindingText binding() {
    ColumnProfile period = profile.column(monthly.month());
    BindingText binding = new BindingText(profile, source, heading.id(), heading.zone());
    binding.column(month, period);
    group.ifPresent(id -> binding.column(id, profile.column(monthly.group().orElseThrow())));
    fields.forEach((position, id) -> binding.column(id, profile.column(position)));
    return binding;
  }
}
