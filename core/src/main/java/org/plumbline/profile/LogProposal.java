package org.plumbline.profile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.profile.ColumnProfile.Kind;

/** Writes the agreement about cases that have a trail of events. */
final class LogProposal {

  private static final int MOST_FIELDS = 8;

  private final Profile profile;
  private final Shape.Log log;
  private final LogTerms terms;
  private final Heading heading;
  private final Source source;
  private final Set<String> taken = new LinkedHashSet<>();
  private final Map<Integer, String> fields = new LinkedHashMap<>();
  private final Map<String, String> holds = new LinkedHashMap<>();
  private final String key;
  private final String opened;
  private final String entered;
  private final String done;
  private final String doneEach;
  private final String voided;

  private LogProposal(
      Profile profile, Shape.Log log, LogTerms terms, Heading heading, Source source) {
    this.profile = profile;
    this.log = log;
    this.terms = terms;
    this.heading = heading;
    this.source = source;
    key = Words.id(profile.column(log.key()).name(), taken);
    String first =
        terms.startColumn().map(ColumnProfile::name).orElseGet(() -> terms.starts().get(0));
    opened = Words.id(terms.startColumn().isPresent() ? first : "first-" + first, taken);
    entered = Words.id("entered-" + first, taken);
    done = Words.id("last-" + terms.stops().get(0), taken);
    doneEach = Words.id("entered-" + terms.stops().get(0), taken);
    voided = Words.id("voided", taken);
    terms.waits().forEach(state -> holds.put(state, Words.id(state, taken)));
    profile.of(Kind.FIELD).stream()
        .limit(MOST_FIELDS)
        .forEach(column -> fields.put(column.position(), Words.id(column.name(), taken)));
  }

  static Proposal of(
      Profile profile, Shape.Log log, LogTerms terms, Heading heading, Source source) {
    return new LogProposal(profile, log, terms, heading, source).proposal();
  }

  private Proposal proposal() {
    LocalDate first = source.today();
    LocalDate last = LocalDate.of(1970, 1, 1);
    for (LocalDateTime time : profile.column(log.at()).time().orElseThrow().values().values()) {
      LocalDate date = time.toLocalDate();
      if (!date.isAfter(source.today()) && date.getYear() >= 1970) {
        first = date.isBefore(first) ? date : first;
        last = date.isAfter(last) ? date : last;
      }
    }
    last = last.isBefore(first) ? first : last;
    LocalDate asOf = last.equals(YearMonth.from(last).atEndOfMonth()) ? last.plusDays(1) : last;
    LocalDate begin = first.withDayOfMonth(1);
    String title = heading.title() + " to " + String.join(" or ", terms.stops());
    Yaml yaml =
        heading.begin(profile, source, Words.oneLine(title), begin, Heading.lastDay(begin, asOf));
    if (terms.within().contains("workday")) {
      yaml.line("calendar: office", "whose open days are the workdays");
      yaml.blank().line("calendars:").line("  office:");
      yaml.line("    hours: {mon-fri: [\"08:00-17:00\"]}");
      yaml.line("    holidays: [us-federal]", "closed on federal holidays");
    }
    records(yaml);
    metrics(yaml);
    List<String> assumed = new ArrayList<>(heading.taken());
    if (!terms.within().contains("day")) {
      assumed.add(
          "The clock runs day and night; a calendar in the agreement makes it office hours.");
    }
    if (!terms.voids().isEmpty()) {
      assumed.add(
          "A case that comes to "
              + Words.and(shown(terms.voids()))
              + " in time is void: listed, not counted.");
    }
    assumed.add(
        "The file tells what happened up to "
            + last
            + ", its latest event; what was open then counts as open.");
    return new Proposal(
        yaml.text(),
        binding().text(),
        "in-time",
        Heading.lastMonths(begin, asOf),
        asOf.toString(),
        assumed);
  }

