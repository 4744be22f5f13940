package org.plumbline.profile;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.profile.ColumnProfile.Kind;

/** Asks about rows that are events, each of which leaves its case in a state. */
final class LogInterview implements Interview {

  private static final String NONE = "none";
  private static final int MOST_CHOICES = 15;

  private final Profile profile;
  private final Shape.Log log;

  LogInterview(Profile profile, Shape.Log log) {
    this.profile = profile;
    this.log = log;
  }

  @Override
  public Optional<Question> next(Answers answers) throws RefusedAnswer {
    return questions(answers).stream()
        .filter(question -> answers.of(question.option()).isEmpty())
        .findFirst();
  }

  @Override
  public Set<String> options() {
    return Set.of("starts", "stops", "waits", "within", "at-least");
  }

  @Override
  public Proposal propose(Answers answers, Source source) throws RefusedAnswer {
    return LogProposal.of(
        profile, log, terms(answers), Heading.of(profile, answers, source), source);
  }

  private List<Question> questions(Answers answers) throws RefusedAnswer {
    LogTerms terms = terms(answers);
    List<String> states = log.states().keySet().stream().limit(MOST_CHOICES).toList();
    List<String> starts =
        new ArrayList<>(startColumns().stream().map(ColumnProfile::name).toList());
    starts.addAll(log.first().keySet().stream().limit(MOST_CHOICES).toList());
    List<Question> all = new ArrayList<>();
    LogTerms proposed = terms(Answers.NONE);
    String start =
        proposed
            .startColumn()
            .map(ColumnProfile::name)
            .orElse(String.join(", ", proposed.starts()));
    all.add(
        new Question(
            "starts",
            "When does the clock start: with which state?",
            starts,
            start,
            startReason(proposed)));
    all.add(
        new Question(
            "stops",
            "When does it stop: with which state? (several: with commas)",
            states,
            String.join(", ", proposed.stops()),
            stopReason(proposed.stops())));
    List<String> rest = new ArrayList<>(states);
    rest.removeAll(terms.stops());
    rest.add(NONE);
    all.add(
        new Question(
            "waits",
            "In which states does the work wait for the customer? (several: with commas)",
            rest,
            proposed.waits().isEmpty() ? NONE : String.join(", ", proposed.waits()),
            proposed.waits().isEmpty()
                ? "No state says so by its name."
                : "They say so by their names. That time will not count against the provider."));
    all.add(
        new Question(
            "within",
            "Within how long?",
            List.of(),
            terms.spread().usualLimit(),
            terms.spread().sentence()));
    all.add(
        new Question(
            "at-least",
            "How many of 100 shall keep to it at least?",
            List.of(),
            "95%",
            terms.spread().kept(terms.within())));
    if (at().time().orElseThrow().local()) {
      all.add(
          new Question(
              "zone",
              "In which time zone were the times written down?",
              List.of(),
              Heading.USUAL_ZONE,
              "The times do not say it."));
    }
    return all;
  }

  /** What has been settled: answered, else as proposed. */
  LogTerms terms(Answers answers) throws RefusedAnswer {
    List<String> states = List.copyOf(log.states().keySet());
    Optional<ColumnProfile> column = Optional.empty();
    List<String> starts = List.of();
    Optional<String> said = answers.of("starts");
    if (said.isPresent()) {
      column =
          startColumns().stream()
              .filter(
                  each -> Words.oneLine(each.name()).equalsIgnoreCase(Words.oneLine(said.get())))
              .findFirst();
      starts = column.isPresent() ? List.of() : Reply.names("starts", said.get(), states);
    } else {
      column =
          startColumns().stream().filter(each -> Words.says(each.name(), Words.STARTS)).findFirst();
      starts = column.isPresent() ? List.of() : usualStarts();
    }
    List<String> stops =
        answers.of("stops").isPresent()
            ? Reply.names("stops", answers.of("stops").get(), states)
            : usualStops(starts);
    List<String> waits = waits(answers, states, stops);
    List<String> voids =
        states.stream()
            .filter(state -> Words.says(state, Words.VOIDS) && !stops.contains(state))
            .toList();
    Spread spread = spread(column, starts, stops);
    String within =
        Reply.duration("within", answers.of("within").orElse(spread.usualLimit()), spread.unit());
    String share = Reply.share("at-least", answers.of("at-least").orElse("95%"));
    return new LogTerms(column, starts, stops, waits, voids, within, share, spread);
  }

