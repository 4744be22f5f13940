package org.plumbline.profile;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Precision;
import org.plumbline.profile.ColumnProfile.Kind;

/** Asks about rows that are cases with dates side by side. */
final class CaseInterview implements Interview {

  private static final String NONE = "none";

  private final Profile profile;
  private final Shape.Cases cases;

  CaseInterview(Profile profile, Shape.Cases cases) {
    this.profile = profile;
    this.cases = cases;
  }

  @Override
  public Optional<Question> next(Answers answers) throws RefusedAnswer {
    List<Question> all = questions(answers);
    boolean tooMany = all.size() > MOST;
    return all.stream()
        .filter(question -> !(tooMany && question.option().equals("case")))
        .filter(question -> answers.of(question.option()).isEmpty())
        .findFirst();
  }

  @Override
  public Set<String> options() {
    return Set.of("case", "starts", "stops", "waits", "within", "at-least");
  }

  @Override
  public Proposal propose(Answers answers, Source source) throws RefusedAnswer {
    return CaseProposal.of(profile, terms(answers), Heading.of(profile, answers, source), source);
  }

  /** What has been settled: answered, else as proposed. */
  CaseTerms terms(Answers answers) throws RefusedAnswer {
    List<Integer> key = key(answers);
    ColumnProfile start = start(answers);
    ColumnProfile stop = stop(answers, start);
    List<ColumnProfile> between = between(start, stop);
    List<ColumnProfile> steps = steps(answers, between);
    Spread spread = spread(start, stop);
    Optional<ColumnProfile> due = due(answers, start, stop);
    String within =
        due.isPresent()
            ? ""
            : Reply.duration(
                "within", answers.of("within").orElse(spread.usualLimit()), spread.unit());
    boolean dates = precision(start) == Precision.DATE || precision(stop) == Precision.DATE;
    if (dates && within.matches(".*(minute|hour).*")) {
      throw new RefusedAnswer(
          "within", within + " cannot be counted between dates without a time of day; write days");
    }
    String share = Reply.share("at-least", answers.of("at-least").orElse("95%"));
    return new CaseTerms(key, start, stop, between, steps, within, due, share, spread);
  }

