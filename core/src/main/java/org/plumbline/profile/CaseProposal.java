package org.plumbline.profile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Precision;
import org.plumbline.profile.ColumnProfile.Kind;

/** Writes the agreement about cases with dates side by side. */
final class CaseProposal {

  private static final int MOST_FIELDS = 12;

  private final Profile profile;
  private final CaseTerms terms;
  private final Heading heading;
  private final Source source;
  private final Set<String> taken = new LinkedHashSet<>();
  private final Map<Integer, String> ids = new LinkedHashMap<>();
  private final List<ColumnProfile> voids;

  private CaseProposal(Profile profile, CaseTerms terms, Heading heading, Source source) {
    this.profile = profile;
    this.terms = terms;
    this.heading = heading;
    this.source = source;
    this.voids =
        profile.of(Kind.MOMENT).stream()
            .filter(column -> Words.says(column.name(), Words.VOIDS))
            .filter(column -> column != terms.start() && column != terms.stop())
            .toList();
  }

  static Proposal of(Profile profile, CaseTerms terms, Heading heading, Source source) {
    return new CaseProposal(profile, terms, heading, source).proposal();
  }

  private Proposal proposal() {
    LocalDate first = edge(terms.start(), false);
    LocalDate last = edge(terms.stop(), true);
    for (ColumnProfile column : moments()) {
      LocalDate edge = edge(column, true);
      last = edge.isAfter(last) && !isDue(column) ? edge : last;
    }
    // On the last day of a month the month is over.
    LocalDate asOf = last.equals(YearMonth.from(last).atEndOfMonth()) ? last.plusDays(1) : last;
    LocalDate begin = first.withDayOfMonth(1);
    String from = Words.oneLine(terms.start().name());
    String until = Words.oneLine(terms.stop().name());
    Yaml yaml =
        heading.begin(
            profile,
            source,
            heading.title() + " from " + from + " to " + until,
            begin,
            Heading.lastDay(begin, asOf));
    calendars(yaml);
    records(yaml);
    metrics(yaml, from, until);
    List<String> assumed = new ArrayList<>(heading.taken());
    if (!voids.isEmpty()) {
      List<String> named = voids.stream().map(column -> Words.shown(column.name())).toList();
      assumed.add("A date in " + Words.and(named) + " makes a case void: listed, not counted.");
    }
    assumed.add(
        "The file tells what happened up to "
            + last
            + ", its latest date; what was open then counts as open.");
    return new Proposal(
        yaml.text(),
        binding().text(),
        "in-time",
        Heading.lastMonths(begin, asOf),
        asOf.toString(),
        assumed);
  }

  private List<ColumnProfile> moments() {
    List<ColumnProfile> moments = new ArrayList<>(List.of(terms.start()));
    moments.addAll(terms.between());
    moments.add(terms.stop());
    terms.due().filter(due -> !moments.contains(due)).ifPresent(moments::add);
    voids.stream().filter(column -> !moments.contains(column)).forEach(moments::add);
    return moments;
  }

  private boolean isDue(ColumnProfile column) {
    return terms.due().filter(column::equals).isPresent();
  }

  private LocalDate edge(ColumnProfile column, boolean latest) {
    Optional<LocalDate> found = Optional.empty();
    for (LocalDateTime value : CaseInterview.values(column).values()) {
      LocalDate date = value.toLocalDate();
      boolean better =
          found.isEmpty() || (latest ? date.isAfter(found.get()) : date.isBefore(found.get()));
      if (better && !date.isAfter(source.today()) && date.getYear() >= 1970) {
        found = Optional.of(date);
      }
    }
    return found.orElse(source.today());
  }

  private void calendars(Yaml yaml) {
    if (terms.within().contains("workday")) {
      yaml.line("calendar: office", "whose open days are the workdays");
      yaml.blank().line("calendars:").line("  office:");
      yaml.line("    hours: {mon-fri: [\"08:00-17:00\"]}");
      yaml.line("    holidays: [us-federal]", "closed on federal holidays");
    }
  }

  private String id(ColumnProfile column) {
    String known = ids.get(column.position());
    if (known != null) {
      return known;
    }
    String id = Words.id(column.name(), taken);
    ids.put(column.position(), id);
    return id;
  }

  private List<ColumnProfile> fields() {
    return profile.of(Kind.FIELD).stream()
        .filter(column -> !terms.key().contains(column.position()))
        .limit(MOST_FIELDS)
        .toList();
  }