  private void records(Yaml yaml) {
    String precision = profile.column(log.at()).time().orElseThrow().precision().key();
    yaml.blank();
    yaml.note(
        "What happened: one row of " + source.file() + " is one event in the life of a case.");
    yaml.line("records:").line("  " + heading.id() + ":");
    yaml.line("    case: [" + key + "]", "what makes two events those of one case");
    yaml.line("    moments:", "when things happened");
    if (terms.startColumn().isPresent()) {
      yaml.line(
          "      "
              + opened
              + ": "
              + terms.startColumn().get().time().orElseThrow().precision().key(),
          "a column says it on each row");
    } else {
      yaml.line(
          "      " + entered + ": " + precision,
          "each time it comes into " + Words.and(shown(terms.starts())));
      yaml.line("      " + opened + ": {first: " + entered + "}", "where the clock starts");
    }
    yaml.line(
        "      " + doneEach + ": " + precision,
        "each time it comes into " + Words.and(shown(terms.stops())));
    yaml.line(
        "      " + done + ": {last: " + doneEach + "}",
        "where it stops: a case that comes back is not done yet");
    if (!terms.voids().isEmpty()) {
      yaml.line(
          "      " + voided + ": " + precision, "it comes into " + Words.and(shown(terms.voids())));
    }
    if (!fields.isEmpty()) {
      yaml.line("    fields:", "what else is known of a case");
      fields.forEach(
          (position, id) -> {
            ColumnProfile column = profile.column(position);
            String type = column.field().type().key();
            String line = "      " + id + ": {type: " + type + ", read: at-stop";
            if (column.sensitive()) {
              yaml.line(line + ", sensitive: true}", "tells who somebody is: masked in reports");
            } else {
              yaml.line(line + "}");
            }
          });
    }
    yaml.line("    turns:", "whose time it is; the first line that covers a moment owns it");
    holds.values().forEach(hold -> yaml.line("      - {hold: " + hold + ", whose: customer}"));
    yaml.line(
        "      - {stage: %s, from: %s, until: %s, whose: provider}"
            .formatted(Words.id("handling", taken), opened, done));
    if (!terms.voids().isEmpty()) {
      yaml.line("    voided-by: [" + voided + "]", "cancelled in time: not counted, but listed");
    }
  }

  private void metrics(Yaml yaml) {
    String title = heading.title();
    String counts = holds.isEmpty() ? "" : ", counts: [provider]";
    yaml.blank();
    yaml.note(
        "What is promised. A metric is one sentence: of these records, those that qualify, timed");
    yaml.note("by this clock, give this figure, which shall reach this target.");
    yaml.line("metrics:").line("  in-time:");
    String stops = Words.oneLine(String.join(" or ", terms.stops()));
    yaml.line("    name: " + Yaml.value(title + " brought to " + stops + " in time"));
    yaml.line("    performing: " + heading.performing(), "who owes it");
    yaml.line("    records: " + heading.id());
    String clock = "    clock: {starts: " + opened + ", stops: " + done + counts + "}";
    if (holds.isEmpty()) {
      yaml.line(clock);
    } else {
      yaml.line(clock, "the customer’s time is left out");
    }
    yaml.line("    target: {within: " + terms.within() + ", at-least: " + terms.share() + "}");
    yaml.blank().line("  volume:");
    yaml.line("    name: " + Yaml.value(title + " begun"));
    yaml.line("    performing: customer");
    yaml.line("    records: " + heading.id());
    yaml.line("    clock: {stops: " + opened + "}");
    yaml.line("    figure: {count: cases}");
    yaml.line("    target: none", "reported, not promised");
  }

  private static List<String> shown(List<String> states) {
    return states.stream().map(Words::shown).toList();
  }

  private BindingText binding() {
    ColumnProfile at = profile.column(log.at());
    ColumnProfile state = profile.column(log.state());
    BindingText binding =
        new BindingText(profile, source, heading.id(), heading.zone())
            .column(key, profile.column(log.key()))
            .reads(at)
            .reads(state);
    terms.startColumn().ifPresent(column -> binding.column(opened, column));
    fields.forEach((position, id) -> binding.column(id, profile.column(position)));
    Yaml more = binding.more();
    more.line(
        "    events: {at: " + Yaml.value(at.name()) + ", state: " + Yaml.value(state.name()) + "}",
        "one row an event");
    more.line("    moments:", "taken from the events, not from columns");
    if (terms.startColumn().isEmpty()) {
      more.line("      " + entered + ": {state: " + Yaml.list(terms.starts()) + "}");
    }
    more.line("      " + doneEach + ": {state: " + Yaml.list(terms.stops()) + "}");
    if (!terms.voids().isEmpty()) {
      more.line("      " + voided + ": {state: " + Yaml.list(terms.voids()) + "}");
    }
    if (!holds.isEmpty()) {
      more.line("    holds:", "while a case is in these states");
      holds.forEach(
          (name, id) -> more.line("      " + id + ": {state: " + Yaml.list(List.of(name)) + "}"));
    }
    return binding;
  }
}