  private List<Question> questions(Answers answers) throws RefusedAnswer {
    CaseTerms terms = terms(answers);
    List<Question> all = new ArrayList<>();
    if (!profile.notes().isEmpty() || cases.key().size() > 1) {
      all.add(keyQuestion());
    }
    List<String> moments = names(moments());
    all.add(
        new Question(
            "starts",
            "When does the clock start?",
            moments,
            start(Answers.NONE).name(),
            startReason(start(Answers.NONE))));
    List<String> later = new ArrayList<>(moments);
    later.remove(terms.start().name());
    String stop = stop(answers.with("stops", ""), terms.start()).name();
    all.add(
        new Question(
            "stops", "When does it stop?", later, stop, "It is what the others lead up to."));
    if (!terms.between().isEmpty()) {
      all.add(stepsQuestion(terms));
    }
    all.add(withinQuestion(terms));
    String kept = terms.due().isPresent() ? dueReason(terms) : terms.spread().kept(terms.within());
    all.add(
        new Question(
            "at-least", "How many of 100 shall keep to it at least?", List.of(), "95%", kept));
    if (hasLocalTimes(terms)) {
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

  private Question keyQuestion() {
    List<String> proposed = new ArrayList<>();
    cases.key().forEach(position -> proposed.add(profile.column(position).name()));
    List<String> able =
        names(
            profile.columns().stream()
                .filter(column -> column.time().isEmpty())
                .filter(Keys::canName)
                .toList());
    return new Question(
        "case",
        "Which column tells one case from another? (several: with commas)",
        able,
        String.join(", ", proposed),
        cases.keyReason());
  }

  private Question stepsQuestion(CaseTerms terms) {
    List<String> choices = new ArrayList<>(names(terms.between()));
    choices.add(NONE);
    List<String> proposed =
        names(terms.between().stream().filter(CaseInterview::isCustomers).toList());
    return new Question(
        "waits",
        "Which of these are the customer’s to bring about?",
        choices,
        proposed.isEmpty() ? NONE : String.join(", ", proposed),
        proposed.isEmpty()
            ? "No name says so. The time up to each is the provider’s."
            : "By its name it is the customer who does it.");
  }

  private Question withinQuestion(CaseTerms terms) {
    Optional<ColumnProfile> named = dueColumn(terms.start(), terms.stop());
    List<String> choices = named.map(column -> List.of(column.name())).orElse(List.of());
    String asks =
        "Within how long, from " + shown(terms.start()) + " to " + shown(terms.stop()) + "?";
    return named.isPresent()
        ? new Question(
            "within",
            asks + " (a time, or a column)",
            choices,
            named.get().name(),
            "The file says when each case is due.")
        : new Question(
            "within", asks, choices, terms.spread().usualLimit(), terms.spread().sentence());
  }

  private String dueReason(CaseTerms terms) {
    Map<Integer, LocalDateTime> due = values(terms.due().orElseThrow());
    long kept = 0;
    long known = 0;
    for (Map.Entry<Integer, LocalDateTime> stop : values(terms.stop()).entrySet()) {
      LocalDateTime limit = due.get(stop.getKey());
      if (limit != null) {
        known++;
        kept += stop.getValue().toLocalDate().isAfter(limit.toLocalDate()) ? 0 : 1;
      }
    }
    return known == 0
        ? "It is the usual share."
        : Words.counted(kept, "case") + " of " + known + " in the file kept to it.";
  }

  private List<ColumnProfile> moments() {
    return cases.moments().stream().map(profile::column).toList();
  }

  private static List<String> names(List<ColumnProfile> columns) {
    return columns.stream().map(ColumnProfile::name).toList();
  }

  private List<Integer> key(Answers answers) throws RefusedAnswer {
    Optional<String> said = answers.of("case");
    if (said.isEmpty()) {
      return cases.key();
    }
    List<String> able =
        names(profile.columns().stream().filter(column -> column.time().isEmpty()).toList());
    List<Integer> key = new ArrayList<>();
    for (String name : Reply.names("case", said.get(), able)) {
      key.add(profile.named(name).orElseThrow().position());
    }
    return key;
  }

  private ColumnProfile start(Answers answers) throws RefusedAnswer {
    Optional<String> said = answers.of("starts");
    if (said.isPresent()) {
      String name = Reply.name("starts", said.get(), names(moments()));
      return profile.named(name).orElseThrow();
    }
    List<ColumnProfile> able = moments().stream().filter(this::mayStart).toList();
    List<ColumnProfile> from = able.isEmpty() ? moments() : able;
    return from.stream()
        .filter(column -> Words.says(column.name(), Words.STARTS))
        .findFirst()
        .orElse(from.get(0));
  }

  private boolean mayStart(ColumnProfile column) {
    return !Words.says(column.name(), Words.DUE) && !Words.says(column.name(), Words.VOIDS);
  }

  private static String startReason(ColumnProfile start) {
    return Words.says(start.name(), Words.STARTS)
        ? "Its name says so, and it usually comes first."
        : "It usually comes first.";
  }

  private ColumnProfile stop(Answers answers, ColumnProfile start) throws RefusedAnswer {
    List<ColumnProfile> others =
        moments().stream().filter(column -> column.position() != start.position()).toList();
    Optional<String> said = answers.of("stops").filter(text -> !text.isEmpty());
    if (said.isPresent()) {
      return profile.named(Reply.name("stops", said.get(), names(others))).orElseThrow();
    }
    List<ColumnProfile> able = others.stream().filter(this::mayStart).toList();
    List<ColumnProfile> from = able.isEmpty() ? others : able;
    List<ColumnProfile> named =
        from.stream().filter(column -> Words.says(column.name(), Words.STOPS)).toList();
    List<ColumnProfile> last = named.isEmpty() ? from : named;
    return last.get(last.size() - 1);
  }

  /** The moments between two, in their usual order. */
  private List<ColumnProfile> between(ColumnProfile start, ColumnProfile stop) {
    int from = cases.moments().indexOf(start.position());
    int until = cases.moments().indexOf(stop.position());
    return from < until
        ? moments().subList(from + 1, until).stream().filter(this::mayStart).toList()
        : List.of();
  }

  private static boolean isCustomers(ColumnProfile column) {
    return Words.says(column.name(), Words.CUSTOMERS);
  }

  private static List<ColumnProfile> steps(Answers answers, List<ColumnProfile> between)
      throws RefusedAnswer {
    Optional<String> said = answers.of("waits");
    if (said.isEmpty()) {
      return between.stream().filter(CaseInterview::isCustomers).toList();
    }
    List<String> names = new ArrayList<>(names(between));
    names.add(NONE);
    List<String> chosen = Reply.names("waits", said.get(), names);
    return between.stream().filter(column -> chosen.contains(column.name())).toList();
  }

  private Optional<ColumnProfile> dueColumn(ColumnProfile start, ColumnProfile stop) {
    return moments().stream()
        .filter(column -> column != start && column != stop)
        .filter(column -> Words.says(column.name(), Words.DUE))
        .findFirst();
  }

  private Optional<ColumnProfile> due(Answers answers, ColumnProfile start, ColumnProfile stop) {
    Optional<String> said = answers.of("within").map(text -> text.replaceFirst("^by ", ""));
    if (said.isEmpty()) {
      return dueColumn(start, stop);
    }
    return profile.named(said.get()).filter(column -> column.is(Kind.MOMENT));
  }

  private static Spread spread(ColumnProfile start, ColumnProfile stop) {
    boolean dates = precision(start) == Precision.DATE || precision(stop) == Precision.DATE;
    return Spread.of(values(start), values(stop), dates);
  }

  static Precision precision(ColumnProfile column) {
    return column.time().orElseThrow().precision();
  }

  static Map<Integer, LocalDateTime> values(ColumnProfile column) {
    return column.time().orElseThrow().values();
  }

  private boolean hasLocalTimes(CaseTerms terms) {
    List<ColumnProfile> used = new ArrayList<>(terms.between());
    used.addAll(List.of(terms.start(), terms.stop()));
    return used.stream().anyMatch(column -> column.time().orElseThrow().local());
  }

  private static String shown(ColumnProfile column) {
    return Words.shown(column.name());
  }
}