  private void records(Yaml yaml) {
    yaml.blank();
    yaml.note("What happened: one row of " + source.file() + " is one case.");
    yaml.line("records:").line("  " + heading.id() + ":");
    List<String> key = new ArrayList<>();
    terms.key().forEach(position -> key.add(id(profile.column(position))));
    yaml.line("    case: " + Yaml.list(key), "what makes a case the same case");
    yaml.line("    moments:", "when things happened");
    for (ColumnProfile column : moments()) {
      String line = "      " + id(column) + ": " + CaseInterview.precision(column).key();
      if (column == terms.start()) {
        yaml.line(line, "the clock starts");
      } else if (column == terms.stop()) {
        yaml.line(line, "it stops");
      } else {
        yaml.line(line);
      }
    }
    List<ColumnProfile> fields = new ArrayList<>();
    terms.key().stream().map(profile::column).filter(ColumnProfile::sensitive).forEach(fields::add);
    fields.addAll(fields());
    if (!fields.isEmpty()) {
      yaml.line("    fields:", "what else is known of a case");
      for (ColumnProfile column : fields) {
        String type = column.field().type().key();
        String text = column.sensitive() ? "{type: " + type + ", sensitive: true}" : type;
        if (column.sensitive()) {
          yaml.line(
              "      " + id(column) + ": " + text, "tells who somebody is: masked in reports");
        } else {
          yaml.line("      " + id(column) + ": " + text);
        }
      }
    }
    if (!terms.between().isEmpty()) {
      yaml.line("    turns:", "whose time it is");
      String from = id(terms.start());
      List<ColumnProfile> until = new ArrayList<>(terms.between());
      until.add(terms.stop());
      for (ColumnProfile column : until) {
        String whose = terms.customers().contains(column) ? "customer" : "provider";
        String stage = Words.id("to " + column.name(), taken);
        String to = id(column);
        yaml.line(
            "      - {stage: %s, from: %s, until: %s, whose: %s}"
                .formatted(stage, from, to, whose));
        from = to;
      }
    }
    if (!voids.isEmpty()) {
      List<String> named = voids.stream().map(this::id).toList();
      yaml.line("    voided-by: " + Yaml.list(named), "cancelled in time: not counted, but listed");
    }
  }

  private void metrics(Yaml yaml, String from, String until) {
    String title = heading.title();
    yaml.blank();
    yaml.note(
        "What is promised. A metric is one sentence: of these records, those that qualify, timed");
    yaml.note("by this clock, give this figure, which shall reach this target.");
    yaml.line("metrics:").line("  in-time:");
    yaml.line(
        "    name: " + Yaml.value(title + " brought from " + from + " to " + until + " in time"));
    yaml.line("    performing: " + heading.performing(), "who owes it");
    yaml.line("    records: " + heading.id());
    if (terms.due().isPresent()) {
      yaml.line(
          "    clock: {starts: %s, stops: %s}".formatted(id(terms.start()), id(terms.stop())));
      yaml.line("    target: {by: " + id(terms.due().get()) + ", at-least: " + terms.share() + "}");
    } else {
      yaml.line(
          "    clock: {starts: %s, stops: %s}".formatted(id(terms.start()), id(terms.stop())),
          "counts: [provider] leaves the customer’s time out");
      yaml.line("    target: {within: " + terms.within() + ", at-least: " + terms.share() + "}");
    }
    customersSide(yaml);
    yaml.blank().line("  volume:");
    yaml.line("    name: " + Yaml.value(title + " by " + from));
    yaml.line("    performing: customer");
    yaml.line("    records: " + heading.id());
    yaml.line("    clock: {stops: " + id(terms.start()) + "}");
    yaml.line("    figure: {count: cases}");
    yaml.line("    target: none", "reported, not promised");
  }

  /** A promise of the customer for the first of its steps, so that the agreement has two sides. */
  private void customersSide(Yaml yaml) {
    if (terms.customers().isEmpty()) {
      return;
    }
    ColumnProfile step = terms.customers().get(0);
    int at = terms.between().indexOf(step);
    ColumnProfile before = at == 0 ? terms.start() : terms.between().get(at - 1);
    boolean dates =
        CaseInterview.precision(before) == Precision.DATE
            || CaseInterview.precision(step) == Precision.DATE;
    Spread spread = Spread.of(CaseInterview.values(before), CaseInterview.values(step), dates);
    String name = Words.oneLine(before.name()) + " to " + Words.oneLine(step.name());
    yaml.blank()
        .line("  customer-in-time:", "the customer’s own promise: agree it, or take it out");
    yaml.line("    name: " + Yaml.value(heading.title() + " brought from " + name + " in time"));
    yaml.line("    performing: customer");
    yaml.line("    records: " + heading.id());
    yaml.line("    clock: {starts: %s, stops: %s}".formatted(id(before), id(step)));
    yaml.line(
        "    target: {within: " + spread.usualLimit() + ", at-least: 90%}", spread.sentence());
  }

  private BindingText binding() {
    BindingText binding = new BindingText(profile, source, heading.id(), heading.zone());
    terms
        .key()
        .forEach(
            position -> binding.column(id(profile.column(position)), profile.column(position)));
    moments().forEach(column -> binding.column(id(column), column));
    fields().forEach(column -> binding.column(id(column), column));
    return binding;
  }
}