  private List<String> waits(Answers answers, List<String> states, List<String> stops)
      throws RefusedAnswer {
    if (answers.of("waits").isEmpty()) {
      return states.stream()
          .filter(state -> Words.says(state, Words.WAITS) && Words.says(state, Words.CUSTOMERS))
          .filter(state -> !stops.contains(state))
          .toList();
    }
    List<String> known = new ArrayList<>(states);
    known.add(NONE);
    List<String> chosen = new ArrayList<>(Reply.names("waits", answers.of("waits").get(), known));
    chosen.remove(NONE);
    return chosen;
  }

  private ColumnProfile at() {
    return profile.column(log.at());
  }

  private Map<Integer, LocalDateTime> when() {
    return at().time().orElseThrow().values();
  }

  private String state(int row) {
    return profile.table().rows().get(row).cell(log.state());
  }

  /** Columns of times that say the same on each row of a case, not after its first event. */
  private List<ColumnProfile> startColumns() {
    return profile.of(Kind.MOMENT).stream()
        .filter(column -> column.position() != log.at())
        .filter(column -> begins(column))
        .toList();
  }

  private boolean begins(ColumnProfile column) {
    Map<Integer, LocalDateTime> values = column.time().orElseThrow().values();
    for (List<Integer> trail : log.trails()) {
      Set<LocalDateTime> said = new HashSet<>();
      for (int row : trail) {
        LocalDateTime value = values.get(row);
        if (value == null || value.isAfter(when().getOrDefault(row, LocalDateTime.MAX))) {
          return false;
        }
        said.add(value);
      }
      if (said.size() > 1) {
        return false;
      }
    }
    return column.time().orElseThrow().precision() != org.plumbline.agreement.Precision.DATE;
  }

  /** The states in which at least one case of twenty begins. */
  private List<String> usualStarts() {
    long cases = log.trails().size();
    List<String> usual =
        log.first().entrySet().stream()
            .filter(entry -> entry.getValue() * 20 >= cases && !entry.getKey().isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    return usual.isEmpty() ? List.of(log.states().keySet().iterator().next()) : usual;
  }

  private List<String> usualStops(List<String> starts) {
    List<String> named =
        log.states().keySet().stream()
            .filter(state -> Words.says(state, Words.STOPS) && !Words.says(state, Words.WAITS))
            .filter(state -> !starts.contains(state))
            .toList();
    if (!named.isEmpty()) {
      return named;
    }
    Map<String, Long> last = new HashMap<>();
    log.trails().forEach(trail -> last.merge(state(trail.get(trail.size() - 1)), 1L, Long::sum));
    return last.entrySet().stream()
        .filter(entry -> !starts.contains(entry.getKey()) && !entry.getKey().isEmpty())
        .max(Map.Entry.comparingByValue())
        .map(entry -> List.of(entry.getKey()))
        .orElse(List.copyOf(log.states().keySet()).subList(0, 1));
  }

  private Spread spread(Optional<ColumnProfile> column, List<String> starts, List<String> stops) {
    Map<Integer, LocalDateTime> begun = new HashMap<>();
    Map<Integer, LocalDateTime> done = new HashMap<>();
    for (int number = 0; number < log.trails().size(); number++) {
      String before = "";
      for (int row : log.trails().get(number)) {
        String state = state(row);
        LocalDateTime time = when().getOrDefault(row, LocalDateTime.MIN);
        if (starts.contains(state)) {
          begun.putIfAbsent(number, time);
        }
        if (stops.contains(state) && !stops.contains(before)) {
          done.put(number, time);
        }
        before = state;
      }
      int first = log.trails().get(number).get(0);
      int trail = number;
      column
          .map(each -> each.time().orElseThrow().values().get(first))
          .ifPresent(time -> begun.put(trail, time));
    }
    return Spread.of(begun, done, false);
  }

  private String startReason(LogTerms proposed) {
    if (proposed.startColumn().isPresent()) {
      return "It says the same on each row of a case, and is never after its first event.";
    }
    long begun =
        proposed.starts().stream().mapToLong(state -> log.first().getOrDefault(state, 0L)).sum();
    return Words.counted(begun, "case")
        + " of "
        + log.trails().size()
        + " begin with "
        + (proposed.starts().size() == 1 ? "it" : "one of them")
        + ".";
  }

  private String stopReason(List<String> stops) {
    Set<Integer> reached = new HashSet<>();
    for (int number = 0; number < log.trails().size(); number++) {
      for (int row : log.trails().get(number)) {
        if (stops.contains(state(row))) {
          reached.add(number);
        }
      }
    }
    return Words.counted(reached.size(), "case")
        + " of "
        + log.trails().size()
        + " come to "
        + (stops.size() == 1 ? "it" : "one of them")
        + "; where one comes to it again, the last time counts.";
  }
}
